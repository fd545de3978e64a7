/** How much there is of what journals count. */
import type { Numbering } from '../../core/manuscript/number.ts';
import { sectionWords } from '../../core/report/text.ts';
import type { CaseReport } from '../../core/report/types.ts';

export interface Counts {
  /** Of the four sections. */
  readonly words: number;
  readonly figures: number;
  readonly tables: number;
  readonly references: number;
}

/** `cited` is the length of the bibliography. */
export function numberedCounts(report: CaseReport, numbering: Numbering, cited: number): Counts {
  const floats = [...numbering.floats.values()];
  return {
    words: sectionWords(report),
    figures: floats.filter(({ kind }) => kind === 'figure').length,
    tables: floats.filter(({ kind }) => kind === 'table').length,
    references: cited,
  };
}
