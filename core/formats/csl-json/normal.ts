/**
 * CSL items as programs really write them, brought into the shapes of the CSL-JSON schema (csl-data 1.0.2): names as text, dates
 * as text or by fields, lists where one text belongs, Crossref's types. What had to be reshaped is kept as it was.
 */
import type { CslDate, CslName } from '../../references/csl.ts';
import { isoDate } from '../dates.ts';
import { bareDoi, cslPages, type Draft, take } from '../item.ts';
import { joinKeywords } from '../keywords.ts';
import { medlineDate, medlineDateAndWords } from '../medline-date.ts';
import { commaName } from '../names.ts';
import { DATES, NAMES } from '../variables.ts';

export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Variables that the schema wants as text, never as a number. */
const TEXTS: ReadonlySet<string> = new Set(
  (
    'title title-short container-title container-title-short collection-title publisher publisher-place DOI URL ISBN ISSN ' +
    'PMID PMCID abstract note annote language genre medium source archive keyword event-title event-place'
  ).split(' '),
);
/** Variables that may be a number or text. */
const NUMBERS: ReadonlySet<string> = new Set(
  'volume issue page number edition chapter-number collection-number number-of-pages number-of-volumes'.split(' '),
);
/** Variables whose values are no text. */
const FREE: ReadonlySet<string> = new Set(['custom', 'categories']);

/** Crossref's and DataCite's names of types. */
const TYPES: Readonly<Record<string, string>> = {
  'journal-article': 'article-journal',
  'book-chapter': 'chapter',
  'book-section': 'chapter',
  'proceedings-article': 'paper-conference',
  'posted-content': 'article',
  preprint: 'article',
  monograph: 'book',
  'edited-book': 'book',
  'reference-book': 'book',
  'reference-entry': 'entry',
  dissertation: 'thesis',
  'newspaper-article': 'article-newspaper',
  'magazine-article': 'article-magazine',
  'web-page': 'webpage',
};

const textOf = (value: unknown) =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

function nameOf(value: unknown): CslName | null {
  if (typeof value === 'string') return value.trim() === '' ? null : commaName(value, true);
  if (!isObject(value)) return null;
  const parts: Json = {};
  for (const [part, said] of Object.entries(value)) {
    // Crossref's bodies have a name.
    const as = part === 'name' && value.literal === undefined && value.family === undefined ? 'literal' : part;
    if (/^(?:family|given|literal|suffix|(?:non-)?dropping-particle)$/.test(as)) {
      if (textOf(said) !== '') parts[as] = textOf(said);
    } else if (said !== null) parts[as] = said;
  }
  const named = parts.family ?? parts.literal ?? parts.given;
  return named === undefined ? null : (parts as CslName);
}

function namesOf(value: unknown): readonly CslName[] {
  const list = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/\s*;\s*|\s+and\s+/) : [value];
  return list.map(nameOf).filter(name => name !== null);
}

const isPart = (value: unknown) =>
  typeof value === 'number' ? Number.isFinite(value) : /^-?\d{1,4}$/.test(textOf(value));

/** Years, months and days up to the first that is none. */
function partsOf(value: unknown): readonly number[] {
  if (!Array.isArray(value)) return isPart(value) ? [Number(value)] : [];
  const end = value.findIndex(part => !isPart(part));
  return (end < 0 ? value : value.slice(0, end)).map(Number);
}

/** Pandoc's dates by fields. */
function fieldsOf(date: Json): readonly number[] {
  const fields = [date.year, date.month, date.day];
  const end = fields.findIndex(part => !isPart(part));
  return (end < 0 ? fields : fields.slice(0, end)).map(Number);
}

function dateOf(value: unknown): CslDate | null {
  if (typeof value === 'number') return { 'date-parts': [[value]] };
  if (typeof value === 'string') return isoDate(value) ?? medlineDate(value);
  if (Array.isArray(value)) {
    const points = value
      .map(point => (isObject(point) ? fieldsOf(point) : partsOf(point)))
      .filter(each => each.length > 0);
    return points.length === 0 ? null : { ...(isObject(value[0]) ? season(value[0]) : {}), 'date-parts': points };
  }
  if (!isObject(value)) return null;
  const { 'date-parts': given, year, month, day, ...others } = value;
  if (given !== undefined) {
    const list = Array.isArray(given) ? (given.some(Array.isArray) ? given : [given]) : [];
    const parts = list.map(partsOf).filter(each => each.length > 0);
    if (parts.length > 0) return { 'date-parts': parts, ...others };
  }
  if (isPart(year)) return { 'date-parts': [fieldsOf({ year, month, day })], ...others };
  // A raw date that is ISO's needs nobody to guess it.
  const said = Object.keys(others).length === 1 ? textOf(others.raw) : '';
  const iso = isoDate(said);
  if (iso !== null) return iso;
  // Nor does "May 2019" or "3 mai 2019".
  const named = /^[\p{L}\d .,]{6,30}$/u.test(said) && /\p{L}/u.test(said) ? medlineDateAndWords(said) : null;
  if (named?.['date-parts'] !== undefined && named.literal === undefined && named.raw === undefined) return named;
  return ['raw', 'literal', 'season'].some(name => textOf(others[name]) !== '') ? (others as CslDate) : null;
}

const season = ({ season: value, circa }: Json) => ({
  ...(value === undefined ? {} : { season: value as string }),
  ...(circa === undefined ? {} : { circa: circa as string }),
});

/** A variable in the shape it has in CSL; undefined for what says nothing. */
export function normalValue(variable: string, value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  if (NAMES.has(variable)) {
    const names = namesOf(value);
    return names.length === 0 ? undefined : names;
  }
  if (DATES.has(variable)) return dateOf(value) ?? undefined;
  if (variable === 'type') {
    const type = textOf(value).trim().toLowerCase();
    return TYPES[type] ?? (type || 'document');
  }
  if (FREE.has(variable)) return value;
  if (Array.isArray(value)) {
    const texts = value.map(textOf).filter(each => each !== '');
    if (texts.length !== value.length) return value;
    return variable === 'keyword' ? joinKeywords(texts) : texts[0];
  }
  if (isObject(value)) return TEXTS.has(variable) || NUMBERS.has(variable) ? undefined : value;
  if (variable === 'page' && /^[A-Za-z]?\d+\s*(?:--+|[–—−])\s*[A-Za-z]?\d+$/.test(textOf(value)))
    return cslPages(textOf(value));
  if (variable === 'DOI' && /^\s*(?:https?:|doi)/i.test(textOf(value))) return bareDoi(textOf(value)) ?? value;
  return typeof value === 'boolean' || (typeof value === 'number' && TEXTS.has(variable)) ? String(value) : value;
}

/** An item as a draft, and the variables that had to be reshaped, as JSON of what stood there. */
export function normalItem(item: Json): { readonly draft: Draft; readonly kept: Record<string, string> } {
  const draft: Draft = { type: 'document' };
  const kept: Record<string, string> = {};
  for (const [variable, value] of Object.entries(item)) {
    if (variable === 'id') continue;
    const normal = normalValue(variable, value);
    if (normal === undefined) {
      // What no variable can hold is given back to a file of this format all the same.
      if (typeof value === 'object' && value !== null) kept[variable] = JSON.stringify(value);
      continue;
    }
    draft[variable] = normal;
    if (normal !== value && JSON.stringify(normal) !== JSON.stringify(value)) kept[variable] = JSON.stringify(value);
  }
  takeNoted(draft);
  // Crossref's name for it, and what both were called before CSL 1.0.1.
  for (const name of ['short-container-title', 'journalAbbreviation']) {
    const short = draft[name];
    if (typeof short === 'string' && short !== draft['container-title']) take(draft, 'container-title-short', short);
  }
  if (typeof draft.shortTitle === 'string') take(draft, 'title-short', draft.shortTitle);
  return { draft, kept };
}

/** Zotero's "Extra" comes as a note: lines of it name identifiers that CSL has variables for. The note stays as it is. */
function takeNoted(draft: Draft): void {
  if (typeof draft.note !== 'string') return;
  for (const [, name = '', value = ''] of draft.note.matchAll(/^(PMID|PMCID):[ \t]*(\w+)[ \t]*$/gim))
    take(draft, name.toUpperCase(), value);
}
