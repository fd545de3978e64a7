/**
 * The engine's comparison of sort keys, by a collator that is made once. Its own gives the locale to `localeCompare` and
 * `toLocaleLowerCase` at every comparison, which costs a hundred times as much.
 */
import type { Engine, Sortable } from '../engine.ts';

const collators = new Map<string, (a: string, b: string) => number>();

/** `CSL.getSortCompare` of citeproc. */
function comparerOf(locale: string): (a: string, b: string) => number {
  const known = collators.get(locale);
  if (known) return known;
  const { compare } = new Intl.Collator(locale, { sensitivity: 'base', ignorePunctuation: true, numeric: true });
  const bare = (text: string) => text.replace(/^[[\]'"]*/g, '');
  const made =
    compare('[x', 'x') === 0
      ? (a: string, b: string) => compare(a.toLowerCase(), b.toLowerCase())
      : (a: string, b: string) => compare(bare(a).toLowerCase(), bare(b).toLowerCase());
  collators.set(locale, made);
  return made;
}

/** `CSL.Registry.Comparifier` of citeproc: by keys, each in its direction, then by place. */
function keysComparer(
  compare: (a: string, b: string) => number,
  directions: readonly (readonly [before: number, after: number])[],
) {
  return (a: Sortable, b: Sortable): number => {
    const length = a.sortkeys ? a.sortkeys.length : 0;
    for (let at = 0; at < length; at++) {
      const [one, other] = [a.sortkeys?.[at], b.sortkeys?.[at]];
      const [before, after] = directions[at] ?? [-1, 1];
      const compared =
        one === other
          ? 0
          : one === undefined
            ? after
            : other === undefined
              ? before
              : compare(String(one), String(other));
      if (compared > 0) return after;
      if (compared < 0) return before;
    }
    const [seqA, seqB] = [a.seq ?? 0, b.seq ?? 0];
    return seqA > seqB ? 1 : seqA < seqB ? -1 : 0;
  };
}

/** Makes an engine forget all that it has read and decided, and compare fast from now on. */
export function emptied(engine: Engine): void {
  engine.restoreProcessorState([]);
  const compare = comparerOf(engine.opt['default-locale-sort'] ?? 'en-US');
  engine.registry.sorter.compareKeys = keysComparer(compare, engine.bibliography_sort.opt.sort_directions);
  const within = keysComparer(compare, engine.citation_sort.opt.sort_directions);
  engine.citation.srt.compareCompositeKeys = ([, a], [, b]) => within(a, b);
}
