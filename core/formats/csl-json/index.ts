/** CSL-JSON: a list of items, one item, one item a line, or Zotero's and Better BibTeX's `{ items: […] }`. */
import type { Reference } from '../../report/types.ts';
import { type EntryMade, keptFor, referencesOf } from '../item.ts';
import { linesKnown } from '../lines.ts';
import { type EntryProblem, entryNotRead, entryReadInPart } from '../problems.ts';
import { type LineOf, RESTS_EVERY, type Reading, type ReferenceFormat, throughout } from '../types.ts';
import { END, listedItems } from './listed.ts';
import { isObject, type Json, normalItem, normalValue } from './normal.ts';
import { tolerantItems } from './tolerant.ts';

const BROKEN = {
  en: 'it is no valid JSON: a bracket, a comma or a quotation mark is wrong or missing',
  fr: 'ce n’est pas un JSON valide\u00a0: une accolade, une virgule ou un guillemet est faux ou manque',
};
const EMPTY = { en: 'it has neither a type nor a title', fr: 'elle n’a ni type ni titre' };

/** A field kept from another format, as `custom` holds it: "bibtex:file". */
const KEPT = /^[a-z][a-z-]*:./;

/** The entry an item makes; null where it says neither what it is nor what it is called. */
export function cslEntry(item: unknown): EntryMade | null {
  if (!isObject(item) || !(typeof item.type === 'string' || item.title)) return null;
  const { draft, kept } = normalItem(item);
  const foreign: Record<string, string> = {};
  if (isObject(draft.custom)) {
    const own: Json = {};
    for (const [name, value] of Object.entries(draft.custom))
      if (KEPT.test(name) && typeof value === 'string') foreign[name] = value;
      else own[name] = value;
    if (Object.keys(foreign).length > 0) {
      delete draft.custom;
      if (Object.keys(own).length > 0) draft.custom = own;
    }
  }
  return { key: keyOf(item), draft, kept, foreign };
}

/** Zotero's ids are addresses or numbers of its own; the citation key beside them is the one users know. */
function keyOf({ id, 'citation-key': citationKey }: Json): string {
  const key = typeof id === 'string' || typeof id === 'number' ? String(id) : '';
  const better = typeof citationKey === 'string' && (key === '' || /^(?:https?:|\d+$)/.test(key));
  return better ? citationKey : key;
}

/** Makes references of CSL entries, with what other formats kept given back to them. */
export const cslReferencesOf = (): ((entry: EntryMade) => Reference) => referencesOf('csl-json');

function itemsOf(data: unknown): readonly unknown[] {
  if (Array.isArray(data)) return data;
  if (!isObject(data)) return [data];
  const list = [data.items, data.references, data.message].find(value => Array.isArray(value) || isObject(value));
  if (list !== undefined && typeof data.type !== 'string') return itemsOf(list);
  // citeproc's users keep their items by id.
  const named = Object.entries(data);
  const isMap = named.length > 0 && named.every(([, value]) => isObject(value) && typeof value.type === 'string');
  return isMap ? named.map(([id, value]) => ({ id, ...(value as Json) })) : [data];
}

const lineOfItem: LineOf = (index, text) => [...tolerantItems(text)][index]?.line ?? 1;

/** Every variable is taken: the format is the model's own. One bad item never costs the rest, nor does a truncated file. */
function* cslReading(text: string): Reading {
  const referenceOf = cslReferencesOf();
  const references: Reference[] = [];
  // A list of sound items, one after the other, so that a large file never becomes one tree.
  let sound = false;
  for (const item of listedItems(text)) {
    const entry = item === END ? null : cslEntry(item);
    sound = item === END;
    if (entry === null) break;
    references.push(referenceOf(entry));
    if (references.length % RESTS_EVERY === 0) yield references.length;
  }
  if (sound) return { references, problems: [], lineOf: lineOfItem };
  return yield* cslReadingOf(text);
}

/** Anything but a list of sound items. */
function* cslReadingOf(text: string): Reading {
  let items: readonly unknown[] | null = null;
  try {
    items = itemsOf(JSON.parse(text));
  } catch {}
  const made = items?.map(cslEntry);
  // Only where something is wrong are the places of items looked for.
  if (made?.every(entry => entry !== null)) {
    return { references: made.map(cslReferencesOf()), problems: [], lineOf: lineOfItem };
  }
  const entries: EntryMade[] = [];
  const lines: number[] = [];
  const problems: EntryProblem[] = [];
  for (const { line, source, value, cut } of tolerantItems(text)) {
    const entry = cslEntry(value);
    if (entry) {
      entries.push(entry);
      lines.push(line);
      if (entries.length % RESTS_EVERY === 0) yield entries.length;
    }
    if (!entry) problems.push(entryNotRead(line, cut ? BROKEN : EMPTY, source, cut ? 'references.json' : undefined));
    else if (cut) problems.push(entryReadInPart(line, BROKEN, source, 'references.json'));
  }
  return { references: entries.map(cslReferencesOf()), problems, lineOf: linesKnown(lines) };
}

export const readCslJson = throughout(cslReading);

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The item of a reference as a file has it: reshaped variables as they were, fields of other formats under `custom`. */
export function itemOf(reference: Reference): Json {
  const { id, type, ...variables } = reference.item;
  const item: Json = { id, type, ...variables };
  for (const [variable, value] of keptFor(reference, 'csl-json')) {
    const before = asJson(value);
    const says = JSON.stringify(normalValue(variable, before));
    if (says === JSON.stringify(item[variable])) item[variable] = before;
  }
  const foreign = Object.entries(reference.kept ?? {}).filter(([name]) => !name.startsWith('csl-json:'));
  if (foreign.length > 0)
    item.custom = { ...(isObject(item.custom) ? item.custom : {}), ...Object.fromEntries(foreign) };
  return item;
}

/** A list of items, the fields kept for other formats under `custom`, where {@link readCslJson} finds them again. */
export function writeCslJson(references: readonly Reference[]): string {
  return `${JSON.stringify(references.map(itemOf), null, 2)}\n`;
}

export const cslJson: ReferenceFormat = {
  id: 'csl-json',
  name: 'CSL-JSON',
  extensions: ['json', 'csljson'],
  recognises: text => /^\s*(?:\[\s*(?:[{\]]|$)|\{\s*["}])/.test(text),
  reading: cslReading,
  read: readCslJson,
  write: writeCslJson,
};
