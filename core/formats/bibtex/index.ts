/** BibTeX and BibLaTeX files. */
import { dateFromFields, isoDate } from '../dates.ts';
import { bareDoi, cslPages, type Draft, take, withIds } from '../item.ts';
import { entryNotRead } from '../problems.ts';
import type { EntriesRead, ReferenceFormat } from '../types.ts';
import { NAME_FIELDS, TEXT_FIELDS, TITLES, TYPES } from './fields.ts';
import { decodeLatex } from './latex.ts';
import { readNames } from './names.ts';
import { type RawEntry, type RawProblem, scanBibtex } from './scan.ts';

const WHY: Readonly<Record<RawProblem['kind'], { en: string; fr: string }>> = {
  unclosed: {
    en: 'it has no end, a bracket or quotation mark is missing',
    fr: 'elle n’a pas de fin, une accolade ou un guillemet manque',
  },
  'no-fields': { en: 'it holds no field', fr: 'elle ne contient aucun champ' },
  field: { en: 'one of its fields has no name or no “=”', fr: 'l’un de ses champs n’a pas de nom ou pas de « = »' },
  'unknown-macro': {
    en: 'it uses an abbreviation that the file does not define',
    fr: 'elle emploie une abréviation que le fichier ne définit pas',
  },
};

/** The type in CSL, with the thesis' own genre; unknown types are documents. */
function typeOf(entry: RawEntry): Draft {
  const type = TYPES[entry.type] ?? 'document';
  if (entry.type === 'phdthesis') return { type, genre: 'PhD thesis' };
  if (entry.type === 'mastersthesis') return { type, genre: 'Master’s thesis' };
  return { type: type === 'document' && entry.fields.has('url') && !entry.fields.has('doi') ? 'webpage' : type };
}

/** A child of `crossref` takes from its parent what it lacks; the parent's title is its book's. */
function inherited(entry: RawEntry, byKey: ReadonlyMap<string, RawEntry>): ReadonlyMap<string, string> {
  const key = (entry.fields.get('crossref') ?? '').trim().toLowerCase();
  const parent = key === '' ? undefined : byKey.get(key);
  if (!parent || parent === entry) return entry.fields;
  const fields = new Map(entry.fields);
  for (const [name, value] of parent.fields) {
    const as = name === 'title' ? 'booktitle' : name;
    if (!fields.has(as)) fields.set(as, value);
  }
  return fields;
}

function readEntry(entry: RawEntry, fields: ReadonlyMap<string, string>) {
  const draft: Draft = typeOf(entry);
  const left = new Map(fields);
  const text = (name: string) => decodeLatex(left.get(name) ?? '', { title: TITLES.has(name) });
  const use = (name: string, variable: string, value: unknown) => {
    if (take(draft, variable, value)) left.delete(name);
  };

  const subtitle = text('subtitle');
  const title = text('title');
  use(
    'title',
    'title',
    title === '' || subtitle === '' ? title : `${title}${/[?!:.]$/.test(title) ? '' : ':'} ${subtitle}`,
  );
  if (draft.title !== undefined && title !== '') left.delete('subtitle');
  for (const [name, variable] of Object.entries(NAME_FIELDS)) use(name, variable, readNames(left.get(name) ?? ''));

  const date = isoDate(text('date')) ?? dateFromFields(text('year'), text('month'), text('day'));
  if (date) {
    take(draft, 'issued', date);
    for (const name of ['date', 'year', 'month', 'day']) left.delete(name);
  }
  use('urldate', 'accessed', isoDate(text('urldate')));
  use('pages', 'page', cslPages(text('pages')));
  if (/^(?:report|patent|standard|legislation)$/.test(draft.type)) use('number', 'number', text('number'));
  use('issue', 'issue', text('issue'));
  use('number', draft.type === 'book' || draft.type === 'chapter' ? 'collection-number' : 'issue', text('number'));
  use('eid', 'page', text('eid'));
  use('article-number', 'page', text('article-number'));
  use('doi', 'DOI', bareDoi(verbatim(left.get('doi'))));
  use(
    'url',
    'URL',
    verbatim(left.get('url')) || verbatim(/\\url\{([^}]*)\}/.exec(left.get('howpublished') ?? '')?.[1]),
  );
  const eprint = /pubmed|pmid/i.test(text('eprinttype') || text('archiveprefix'));
  if (eprint) use('eprint', 'PMID', text('eprint'));
  for (const [name, variable] of Object.entries(TEXT_FIELDS)) if (left.has(name)) use(name, variable, text(name));

  return { key: entry.key, draft, kept: Object.fromEntries([...left].filter(([, value]) => value.trim() !== '')) };
}

/** Addresses and identifiers are not prose: only their escapes are undone. */
function verbatim(value = ''): string {
  return value
    .replace(/\\([_%#&$~{}])/g, '$1')
    .replace(/^\\url\{(.*)\}$/s, '$1')
    .replace(/\s+/g, '')
    .replace(/[{}]/g, '');
}

/** Reads every entry; what could not be read is reported with its line and text. */
export function readBibtex(text: string): EntriesRead {
  const { entries, problems } = scanBibtex(text);
  const byKey = new Map(entries.map(entry => [entry.key.toLowerCase(), entry]));
  return {
    references: withIds(
      'bibtex',
      entries.map(entry => readEntry(entry, inherited(entry, byKey))),
    ),
    problems: problems
      // An undefined abbreviation is kept as its own name: nothing was lost.
      .filter(({ kind }) => kind !== 'unknown-macro')
      .map(({ kind, line, text: source }) => entryNotRead(line, WHY[kind], source)),
  };
}

export const bibtex: ReferenceFormat = {
  id: 'bibtex',
  name: 'BibTeX',
  extensions: ['bib', 'bibtex', 'biblatex'],
  recognises: text => /(?:^|[\s}])@\s*[a-z]+\s*[{(]/i.test(text),
  read: readBibtex,
};
