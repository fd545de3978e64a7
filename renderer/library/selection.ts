/** Which rows of a list are selected, by mouse and by keyboard, as file managers do it. */

export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** The row that has the keyboard; −1 where none has. */
  readonly at: number;
  /** Where a range begins. */
  readonly from: number;
}

export const NOTHING: Selection = { ids: new Set(), at: -1, from: -1 };

/** One row alone. */
export function only(id: string, at: number): Selection {
  return { ids: new Set([id]), at, from: at };
}

/** One row more, or one less. */
export function toggled({ ids }: Selection, id: string, at: number): Selection {
  const now = new Set(ids);
  if (!now.delete(id)) now.add(id);
  return { ids: now, at, from: at };
}

/** All rows from where the range began up to one. `idAt` gives undefined for rows not read yet: those are left out. */
export function ranged({ from }: Selection, at: number, idAt: (index: number) => string | undefined): Selection {
  const start = from < 0 ? at : from;
  const ids = new Set<string>();
  for (let index = Math.min(start, at); index <= Math.max(start, at); index++) {
    const id = idAt(index);
    if (id !== undefined) ids.add(id);
  }
  return { ids, at, from: start };
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
