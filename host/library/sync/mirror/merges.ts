/**
 * What was changed here in an entry that somebody else had merged into another without knowing of it. It arrives at the one in the trash,
 * where nobody looks; so it follows to the one that stands, by whoever made it, once both are known here. What the merge took over
 * already, or decided with both in sight, stays as it is.
 */
import { fieldOf, sameValue } from '../../../../core/library/fields.ts';
import { isShared, sharedValue } from '../../../../core/library/sync/shared.ts';
import type { KeptEntry } from '../../../../core/library/types.ts';
import { canonicalJson } from '../../../../core/report/write.ts';
import type { StampedChange } from '../../applying.ts';
import type { Database } from '../../database.ts';
import type { OpenLibrary } from '../../library.ts';
import { historyOf, lastPlace, stampName } from '../../log.ts';
import { changeIds, numberIn, setNumber } from './notes.ts';
import { gather, knownRevisions, outgoingOf } from './outgoing.ts';

/** Of a long history as much is looked at. */
const LOOKED_AT = 5000;

/** Sees to merges that came from the team since the last time; gives how many fields are on their way for it. */
export function followMerges(library: OpenLibrary): number {
  const { database } = library;
  return database.transaction(() => {
    const from = numberIn(database, 'merges');
    const last = lastPlace(database) ?? from;
    if (last === from) return 0;
    const merges = database.rows<readonly [seq: number, entry: string, at: number]>(
      `select c.seq, c.entry, c.at from changes c join batches b on b.id = c.batch
       where c.seq > ? and c.field = 'mergedInto' and c.value is not null and b.origin = 'team' order by c.seq`,
      from,
    );
    let count = 0;
    for (const [, id] of merges) count += openCircle(library, id);
    for (const merge of merges) count += followOne(library, ...merge);
    setNumber(database, 'merges', last);
    return count;
  });
}

function followOne(library: OpenLibrary, seq: number, id: string, at: number): number {
  const { database } = library;
  const goes = library.entry(id);
  const stays = goes && survivorOf(library, goes);
  if (!goes || !stays) return 0;
  const follows: StampedChange[] = [];
  const contested: StampedChange[] = [];
  for (const [field, edits] of editsOf(database, id, seq)) {
    const { how, to, value } = wayOf(goes, stays, field, edits, at, (entry, name) => revisionOf(database, entry, name));
    const change = { entry: stays.id, field: to, value, by: edits[0].by, at: Date.now() };
    if (how === 'follows') follows.push(change);
    else if (how === 'contested') contested.push(change);
  }
  // Nobody else knows what somebody has read or starred.
  for (const field of ['read', 'starred'])
    if (fieldOf(goes, field) === true && fieldOf(stays, field) === null)
      follows.push({ entry: stays.id, field, value: true });
  const by = follows[0]?.by ?? goes.changed.by;
  if (follows.length > 0) library.commit(follows, { by, label: 'followed merge' });
  contest(database, contested);
  return follows.filter(({ field }) => isShared(field)).length + contested.length;
}

/**
 * Of entries that people merged into each other without knowing of it, none would stand. The merge that the server heard of last is taken
 * back by whoever made it, so that what it put into the trash stands again; gives how many fields are to be sent for it.
 */
function openCircle(library: OpenLibrary, id: string): number {
  const { ends, isCircle } = followed(library, id);
  if (!isCircle || !ends) return 0;
  const [own] = historyOf(library.database, ends.id, LOOKED_AT).filter(({ field }) => field === 'mergedInto');
  if (own?.origin !== 'here') return 0;
  const { by } = own;
  const changes = ['mergedInto', 'trashed'].map(field => ({ entry: ends.id, field, value: null }));
  library.commit(changes, { by, label: 'followed merge' });
  return changes.length;
}

/** The entry that one became part of, over others that were merged since; null where that is not here. */
function survivorOf(library: OpenLibrary, goes: KeptEntry): KeptEntry | null {
  const { ends, isCircle } = followed(library, goes.id);
  return !ends || ends.id === goes.id || (ends.mergedInto && !isCircle) ? null : ends;
}

/** Where merges lead to from an entry. In a circle to that which the server heard last of: it will stand again. */
function followed(library: OpenLibrary, id: string): { readonly ends: KeptEntry | null; readonly isCircle: boolean } {
  const seen: KeptEntry[] = [];
  for (let now = library.entry(id); now; now = library.entry(now.mergedInto as string)) {
    if (!now.mergedInto) return { ends: now, isCircle: false };
    const began = seen.findIndex(one => one.id === now?.id);
    if (began >= 0) {
      const at = (one: KeptEntry) => revisionOf(library.database, one.id, 'mergedInto');
      return { ends: seen.slice(began).reduce((a, b) => (at(b) > at(a) ? b : a)), isCircle: true };
    }
    seen.push(now);
  }
  return { ends: null, isCircle: false };
}

type Edits = readonly [Edit, ...Edit[]];
interface Edit {
  readonly before: unknown;
  readonly by: string;
  readonly at: number;
}

/** By field what was done to an entry here, the newest first, up to a place in the log and since the team last changed the field. */
function editsOf(database: Database, entry: string, until: number): ReadonlyMap<string, Edits> {
  const ended = new Set<string>();
  const edits = new Map<string, [Edit, ...Edit[]]>();
  for (const { seq, origin, field, before, by, at } of historyOf(database, entry, LOOKED_AT)) {
    if (seq >= until || ended.has(field) || !isShared(field) || field === 'trashed' || field === 'mergedInto') continue;
    if (origin === 'team') ended.add(field);
    else {
      const known = edits.get(field);
      if (known) known.push({ before, by, at });
      else edits.set(field, [{ before, by, at }]);
    }
  }
  return edits;
}

interface Way {
  readonly how: 'stays' | 'follows' | 'contested';
  /** The field of the entry that stands. */
  readonly to: string;
  readonly value: unknown;
}

/** What becomes of a field that was changed here. */
function wayOf(
  goes: KeptEntry,
  stays: KeptEntry,
  field: string,
  edits: Edits,
  mergedAt: number,
  revision: (entry: string, field: string) => number,
): Way {
  const value = fieldOf(goes, field);
  const way = (how: Way['how'], to = field, what = value): Way => ({ how, to, value: what });
  // What arrived after the merge was not in sight of whoever merged.
  const isUnseen = revision(goes.id, field) > revision(goes.id, 'mergedInto');
  if (field === 'key') {
    const isKnown = value === stays.key || stays.aliases.includes(String(value));
    return isUnseen && !isKnown ? way('follows', `alias.${value}`, true) : way('stays');
  }
  const own = fieldOf(stays, field);
  if (sameValue(value, own) || field === `alias.${stays.key}`) return way('stays');
  if (own === null) return isUnseen || revision(stays.id, field) === 0 ? way('follows') : way('stays');
  if (!isUnseen || !isText(field)) return way('stays');
  // The value that its author saw and replaced: the one that stands has it from there, or had the same.
  const seen = edits.filter((edit, index) => index === 0 || edit.at >= mergedAt).map(({ before }) => before);
  return value !== null && seen.some(before => sameValue(before, own)) ? way('follows') : way('contested');
}

/** Fields of which one of two values would be lost. */
const isText = (field: string): boolean => /^(?:item|kept|note)\./.test(field);

const revisionOf = (database: Database, entry: string, field: string): number =>
  knownRevisions(database, [entry]).get(stampName(entry, field)) ?? 0;

/** Sends values as made on nothing that stands: the server keeps both, for somebody to decide. */
function contest(database: Database, changes: readonly StampedChange[]): void {
  if (changes.length === 0) return;
  gather(database);
  const newChange = changeIds(database);
  const waiting = outgoingOf(
    database,
    changes.map(({ entry }) => entry),
  );
  database.insert(
    'team_outgoing',
    ['id', 'entry', 'field', 'value', 'base', 'at'],
    changes.flatMap(({ entry, field, value, at = 0 }) => {
      if (waiting.has(stampName(entry, field))) return [];
      const shared = sharedValue(field, value);
      return [[newChange(), entry, field, shared === null ? null : canonicalJson(shared), 0, at]];
    }),
  );
}
