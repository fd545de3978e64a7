/** Ovid's tagged text ("VN  - Ovid Technologies", also called Reprint/Medlars or Citavi): MEDLINE, Embase, PsycInfo and others. */
import { bareDoi, type Draft, type EntryMade, namesWork, take } from '../item.ts';
import { joinKeywords } from '../keywords.ts';
import { medlineDate } from '../medline-date.ts';
import { commaName } from '../names.ts';
import { shortName } from '../nbib/people.ts';
import { fullPages } from '../pages.ts';
import { firstSerial } from '../serials.ts';
import type { TaggedDialect, TaggedLine } from '../tagged.ts';
import { readTaggedEntries } from '../tagged-entries.ts';
import { type Reading, type ReferenceFormat, throughout } from '../types.ts';

/** "<1. >" or "1." above an entry. */
const NUMBER = /^\s*(?:<\s*\d+\s*\.?\s*>|\d+\.)\s*$/;

const dialect: TaggedDialect = {
  tagOf: line => {
    if (NUMBER.test(line)) return ['#', line];
    const found = /^([A-Z][A-Z0-9]) {1,2}- ?(.*)$/.exec(line);
    return found ? [found[1] as string, found[2] as string] : null;
  },
  begins: (tag, open, afterBlank) =>
    (tag === '#' && open.length > 0) ||
    (/^(?:VN|UI|DB|AN)$/.test(tag) && (open.some(each => each.tag === tag) || (afterBlank && open.length > 2))),
  joins: (last, _, afterBlank) => (!afterBlank && last.tag !== '#' ? ' ' : null),
};

/** "New England Journal of Medicine. 378(18):1704-1714, 2018 May 03." and "Journal of Cases. 12 (3) (pp 45-49), 2019. Article Number: 17." */
const SOURCE =
  /^(.+?)\.\s+(?:Vol\.?\s*)?(\w+)?\s*(?:\((?!pp)([^)]+)\))?\s*(?:[:(,]\s*(?:pp?\.?\s*)?([\w-]+(?:[-–]\w+)?)\)?)?,\s+(\d{4}[^.]*|[^.,\d]+\.?\s[^.]*\d{4})/;

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/chapter|book section/i, 'chapter'],
  [/^(?:authored |edited )?book\b/im, 'book'],
  [/dissertation|thesis/i, 'thesis'],
  [/^patent/im, 'patent'],
  [/conference paper/i, 'paper-conference'],
];

function entryOf(all: readonly TaggedLine[]): EntryMade | null {
  const fields = new Map<string, string[]>();
  for (const { tag, value } of all) if (value !== '') fields.set(tag, [...(fields.get(tag) ?? []), value]);
  const first = (tag: string) => fields.get(tag)?.[0] ?? '';
  const type = TYPES.find(([pattern]) => pattern.test((fields.get('PT') ?? []).join('\n')))?.[1];
  const draft: Draft = { type: type ?? 'article-journal' };
  const read = new Set(['VN', '#']);
  const text = (variable: string, tag: string, shape: (value: string) => unknown = value => value) => {
    const values = fields.get(tag) ?? [];
    if (!take(draft, variable, shape(values[0] ?? ''))) return;
    if (values.length > 1) fields.set(tag, values.slice(1));
    else read.add(tag);
  };
  const people = (variable: string, tag: string) => {
    // What a person did stands behind the name: "[Inventor, Reprint Author]".
    const names = (fields.get(tag) ?? []).map(name => name.replace(/\s*\[[^\]]*\]\s*$/, ''));
    const real = names.filter(name => /[^\s,]/.test(name));
    if (
      take(
        draft,
        variable,
        real.map(name => (name.includes(',') ? commaName(name) : shortName(name.replace(/\.$/, '')))),
      )
    )
      read.add(tag);
  };
  // Full names stand beside the short ones, in the same order.
  if (fields.get('FA')?.length === fields.get('AU')?.length) {
    people('author', 'FA');
    if (read.has('FA')) read.add('AU');
  }
  people('author', 'AU');
  people('editor', 'ED');
  text('title', 'TI', value => value.replace(/(?<=[^.])\.\s*(?:\[[^\]]*\])?$/, ''));
  text('original-title', 'OT', value => value.replace(/\.$/, ''));
  text('container-title', draft.type === 'chapter' ? 'BT' : 'JT');
  text('container-title', 'JN');
  text('container-title-short', 'TA');
  text('container-title-short', 'AS', value => /^(.+?)\. \d/.exec(value)?.[1]);
  text('volume', 'VI');
  text('volume', 'VO');
  text('issue', 'IP');
  text('page', 'PG', value => (/^no pag/i.test(value) ? '' : fullPages(value)));
  for (const tag of ['DP', 'DG', 'YR']) text('issued', tag, value => medlineDate(value.replace(/\.$/, '')));
  const source = SOURCE.exec(first('SO'));
  if (source) {
    const [, title = '', volume = '', issue = '', pages = '', date = ''] = source;
    take(draft, 'container-title', title);
    take(draft, 'volume', volume);
    take(draft, 'issue', issue);
    take(draft, 'page', fullPages(pages));
    take(draft, 'issued', medlineDate(date));
    if (source[0].length >= first('SO').length - 1) read.add('SO');
  }
  text('ISSN', 'IS', value => firstSerial(value)?.number);
  text('ISBN', 'IB', value => firstSerial(value)?.number);
  text('DOI', 'DO', bareDoi);
  const medline = /medline|pubmed/i.test(first('DB'));
  text('PMID', 'UI', value => (medline ? /^\d{1,8}$/.exec(value)?.[0] : undefined));
  text('PMID', 'PM', value => /^\d{1,8}\b/.exec(value)?.[0]);
  text('language', 'LG');
  text('abstract', 'AB');
  text('publisher', 'PB');
  text('publisher-place', 'PL', value => (draft.type === 'article-journal' ? '' : value));
  text('source', 'DB');
  const keywords = ['KW', 'SH', 'MH', 'ID'].flatMap(tag =>
    (fields.get(tag) ?? []).flatMap(value => value.split(/\s*;\s*/)),
  );
  if (take(draft, 'keyword', joinKeywords(keywords.map(word => word.replace(/\*/g, '')))))
    for (const tag of ['KW', 'SH', 'MH', 'ID']) read.add(tag);
  const kept: Record<string, string> = {};
  for (const [tag, values] of fields) if (!read.has(tag)) kept[tag] = values.join('\n');
  return namesWork(draft) ? { key: '', draft, kept } : null;
}

/** Reads every entry; what names nothing, and text outside of any entry, is reported with its line. */
const reading = (text: string): Reading => readTaggedEntries(text, { dialect, ids: 'ovid', entryOf });

export const ovid: ReferenceFormat = {
  id: 'ovid',
  name: 'Ovid',
  extensions: ['ovd'],
  recognises: text =>
    /^VN {1,2}- Ovid/m.test(text) ||
    (/^(?:<\s*\d+\s*\.?\s*>|\d+\.)\s*$/m.test(text) &&
      /^(?:UI|AN) {1,2}- \S/m.test(text) &&
      /^TI {1,2}- \S/m.test(text) &&
      !/^TY {0,2}-/m.test(text)),
  reading,
  read: throughout(reading),
};
