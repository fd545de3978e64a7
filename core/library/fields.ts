/** An entry by its fields: reading one, and the entry with one replaced. The names stand at `Change` in types.ts. */
import type { CslItem } from '../references/csl.ts';
import type { AttachedFile, Change, CitedIn, Entry, NewEntry } from './types.ts';

/** Fields that hold yes or nothing. */
export const FLAGS = ['read', 'starred', 'trashed'] as const;
export type Flag = (typeof FLAGS)[number];

/** "item.title" → ["item", "title"]; a field without a name inside has an empty one. */
export function parted(field: string): readonly [group: string, name: string] {
  const dot = field.indexOf('.');
  return dot < 0 ? [field, ''] : [field.slice(0, dot), field.slice(dot + 1)];
}

/** The value of a field, null where it is empty. Two values are the same if their JSON is. */
export function fieldOf(entry: Entry, field: string): unknown {
  const [group, name] = parted(field);
  switch (group) {
    case 'key':
      return entry.key;
    case 'read':
    case 'starred':
    case 'trashed':
      return entry[group] ? true : null;
    case 'mergedInto':
      return entry.mergedInto;
    case 'item':
      return entry.item[name] ?? null;
    case 'kept':
      return entry.kept[name] ?? null;
    case 'tag':
      return entry.tags.includes(name) ? true : null;
    case 'collection':
      return entry.collections.includes(name) ? true : null;
    case 'alias':
      return entry.aliases.includes(name) ? true : null;
    case 'note':
      return entry.notes.find(({ id }) => id === name)?.text ?? null;
    case 'file':
      return entry.files.find(({ id }) => id === name) ?? null;
    case 'cited':
      return entry.cited.find(({ report }) => report === name) ?? null;
    default:
      return null;
  }
}

/** The entry with one field replaced. A field of no known name changes nothing. */
export function withField(entry: Entry, field: string, value: unknown): Entry {
  const [group, name] = parted(field);
  const isGone = value === null || value === undefined || value === false;
  switch (group) {
    case 'key':
      return typeof value === 'string' && value !== '' ? { ...entry, key: value } : entry;
    case 'read':
    case 'starred':
    case 'trashed':
      return { ...entry, [group]: !isGone };
    case 'mergedInto':
      return { ...entry, mergedInto: typeof value === 'string' ? value : null };
    case 'item':
      return { ...entry, item: withVariable(entry.item, name, value) };
    case 'kept': {
      const { [name]: _, ...others } = entry.kept;
      return { ...entry, kept: isGone ? others : { ...entry.kept, [name]: String(value) } };
    }
    case 'tag':
      return { ...entry, tags: withWord(entry.tags, name, !isGone) };
    case 'collection':
      return { ...entry, collections: withWord(entry.collections, name, !isGone) };
    case 'alias':
      return { ...entry, aliases: withWord(entry.aliases, name, !isGone) };
    case 'note':
      return {
        ...entry,
        notes: replaced(entry.notes, ({ id }) => id === name, isGone ? null : { id: name, text: String(value) }),
      };
    case 'file':
      return {
        ...entry,
        files: replaced(entry.files, ({ id }) => id === name, isGone ? null : { ...(value as AttachedFile), id: name }),
      };
    case 'cited':
      return {
        ...entry,
        cited: replaced(
          entry.cited,
          ({ report }) => report === name,
          isGone ? null : { ...(value as CitedIn), report: name },
        ),
      };
    default:
      return entry;
  }
}

function withVariable(item: CslItem, name: string, value: unknown): CslItem {
  // Without a type an item is none.
  if (name === 'id' || name === '' || (name === 'type' && typeof value !== 'string')) return item;
  if (value === null || value === undefined || value === '') {
    const { [name]: _, ...others } = item;
    return others as CslItem;
  }
  return { ...item, [name]: value };
}

function withWord(words: readonly string[], word: string, isThere: boolean): readonly string[] {
  if (word === '' || words.includes(word) === isThere) return words;
  return isThere ? [...words, word] : words.filter(other => other !== word);
}

function replaced<T>(list: readonly T[], here: (item: T) => boolean, value: T | null): readonly T[] {
  const at = list.findIndex(here);
  if (at < 0) return value === null ? list : [...list, value];
  return value === null ? list.toSpliced(at, 1) : list.with(at, value);
}

/** Whether two values of a field are the same, whatever the order of their keys. */
export function sameValue(one: unknown, other: unknown): boolean {
  return canonical(one ?? null) === canonical(other ?? null);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** An entry of its first fields; its item is known by the entry's id. */
export function entryFrom(id: string, key: string, made: NewEntry): Entry {
  return { id, key, item: made.item.id === id ? made.item : { ...made.item, id }, ...besidesOf(made) };
}

/** The same of what is known by the entry's id already, whose item is not asked for before the entry's is. */
export function entryLater(id: string, key: string, made: NewEntry): Entry {
  return {
    id,
    key,
    get item() {
      return made.item;
    },
    ...besidesOf(made),
  };
}

/** Of an entry whose lists are empty. */
const NONE: readonly never[] = [];

/** What a new entry has beside its id, key and item. */
export function besidesOf(made: Omit<NewEntry, 'key' | 'item'>): Omit<Entry, 'id' | 'key' | 'item'> {
  return {
    kept: made.kept ?? {},
    tags: made.tags ? [...new Set(made.tags)] : NONE,
    collections: made.collections ? [...new Set(made.collections)] : NONE,
    notes: made.notes ?? NONE,
    read: false,
    starred: false,
    files: NONE,
    cited: NONE,
    aliases: NONE,
    trashed: false,
    mergedInto: null,
  };
}

/** Names of all fields of an entry that hold something, `key` first. */
export function fieldsOf(entry: Entry): readonly string[] {
  return [
    'key',
    ...Object.keys(entry.item)
      .filter(name => name !== 'id')
      .map(name => `item.${name}`),
    ...Object.keys(entry.kept).map(name => `kept.${name}`),
    ...entry.tags.map(tag => `tag.${tag}`),
    ...entry.collections.map(id => `collection.${id}`),
    ...entry.aliases.map(key => `alias.${key}`),
    ...entry.notes.map(({ id }) => `note.${id}`),
    ...entry.files.map(({ id }) => `file.${id}`),
    ...entry.cited.map(({ report }) => `cited.${report}`),
    ...FLAGS.filter(flag => entry[flag]),
    ...(entry.mergedInto === null ? [] : ['mergedInto']),
  ];
}

/** The changes that make the item of an entry into another: one a variable that differs. */
export function itemChanges(entry: Pick<Entry, 'id' | 'item'>, item: CslItem): readonly Change[] {
  const names = new Set([...Object.keys(entry.item), ...Object.keys(item)]);
  names.delete('id');
  return [...names]
    .filter(name => !sameValue(entry.item[name], item[name]))
    .map(name => ({ entry: entry.id, field: `item.${name}`, value: item[name] ?? null }));
}
