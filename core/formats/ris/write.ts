/** References as RIS. What was read from such a file goes back into the tag it came from. */
import type { CslDate, CslItem, CslName } from '../../references/csl.ts';
import type { Reference } from '../../report/types.ts';
import { foreignFields } from '../foreign/fields.ts';
import { foreignLines } from '../foreign/lines.ts';
import { placeIn, serialsIn, wouldMislead } from '../foreign/places.ts';
import { bareDoi, keptFor, readAs, referenceOf } from '../item.ts';
import { splitKeywords } from '../keywords.ts';
import { isBody, writtenName } from '../names.ts';
import { spareLines, unsaid } from '../spare.ts';
import { inOrder } from '../variables.ts';
import { ACCESSED, DAY_APART } from './dating.ts';
import { addTag, nameOf, newEntry } from './entry.ts';
import { pagesOf, serialOf } from './numbers.ts';
import { hasSeries, looksOnline } from './places.ts';
import { finish, SPARE, TYPE_AS_READ } from './read.ts';
import { tagFor, typeOfTag, typeTag } from './tags.ts';

type Line = readonly [tag: string, value: string];
type Kept = ReadonlyMap<string, string>;

const SEASONS = ['Spring', 'Summer', 'Autumn', 'Winter'];

/** A whole file: one entry after the other, from its TY to its ER. */
export function writeRis(references: readonly Reference[]): string {
  return references.map(writeEntry).join('\n');
}

function writeEntry(reference: Reference): string {
  const { item } = reference;
  const kept: Kept = new Map(keptFor(reference, 'ris'));
  const asRead = kept.get(TYPE_AS_READ);
  const type = asRead && typeOfTag(asRead) === item.type ? asRead : typeTag(item.type);
  const lines: Line[] = [['TY', type]];
  for (const variable of inOrder(Object.keys(item))) lines.push(...linesOf(variable, item[variable], item, kept));
  for (const [tag, value] of kept)
    if (!tag.startsWith('@')) for (const each of value.split('\n')) lines.push([tag, each]);
  const others = foreignIn(reference, lines);
  const read = said(type, lines);
  for (const variable of unsaid(item, read))
    for (const line of spareLines(variable, item[variable], read[variable])) lines.push([SPARE, line]);
  for (const line of others) lines.push([SPARE, line]);
  for (const key of kept.get('@ID')?.split('\n') ?? []) lines.push(['ID', key]);
  if (!kept.has('ID')) lines.push(['ID', reference.id]);
  return `${lines.map(([tag, value]) => `${tag}  - ${oneLine(value)}\n`).join('')}ER  - \n`;
}

/** Adds what other formats had to the lines that mean the same, and gives what stands in lines of its own. */
function foreignIn(reference: Reference, lines: Line[]): readonly string[] {
  return foreignFields(reference, 'ris').flatMap(field => {
    const serials = serialsIn('ris', field.values, reference.item);
    const tag = serials ?? placeIn('ris', field.format, field.name);
    const values = field.values.flatMap(value => value.split(/\n+/));
    if (
      tag === undefined ||
      (serials === undefined && lines.some(([name]) => name === tag)) ||
      values.some(value => wouldMislead(tag, value, reference.item.type))
    )
      return foreignLines(field);
    for (const value of values) lines.push([tag, value]);
    return [];
  });
}

/** What an entry of these lines is read as. */
function said(type: string, lines: readonly Line[]): CslItem {
  const entry = newEntry(type, 0);
  for (const [tag, value] of lines)
    if (tag !== 'TY') addTag(entry, tag.charCodeAt(0), tag.charCodeAt(1), oneLine(value).trim());
  return referenceOf('', '', finish(entry)).item;
}

/** A value has no line of its own in RIS. */
const oneLine = (value: string) => (/[\r\n]/.test(value) ? value.replace(/\s*[\r\n]+\s*/g, ' ') : value);

function linesOf(variable: string, value: unknown, item: CslItem, kept: Kept): readonly Line[] {
  const tagAsRead = kept.get(readAs(variable));
  const tag = tagAsRead ?? tagFor(variable);
  switch (variable) {
    case 'id':
    case 'type':
      return [];
    case 'issued':
      return issuedLines(value as CslDate, kept);
    case 'PMCID':
      return ['U1', 'U2', 'U3', 'AN'].some(name => kept.get(name)?.includes(String(value)))
        ? []
        : [[tag ?? 'C2', String(value)]];
    case 'available-date': {
      const written = kept.get('@ET') ?? slashed(value as CslDate);
      // Of anything but an article it would be read as an edition.
      return looksOnline(item.type, written) ? [['ET', written]] : [];
    }
    case 'accessed':
      return kept.has(ACCESSED) ? [] : [['Y2', slashed(value as CslDate)]];
    case 'section':
    case 'chapter-number':
      // One place for both, of which a chapter has its number there.
      return (variable === 'section') === (item.type === 'chapter') ? [] : [[tag ?? 'SE', String(value)]];
    case 'collection-editor':
      if (item.type !== 'book') return namesIn(tag ?? 'A3', value as readonly CslName[], kept);
      // Alone, they would be read as the book's own.
      return tagAsRead === undefined &&
        item.editor === undefined &&
        (item.author === undefined || item['collection-title'] === undefined)
        ? []
        : namesIn(tagAsRead ?? 'A2', value as readonly CslName[], kept);
    case 'edition':
      // An article's edition is read as the day it was first online where it looks like one.
      return looksOnline(item.type, String(value)) ? [] : [[tag ?? 'ET', String(value)]];
    case 'ISSN':
    case 'ISBN':
      return serialOf(item.type, String(value)) === variable ? [[tag ?? 'SN', asWritten('SN', value, kept)]] : [];
    case 'keyword':
      return splitKeywords(String(value)).map((word): Line => ['KW', word]);
    case 'page':
    case 'number-of-pages':
      // RIS has one place for both, and the pages of a part are what it is found by.
      if (variable === 'number-of-pages' && item.page !== undefined && kept.get(readAs('page')) !== 'C7') return [];
      return tag === 'C7' || tag === 'SE' ? [[tag, String(value)]] : pageLines(String(value), kept);
    case 'DOI':
      return doiLines(String(value), tag ?? 'DO', item, kept);
    case 'publisher-place':
    case 'event-place':
      return placeLines(variable, String(value), item, tagAsRead);
    case 'event-title':
      return [[tag ?? 'T2', String(value)]];
    case 'container-title':
      if (item.type === 'paper-conference' && item['event-title'] !== undefined && !kept.has(readAs(variable)))
        return [['C3', String(value)]];
      // Of a book itself, T2 is the series.
      return [[hasSeries(item.type) && tag === 'T2' ? 'BT' : (tag ?? 'T2'), String(value)]];
    case 'PMID':
      if (['U1', 'U2', 'U3'].some(name => kept.get(name)?.includes(`${value}[pmid]`))) return [];
      if (kept.get('AN')?.endsWith(String(value))) return [];
      if (kept.get('C3')?.includes(`PUBMED ${value}`) || kept.get('C5') === String(value)) return [];
      if (tag === undefined && item.source !== undefined && !/medline|pubmed/i.test(String(item.source)))
        return [['U1', `${value}[pmid]`]];
      return [[tag ?? 'AN', String(value)]];
  }
  if (tag === undefined) return [];
  if (Array.isArray(value)) return namesIn(tag, value as readonly CslName[], kept);
  return typeof value === 'string' || typeof value === 'number' ? [[tag, asWritten(tag, value, kept)]] : [];
}

/** Of a meeting's paper with both, `CY` is where the meeting was, and `C1` where its proceedings came out; alone, each has its own. */
function placeLines(variable: string, value: string, item: CslItem, tagAsRead: string | undefined): readonly Line[] {
  const both = item['publisher-place'] !== undefined && item['event-place'] !== undefined;
  const turned = both && item.type === 'paper-conference';
  return [[tagAsRead ?? ((variable === 'event-place') === turned ? 'CY' : 'C1'), value]];
}

/** People with their degrees, and what else stood beside their names. */
function namesIn(tag: string, names: readonly CslName[], kept: Kept): readonly Line[] {
  const asRead = new Map((kept.get(`@${tag}`) ?? '').split('\n').map(line => [JSON.stringify(nameOf(line)), line]));
  return names.map((name): Line => [tag, asRead.get(JSON.stringify(name)) ?? risName(name)]);
}

/** A number that was taken out of more words, with them. */
function asWritten(tag: string, value: unknown, kept: Kept): string {
  const asRead = kept.get(`@${tag}`);
  return asRead?.includes(String(value)) ? asRead : String(value);
}

/** A body whose name could be a person's has a comma at its end, as EndNote writes it. */
const risName = (name: CslName) => writtenName(name, isBody(name.literal ?? '') ? '' : ',');

/** The pages as they were read while they still say the same; else first and last. */
function pageLines(value: string, kept: Kept): readonly Line[] {
  const [first, last] = [kept.get('@SP'), kept.get('@EP')];
  if (first !== undefined || last !== undefined) {
    if (pagesOf(first ?? '', last ?? '') === value || (last === undefined && first?.includes(value)))
      return [
        ...(first === undefined ? [] : ([['SP', first]] as const)),
        ...(last === undefined ? [] : ([['EP', last]] as const)),
      ];
  }
  const range = /^([^\s,;-]+)-([^\s,;-]+)$/.exec(value);
  return range
    ? [
        ['SP', range[1] as string],
        ['EP', range[2] as string],
      ]
    : [['SP', value]];
}

function doiLines(doi: string, tag: string, item: CslItem, kept: Kept): readonly Line[] {
  // What the reader took for no DOI is kept as it stood.
  if (bareDoi(doi) === null && kept.get(tag)?.split('\n').includes(doi)) return [];
  const asRead = kept.get(`@${tag}`);
  if (asRead?.includes(doi)) return [[tag, asRead]];
  // Taken out of the address, it is in the address still.
  if (tag === 'DO' && kept.size > 0 && !kept.has('@DO') && item.URL?.endsWith(doi) && kept.has('@DOI')) return [];
  return [[tag, doi]];
}

function issuedLines(date: CslDate, kept: Kept): readonly Line[] {
  const tag =
    kept.get(readAs('issued')) ??
    (kept.has(DAY_APART) ? 'PY' : undefined) ??
    (date['date-parts']?.[0]?.[1] === undefined && date.season === undefined ? 'PY' : 'DA');
  // A day that stands in a tag of its own is given back from there.
  const whole =
    tag !== 'DA' && kept.has(DAY_APART) && date['date-parts'] !== undefined
      ? slashed({ 'date-parts': [date['date-parts']?.[0]?.slice(0, 1) ?? []] })
      : slashed(date);
  const year = String(date['date-parts']?.[0]?.[0] ?? '');
  const also =
    kept.get('@also')?.split(' ') ?? (kept.has(readAs('issued')) || tag === 'PY' || year === '' ? [] : ['PY']);
  return [[tag, tag === 'PY' && /^\d+\/+$/.test(whole) ? year : whole], ...also.map((name): Line => [name, year])];
}

/** "2019/05/03/", "2019/05//", "2019///Spring", a year alone as it is, words as they are. */
function slashed({ 'date-parts': parts, season, literal, raw }: CslDate): string {
  const [year, month, day] = parts?.[0] ?? [];
  if (year === undefined) return literal ?? raw ?? '';
  const until = parts?.[1]?.map((number, index) => String(number).padStart(index === 0 ? 4 : 2, '0')).join('-');
  if (until !== undefined && month === undefined) return `${year}-${until}`;
  const two = (number: number | string | undefined) => (number === undefined ? '' : String(number).padStart(2, '0'));
  const words = season === undefined ? '' : (SEASONS[Number(season) - 1] ?? String(season));
  if (month === undefined && words === '') return String(year);
  if (day !== undefined) return `${year}/${two(month)}/${two(day)}${until === undefined ? '' : `/${until}`}`;
  return `${year}/${two(month)}//${until ?? words}`;
}
