/** How much there is of what journals count. */
import type { Numbering } from '../../core/manuscript/number.ts';
import { sectionWords } from '../../core/report/text.ts';
import type { CaseReport } from '../../core/report/types.ts';
import type { SessionState } from './types.ts';

export interface Counts {
  /** Of the four sections. */
  readonly words: number;
  readonly figures: number;
  readonly tables: number;
  readonly references: number;
}

/** How many works are cited: those of the bibliography, or where a style has notes, which need none, those of its citations. */
export function citedWorks({ citations, numbering }: Pick<SessionState, 'citations' | 'numbering'>): number {
  const { notes, bibliography, missing } = citations;
  if (!notes) return bibliography.length;
  const cited = numbering.citations.flatMap(({ items }) => items.map(({ reference }) => reference));
  return new Set(cited.filter(reference => !missing.includes(reference))).size;
}

/** `cited` is the number of works that are cited. */
export function numberedCounts(report: CaseReport, numbering: Numbering, cited: number): Counts {
  const floats = [...numbering.floats.values()];
  return {
    words: sectionWords(report),
    figures: floats.filter(({ kind }) => kind === 'figure').length,
    tables: floats.filter(({ kind }) => kind === 'table').length,
    references: cited,
  };
}
