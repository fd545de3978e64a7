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

/** All rows from where the range began up to one. `idAt` gives undefined for rows not read yet: those are left out, and the size tells. */
export function ranged({ from }: Selection, at: number, idAt: (index: number) => string | undefined): Selection {
  const start = from < 0 ? at : from;
  const ids = new Set<string>();
  for (let index = Math.min(start, at); index <= Math.max(start, at); index++) {
    const id = idAt(index);
    if (id !== undefined) ids.add(id);
  }
  return { ids, at, current: idAt(at) ?? null, from: start };
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
