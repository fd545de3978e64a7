/** Finding things in a manuscript. */
import type { Manuscript, PrintedBlock, PrintedChart, PrintedFigure, PrintedTable, Run } from './types.ts';

export type PrintedFloat = PrintedTable | PrintedFigure | PrintedChart;

/** Every block in printed order, those of lists too. */
export function blocksOf(manuscript: Manuscript): readonly PrintedBlock[] {
  return manuscript.divisions.flatMap(({ blocks }) => blocks.flatMap(withInner));
}

function withInner(block: PrintedBlock): readonly PrintedBlock[] {
  return block.kind === 'list' ? [block, ...block.items.flatMap(item => item.flatMap(withInner))] : [block];
}

/** Figures, charts and tables in printed order. */
export function printedFloats(manuscript: Manuscript): readonly PrintedFloat[] {
  return blocksOf(manuscript).filter(
    (block): block is PrintedFloat => block.kind === 'table' || block.kind === 'figure' || block.kind === 'chart',
  );
}

/** A piece of printed text: letters of one cluster of citations, or a run outside any. */
export type Stretch =
  | { readonly kind: 'run'; readonly run: Run }
  | { readonly kind: 'citation'; readonly citation: string; readonly runs: readonly Run[] };

/** Runs with those of one cluster together. */
export function stretchesOf(runs: readonly Run[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const run of runs) {
    const last = stretches.at(-1);
    if (run.citation === undefined) stretches.push({ kind: 'run', run });
    else if (last?.kind === 'citation' && last.citation === run.citation)
      stretches[stretches.length - 1] = { ...last, runs: [...last.runs, run] };
    else stretches.push({ kind: 'citation', citation: run.citation, runs: [run] });
  }
  return stretches;
}
