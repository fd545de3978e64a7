/** Web of Science's plain text ("FN Clarivate Analytics Web of Science", .ciw): two letters and a value, an entry from its PT to its ER. */
import type { CslDate, CslName } from '../../references/csl.ts';
import { bareDoi, type Draft, type EntryMade, joinPages, namesWork, take } from '../item.ts';
import { joinKeywords } from '../keywords.ts';
import { medlineDate } from '../medline-date.ts';
import { commaName } from '../names.ts';
import type { TaggedDialect, TaggedLine } from '../tagged.ts';
import { readTaggedEntries } from '../tagged-entries.ts';
import { type Reading, type ReferenceFormat, throughout } from '../types.ts';

/** Of the file, not of an entry. */
const FRAME: ReadonlySet<string> = new Set(['FN', 'VR', 'ER', 'EF']);

const dialect: TaggedDialect = {
  tagOf: line => {
    const found = /^([A-Z][A-Z0-9])(?: (.*))?$/.exec(line);
    return found ? [found[1] as string, found[2] ?? ''] : null;
  },
  begins: (tag, open) => tag === 'PT' && open.some(each => !FRAME.has(each.tag)),
  joins: (_, line) => (/^\s/.test(line) ? '\n' : null),
};

const TYPES: Readonly<Record<string, string>> = { J: 'article-journal', B: 'book', S: 'chapter', P: 'patent' };

type Lines = ReadonlyMap<string, string>;

/** What kind of work it is: its publication's, or what the document itself is called. */
function typeOf(lines: Lines): string {
  const document = lines.get('DT') ?? '';
  if (/book chapter/i.test(document)) return 'chapter';
  if (/proceedings paper/i.test(document) && !/article/i.test(document)) return 'paper-conference';
  return TYPES[lines.get('PT') ?? ''] ?? (lines.has('SO') ? 'article-journal' : 'document');
}

/** Full names stand beside the short ones, one a line. */
const namesOf = (text: string | undefined): CslName[] =>
  (text ?? '')
    .split('\n')
    .filter(name => /[^\s,]/.test(name))
    .map(name => commaName(name));

/** "JUL 18", "JUL-AUG", "SPR", beside the year. */
function dateOf(lines: Lines): CslDate | null {
  const year = lines.get('PY') ?? '';
  return medlineDate([year, lines.get('PD') ?? ''].join(' ').trim()) ?? medlineDate(lines.get('EA') ?? '');
}

/** Titles of journals come in capitals, which no style prints. */
function inLetters(title: string): string {
  if (/\p{Ll}/u.test(title)) return title;
  return title
    .toLowerCase()
    .replace(/(^|[\s(/-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/\s(?:Of|The|And|In|For|On|To|A|De|Et|Des|La|Le|Und|Der)(?=\s)/g, word => word.toLowerCase())
    .replace(/-(?:Of|The|And)-/g, word => word.toLowerCase());
}

function entryOf(all: readonly TaggedLine[]): EntryMade | null {
  const lines = new Map<string, string>();
  for (const { tag, value } of all)
    if (value !== '' && !FRAME.has(tag)) lines.set(tag, lines.has(tag) ? `${lines.get(tag)}\n${value}` : value);
  const draft: Draft = { type: typeOf(lines) };
  const read = new Set(['PT']);
  const line = (tag: string) => (lines.get(tag) ?? '').replace(/\s*\n\s*/g, ' ');
  const text = (variable: string, tag: string, shape: (value: string) => unknown = value => value) => {
    if (take(draft, variable, shape(line(tag)))) read.add(tag);
  };
  const names = (variable: string, ...tags: readonly string[]) => {
    const own = tags.find(tag => namesOf(lines.get(tag)).length > 0);
    if (own === undefined || !take(draft, variable, namesOf(lines.get(own)))) return;
    for (const tag of tags) read.add(tag);
  };
  names('author', 'AF', 'AU');
  const groups = namesOf(lines.get('CA')).map(({ literal, family, given }) => ({
    literal: literal ?? [family, given].filter(Boolean).join(', '),
  }));
  if (groups.length > 0) {
    draft.author = [...((draft.author as CslName[] | undefined) ?? []), ...groups];
    read.add('CA');
  }
  names('editor', 'BE', 'ED');
  names('container-author', 'BF', 'BA');
  text('title', 'TI');
  text('original-title', 'FT');
  if (draft.type === 'book' && draft.title === undefined) text('title', 'SO', inLetters);
  else text('container-title', 'SO', inLetters);
  text('container-title-short', 'JI');
  text('collection-title', 'SE', inLetters);
  text('event-title', 'CT');
  text('event-place', 'CL');
  text('event-date', 'CY', value => medlineDate(value));
  if (draft['event-date'] !== undefined && !(draft['event-date'] as CslDate)['date-parts']) {
    delete draft['event-date'];
    read.delete('CY');
  }
  text('publisher', 'PU', inLetters);
  text('publisher-place', 'PI', inLetters);
  text('volume', 'VL');
  text('issue', 'IS');
  text(draft.type === 'patent' ? 'number' : 'part-number', 'PN');
  text('supplement-number', 'SU');
  text('ISSN', 'SN');
  text('ISSN', 'EI');
  text('ISBN', 'BN');
  text('DOI', 'DI', bareDoi);
  text('DOI', 'D2', bareDoi);
  text('PMID', 'PM', value => /^\d{1,8}$/.exec(value)?.[0]);
  text('language', 'LA');
  text('abstract', 'AB');
  // "+" says that it goes on elsewhere in the issue.
  const last = /^\w/.test(line('EP')) ? line('EP') : '';
  if (take(draft, 'page', joinPages(line('BP'), last)))
    for (const tag of ['BP', ...(last ? ['EP'] : [])]) read.add(tag);
  text('page', 'AR');
  text('edition', 'EN');
  if (take(draft, 'issued', dateOf(lines))) for (const tag of ['PY', 'PD']) read.add(tag);
  text('available-date', 'EA', value => medlineDate(value));
  const keywords = ['DE', 'ID'].flatMap(tag => line(tag).split(/\s*;\s*/));
  if (take(draft, 'keyword', joinKeywords(keywords))) for (const tag of ['DE', 'ID']) read.add(tag);
  const kept: Record<string, string> = {};
  for (const [tag, value] of lines) if (!read.has(tag)) kept[tag] = value.replace(/\n/g, '\n\t');
  return namesWork(draft) ? { key: '', draft, kept } : null;
}

/** Reads every entry; what names nothing, and text outside of any entry, is reported with its line. */
const reading = (text: string): Reading => readTaggedEntries(text, { dialect, ids: 'wos', entryOf });

export const wos: ReferenceFormat = {
  id: 'wos',
  name: 'Web of Science',
  extensions: ['ciw'],
  recognises: text => /^PT [JBSPCK]\s*$/m.test(text) && /^(?:AU|AF|TI|SO|UT|BA) \S/m.test(text),
  reading,
  read: throughout(reading),
};
