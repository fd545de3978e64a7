/** The bibliography as JATS: each reference as fields for machines and as the style prints it, side by side. */
import type { BibliographyEntry, Manuscript } from '../../manuscript/types.ts';
import type { CslDate, CslItem, CslName } from '../../references/csl.ts';
import { element, escapeText, identifier } from '../markup.ts';
import { runsXml, type Targets } from './runs.ts';

/** `publication-type` of CSL's types (JATS for Reuse: "Citations"); the others are "other". */
const PUBLICATION: Readonly<Record<string, string>> = {
  'article-journal': 'journal',
  article: 'preprint',
  'article-magazine': 'journal',
  'article-newspaper': 'newspaper',
  book: 'book',
  chapter: 'book',
  'paper-conference': 'confproc',
  thesis: 'thesis',
  report: 'report',
  webpage: 'webpage',
  'post-weblog': 'webpage',
  dataset: 'data',
  software: 'software',
  patent: 'patent',
  standard: 'standard',
};

/** The list, under its heading. */
export function referenceList({ bibliography, references }: Manuscript, heading: string, targets: Targets): string {
  const items = new Map(references.map(({ id, item }) => [id, item]));
  return element(
    'ref-list',
    {},
    element('title', {}, escapeText(heading)),
    ...bibliography.map(entry => `\n${referenceXml(entry, items.get(entry.reference), targets)}`),
  );
}

function referenceXml(entry: BibliographyEntry, item: CslItem | undefined, targets: Targets): string {
  const type = item === undefined ? 'other' : (PUBLICATION[item.type] ?? 'other');
  const printed = element('mixed-citation', { 'publication-type': type }, runsXml(entry.runs, targets));
  return element(
    'ref',
    { id: identifier(entry.anchor) },
    ...(entry.label === '' ? [] : [element('label', {}, escapeText(entry.label))]),
    item === undefined
      ? printed
      : element(
          'citation-alternatives',
          {},
          element('element-citation', { 'publication-type': type }, ...fieldsOf(item)),
          printed,
        ),
  );
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** An element for a field that is there. */
function field(name: string, value: unknown, attributes: Readonly<Record<string, string>> = {}): readonly string[] {
  const letters = text(value);
  return letters === '' ? [] : [element(name, attributes, escapeText(letters))];
}

function fieldsOf(item: CslItem): readonly string[] {
  const chapter = item.type === 'chapter' || item.type === 'paper-conference';
  const container = text(item['container-title']);
  const title = text(item.title);
  // What stands by itself is its own source.
  const alone = container === '';
  const [first, last] = pagesOf(text(item.page));
  const number = text(item.number);
  return [
    ...group('author', item.author),
    ...group('editor', item.editor),
    ...dateXml(item.issued),
    ...(alone || title === '' ? [] : [element(chapter ? 'chapter-title' : 'article-title', {}, titleXml(title))]),
    ...(alone
      ? title === ''
        ? []
        : [element('source', {}, titleXml(title))]
      : [element('source', {}, titleXml(container))]),
    ...field('edition', item.edition),
    ...field('publisher-loc', item['publisher-place']),
    ...field('publisher-name', item.publisher),
    ...field('volume', item.volume),
    ...field('issue', item.issue),
    ...(first === '' ? (number === '' ? [] : field('elocation-id', number)) : field('fpage', first)),
    ...field('lpage', last),
    ...field('pub-id', item.DOI, { 'pub-id-type': 'doi' }),
    ...field('pub-id', item.PMID, { 'pub-id-type': 'pmid' }),
    ...field('pub-id', item.PMCID, { 'pub-id-type': 'pmcid' }),
    ...field('isbn', item.ISBN),
    ...(text(item.URL) === ''
      ? []
      : [element('ext-link', { 'ext-link-type': 'uri', 'xlink:href': text(item.URL) }, escapeText(text(item.URL)))]),
  ];
}

/** First and last page; a page that is no number ("e157-64", "S12") is kept as it is. */
function pagesOf(page: string): readonly [string, string] {
  const [, first, last] = /^([^\s–—-]+)\s*[–—-]+\s*([^\s–—-]+)$/.exec(page) ?? [];
  return first === undefined || last === undefined ? [page, ''] : [first, last];
}

function group(type: string, names: readonly CslName[] | undefined): readonly string[] {
  const written = (names ?? []).map(nameXml).filter(xml => xml !== '');
  return written.length === 0 ? [] : [element('person-group', { 'person-group-type': type }, ...written)];
}

function nameXml(name: CslName): string {
  const given = [name.given, name['dropping-particle']].filter(Boolean).join(' ');
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  if (name.literal !== undefined) return name.literal === '' ? '' : element('collab', {}, escapeText(name.literal));
  if (family === '') return given === '' ? '' : element('collab', {}, escapeText(given));
  return element(
    'name',
    {},
    element('surname', {}, escapeText(family)),
    ...field('given-names', given),
    ...field('suffix', name.suffix),
  );
}

function dateXml(date: CslDate | undefined): readonly string[] {
  const [year, month, day] = date?.['date-parts']?.[0] ?? [];
  if (year === undefined) return field('year', date?.literal ?? date?.raw);
  const iso = [String(year), ...(month === undefined ? [] : [String(month).padStart(2, '0')])].join('-');
  return [
    ...field('day', day),
    ...field('month', month),
    element('year', { 'iso-8601-date': iso }, escapeText(String(year))),
  ];
}

/** CSL's marks inside a title, and what JATS calls them. */
const MARKS: Readonly<Record<string, string>> = { i: 'italic', b: 'bold', sup: 'sup', sub: 'sub' };

/** A title with CSL's marks (`<i>`, `<b>`, `<sup>`, `<sub>`) as JATS; a mark that is not closed, or any other, is letters. */
function titleXml(title: string): string {
  const closed = /<(i|b|sup|sub)>((?:(?!<\1>)[\s\S])*?)<\/\1>/;
  const found = closed.exec(title);
  if (!found) return escapeText(title.replace(/<\/?span[^>]*>/g, ''));
  const [whole, mark = '', inside = ''] = found;
  return (
    titleXml(title.slice(0, found.index)) +
    element(MARKS[mark] ?? 'italic', {}, titleXml(inside)) +
    titleXml(title.slice(found.index + whole.length))
  );
}
