/** A followed file read into an open library: one transaction, in which entries, what the file said of them and what is contested change together. */
import { decodeText } from '../../../core/encoding.ts';
import { readReferences } from '../../../core/formats/index.ts';
import { fieldOf } from '../../../core/library/fields.ts';
import {
  type FollowedChoice,
  followedMerge,
  type GoneChoice,
  type GoneEntry,
  type Said,
  type ShownContested,
} from '../../../core/library/following.ts';
import { fillChanges } from '../../../core/library/merging.ts';
import type { Change, KeptEntry, NewEntry } from '../../../core/library/types.ts';
import { done, failed, type Outcome } from '../../../core/outcome.ts';
import type { CslItem } from '../../../core/references/csl.ts';
import { duplicateFinder, workFacts } from '../../../core/references/duplicates.ts';
import type { Reference } from '../../../core/report/types.ts';
import { newId } from '../applying.ts';
import { knownWorks } from '../known-works.ts';
import type { OpenLibrary } from '../library.ts';
import { nothingRead } from './problems.ts';
import { standingEntry } from './standing.ts';

export interface FollowedRead {
  readonly entries: number;
  readonly added: number;
  readonly changed: number;
  readonly troubled: number;
  readonly contested: number;
  readonly gone: number;
}

interface Known {
  readonly source: string;
  readonly entry: string;
  readonly said: Said;
  readonly isGone: boolean;
}

function knownOf({ database }: OpenLibrary, followed: string): Map<string, Known> {
  const rows = database.rows<readonly [string, string, string, string, number]>(
    'select source, entry, item, kept, gone from followed_entries where followed = ?',
    followed,
  );
  return new Map(
    rows.map(([source, entry, item, kept, gone]) => [
      source,
      { source, entry, said: { item: JSON.parse(item), kept: JSON.parse(kept) }, isGone: gone === 1 },
    ]),
  );
}

/** What a reader says of an entry that the end of its file interrupts. */
const UNCLOSED = 'references.bibtex.unclosed';
const CUT: ReadonlySet<string> = new Set([UNCLOSED, 'references.json', 'references.ris.cut']);

const sameSaid = (one: Said, other: Said) => JSON.stringify(one) === JSON.stringify(other);
const saidBy = ({ item, kept = {} }: Reference): Said => ({ item, kept });

/** Reads a file's bytes. Nothing is changed where it holds no reference that can be read. */
export function readFollowed(
  library: OpenLibrary,
  input: { readonly id: string; readonly name: string; readonly bytes: Uint8Array; readonly by: string },
): Outcome<FollowedRead> {
  const { id: followed, name, bytes, by } = input;
  const read = readReferences(decodeText(bytes).text, name);
  if (!read.ok) return read;
  const { references, problems } = read.value;
  if (references.length === 0) return failed(nothingRead(name));
  const { database } = library;
  return database.transaction(() => {
    const known = knownOf(library, followed);
    const now = new Set(references.map(({ id }) => id));
    const lost = [...known.values()].filter(({ source }) => !now.has(source));
    // An entry that only got another key is the same one still.
    const renamed = duplicateFinder(lost.map(one => ({ item: one.said.item, one })));
    const waiting = new Map<string, CslItem>();
    const works = known.size < references.length ? knownWorks(database, id => waiting.get(id)) : null;
    const changes: Change[] = [];
    const touched = new Set<string>();
    /** Sources whose entry came back under another key. */
    const taken = new Set<string>();
    let added = 0;
    const remember = (source: string, entry: string, { item, kept }: Said) =>
      database.run(
        'insert or replace into followed_entries (followed, source, entry, item, kept, gone) values (?, ?, ?, ?, ?, 0)',
        followed,
        source,
        entry,
        JSON.stringify(item),
        JSON.stringify(kept),
      );

    // A file caught while it is written ends within an entry, which says less than it will, or another beginning of it.
    const end = references.at(-1);
    const isCut = problems.some(
      ({ code, text }) => CUT.has(code) && (code !== UNCLOSED || text.includes(end?.id ?? '')),
    );
    for (const reference of references) {
      const source = reference.id;
      if (isCut && reference === end && known.size > 0) continue;
      const said = saidBy(reference);
      const before = known.get(source) ?? moved(source, reference);
      // Nearly all of a file says what it said before.
      if (before && !before.isGone && before.source === source && sameSaid(before.said, said)) continue;
      const entry = before && standingEntry(library, before.entry);
      if (before && entry) {
        const { changes: own, contested, agreed } = followedMerge(entry, before.said, said);
        for (const { field, theirs } of contested)
          database.run(
            'insert or replace into followed_contested (followed, entry, field, theirs) values (?, ?, ?, ?)',
            followed,
            entry.id,
            field,
            theirs === null ? null : JSON.stringify(theirs),
          );
        for (const { field } of [...own, ...agreed.map(field => ({ field }))])
          database.run(
            'delete from followed_contested where followed = ? and entry = ? and field = ?',
            followed,
            entry.id,
            field,
          );
        if (own.length > 0) touched.add(entry.id);
        changes.push(...own);
        remember(source, entry.id, said);
        continue;
      }
      const made: NewEntry = { item: reference.item, key: source, kept: said.kept };
      const same = works?.find(workFacts(reference.item), () => reference.item) ?? null;
      // What only looks alike may be another work: that is for the search for duplicates.
      const there = same && same.because !== 'alike' ? library.entry(same.id) : null;
      if (there) {
        // It was in the library before the file was followed: what it lacks is filled, what it says otherwise stays.
        const fill = fillChanges(there, made);
        if (fill.length > 0) touched.add(there.id);
        changes.push(...fill);
        remember(source, there.id, said);
      } else {
        const id = newId();
        changes.push({ entry: id, field: 'new', value: made });
        works?.add(id, workFacts(reference.item));
        if (works) waiting.set(id, reference.item);
        added++;
        remember(source, id, said);
      }
    }
    // Where something could not be read, what seems to be missing may be just that.
    if (problems.length === 0)
      for (const { source, isGone } of lost)
        if (!isGone && !taken.has(source))
          database.run('update followed_entries set gone = 1 where followed = ? and source = ?', followed, source);
    library.commit(changes, { by, label: 'followed' });
    return done({
      entries: references.length,
      added,
      changed: touched.size,
      troubled: problems.length,
      ...countsOf(library, followed),
    });

    function moved(source: string, { item }: Reference): Known | undefined {
      const found = lost.length === 0 ? null : renamed(item);
      if (!found || taken.has(found.one.source)) return undefined;
      taken.add(found.one.source);
      database.run('delete from followed_entries where followed = ? and source = ?', followed, found.one.source);
      touched.add(found.one.entry);
      if (library.entry(found.one.entry)?.key === found.one.source)
        changes.push({ entry: found.one.entry, field: 'key', value: source });
      return found.one;
    }
  });
}

/** How much waits for a decision. Entries in the trash are no longer asked about. */
export function countsOf(library: OpenLibrary, followed: string): { contested: number; gone: number } {
  return { contested: contestedIn(library, followed).length, gone: goneIn(library, followed).length };
}

const titleOf = (entry: KeptEntry) => String(entry.item.title ?? entry.key).replace(/<[^>]+>/g, '');

/** Fields with the file's value beside that of now. */
export function contestedIn(library: OpenLibrary, followed: string): readonly ShownContested[] {
  return library.database
    .rows<readonly [string, string, string | null]>(
      'select entry, field, theirs from followed_contested where followed = ? order by entry, field',
      followed,
    )
    .flatMap(([id, field, theirs]) => {
      const entry = library.entry(id);
      if (!entry || entry.trashed) return [];
      const ours = fieldOf(entry, field);
      return [{ entry: id, title: titleOf(entry), field, ours, theirs: theirs === null ? null : JSON.parse(theirs) }];
    });
}

/** Entries that the file no longer has. */
export function goneIn(library: OpenLibrary, followed: string): readonly GoneEntry[] {
  return library.database
    .rows<readonly [string]>('select distinct entry from followed_entries where followed = ? and gone = 1', followed)
    .flatMap(([id]) => {
      const entry = library.entry(id);
      return entry && !entry.trashed ? [{ entry: id, title: titleOf(entry) }] : [];
    });
}

/** Decides on one field: what stands here stays, or the file's value is taken. */
export function settleContested(
  library: OpenLibrary,
  input: {
    readonly id: string;
    readonly entry: string;
    readonly field: string;
    readonly choice: FollowedChoice;
    readonly by: string;
  },
): void {
  const { database } = library;
  database.transaction(() => {
    const where = 'followed = ? and entry = ? and field = ?';
    const theirs = database.value<string | null>(
      `select theirs from followed_contested where ${where}`,
      input.id,
      input.entry,
      input.field,
    );
    if (theirs === undefined) return;
    database.run(`delete from followed_contested where ${where}`, input.id, input.entry, input.field);
    if (input.choice === 'ours') return;
    const value: unknown = theirs === null ? null : JSON.parse(theirs);
    library.commit([{ entry: input.entry, field: input.field, value }], { by: input.by, label: 'followed' });
  });
}

/** Decides on entries that the file no longer has. */
export function settleGone(
  library: OpenLibrary,
  input: { readonly id: string; readonly entries: readonly string[]; readonly how: GoneChoice; readonly by: string },
): void {
  const { database } = library;
  database.transaction(() => {
    const chosen = goneIn(library, input.id).filter(({ entry }) => input.entries.includes(entry));
    for (const { entry } of chosen)
      database.run('delete from followed_entries where followed = ? and entry = ? and gone = 1', input.id, entry);
    if (input.how === 'trash')
      library.commit(
        chosen.map(({ entry }) => ({ entry, field: 'trashed', value: true })),
        { by: input.by, label: 'trashed' },
      );
  });
}

/** Forgets what a file said; its entries stay. */
export function forgetFollowed({ database }: OpenLibrary, followed: string): void {
  database.transaction(() => {
    database.run('delete from followed_entries where followed = ?', followed);
    database.run('delete from followed_contested where followed = ?', followed);
    database.run('delete from followed_files where followed = ?', followed);
  });
}
