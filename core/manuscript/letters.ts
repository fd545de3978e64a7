/** Plain letters of printed text. */
import type { Run } from './types.ts';

/** The letters of some runs, without their marks. */
export function lettersOf(runs: readonly Pick<Run, 'text'>[]): string {
  return runs.map(run => run.text).join('');
}
