/** What every format's results go through: grouping into series, checks of units and of magnitude, one list of warnings. */
import { checkSeries } from './check.ts';
import { countForReport } from './for-report.ts';
import { groupResults } from './series.ts';
import type { LabOptions, LabReading, RawReading } from './types.ts';
import { WARNING_KINDS } from './warnings.ts';

const RANK: ReadonlyMap<string, number> = new Map(WARNING_KINDS.map(({ kind }, index) => [kind, index]));

/** A reading of what one format's reader found. */
export function finish(format: string, raw: RawReading, options: LabOptions): LabReading {
  const grouped = groupResults(raw.results, options);
  const checked = checkSeries(grouped.series);
  const warnings = [...raw.warnings, ...grouped.warnings, ...checked.warnings].toSorted(
    (a, b) => (RANK.get(a.kind) ?? 0) - (RANK.get(b.kind) ?? 0),
  );
  return {
    format,
    series: checked.series,
    warnings,
    ...(raw.table ? { table: raw.table } : {}),
    ...(raw.sheets ? { sheets: raw.sheets } : {}),
    values: countForReport(checked),
  };
}
