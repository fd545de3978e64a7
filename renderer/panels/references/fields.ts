/** A reference as a form holds it: plain text a field. What the form does not show is kept as it is. */
import { dateFromFields, monthNumber } from '../../../core/formats/dates.ts';
import { commaName, isPlainlyBody, writtenName } from '../../../core/formats/names.ts';
import { doisOf } from '../../../core/lookup/doi.ts';
import type { CslDate, CslItem, CslName } from '../../../core/references/csl.ts';

/** Fields that hold a variable's text. */
export const VARIABLES = {
  title: 'title',
  journal: 'container-title',
  journalShort: 'container-title-short',
  collectionTitle: 'collection-title',
  volume: 'volume',
  issue: 'issue',
  pages: 'page',
  edition: 'edition',
  number: 'number',
  genre: 'genre',
  publisher: 'publisher',
  publisherPlace: 'publisher-place',
  doi: 'DOI',
  pmid: 'PMID',
  pmcid: 'PMCID',
  isbn: 'ISBN',
  issn: 'ISSN',
  url: 'URL',
  language: 'language',
} as const;
const NAMES = { authors: 'author', editors: 'editor' } as const;
const DATES = { date: 'issued', accessed: 'accessed' } as const;

export type FieldName = keyof typeof VARIABLES | keyof typeof NAMES | keyof typeof DATES;
/** Names stand one a line. */
export type Fields = Readonly<Record<FieldName | 'type', string>>;

/** "van den Berg, Anna", one a line. */
export function namesText(names: readonly CslName[]): string {
  return names.map(name => writtenName(name)).join('\n');
}

/** "2018-03"; what is no date by its parts as it is worded. */
export function dateText(date: CslDate | undefined): string {
  const parts = date?.['date-parts']?.[0];
  if (!parts) return date?.literal ?? date?.raw ?? '';
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}

const namesIn = (item: CslItem, variable: string) => (item[variable] ?? []) as readonly CslName[];
const entries = <T extends Readonly<Record<string, string>>>(of: T) =>
  Object.entries(of) as [keyof T & string, string][];

/** An item as text. */
export function fieldsOf(item: CslItem): Fields {
  return Object.fromEntries([
    ['type', item.type],
    ...entries(VARIABLES).map(([field, variable]) => [field, String(item[variable] ?? '')]),
    ...entries(NAMES).map(([field, variable]) => [field, namesText(namesIn(item, variable))]),
    ...entries(DATES).map(([field, variable]) => [field, dateText(item[variable] as CslDate | undefined)]),
  ]) as unknown as Fields;
}

/** A line with a comma is a person, with particle and suffix; one without, or plainly a body's name, is a group. */
export function nameFrom(line: string): CslName {
  return line.includes(',') && !isPlainlyBody(line) ? commaName(line) : { literal: line };
}

function namesFrom(lines: string, before: readonly CslName[]): readonly CslName[] {
  // A line that was not touched stays as it was.
  const known = new Map(before.map(name => [writtenName(name), name]));
  return lines
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .map(line => known.get(line) ?? nameFrom(line));
}

/** "2019-4-30", "April 2019", "30 avril 2019"; other words are kept as they are and printed so. */
export function dateFrom(text: string): CslDate {
  const typed = text.trim();
  const [, year = '', month = '', day = ''] = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(typed) ?? [];
  if (year !== '') {
    const isDay =
      Number(month || 1) >= 1 && Number(month || 1) <= 12 && Number(day || 1) >= 1 && Number(day || 1) <= 31;
    return isDay ? { 'date-parts': [[year, month, day].filter(Boolean).map(Number)] } : { literal: typed };
  }
  const [, d = '', m = '', y = ''] = /^(?:(\d{1,2})(?:er)?\s+)?(\p{L}+)\.?\s+(\d{4})$/u.exec(typed) ?? [];
  const named = y !== '' && monthNumber(m) !== null ? dateFromFields(y, m, d) : null;
  return named ?? { literal: typed };
}

/** A DOI without the address it was pasted in, a PMCID with its letters. */
function tidied(field: string, text: string): string {
  if (field === 'doi') return doisOf(text)[0]?.doi ?? text;
  if (field === 'pmcid' && /^\d+$/.test(text)) return `PMC${text}`;
  return text;
}

/** The item with the fields' text; an emptied field is taken out, an untouched one stays exactly as it was. */
export function itemFrom(fields: Fields, before: CslItem): CslItem {
  const was = fieldsOf(before);
  const item: Record<string, unknown> = { ...before, type: fields.type };
  const set = (field: FieldName, variable: string, read: (text: string) => unknown) => {
    const text = fields[field].trim();
    if (text === was[field].trim()) return;
    if (text === '') delete item[variable];
    else item[variable] = read(text);
  };
  for (const [field, variable] of entries(VARIABLES)) set(field, variable, text => tidied(field, text));
  for (const [field, variable] of entries(NAMES))
    set(field, variable, text => namesFrom(text, namesIn(before, variable)));
  for (const [field, variable] of entries(DATES)) set(field, variable, dateFrom);
  return item as unknown as CslItem;
}
