/** Which series of a report a shell names. */
import { problem } from '../../core/outcome.ts';
import type { CaseReport, Series } from '../../core/report/types.ts';
import { refuse, type Shell } from '../shell.ts';

/** The series of a list of analytes or ids, in its order; all where none is named; null where one is not there, which is said. */
export function chosenSeries(
  shell: Shell,
  { series }: CaseReport,
  names: string | undefined,
): readonly Series[] | null {
  if (names === undefined) return series;
  const chosen: Series[] = [];
  for (const name of names.split(',').map(each => each.trim().toLowerCase())) {
    const found = series.filter(({ id, analyte }) => id === name || analyte.toLowerCase() === name);
    if (found.length === 0) {
      refuse(shell, notThere(name, series));
      return null;
    }
    chosen.push(...found);
  }
  return chosen;
}

function notThere(name: string, series: readonly Series[]) {
  const names = series.map(({ analyte }) => analyte).join(', ');
  return problem(
    'lab.series',
    { en: `The report has no series “${name}”.`, fr: `Le document n’a pas de série «\u00a0${name}\u00a0».` },
    { en: `Nothing was written. It has: ${names}.`, fr: `Rien n’a été écrit. Il contient\u00a0: ${names}.` },
  );
}
