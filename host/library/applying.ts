/**
 * The one door through which a library changes. Every change of a field is written with who, when and its revision, and
 * goes into the log (`changes`), from which it can be undone, told as history, and sent to a team.
 *
 * For whoever mirrors a team's library into this store:
 * - `applyChanges(database, changes, { by, at, origin: 'team', label })` takes in what came from the team; such batches are
 *   not pending, and keys and parents are taken as they are. Fields are independent of each other; the last writer of one field stands.
 * - `pendingChanges(database, after)` gives what was changed here and not taken from a team, in the order of the log; `seq` is
 *   the place to go on from. A change of the field `new` has the value null in the log: send the entry as it stands now.
 * - `LoggedChange.base` is the revision of the field that the change was made on; `stampOf` gives that of now.
 * - Tags, collections, notes, files and citing reports are a field each, so that two people adding one both have it.
 * - Nothing is deleted: `trashed` is a field. Entries merged into another name it in `mergedInto`.
 */
import { randomFillSync } from 'node:crypto';
import { entryFrom, entryLater, fieldOf, sameValue, withField } from '../../core/library/fields.ts';
import { freeKey, usableKey } from '../../core/library/keys.ts';
import type { Change, Collection, KeptEntry, NewEntry, Stamp } from '../../core/library/types.ts';
import type { Database } from './database.ts';
import type { ToldItem } from './listed.ts';
import { LOGGED, type Logged, logNew, stampName, stampOf, stampsOf } from './log.ts';
import { COLLECTION, madeOf, takenIds, takenKeys } from './making.ts';
import { marking, setMark } from './marking.ts';
import type { EntryLines } from './searching/entry-words.ts';
import { changesOf, type HeardPiece } from './telling.ts';
import { insertEntries, type MadeEntry, type Rewritten, type Standing, standings, updateEntries } from './writing.ts';

export interface ApplyOptions {
  readonly by: string;
  /** Milliseconds. */
  readonly at: number;
  /** What it was, in a word that the window translates: 'edit', 'import', 'merge' … */
  readonly label?: string;
  /** 'team' is what came from a team's library and is not to be sent back. */
  readonly origin?: 'here' | 'team';
  /** The batch that this one takes back. */
  readonly undoes?: number;
  /** Hears of every entry that was written: its number, what it is now, and what it was (null for a new one). */
  readonly onWrite?: (n: number, now: KeptEntry, was: KeptEntry | null) => void;
  /** Hears of new ones as they were written, some hundred at once. The lines are its own then. */
  readonly onInsert?: (lines: EntryLines, count: number) => void;
  /** Whether hearing of new ones by their lines is enough: `onWrite` hears nothing of those that can be made as they were told. */
  readonly takesLines?: boolean;
  /** Hears that many entries were marked, of which `onWrite` hears nothing; and those that are found by other words now. */
  readonly onMarks?: (lines: EntryLines | null) => void;
}

export interface Applied {
  /** To undo it by; also the library's revision now. Null where nothing changed. */
  readonly batch: number | null;
  /** Entries made or changed, by id. */
  readonly entries: readonly string[];
  /** Changes that could not be made: their entry is not there. */
  readonly missing: readonly Change[];
}

/** A change that somebody else made, or at another time than the rest of its batch. */
export type StampedChange = Change &
  Partial<Stamp> & {
    /** The item of a new entry as it came, under the entry's id, where it is at hand. */
    readonly told?: ToldItem;
  };

/** Changes to go through: a list, or what makes one after the other, so that not all of many are in memory. */
export interface Changes extends Iterable<StampedChange> {
  readonly length: number;
  /** The same piece by piece, where they were told in pieces. */
  readonly pieces?: () => Iterable<HeardPiece>;
}

/** So many changes are at hand at a time. */
const AT_ONCE = 1000;

/** So many changes are on the disk before anybody is told that they are made: nobody types them again. */
export const LASTING = 1000;

/** Random bytes of an id, and those that are at hand: asked for together, as asking takes its time. */
const ID = 9;
const random = Buffer.alloc(256 * ID);
let spent = random.length;

/** A new id of an entry, note or collection: 72 random bits. */
export function newId(): string {
  if (spent === random.length) {
    randomFillSync(random);
    spent = 0;
  }
  spent += ID;
  return random.toString('base64url', spent - ID, spent);
}

interface Work {
  readonly database: Database;
  /** Of the change at hand. */
  stamp: Stamp;
  readonly batch: number;
  /** Entries touched: as they stood, or a new one's item as it came and nothing has changed it; and as they will be. */
  readonly touched: Map<string, Touched>;
  /** Entries that changes are of, as they stand, and revisions of their fields by {@link stampName}: asked for together. */
  readonly standings: Map<string, Standing>;
  readonly stamps: Map<string, number>;
  /** Ids of entries that are to be made and are there already. */
  readonly ids: Set<string>;
  /** Keys by whether they are taken, as far as that was asked: in the tables, or given in this batch. */
  readonly keys: Map<string, boolean>;
  readonly missing: Change[];
  /** Whether all that is done is making entries: the log then tells of them as they stand in the tables. */
  readonly areAllNew: boolean;
  /** Rows for the log and of stamps, written together. */
  readonly log: Logged[];
  readonly stamped: Logged[];
  /** What came from a team was decided there, for all: which key is free, where a collection may stand. */
  readonly isDecided: boolean;
}

interface Touched {
  readonly was: Standing | null;
  now: KeptEntry;
  told: ToldItem | null;
}

/** Applies changes in one transaction, as one batch. A change may say by whom and when it was made where the options do not hold for it. */
export function applyChanges(database: Database, changes: Changes, options: ApplyOptions): Applied {
  const work = () => {
    const { by, at, label = 'edit', origin = 'here', undoes = null } = options;
    const { id: batch } = database.run(
      'insert into batches (label, by, at, origin, undoes) values (?, ?, ?, ?, ?)',
      label,
      by,
      at,
      origin,
      undoes,
    );
    const entries = new Set<string>();
    const missing: Change[] = [];
    let isChanged = false;
    const applySome = (some: readonly StampedChange[]) => {
      const one = marking(some);
      if (one) {
        const { touched, gone, lines } = setMark(database, one, batch, { by, at });
        missing.push(...gone);
        for (const id of touched) entries.add(id);
        if (touched.length > 0) options.onMarks?.(lines);
        isChanged ||= touched.length > 0;
        return;
      }
      const work: Work = {
        database,
        stamp: { by, at },
        isDecided: origin === 'team',
        batch,
        touched: new Map(),
        standings: new Map(),
        stamps: new Map(),
        ids: new Set(),
        keys: new Map(),
        missing,
        areAllNew: some.every(({ entry, field }) => field === 'new' && !entry.startsWith(COLLECTION)),
        log: [],
        stamped: [],
      };
      foresee(work, some);
      for (const change of some) {
        work.stamp = { by: change.by ?? by, at: change.at ?? at };
        if (change.entry.startsWith(COLLECTION)) changeCollection(work, change);
        else if (change.field === 'new') makeEntry(work, change);
        else changeEntry(work, change);
      }
      writeAll(work, options);
      for (const id of work.touched.keys()) entries.add(id);
      isChanged ||= work.log.length > 0 || work.touched.size > 0;
    };
    const pieces = options.takesLines ? changes.pieces?.() : undefined;
    for (const piece of pieces ?? []) {
      const made = madeOf(database, piece, batch, { by, at });
      if (made === null) {
        applySome([...changesOf(piece)]);
        continue;
      }
      const { first, lines } = insertEntries(database, made);
      logNew(database, batch, first);
      options.onInsert?.(lines, made.length);
      for (const { entry } of made) entries.add(entry.id);
      isChanged = true;
    }
    // Some after the other, each written before the next is made: many at hand at once would be kept alive, which costs more than they do.
    let some: StampedChange[] = [];
    for (const change of pieces ? [] : changes) {
      some.push(change);
      if (some.length < AT_ONCE) continue;
      applySome(some);
      some = [];
    }
    applySome(some);
    if (!isChanged) {
      database.run('delete from batches where id = ?', batch);
      return { batch: null, entries: [], missing };
    }
    if (undoes !== null) database.run('update batches set undone = ? where id = ?', batch, undoes);
    return { batch, entries: [...entries], missing };
  };
  return database.transaction(work, changes.length >= LASTING);
}

/** Asks once for all entries of a batch what would else be asked for each. */
function foresee({ database, ids, keys, standings: known, stamps }: Work, changes: readonly Change[]): void {
  const made = changes.filter(({ field }) => field === 'new');
  const others = changes.filter(({ entry, field }) => field !== 'new' && !entry.startsWith(COLLECTION));
  if (others.length > 0) {
    const wanted = new Set(others.map(({ entry }) => entry));
    for (const one of standings(database, [...wanted])) known.set(one.entry.id, one);
    for (const [name, revision] of stampsOf(database, others)) stamps.set(name, revision);
  }
  if (made.length === 0) return;
  for (const id of takenIds(
    database,
    made.map(({ entry }) => entry),
  ))
    ids.add(id);
  const wanted = made.map(({ value }) => keyOf(value as NewEntry));
  for (const key of wanted) keys.set(key, false);
  for (const key of takenKeys(database, wanted)) keys.set(key, true);
}

const keyOf = (made: NewEntry): string => usableKey(made.key, made);

function writeAll(
  { database, batch, touched, areAllNew, log, stamped }: Work,
  { onWrite, onInsert }: ApplyOptions,
): void {
  const made: (MadeEntry & { readonly entry: KeptEntry })[] = [];
  const rewritten: Rewritten[] = [];
  for (const { was, now, told } of touched.values()) {
    if (was) rewritten.push({ was, now });
    else made.push(told === null ? { entry: now, told } : { entry: now, told });
  }
  updateEntries(database, rewritten);
  if (onWrite) for (const { was, now } of rewritten) onWrite(was.n, now, was.entry);
  if (made.length > 0) {
    const { first, lines } = insertEntries(database, made);
    if (areAllNew) logNew(database, batch, first);
    if (onWrite) for (const [index, { entry }] of made.entries()) onWrite(first + index, entry, null);
    onInsert?.(lines, made.length);
  }
  database.insert('changes', LOGGED, log);
  database.insert('stamps', STAMPED, stamped, 'replace');
}

const STAMPED = ['entry', 'field', 'revision', 'by', 'at'];

function log(work: Work, { entry, field, value }: Change, base: number, before: unknown): void {
  const { batch, stamp } = work;
  work.log.push([batch, entry, field, base, batch, json(value), json(before), stamp.by, stamp.at]);
}

const json = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value));

function makeEntry(work: Work, change: StampedChange): void {
  const { stamp, batch } = work;
  const made = change.value as NewEntry;
  if (work.touched.has(change.entry) || work.ids.has(change.entry)) return;
  const wanted = keyOf(made);
  const key = work.isDecided ? wanted : freeKey(wanted, other => isKeyTaken(work, other));
  work.keys.set(key, true);
  const { told = null } = change;
  const entry = told ? entryLater(change.entry, key, made) : entryFrom(change.entry, key, made);
  const now: KeptEntry = Object.assign(entry, { revision: batch, created: stamp, changed: stamp });
  work.touched.set(change.entry, { was: null, now, told });
  if (!work.areAllNew) log(work, { entry: change.entry, field: change.field, value: null }, 0, null);
}

function isKeyTaken({ database, keys }: Work, key: string): boolean {
  const known = keys.get(key);
  if (known !== undefined) return known;
  const isTaken =
    database.value(
      'select 1 from entries where key = ?1 union all select 1 from aliases where key = ?1 limit 1',
      key,
    ) !== undefined;
  keys.set(key, isTaken);
  return isTaken;
}

function changeEntry(work: Work, change: Change): void {
  const { stamp, batch } = work;
  let touched = work.touched.get(change.entry);
  if (!touched) {
    const was = work.standings.get(change.entry);
    if (!was) {
      work.missing.push(change);
      return;
    }
    touched = { was, now: was.entry, told: null };
  }
  const before = fieldOf(touched.now, change.field);
  let { value } = change;
  if (change.field === 'key') {
    const wanted = typeof value === 'string' ? usableKey(value, touched.now) : '';
    if (wanted === '' || wanted === before) return;
    value = work.isDecided ? wanted : freeKey(wanted, key => isKeyTaken(work, key));
    work.keys.set(value as string, true);
  }
  const next = withField(touched.now, change.field, value);
  const after = fieldOf(next, change.field);
  if (sameValue(before, after)) return;
  // What was made in this batch is as old as the batch.
  const name = stampName(change.entry, change.field);
  const base = touched.was ? (work.stamps.get(name) ?? 0) : batch;
  touched.now = { ...(next as KeptEntry), revision: batch, changed: stamp };
  touched.told = null;
  work.touched.set(change.entry, touched);
  work.stamps.set(name, batch);
  work.stamped.push([change.entry, change.field, batch, stamp.by, stamp.at]);
  log(work, { ...change, value: after }, base, before);
}

function changeCollection(work: Work, change: Change): void {
  const { database } = work;
  const id = change.entry.slice(COLLECTION.length);
  const [row] = database.rows<readonly [string, string | null, number]>(
    'select name, parent, trashed from collections where id = ?',
    id,
  );
  const was: Omit<Collection, 'id'> = row
    ? { name: row[0], parent: row[1], trashed: row[2] === 1 }
    : { name: '', parent: null, trashed: false };
  const field = change.field as keyof typeof was;
  if (!(field in was)) return;
  // A collection is made by its name.
  if (!row && field !== 'name') {
    work.missing.push(change);
    return;
  }
  const value =
    field === 'trashed'
      ? change.value === true
      : typeof change.value === 'string' && change.value !== ''
        ? change.value
        : null;
  if (field === 'name' && value === null) return;
  // A collection inside itself would never be found again.
  if (field === 'parent' && value !== null && !work.isDecided && isInside(database, value as string, id)) return;
  if (row && was[field] === value) return;
  const now = { ...was, [field]: value };
  const base = stampOf(database, change.entry, field);
  database.run(
    'insert or replace into collections (id, name, parent, trashed) values (?, ?, ?, ?)',
    id,
    now.name,
    now.parent,
    now.trashed ? 1 : 0,
  );
  const { stamp, batch } = work;
  work.stamped.push([change.entry, field, batch, stamp.by, stamp.at]);
  log(work, { ...change, value }, base, row ? was[field] : null);
}

function isInside(database: Database, inner: string, outer: string): boolean {
  const seen = new Set<string>();
  for (let at: string | null = inner; at !== null && !seen.has(at); ) {
    if (at === outer) return true;
    seen.add(at);
    at = database.value<string | null>('select parent from collections where id = ?', at) ?? null;
  }
  return false;
}
