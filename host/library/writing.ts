/** Putting entries into the tables: their rows, and what they are listed by. */
import { FLAGS } from '../../core/library/fields.ts';
import type { Collection, Entry, EntryRow, KeptEntry } from '../../core/library/types.ts';
import { fileStanding } from '../../core/lookup/file-notices.ts';
import type { Standing as StandingSaid } from '../../core/lookup/standing.ts';
import type { Database } from './database.ts';
import { type ListedItem, listedItem, type ToldItem } from './listed.ts';
import type { EntryLines } from './searching/entry-words.ts';
import { forgetStanding } from './standings.ts';

const COLUMNS = [
  'id',
  'key',
  'revision',
  'created_by',
  'created_at',
  'changed_by',
  'changed_at',
  'trashed',
  'starred',
  'read',
  'files',
  'type',
  'year',
  'title',
  'author',
  'journal',
  'doi',
  'line',
] as const;
const BODY = ['pmid', 'pmcid', 'work', 'title_letters', 'data'] as const;

const NUMBERED = ['n', ...COLUMNS];
const NUMBERED_BODY = ['n', ...BODY];

/** An entry as it stands in the tables. */
export interface Standing {
  readonly n: number;
  readonly entry: KeptEntry;
}

type Values = readonly (string | number | null | Uint8Array)[];

/** Values of both tables, their columns after the number of the entry; `data` is the entry as JSON. */
function rowsOf(n: number, entry: Itemless, item: ListedItem, data: string | Uint8Array): readonly [Values, Values] {
  const { revision, created, changed } = entry;
  const [type, year, , , journal, titleOrder, authorOrder, doi, pmid, pmcid, work, letters] = item;
  const listed = [
    n,
    entry.id,
    entry.key,
    revision,
    created.by,
    created.at,
    changed.by,
    changed.at,
    entry.trashed ? 1 : 0,
    entry.starred ? 1 : 0,
    entry.read ? 1 : 0,
    entry.files.length,
    type,
    year,
    titleOrder,
    authorOrder,
    journal.toLowerCase(),
    doi,
    lineOf(entry, item),
  ];
  return [listed, [n, pmid, pmcid, work, letters, data]];
}

/** What a list shows of an entry and no other column has, as JSON: making its row of the whole entry takes several times as long. */
type Line = readonly [
  title: string,
  authors: string,
  journal: string,
  tags: readonly string[],
  cited: number,
  /** What its file says against it; most say nothing. */
  file?: StandingSaid,
];
function lineOf({ tags, cited, kept }: Itemless, [, , title, authors, journal]: ListedItem): string {
  const file = fileStanding(kept, title);
  const line: Line = [title, authors, journal, tags, cited.length];
  return JSON.stringify(file === undefined ? line : [...line, file]);
}

/** Columns of `entries` that the row of a list is made of, and their values. */
export const LISTED = 'n, id, key, type, year, trashed, starred, read, files, created_at, changed_at, line';
export type ListedRow = readonly [
  n: number,
  id: string,
  key: string,
  type: string,
  year: number | null,
  trashed: number,
  starred: number,
  read: number,
  files: number,
  added: number,
  changed: number,
  line: string,
];

/** The row of a list from its columns, the same as `rowOf` makes of the entry: see {@link LISTED}. */
export function listedOf(columns: ListedRow): EntryRow {
  const [, id, key, type, year, trashed, starred, read, files, added, changed, line] = columns;
  const [title, authors, journal, tags, cited, file] = JSON.parse(line) as Line;
  return {
    id,
    key,
    type,
    title,
    authors,
    year,
    journal,
    tags,
    starred: starred === 1,
    read: read === 1,
    files,
    cited,
    trashed: trashed === 1,
    added,
    changed,
    ...(file === undefined ? {} : { standing: file }),
  };
}

/** Entries whose lines are written at once. */
const AT_ONCE = 500;

/** Writes the lines of all entries anew. */
export function fillLines(database: Database): void {
  for (let after = 0; ; ) {
    // Nothing is read that a later migration may have put there.
    const rows = database.rows<readonly [n: number, data: string]>(
      'select n, data from bodies where n > ? order by n limit ?',
      after,
      AT_ONCE,
    );
    for (const [n, data] of rows) {
      const entry = JSON.parse(data) as KeptEntry;
      database.run('update entries set line = ? where n = ?', lineOf(entry, listedItem(entry.item)), n);
      after = n;
    }
    if (rows.length < AT_ONCE) return;
  }
}

/** Writes the lines of entries anew whose file or title may say something against them: an older program left that out. */
export function fillFileStandings(database: Database): void {
  const tags = ['RIN', 'PRIN', 'RRI', 'ECI', 'EIN', 'CRI', 'ROF', 'PROF', 'ECF', 'EFR'].map(tag => `"nbib:${tag}"`);
  const marks = ['RETRACTED', 'WITHDRAWN', 'REMOVED', 'Retracted', ...tags];
  const rows = database.rows<readonly [n: number, data: string]>(
    `select n, data from bodies where ${marks.map(() => 'instr(cast(data as text), ?) > 0').join(' or ')}`,
    ...marks,
  );
  for (const [n, data] of rows) {
    const entry = JSON.parse(data) as KeptEntry;
    database.run('update entries set line = ? where n = ?', lineOf(entry, listedItem(entry.item)), n);
  }
}

/** An entry as JSON, before its item and after it: what of it has no column of its own, or is wanted with it. */
const headOf = ({ id, key }: Itemless): string => `{"id":${JSON.stringify(id)},"key":${JSON.stringify(key)},"item":`;
function tailOf(entry: Itemless): string {
  const { kept, tags, collections, notes, read, starred, files, cited, aliases, trashed, mergedInto } = entry;
  // Most that come have nothing beside their item.
  const isBare =
    tags.length + collections.length + notes.length + files.length + cited.length + aliases.length === 0 &&
    !(read || starred || trashed) &&
    mergedInto === null &&
    isEmpty(kept);
  return isBare
    ? BARE
    : tailWith({ kept, tags, collections, notes, read, starred, files, cited, aliases, trashed, mergedInto });
}
function isEmpty(kept: object): boolean {
  for (const _ in kept) return false;
  return true;
}
const tailWith = (after: Omit<Entry, 'id' | 'key' | 'item'>): string => `,${JSON.stringify(after).slice(1)}`;
const BARE = tailWith({
  kept: {},
  tags: [],
  collections: [],
  notes: [],
  read: false,
  starred: false,
  files: [],
  cited: [],
  aliases: [],
  trashed: false,
  mergedInto: null,
});

/** An entry that is to be put into the tables. */
export type MadeEntry =
  | { readonly entry: KeptEntry; readonly told: null }
  /** Of which nobody asks for the item but as it came. */
  | { readonly entry: Itemless; readonly told: ToldItem };
type Itemless = Omit<KeptEntry, 'item'>;

/** Entries that were put into the tables. */
export interface Inserted {
  /** The number of the first; the others have those after it. */
  readonly first: number;
  /** All of them, as whoever reads their words wants them. */
  readonly lines: EntryLines;
}

/** Writes some hundred entries where nothing of them stood. */
export function insertEntries(database: Database, made: readonly MadeEntry[]): Inserted {
  const first = (database.value<number | null>('select max(n) from entries') ?? 0) + 1;
  const { lines, data } = linesOf(made, first);
  const listed: Values[] = [];
  const bodies: Values[] = [];
  for (let index = 0; index < made.length; index++) {
    const one = made[index] as MadeEntry;
    const item = one.told === null ? listedItem(one.entry.item) : one.told.listed;
    const [row, body] = rowsOf(first + index, one.entry, item, data[index] as Uint8Array);
    listed.push(row);
    bodies.push(body);
  }
  database.insert('entries', NUMBERED, listed);
  database.insert('bodies', NUMBERED_BODY, bodies);
  writeLists(database, made, first);
  return { first, lines };
}

/** Entries as lines, and where in these the JSON of each is. */
function linesOf(made: readonly MadeEntry[], first: number): { lines: EntryLines; data: readonly Uint8Array[] } {
  const heads: string[] = [];
  const items: (string | Uint8Array)[] = [];
  const tails: string[] = [];
  let most = 0;
  for (const [index, one] of made.entries()) {
    const head = `${first + index} ${headOf(one.entry)}`;
    const item = one.told === null ? JSON.stringify(one.entry.item) : one.told.bytes;
    const tail = tailOf(one.entry);
    heads.push(head);
    items.push(item);
    tails.push(tail);
    most += UTF8 * (head.length + tail.length + 1) + (typeof item === 'string' ? UTF8 : 1) * item.length;
  }
  // Not of a pool, as it is given away. What is not written of it takes no memory.
  const lines = Buffer.allocUnsafeSlow(most);
  const data: Uint8Array[] = [];
  let at = 0;
  for (let index = 0; index < made.length; index++) {
    const from = at + String(first + index).length + 1;
    at += lines.write(heads[index] as string, at);
    const item = items[index] as string | Uint8Array;
    if (typeof item === 'string') at += lines.write(item, at);
    else {
      lines.set(item, at);
      at += item.length;
    }
    at += lines.write(tails[index] as string, at);
    lines[at++] = LINE_END;
    data.push(lines.subarray(from, at - 1));
  }
  return { lines: lines.subarray(0, at), data };
}
const LINE_END = '\n'.charCodeAt(0);
/** Bytes of a UTF-16 code unit in UTF-8 at most. */
const UTF8 = 3;

/** An entry as it stands, and as it is to be. */
export interface Rewritten {
  readonly was: Standing;
  readonly now: KeptEntry;
}

/** Writes entries over what they were. Of an entry whose lists alone changed, as its tags, nothing else is made anew. */
export function updateEntries(database: Database, rewritten: readonly Rewritten[]): void {
  const listed: Values[] = [];
  const bodies: Values[] = [];
  /** Numbers of entries of which `entries` has another revision only, by whom they were changed and when. */
  const revised = new Map<string, { readonly entry: KeptEntry; readonly ns: number[] }>();
  for (const {
    was: { n, entry: was },
    now,
  } of rewritten) {
    const data = `${headOf(now)}${JSON.stringify(now.item)}${tailOf(now)}`;
    if (isListedAlike(was, now)) {
      database.run('update bodies set data = ? where n = ?', data, n);
      if (was.tags !== now.tags || was.cited !== now.cited)
        database.run('update entries set line = ? where n = ?', lineOf(now, listedItem(now.item)), n);
      const name = `${now.revision} ${now.changed.at} ${now.changed.by}`;
      const others = revised.get(name);
      if (others) others.ns.push(n);
      else revised.set(name, { entry: now, ns: [n] });
      continue;
    }
    const [row, body] = rowsOf(n, now, listedItem(now.item), data);
    listed.push(row);
    bodies.push(body);
    // Another identifier is another work: what was heard is not of it.
    if (was.item.DOI !== now.item.DOI || was.item.PMID !== now.item.PMID) forgetStanding(database, now.id);
  }
  database.insert('entries', NUMBERED, listed, 'replace');
  database.insert('bodies', NUMBERED_BODY, bodies, 'replace');
  for (const { entry, ns } of revised.values())
    database.run(
      'update entries set revision = ?, changed_by = ?, changed_at = ? where n in (select value from json_each(?))',
      entry.revision,
      entry.changed.by,
      entry.changed.at,
      `[${ns.join(',')}]`,
    );
  updateLists(database, rewritten);
}

function updateLists(database: Database, rewritten: readonly Rewritten[]): void {
  for (const [list, table, column] of LISTS) {
    const more: Values[] = [];
    const fewer = new Map<string, number[]>();
    for (const { was, now } of rewritten) {
      const [before, after] = [was.entry[list], now[list]];
      if (before === after) continue;
      for (const word of after) if (!before.includes(word)) more.push([word, was.n]);
      for (const word of before) {
        if (after.includes(word)) continue;
        const ns = fewer.get(word);
        if (ns) ns.push(was.n);
        else fewer.set(word, [was.n]);
      }
    }
    for (const [word, ns] of fewer)
      database.run(
        `delete from ${table} where ${column} = ? and n in (select value from json_each(?))`,
        word,
        `[${ns.join(',')}]`,
      );
    database.insert(table, [column, 'n'], more, 'ignore');
  }
}

/** Whether the row of `entries` and the identifiers in `bodies` stay as they are, but for the revision. */
const isListedAlike = (was: KeptEntry, now: KeptEntry): boolean =>
  was.item === now.item &&
  was.key === now.key &&
  was.files === now.files &&
  FLAGS.every(flag => was[flag] === now[flag]);

/** Tables of the lists of an entry, and the column of what is listed. */
const LISTS = [
  ['tags', 'entry_tags', 'tag'],
  ['collections', 'entry_collections', 'collection'],
  ['aliases', 'aliases', 'key'],
] as const;

function writeLists(database: Database, made: readonly MadeEntry[], first: number): void {
  for (const [list, table, column] of LISTS)
    database.insert(
      table,
      [column, 'n'],
      made.flatMap(({ entry }, index) => entry[list].map(word => [word, first + index])),
      'ignore',
    );
}

/**
 * Columns of `entries e` and `bodies b` that an entry is made of, and their values. Its flags are those of the columns: the JSON says
 * how they stood when it was last written, as setting a flag of very many entries does not write all of them anew.
 */
export const STANDING = 'e.n, data, revision, created_by, created_at, changed_by, changed_at, read, starred, trashed';
export type StandingRow = readonly [
  n: number,
  data: string,
  revision: number,
  createdBy: string,
  createdAt: number,
  changedBy: string,
  changedAt: number,
  read: number,
  starred: number,
  trashed: number,
];

/** The entry of an id, as it stands. */
export function standing(database: Database, id: string): Standing | null {
  const [row] = database.rows<StandingRow>(
    `select ${STANDING} from entries e join bodies b on b.n = e.n where id = ?`,
    id,
  );
  return row ? standingOf(row) : null;
}

/** The entries of ids, as they stand, in that order; those that are not there are left out. */
export function standings(database: Database, ids: readonly string[]): readonly Standing[] {
  return database
    .rows<StandingRow>(
      `select ${STANDING} from json_each(?) j cross join entries e on e.id = j.value cross join bodies b on b.n = e.n`,
      JSON.stringify(ids),
    )
    .map(standingOf);
}

/** An entry from its columns: see {@link STANDING}. */
export function standingOf(row: StandingRow): Standing {
  const [n, data, revision, createdBy, createdAt, changedBy, changedAt, read, starred, trashed] = row;
  const entry: KeptEntry = {
    ...(JSON.parse(data) as KeptEntry),
    read: read === 1,
    starred: starred === 1,
    trashed: trashed === 1,
    revision,
    created: { by: createdBy, at: createdAt },
    changed: { by: changedBy, at: changedAt },
  };
  return { n, entry };
}

/** All collections, those in the trash too. */
export function collectionsIn(database: Database): readonly Collection[] {
  return database
    .rows<readonly [string, string, string | null, number]>('select id, name, parent, trashed from collections')
    .map(([id, name, parent, trashed]) => ({ id, name, parent, trashed: trashed === 1 }));
}
