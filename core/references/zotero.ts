/** What Zotero's local API gives (version 3, `include=csljson`), as references that keep their key and address there. */
import { cslEntry } from '../formats/csl-json/index.ts';
import { withIds } from '../formats/item.ts';
import { listOf, objectOf, parsedList, wordsOf } from '../lookup/answers/json.ts';
import type { Reference } from '../report/types.ts';

export interface ZoteroCollection {
  /** "ABCD2345"; a group's library "groups/123", a collection in it "groups/123/ABCD2345". */
  readonly key: string;
  readonly name: string;
  /** How deep it lies in others; 0 at the top. */
  readonly depth: number;
}

/** Under these names a reference keeps what it is called in Zotero. */
export const ZOTERO_KEY = 'zotero:key';
export const ZOTERO_URI = 'zotero:uri';

/** Collections, each after the one it lies in, by name; null where the answer is none of Zotero's. */
export function readCollections(text: string): readonly ZoteroCollection[] | null {
  const answer = parsedList(text);
  if (!answer) return null;
  const all = answer.map(each => {
    const data = objectOf(objectOf(each).data);
    return { key: wordsOf(objectOf(each).key), name: wordsOf(data.name), parent: wordsOf(data.parentCollection) };
  });
  const keys = new Set(all.map(({ key }) => key));
  const below = (parent: string, depth: number): ZoteroCollection[] =>
    depth > 20
      ? []
      : all
          .filter(one => (depth === 0 ? !keys.has(one.parent) : one.parent === parent))
          .sort((a, b) => a.name.localeCompare(b.name))
          .flatMap(({ key, name }) => [{ key, name, depth }, ...below(key, depth + 1)]);
  return below('', 0);
}

/** The groups of an answer, as the highest collections; null where it is none of Zotero's. */
export function readGroups(text: string): readonly { readonly id: number; readonly name: string }[] | null {
  return (
    parsedList(text)?.flatMap(each => {
      const { id, data } = objectOf(each);
      const number = Number(id);
      const name = wordsOf(objectOf(data).name);
      return Number.isInteger(number) && number > 0 && name !== '' ? [{ id: number, name }] : [];
    }) ?? null
  );
}

/**
 * The address by which Zotero's plug-ins for Word and LibreOffice know an item; empty for a library that was never synchronised,
 * whose own key the local API does not tell.
 */
function uriOf(library: unknown, key: string): string {
  const { type, id } = objectOf(library);
  const number = Number(id);
  if (!Number.isInteger(number) || number <= 0) return '';
  return `http://zotero.org/${type === 'group' ? 'groups' : 'users'}/${number}/items/${key}`;
}

/** A file that Zotero keeps beside an item, on this computer. */
export interface ZoteroFile {
  readonly name: string;
  /** `file://…` as Zotero names it. */
  readonly address: string;
  /** MIME type; empty where Zotero does not say. */
  readonly type: string;
}

/** The files among an item's children; links to pages are none. Null where the answer is none of Zotero's. */
export function readZoteroFiles(text: string): readonly ZoteroFile[] | null {
  const answer = parsedList(text);
  if (!answer) return null;
  return answer.flatMap(each => {
    const { data, links } = objectOf(each);
    const { href, title, type } = objectOf(objectOf(links).enclosure);
    const { itemType, filename, contentType } = objectOf(data);
    const address = wordsOf(href);
    if (itemType !== 'attachment' || !/^file:/i.test(address)) return [];
    const last = address.split('/').at(-1) ?? '';
    return [
      { name: wordsOf(filename) || wordsOf(title) || last, address, type: wordsOf(contentType) || wordsOf(type) },
    ];
  });
}

/** Items as references; notes and files that stand alone are left out. Null where the answer is none of Zotero's. */
export function readZoteroItems(text: string): readonly Reference[] | null {
  const answer = parsedList(text);
  if (!answer) return null;
  const entries = answer.flatMap(each => {
    const { key, library, csljson, data } = objectOf(each);
    const { itemType, deleted } = objectOf(data);
    // What lies in Zotero's trash is not offered.
    if (['note', 'attachment', 'annotation'].includes(wordsOf(itemType)) || deleted) return [];
    const [item] = listOf(csljson);
    const entry = cslEntry(item);
    if (!entry || wordsOf(key) === '') return [];
    const uri = uriOf(library, wordsOf(key));
    const kept = { key: wordsOf(key), ...(uri === '' ? {} : { uri }) };
    // The id of the item is Zotero's address: a readable key is made instead.
    return [{ key: /^https?:|\/|^\d+$/.test(entry.key) ? '' : entry.key, draft: entry.draft, kept }];
  });
  return withIds('zotero', entries);
}
