/** Zotero's own JSON, as Better BibTeX exports it ("BetterBibTeX JSON"): `{ config, items: [{ itemType, creators, attachments … }] }`. */
import type { CslName } from '../../references/csl.ts';
import { isObject, type Json } from '../csl-json/normal.ts';
import { tolerantItems } from '../csl-json/tolerant.ts';
import { looseDate } from '../dates.ts';
import { bareDoi, cslPages, type Draft, type EntryMade, take, withIds } from '../item.ts';
import { joinKeywords } from '../keywords.ts';
import { linesKnown } from '../lines.ts';
import { familyName, givenName } from '../names.ts';
import { type EntryProblem, entryNotRead, entryReadInPart } from '../problems.ts';
import { type LineOf, RESTS_EVERY, type Reading, type ReferenceFormat, throughout } from '../types.ts';
import { ASIDE, CREATORS, TEXTS, TYPES } from './fields.ts';

const BROKEN = {
  en: 'it is no valid JSON: a bracket, a comma or a quotation mark is wrong or missing',
  fr: 'ce n’est pas un JSON valide\u00a0: une accolade, une virgule ou un guillemet est faux ou manque',
};
const EMPTY = { en: 'it has no title', fr: 'elle n’a pas de titre' };

const text = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Notes, files and marks are items of Zotero too, and no works. */
const isWork = (item: unknown): item is Json =>
  isObject(item) && typeof item.itemType === 'string' && !['note', 'attachment', 'annotation'].includes(item.itemType);

function nameOf(creator: Json): CslName | null {
  const [whole, family, given] = [text(creator.name), text(creator.lastName), text(creator.firstName)];
  if (whole !== '') return { literal: whole };
  if (family === '') return given === '' ? null : { literal: given };
  return given === '' && Number(creator.fieldMode) === 1
    ? { literal: family }
    : { ...familyName(family), ...givenName(given) };
}

/** Lines of the field "Extra" that name what Zotero has no field for ("PMID: 29719190"); the others are a note. */
function takeExtra(draft: Draft, extra: string): string {
  return extra
    .split(/\r?\n/)
    .filter(line => {
      const [, name = '', value = ''] = /^\s*(PMID|PMCID|DOI)\s*:\s*(\S+)\s*$/i.exec(line) ?? [];
      if (name === '') return !/^\s*citation key\s*:/i.test(line);
      take(draft, name.toUpperCase(), name.toUpperCase() === 'DOI' ? bareDoi(value) : value);
      return false;
    })
    .join('\n')
    .trim();
}

function entryOf(item: Json): EntryMade | null {
  const draft: Draft = { type: TYPES[text(item.itemType)] ?? 'document' };
  const read = new Set<string>(ASIDE);
  for (const [field, variable] of TEXTS) if (take(draft, variable, text(item[field]))) read.add(field);
  if (draft.title === undefined && list(item.creators).length === 0) return null;
  for (const creator of list(item.creators)) {
    const name = isObject(creator) ? nameOf(creator) : null;
    if (!name) continue;
    const variable = CREATORS[text((creator as Json).creatorType)] ?? 'contributor';
    draft[variable] = [...((draft[variable] as readonly CslName[] | undefined) ?? []), name];
  }
  if (take(draft, 'page', cslPages(text(item.pages)))) read.add('pages');
  if (take(draft, 'DOI', bareDoi(text(item.DOI)))) read.add('DOI');
  if (take(draft, 'issued', looseDate(text(item.date)))) read.add('date');
  // Zotero tells the day and the time of day at which a page was looked at.
  if (take(draft, 'accessed', looseDate(text(item.accessDate).replace(/[T ]\d.*$/, '')))) read.add('accessDate');
  take(draft, 'note', takeExtra(draft, text(item.extra)));
  read.add('extra');
  const tags = list(item.tags).map(tag => text(isObject(tag) ? tag.tag : tag));
  take(draft, 'keyword', joinKeywords(tags));

  const kept: Record<string, string> = {};
  for (const [field, value] of Object.entries(item))
    if (!read.has(field) && text(value) !== '') kept[field] = text(value);
  const key = text(item.itemKey) || text(item.key);
  if (key !== '') kept.key = key;
  if (/^https?:/.test(text(item.uri))) kept.uri = text(item.uri);
  const files = list(item.attachments).flatMap(file => {
    const path = isObject(file) ? text(file.path) || text(file.localPath) : '';
    return path === '' ? [] : [path];
  });
  if (files.length > 0) kept.files = JSON.stringify(files);
  return { key: text(item.citationKey) || text(item.citekey), draft, kept };
}

const lineOfWork: LineOf = (index, text) =>
  [...tolerantItems(text)].filter(({ value }) => isWork(value))[index]?.line ?? 1;

/** One bad item never costs the rest, nor does a truncated file. */
function* zoteroReading(source: string): Reading {
  let items: readonly unknown[] | null = null;
  try {
    const data: unknown = JSON.parse(source);
    items = isObject(data) ? list(data.items) : list(data);
  } catch {}
  const made: EntryMade[] = [];
  const works = items?.filter(isWork) ?? [];
  for (const work of works) {
    const entry = entryOf(work);
    if (entry === null) break;
    made.push(entry);
    if (made.length % RESTS_EVERY === 0) yield made.length;
  }
  if (items !== null && made.length === works.length)
    return { references: withIds('zotero', made), problems: [], lineOf: lineOfWork };
  const entries: EntryMade[] = [];
  const lines: number[] = [];
  const problems: EntryProblem[] = [];
  for (const { line, source: piece, value, cut } of tolerantItems(source)) {
    if (!cut && !isWork(value)) continue;
    const entry = isWork(value) ? entryOf(value) : null;
    if (entry) {
      entries.push(entry);
      lines.push(line);
      if (entries.length % RESTS_EVERY === 0) yield entries.length;
    }
    if (!entry) problems.push(entryNotRead(line, cut ? BROKEN : EMPTY, piece, cut ? 'references.json' : undefined));
    else if (cut) problems.push(entryReadInPart(line, BROKEN, piece, 'references.json'));
  }
  return { references: withIds('zotero', entries), problems, lineOf: linesKnown(lines) };
}

export const readZoteroJson = throughout(zoteroReading);

export const zoteroJson: ReferenceFormat = {
  id: 'zotero',
  name: 'Zotero JSON',
  // Its content alone tells it from CSL-JSON.
  extensions: [],
  recognises: source => /^\s*[{[]/.test(source) && /"itemType"\s*:\s*"[a-z]/.test(source),
  reading: zoteroReading,
  read: readZoteroJson,
};
