/** Putting entries into the tables: their rows, and what they are listed by. */
import { authorOrder, journalOf, plainText, titleOrder, yearOf } from '../../core/library/texts.ts';
import type { Collection, Entry, KeptEntry } from '../../core/library/types.ts';
import { identifiersOf } from '../../core/references/duplicates.ts';
import type { Database } from './database.ts';
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
] as const;
const BODY = ['pmid', 'pmcid', 'work', 'title_letters', 'data'] as const;

const NUMBERED = ['n', ...COLUMNS];
const NUMBERED_BODY = ['n', ...BODY];
const set = (names: readonly string[]): string => names.map((name, index) => `${name} = ?${index + 2}`).join(', ');
const UPDATE = `update entries set ${set(COLUMNS)} where n = ?1`;
const UPDATE_BODY = `update bodies set ${set(BODY)} where n = ?1`;

/** An entry as it stands in the tables. */
export interface Standing {
  readonly n: number;
  readonly entry: KeptEntry;
}

type Values = readonly (string | number | null | Uint8Array)[];

/** Values of both tables, their columns after the number of the entry; `data` is the entry as JSON. */
function rowsOf(n: number, entry: KeptEntry, data: string | Uint8Array): readonly [Values, Values] {
  const { revision, created, changed, item } = entry;
  const known = identifiersOf(item);
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
    item.type,
    yearOf(item),
    titleOrder(plainText(item.title)),
    authorOrder(item),
    journalOf(item).toLowerCase(),
    known.doi,
  ];
  return [listed, [n, known.pmid, known.pmcid, known.work, known.title, data]];
}

/** An entry as JSON, before its item and after it: what of it has no column of its own, or is wanted with it. */
const headOf = ({ id, key }: KeptEntry): string => `{"id":${JSON.stringify(id)},"key":${JSON.stringify(key)},"item":`;
function tailOf(entry: KeptEntry): string {
  const { kept, tags, collections, notes, read, starred, files, cited, aliases, trashed, mergedInto } = entry;
  const after: Omit<Entry, 'id' | 'key' | 'item'> = {
    kept,
    tags,
    collections,
    notes,
    read,
    starred,
    files,
    cited,
    aliases,
    trashed,
    mergedInto,
  };
  return `,${JSON.stringify(after).slice(1)}`;
}

/** An entry that is to be put into the tables. */
export interface MadeEntry {
  readonly entry: KeptEntry;
  /** The JSON of an item in UTF-8; the entry's as long as that is the same object. */
  readonly told: { readonly item: KeptEntry['item']; readonly bytes: Uint8Array } | null;
}

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
    const [row, body] = rowsOf(first + index, (made[index] as MadeEntry).entry, data[index] as Uint8Array);
    listed.push(row);
    bodies.push(body);
  }
  database.insert('entries', NUMBERED, listed);
  database.insert('bodies', NUMBERED_BODY, bodies);
  for (const [index, { entry }] of made.entries()) writeLists(database, first + index, entry);
  return { first, lines };
}

/** Entries as lines, and where in these the JSON of each is. */
function linesOf(made: readonly MadeEntry[], first: number): { lines: EntryLines; data: readonly Uint8Array[] } {
  const parts = made.map(({ entry, told }, index) => {
    const item = told?.item === entry.item ? told.bytes : JSON.stringify(entry.item);
    return { number: `${first + index} `, head: headOf(entry), item, tail: tailOf(entry) };
  });
  const most = parts.reduce(
    (sum, { number, head, item, tail }) =>
      sum +
      UTF8 * (number.length + head.length + tail.length + 1) +
      (typeof item === 'string' ? UTF8 : 1) * item.length,
    0,
  );
  // Not of a pool, as it is given away. What is not written of it takes no memory.
  const lines = Buffer.allocUnsafeSlow(most);
  let at = 0;
  const data = parts.map(({ number, head, item, tail }) => {
    at += lines.write(number, at);
    const from = at;
    at += lines.write(head, at);
    if (typeof item === 'string') at += lines.write(item, at);
    else {
      lines.set(item, at);
      at += item.length;
    }
    at += lines.write(tail, at);
    lines[at++] = LINE_END;
    return lines.subarray(from, at - 1);
  });
  return { lines: lines.subarray(0, at), data };
}
const LINE_END = '\n'.charCodeAt(0);
/** Bytes of a UTF-16 code unit in UTF-8 at most. */
const UTF8 = 3;

/** Writes an entry over what it was. */
export function updateEntry(database: Database, { n, entry: was }: Standing, entry: KeptEntry): void {
  const data = `${headOf(entry)}${JSON.stringify(entry.item)}${tailOf(entry)}`;
  const [listed, body] = rowsOf(n, entry, data);
  database.run(UPDATE, ...listed);
  database.run(UPDATE_BODY, ...body);
  // Another identifier is another work: what was heard is not of it.
  if (was.item.DOI !== entry.item.DOI || was.item.PMID !== entry.item.PMID) forgetStanding(database, entry.id);
  if (was.tags !== entry.tags || was.collections !== entry.collections || was.aliases !== entry.aliases) {
    for (const table of ['entry_tags', 'entry_collections', 'aliases'])
      database.run(`delete from ${table} where n = ?`, n);
    writeLists(database, n, entry);
  }
}

function writeLists(database: Database, n: number, { tags, collections, aliases }: KeptEntry): void {
  for (const tag of tags) database.run('insert or ignore into entry_tags values (?, ?)', tag, n);
  for (const id of collections) database.run('insert or ignore into entry_collections values (?, ?)', id, n);
  for (const key of aliases) database.run('insert or ignore into aliases values (?, ?)', key, n);
}

/** Columns of `entries e` and `bodies b` that an entry is made of, and their values. */
export const STANDING = 'e.n, data, revision, created_by, created_at, changed_by, changed_at';
export type StandingRow = readonly [
  n: number,
  data: string,
  revision: number,
  createdBy: string,
  createdAt: number,
  changedBy: string,
  changedAt: number,
];

/** The entry of an id, as it stands. */
export function standing(database: Database, id: string): Standing | null {
  const [row] = database.rows<StandingRow>(
    `select ${STANDING} from entries e join bodies b on b.n = e.n where id = ?`,
    id,
  );
  return row ? standingOf(row) : null;
}

/** An entry from its columns: see {@link STANDING}. */
export function standingOf([n, data, revision, createdBy, createdAt, changedBy, changedAt]: StandingRow): Standing {
  const entry: KeptEntry = {
    ...(JSON.parse(data) as KeptEntry),
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
