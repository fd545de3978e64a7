/** Putting entries into the tables: their rows, and what they are listed by. */
import { authorOrder, journalOf, plainText, titleOrder, yearOf } from '../../core/library/texts.ts';
import type { Collection, Entry, KeptEntry } from '../../core/library/types.ts';
import { identifiersOf } from '../../core/references/duplicates.ts';
import type { Database } from './database.ts';
import type { Lines } from './searching/entry-words.ts';
import { forgetStanding } from './standings.ts';
import { itemJson } from './telling.ts';

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

const UPDATE = `update entries set ${COLUMNS.map(name => `${name} = ?`).join(', ')} where n = ?`;
const UPDATE_BODY = `update bodies set ${BODY.map(name => `${name} = ?`).join(', ')} where n = ?`;

/** An entry as it stands in the tables. */
export interface Standing {
  readonly n: number;
  readonly entry: KeptEntry;
}

type Values = readonly (string | number | null | Uint8Array)[];

/** Values of the columns of both tables; `data` is the entry as JSON. */
function valuesOf(entry: KeptEntry, data: string | Uint8Array): readonly [Values, Values] {
  const { revision, created, changed, item } = entry;
  const known = identifiersOf(item);
  const listed = [
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
  return [listed, [known.pmid, known.pmcid, known.work, known.title, data]];
}

/** An entry as JSON: what of it has no column of its own, or is wanted with it. */
function jsonOf(entry: KeptEntry): string {
  const { id, key, item, kept, tags, collections, notes, read, starred, files, cited, aliases, trashed, mergedInto } =
    entry;
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
  return `{"id":${JSON.stringify(id)},"key":${JSON.stringify(key)},"item":${itemJson(item)},${JSON.stringify(after).slice(1)}`;
}

/** Entries that are put into the tables by one call; their JSON is some megabytes. */
const AT_ONCE = 1000;

/** Entries that were put into the tables. */
export interface Inserted {
  /** The number of the first; the others have those after it. */
  readonly first: number;
  /** All of them, as whoever reads their words wants them. */
  readonly lines: readonly Lines[];
}

/** Writes entries where nothing of them stood. */
export function insertEntries(database: Database, entries: readonly KeptEntry[]): Inserted {
  const first = (database.value<number | null>('select max(n) from entries') ?? 0) + 1;
  const lines: Lines[] = [];
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    const some = entries.slice(from, from + AT_ONCE);
    const written = linesOf(some, first + from);
    const values = some.map((entry, index) => valuesOf(entry, written.data[index] as Uint8Array));
    database.insert(
      'entries',
      ['n', ...COLUMNS],
      values.map(([listed], index) => [first + from + index, ...listed]),
    );
    database.insert(
      'bodies',
      ['n', ...BODY],
      values.map(([, body], index) => [first + from + index, ...body]),
    );
    for (const [index, entry] of some.entries()) writeLists(database, first + from + index, entry);
    lines.push(written.lines);
  }
  return { first, lines };
}

/** Entries as lines, and where in these the JSON of each is. */
function linesOf(entries: readonly KeptEntry[], first: number): { lines: Lines; data: readonly Uint8Array[] } {
  const texts = entries.map(jsonOf);
  const heads = entries.map((_, index) => `${first + index} `);
  const length = [...texts, ...heads].reduce((sum, text) => sum + Buffer.byteLength(text), texts.length);
  // Not of a pool, as it is given away.
  const lines = Buffer.allocUnsafeSlow(length);
  let at = 0;
  const data = texts.map((text, index) => {
    at += lines.write(heads[index] as string, at);
    const from = at;
    at += lines.write(text, at);
    lines[at++] = LINE_END;
    return lines.subarray(from, at - 1);
  });
  return { lines, data };
}
const LINE_END = '\n'.charCodeAt(0);

/** Writes an entry over what it was. */
export function updateEntry(database: Database, { n, entry: was }: Standing, entry: KeptEntry): void {
  const [listed, body] = valuesOf(entry, jsonOf(entry));
  database.run(UPDATE, ...listed, n);
  database.run(UPDATE_BODY, ...body, n);
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
