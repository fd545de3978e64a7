/** What every format's results go through: grouping into series, checks of units and of magnitude, one list of warnings. */
import { checkSeries } from './check.ts';
import { countForReport, countUndated } from './for-report.ts';
import { joinUnits } from './join.ts';
import { shapeKey } from './memory.ts';
import { placeResults } from './moments.ts';
import { groupResults } from './series.ts';
import type { LabOptions, LabReading, RawReading, Step } from './types.ts';
import { byRank } from './warnings.ts';

/** A reading of what one format's reader found. */
export function finish(format: string, raw: RawReading, given: LabOptions, step: Step): LabReading {
  const key = raw.shapeKey ?? shapeKey(format, []);
  const recalled = raw.recalled ?? given.memory?.[key];
  const options = recalled ? { ...given, recalled } : given;
  const placed = placeResults(raw.results, options);
  step(0.3);
  const grouped = groupResults(placed.results, options);
  step(0.7);
  const joined = joinUnits(grouped.series, options);
  const checked = checkSeries(joined.series, options);
  const found = [raw, placed, grouped, joined, checked].flatMap(({ warnings }) => warnings);
  const all = found.toSorted(byRank);
  return {
    format,
    series: checked.series,
    warnings: all.filter(({ question }) => question?.answer === undefined),
    answered: all.filter(({ question }) => question?.answer !== undefined),
    shapeKey: key,
    ...(recalled ? { recalled } : {}),
    ...(raw.table ? { table: raw.table } : {}),
    ...(raw.sheets ? { sheets: raw.sheets } : {}),
    values: countForReport(checked),
    undated: countUndated(checked),
  };
}
