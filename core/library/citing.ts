/** Which entries of libraries a report cites. */
import { citedTimes } from '../references/cited.ts';
import type { CaseReport } from '../report/types.ts';

/** How often a report cites each entry that it holds a copy of, by the entry's id; 0 for a copy that is not cited yet. */
export function timesCited(report: CaseReport): ReadonlyMap<string, number> {
  const cited = citedTimes(report);
  const times = new Map<string, number>();
  for (const { id, library } of report.references)
    if (library) times.set(library.entry, (times.get(library.entry) ?? 0) + (cited.get(id) ?? 0));
  return times;
}
