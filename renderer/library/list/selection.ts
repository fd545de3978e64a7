/** Which rows of a list are selected, by mouse and by keyboard, as file managers do it. */

export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** The row that has the keyboard; −1 where none has. */
  readonly at: number;
  /** The entry that was there when it got it: what is acted on, wherever the list puts it by now. Null where it was not read yet. */
  readonly current: string | null;
  /** Where a range begins. */
  readonly from: number;
}

export const NOTHING: Selection = { ids: new Set(), at: -1, current: null, from: -1 };

/** One row alone. */
export function only(id: string, at: number): Selection {
  return { ids: new Set([id]), at, current: id, from: at };
}

/** One row more, or one less. */
export function toggled({ ids }: Selection, id: string, at: number): Selection {
  const now = new Set(ids);
  if (!now.delete(id)) now.add(id);
  return { ids: now, at, current: id, from: at };
}

/** All rows from where the range began up to one, in the order of the list. `idAt` gives undefined for rows not read yet; null where some of the range were not. */
export function ranged(
  selection: Selection,
  at: number,
  idAt: (index: number) => string | undefined,
): Selection | null {
  const from = selection.from < 0 ? at : selection.from;
  const ids = stepped(selection, at, idAt) ?? between(from, at, idAt);
  return ids && { ids, at, current: idAt(at) ?? null, from };
}

function between(from: number, to: number, idAt: (index: number) => string | undefined): ReadonlySet<string> | null {
  const ids = new Set<string>();
  for (let index = Math.min(from, to); index <= Math.max(from, to); index++) {
    const id = idAt(index);
    if (id === undefined) return null;
    ids.add(id);
  }
  return ids;
}

/**
 * The same where a range's end goes on to another row: of a long one only the rows between its old end and the new one are gone through,
 * which are in sight while those at its beginning may be far off. Null where what is selected is no range, or one of those was not read.
 */
function stepped(
  { ids, at, from }: Selection,
  to: number,
  idAt: (index: number) => string | undefined,
): ReadonlySet<string> | null {
  if (from < 0 || ids.size !== Math.abs(at - from) + 1 || (to - from) * (at - from) < 0) return null;
  const ends = between(at, to, idAt);
  if (!ends || !ids.has(idAt(at) as string)) return null;
  if (Math.abs(to - from) < Math.abs(at - from)) {
    const left = new Set(ids);
    for (const id of ends) if (id !== idAt(to)) left.delete(id);
    return left;
  }
  return to > at ? new Set([...ids, ...ends]) : new Set([...ends, ...ids]);
}

/**
 * The selection after the list was read anew: its entries are the same, and the keyboard stays with its entry, `places` telling
 * where the ones read stand. An entry that is in the list no longer, or too far off to have been read, leaves its place.
 */
export function followed(selection: Selection, places: ReadonlyMap<string, number>): Selection {
  const to = selection.current === null ? undefined : places.get(selection.current);
  return to === undefined || to === selection.at
    ? selection
    : { ...selection, at: to, from: selection.from === selection.at ? to : selection.from };
}

/** The row that a key goes to; null where the key goes nowhere. */
export function reached(key: string, at: number, count: number, page: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? 0 : at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  if (to === undefined || count === 0) return null;
  return Math.min(count - 1, Math.max(0, to));
}
