/** References read from a file or text, added to the report once each. */
import { duplicateFinder, knownWorks } from '../../../core/references/duplicates.ts';
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

/** References that are added part by part, as they are read. */
export interface Adding {
  take(read: readonly Reference[]): void;
  result(): Addition;
}

/** What adds references to `known`; the same work is left out, whether it is in the report or twice in the file. */
export function adding(known: readonly Reference[]): Adding {
  const taken = new Set(known.map(({ id }) => id));
  const kept: Reference[] = [];
  let already = 0;
  const inReport = duplicateFinder(known);
  const inFile = knownWorks<Reference>();
  return {
    take: read => {
      for (const reference of read) {
        if (inReport(reference.item) || inFile.find(reference.item)) {
          already++;
          continue;
        }
        const id = freeId(reference.id, taken);
        taken.add(id);
        const own = { ...reference, id, item: { ...reference.item, id } };
        kept.push(own);
        inFile.add(own);
      }
    },
    result: () => ({
      ops: kept.map(value => ({ set: 'reference', id: value.id, value })),
      added: kept.map(({ id }) => id),
      already,
    }),
  };
}
