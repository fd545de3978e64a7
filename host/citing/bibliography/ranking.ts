/** The order of a bibliography. */
import type { Work } from '../clusters/alike.ts';
import type { Sortable } from '../engine.ts';

/**
 * Sorts by the style's keys, then by the order of `ids`. The engine's comparison is slow (it asks for the locale's each time), so that
 * keys sorted before stay sorted, and a new one is put among them.
 */
export function sorter() {
  /** Works with equal keys together. */
  let known: Work[][] = [];
  return (
    ids: readonly string[],
    workOf: (id: string) => Work | undefined,
    compareKeys: (a: Sortable, b: Sortable) => number,
  ): readonly string[] => {
    const works = ids.flatMap(id => workOf(id) ?? []);
    const present = new Set(works);
    known = known.map(equal => equal.filter(work => present.has(work))).filter(({ length }) => length > 0);
    const seen = new Set(known.flat());
    for (const work of works) {
      if (seen.has(work)) continue;
      seen.add(work);
      let [from, to] = [0, known.length];
      while (from < to) {
        const middle = (from + to) >> 1;
        const equal = known[middle] as Work[];
        const compared = compareKeys(
          { sortkeys: work.sortkeys, seq: 0 },
          { sortkeys: (equal[0] as Work).sortkeys, seq: 0 },
        );
        if (compared === 0) {
          equal.push(work);
          break;
        }
        if (compared < 0) to = middle;
        else from = middle + 1;
      }
      if (from === to) known.splice(from, 0, [work]);
    }
    const ranks = new Map(known.flatMap((equal, rank) => equal.map(work => [work, rank] as const)));
    const rankOf = (id: string) => ranks.get(workOf(id) as Work) ?? 0;
    return ids
      .map((id, index) => ({ id, index, rank: rankOf(id) }))
      .sort((a, b) => a.rank - b.rank || a.index - b.index)
      .map(({ id }) => id);
  };
}
