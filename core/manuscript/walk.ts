/** Finding things in a manuscript. */
import type { Manuscript, Note, PrintedBlock, PrintedChart, PrintedFigure, PrintedTable, Run } from './types.ts';

export type PrintedFloat = PrintedTable | PrintedFigure | PrintedChart;

/** Every block in printed order, those of lists too. */
export function blocksOf(manuscript: Pick<Manuscript, 'divisions'>): readonly PrintedBlock[] {
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

function runsIn(block: PrintedBlock): readonly Run[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.runs;
    case 'table':
      return [...block.caption, ...block.rows.flatMap(row => row.flatMap(cell => cell.runs))];
    case 'figure':
    case 'chart':
      return block.caption;
    case 'list':
    case 'bibliography':
      return [];
  }
}

/** The call of a note, and its note. */
export interface NoteCall extends Run {
  readonly note: Note;
}

export const isCall = (run: Run): run is NoteCall => run.note !== undefined;

/** Calls of notes in some runs, in their order. */
export const callsIn = (runs: readonly Run[]): readonly NoteCall[] => runs.filter(isCall);

/** Runs as they read where no note can be called: in a file's title, in a bookmark. */
export const withoutCalls = (runs: readonly Run[]): readonly Run[] => runs.filter(run => !isCall(run));

/** All calls of notes as they are printed: of the title, then of the text, captions and cells. */
export function noteCalls(manuscript: Pick<Manuscript, 'title' | 'divisions'>): readonly NoteCall[] {
  return [...callsIn(manuscript.title), ...blocksOf(manuscript).flatMap(block => callsIn(runsIn(block)))];
}

/** The place among the divisions where notes stand that come after the text: before the references. */
export function placeOfNotes({ divisions }: Pick<Manuscript, 'divisions'>): number {
  const references = divisions.findIndex(({ kind }) => kind === 'references');
  return references < 0 ? divisions.length : references;
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
