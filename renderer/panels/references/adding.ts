/** References read from a file or text, added to the report once each. */
import { duplicateFinder } from '../../../core/references/duplicates.ts';
import type { Op } from '../../../core/report/ops.ts';
import type { Reference } from '../../../core/report/types.ts';

export interface Addition {
  readonly ops: readonly Op[];
  readonly added: readonly string[];
  /** How many were the same work as one that is there. */
  readonly already: number;
}

/** An id that no other reference has; the one it came with where it is free. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  const base = wanted || 'reference';
  if (!taken.has(base)) return base;
  for (let count = 2; ; count++) {
    const id = `${base}-${count}`;
    if (!taken.has(id)) return id;
  }
}

/** What adds `read` to `known`; the same work is left out, whether it is in the report or twice in the file. */
export function addition(known: readonly Reference[], read: readonly Reference[]): Addition {
  const taken = new Set(known.map(({ id }) => id));
  const kept: Reference[] = [];
  let already = 0;
  const inReport = duplicateFinder(known);
  for (const reference of read) {
    if (inReport(reference.item) || duplicateFinder(kept)(reference.item)) {
      already++;
      continue;
    }
    const id = freeId(reference.id, taken);
    taken.add(id);
    kept.push({ ...reference, id, item: { ...reference.item, id } });
  }
  return {
    ops: kept.map(value => ({ set: 'reference', id: value.id, value })),
    added: kept.map(({ id }) => id),
    already,
  };
}
