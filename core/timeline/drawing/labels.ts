/** Words that do not run into one another. */

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The first of some places that nothing taken reaches; it is taken from then on. Undefined where all are. */
export function freePlace<T extends Box>(candidates: readonly T[], taken: Box[]): T | undefined {
  const free = candidates.find(candidate => !taken.some(box => overlaps(box, candidate)));
  if (free) taken.push(free);
  return free;
}

/** A row for each of some spans, given in order of their left ends: the first that is free there. */
export function rowsOf(
  spans: readonly { readonly left: number; readonly right: number }[],
  gap: number,
): readonly number[] {
  const ends: number[] = [];
  return spans.map(({ left, right }) => {
    const free = ends.findIndex(end => end + gap <= left);
    const row = free < 0 ? ends.length : free;
    ends[row] = right;
    return row;
  });
}
