/** Where two lists of values that are never changed in place differ. */

export interface Stretch<T> {
  /** Index of the first that differs. */
  readonly at: number;
  /** How many of the first list are not in the second. */
  readonly remove: number;
  /** What the second list has in their place. */
  readonly insert: readonly T[];
}

/** The one stretch between what two lists have in common, by identity, at their starts and at their ends. */
export function stretchOf<T>(before: readonly T[], now: readonly T[]): Stretch<T> {
  const shorter = Math.min(before.length, now.length);
  let at = 0;
  while (at < shorter && before[at] === now[at]) at++;
  let behind = 0;
  while (behind < shorter - at && before[before.length - 1 - behind] === now[now.length - 1 - behind]) behind++;
  return { at, remove: before.length - behind - at, insert: now.slice(at, now.length - behind) };
}

/** A list with a stretch of it replaced, however long the one that comes in is. */
export function replacedStretch<T>(list: readonly T[], { at, remove, insert }: Stretch<T>): readonly T[] {
  return [...list.slice(0, at), ...insert, ...list.slice(at + remove)];
}
