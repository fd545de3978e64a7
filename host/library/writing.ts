/** Putting an entry into the tables: its row, what it is listed and found by, its words. */
import { authorOrder, headText, rowOf, searchText, titleOrder, yearOf } from '../../core/library/texts.ts';
import type { Collection, KeptEntry } from '../../core/library/types.ts';
import { identifiersOf } from '../../core/references/duplicates.ts';
import type { Database } from './database.ts';

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
const BODY = ['pmid', 'pmcid', 'work', 'title_letters', 'line', 'data'] as const;

const INSERT = `insert into entries (${COLUMNS.join(', ')}) values (${COLUMNS.map(() => '?').join(', ')})`;
const UPDATE = `update entries set ${COLUMNS.map(name => `${name} = ?`).join(', ')} where n = ?`;
const INSERT_BODY = `insert into bodies (${BODY.join(', ')}, n) values (${BODY.map(() => '?').join(', ')}, ?)`;
const UPDATE_BODY = `update bodies set ${BODY.map(name => `${name} = ?`).join(', ')} where n = ?`;

/** An entry as it stands in the tables. */
export interface Standing {
  readonly n: number;
  readonly entry: KeptEntry;
}

type Values = readonly (string | number | null)[];

/** Values of the columns of both tables. */
function valuesOf(entry: KeptEntry): readonly [Values, Values] {
  const { revision, created, changed, ...data } = entry;
  const { item } = entry;
  const row = rowOf(entry);
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
    titleOrder(row.title),
    authorOrder(item),
    row.journal.toLowerCase(),
    known.doi,
  ];
  return [listed, [known.pmid, known.pmcid, known.work, known.title, JSON.stringify(row), JSON.stringify(data)]];
}

/** Writes an entry where nothing of it stood; gives its number in the tables. */
export function insertEntry(database: Database, entry: KeptEntry): number {
  const [listed, body] = valuesOf(entry);
  const { id: n } = database.run(INSERT, ...listed);
  database.run(INSERT_BODY, ...body, n);
  writeLists(database, n, entry);
  if (!entry.trashed) writeWords(database, n, entry);
  return n;
}

/** Writes an entry over what it was. */
export function updateEntry(database: Database, { n, entry: was }: Standing, entry: KeptEntry): void {
  const [listed, body] = valuesOf(entry);
  database.run(UPDATE, ...listed, n);
  database.run(UPDATE_BODY, ...body, n);
  if (was.tags !== entry.tags || was.collections !== entry.collections || was.aliases !== entry.aliases) {
    for (const table of ['entry_tags', 'entry_collections', 'aliases'])
      database.run(`delete from ${table} where n = ?`, n);
    writeLists(database, n, entry);
  }
  const [head, whereHead] = [headText(was), headText(entry)];
  const isSame = was.trashed === entry.trashed && searchText(was, head) === searchText(entry, whereHead);
  if (isSame && head === whereHead) return;
  if (!was.trashed) for (const table of ['words', 'head']) database.run(`delete from ${table} where rowid = ?`, n);
  if (!entry.trashed) writeWords(database, n, entry);
}

function writeLists(database: Database, n: number, { tags, collections, aliases }: KeptEntry): void {
  for (const tag of tags) database.run('insert or ignore into entry_tags values (?, ?)', tag, n);
  for (const id of collections) database.run('insert or ignore into entry_collections values (?, ?)', id, n);
  for (const key of aliases) database.run('insert or ignore into aliases values (?, ?)', key, n);
}

function writeWords(database: Database, n: number, entry: KeptEntry): void {
  const head = headText(entry);
  database.run('insert into head (rowid, text) values (?, ?)', n, head);
  database.run('insert into words (rowid, text) values (?, ?)', n, searchText(entry, head));
}

/** The entry of an id, as it stands. */
export function standing(database: Database, id: string): Standing | null {
  const [row] = database.rows<readonly [number, string, number, string, number, string, number]>(
    'select e.n, data, revision, created_by, created_at, changed_by, changed_at from entries e join bodies b on b.n = e.n where id = ?',
    id,
  );
  return row ? standingOf(row) : null;
}

/** An entry from columns `n, data, revision, created_by, created_at, changed_by, changed_at`. */
export function standingOf([n, data, revision, createdBy, createdAt, changedBy, changedAt]: readonly [
  number,
  string,
  number,
  string,
  number,
  string,
  number,
]): Standing {
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
