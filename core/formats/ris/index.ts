/** RIS (Research Information Systems' specification of 2011, and what PubMed, Zotero, EndNote and publishers make of it). */
import type { CslName } from '../../references/csl.ts';
import { looseDate } from '../dates.ts';
import { bareDoi, cslPages, type Draft, joinPages, take, withIds } from '../item.ts';
import { entryNotRead } from '../problems.ts';
import type { EntriesRead, ReferenceFormat } from '../types.ts';

const TYPES: Readonly<Record<string, string>> = {
  JOUR: 'article-journal',
  JFULL: 'article-journal',
  ABST: 'article-journal',
  EJOUR: 'article-journal',
  INPR: 'article-journal',
  MGZN: 'article-magazine',
  NEWS: 'article-newspaper',
  BOOK: 'book',
  EBOOK: 'book',
  EDBOOK: 'book',
  WHOLE: 'book',
  CHAP: 'chapter',
  ECHAP: 'chapter',
  ENCYC: 'entry-encyclopedia',
  DICT: 'entry-dictionary',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  THES: 'thesis',
  RPRT: 'report',
  GOVDOC: 'report',
  STAND: 'standard',
  PAT: 'patent',
  UNPB: 'manuscript',
  MANSCPT: 'manuscript',
  ELEC: 'webpage',
  WEB: 'webpage',
  BLOG: 'post-weblog',
  DATA: 'dataset',
  COMP: 'software',
  PCOMM: 'personal_communication',
  SLIDE: 'speech',
  VIDEO: 'motion_picture',
  GEN: 'document',
};

const NAMES: Readonly<Record<string, string>> = {
  AU: 'author',
  A1: 'author',
  ED: 'editor',
  A2: 'editor',
  A3: 'collection-editor',
  A4: 'translator',
};

/** Tags that fill a variable, tried in this order. */
const TEXTS: readonly (readonly [string, string])[] = [
  ['TI', 'title'],
  ['T1', 'title'],
  ['CT', 'title'],
  ['JF', 'container-title'],
  ['T2', 'container-title'],
  ['JO', 'container-title'],
  ['BT', 'container-title'],
  ['JA', 'container-title-short'],
  ['J2', 'container-title-short'],
  ['J1', 'container-title-short'],
  ['T3', 'collection-title'],
  ['VL', 'volume'],
  ['ET', 'edition'],
  ['PB', 'publisher'],
  ['CY', 'publisher-place'],
  ['PP', 'publisher-place'],
  ['LA', 'language'],
  ['ST', 'title-short'],
  ['AB', 'abstract'],
  ['N2', 'abstract'],
  ['N1', 'note'],
  ['UR', 'URL'],
  ['DB', 'source'],
  ['AN', 'archive_location'],
  ['C2', 'PMCID'],
];

interface RawEntry {
  readonly line: number;
  readonly tags: readonly (readonly [tag: string, value: string])[];
  readonly text: string;
  readonly ended: boolean;
}

const TAG = /^\s{0,2}([A-Z][A-Z0-9])\s{0,2}-(?: (.*)|\s*)$/;

function scan(text: string): readonly RawEntry[] {
  const entries: RawEntry[] = [];
  let open: { line: number; tags: [string, string][]; lines: string[] } | null = null;
  const close = (ended: boolean) => {
    if (open) entries.push({ line: open.line, tags: open.tags, text: open.lines.join('\n'), ended });
    open = null;
  };
  text.split(/\r\n|\n|\r/).forEach((line, index) => {
    const [, tag, value = ''] = TAG.exec(line) ?? [];
    if (tag === 'TY') {
      close(false);
      open = { line: index + 1, tags: [['TY', value.trim()]], lines: [line] };
    } else if (open) {
      open.lines.push(line);
      if (tag === 'ER') close(true);
      else if (tag !== undefined) open.tags.push([tag, value.trim()]);
      else if (line.trim() !== '') {
        const last = open.tags.at(-1);
        if (last && last[0] !== 'TY') last[1] = `${last[1]} ${line.trim()}`.trim();
      }
    } else if (tag !== undefined && tag !== 'ER') {
      // Tags with no TY before them: an entry all the same, reported as such.
      open = { line: index + 1, tags: [[tag, value.trim()]], lines: [line] };
    }
  });
  close(false);
  return entries;
}

/** "Family, Given, Suffix"; a name with no comma is a family name or a body. */
function readName(text: string): CslName {
  const [family = '', given = '', suffix = ''] = text.split(/\s*,\s*/);
  if (given === '' && suffix === '') return /\s/.test(family) ? { literal: family } : { family };
  const particle = /^((?:(?:\p{Ll}[\p{L}'’]*)\s+)+)(?=\p{Lu})/u.exec(family)?.[1];
  return {
    family: particle ? family.slice(particle.length) : family,
    ...(given === '' ? {} : { given }),
    ...(particle ? { 'non-dropping-particle': particle.trim() } : {}),
    ...(suffix === '' ? {} : { suffix }),
  };
}

function readEntry(entry: RawEntry) {
  const draft: Draft = {
    type: TYPES[(entry.tags[0]?.[0] === 'TY' ? entry.tags[0][1] : '').toUpperCase()] ?? 'document',
  };
  const values = new Map<string, string[]>();
  for (const [tag, value] of entry.tags)
    if (tag !== 'TY' && value !== '') values.set(tag, [...(values.get(tag) ?? []), value]);
  const first = (tag: string) => values.get(tag)?.[0] ?? '';
  const use = (tags: string | readonly string[], variable: string, value: unknown) => {
    if (take(draft, variable, value)) for (const tag of [tags].flat()) values.get(tag)?.shift();
  };

  for (const [tag, variable] of Object.entries(NAMES)) {
    const names =
      values
        .get(tag)
        ?.filter(name => name.replace(/[\s,]/g, '') !== '')
        .map(readName) ?? [];
    const before = (draft[variable] as readonly CslName[] | undefined) ?? [];
    if (names.length > 0) {
      draft[variable] = [...before, ...names];
      values.delete(tag);
    }
  }
  const kind = draft.type;
  for (const tag of ['DA', 'PY', 'Y1']) {
    const date = looseDate(first(tag));
    if (date) use(tag, 'issued', date);
  }
  // Both the year and the full date are commonly given; the year adds nothing then.
  const year = String((draft.issued as { 'date-parts'?: number[][] } | undefined)?.['date-parts']?.[0]?.[0] ?? '');
  for (const tag of ['PY', 'Y1']) if (year !== '' && first(tag).startsWith(year)) values.get(tag)?.shift();
  use('Y2', 'accessed', looseDate(first('Y2')));
  use('IS', kind === 'report' || kind === 'patent' ? 'number' : 'issue', first('IS'));
  use('SN', kind === 'book' || kind === 'chapter' ? 'ISBN' : 'ISSN', first('SN'));
  const pages = joinPages(first('SP'), first('EP'));
  use(
    ['SP', 'EP'],
    kind === 'book' ? 'number-of-pages' : 'page',
    kind === 'book' && !pages.includes('-') ? pages : cslPages(pages),
  );
  use('C7', 'page', first('C7'));
  for (const tag of ['DO', 'M3', 'L3', 'UR']) {
    const doi = bareDoi(first(tag));
    // An address of doi.org is still an address.
    if (doi) use(tag === 'UR' ? [] : tag, 'DOI', doi);
  }
  if (/^(?:medline|pubmed)$/i.test(first('DB')) || /^\d{1,8}$/.test(first('AN')))
    use('AN', 'PMID', /^\d+$/.exec(first('AN'))?.[0]);
  const keywords = values.get('KW');
  if (keywords && take(draft, 'keyword', keywords.join(', '))) values.delete('KW');
  for (const [tag, variable] of TEXTS) use(tag, variable, first(tag));

  const kept = Object.fromEntries(
    [...values].filter(([, list]) => list.length > 0).map(([tag, list]) => [tag, list.join('\n')]),
  );
  const key = first('ID');
  delete kept.ID;
  return { key: /^\d+$/.test(key) ? '' : key, draft, kept };
}

/** Reads every entry from its TY to its ER; the end may be missing. */
export function readRis(text: string): EntriesRead {
  const entries = scan(text);
  const readable = entries.filter(entry => entry.tags[0]?.[0] === 'TY' && entry.tags.length > 1);
  const problems = entries
    .filter(entry => !readable.includes(entry))
    .map(entry =>
      entryNotRead(
        entry.line,
        entry.tags[0]?.[0] === 'TY'
          ? { en: 'it holds nothing but its type', fr: 'elle ne contient que son type' }
          : { en: 'it has no line “TY  - ” at its start', fr: 'il lui manque la ligne « TY  - » au début' },
        entry.text,
      ),
    );
  return { references: withIds('ris', readable.map(readEntry)), problems };
}

export const ris: ReferenceFormat = {
  id: 'ris',
  name: 'RIS',
  extensions: ['ris'],
  recognises: text => /^\s{0,2}TY\s{0,2}- /m.test(text),
  read: readRis,
};
