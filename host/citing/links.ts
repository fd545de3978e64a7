/** Turns addresses and DOIs that are written in formatted references into links. */
import type { Run } from '../../core/manuscript/types.ts';
import type { CslItem } from '../../core/references/csl.ts';

function splitAt(runs: readonly Run[], find: RegExp, link: (found: string) => Partial<Run> | null): readonly Run[] {
  return runs.flatMap(run => {
    const pieces: Run[] = [];
    let from = 0;
    for (const match of run.text.matchAll(find)) {
      const target = link(match[0]);
      if (!target) continue;
      if (match.index > from) pieces.push({ ...run, text: run.text.slice(from, match.index) });
      pieces.push({ ...run, text: match[0], ...target });
      from = match.index + match[0].length;
    }
    if (from < run.text.length) pieces.push({ ...run, text: run.text.slice(from) });
    return pieces;
  });
}

/** Addresses and the item's own DOI, made links. A DOI printed bare points at doi.org. */
export function withOutwardLinks(runs: readonly Run[], item: CslItem | undefined): readonly Run[] {
  const doi = item?.DOI?.toLowerCase();
  return splitAt(runs, /https?:\/\/[^\s<>"]+[^\s<>".,;:)\]]|10\.\d{4,9}\/[^\s<>"]+[^\s<>".,;:)\]]/g, found => {
    if (found.startsWith('http')) return { link: found };
    return found.toLowerCase() === doi ? { link: `https://doi.org/${found}` } : null;
  });
}
