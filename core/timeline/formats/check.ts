/** What series are checked for before a human sees them: units that are missing, doubled or impossible, values far out. */
import { canMeasure, convertValue, unitFor } from '../analytes/measure.ts';
import { type Analyte, analyteById } from '../analytes/table.ts';
import type { Unit } from '../units/read.ts';
import { isWithdrawn } from './series.ts';
import type { LabSeries, LabWarning } from './types.ts';
import { warning } from './warnings.ts';

export interface Checked {
  readonly series: readonly LabSeries[];
  readonly warnings: readonly LabWarning[];
}

/** The series with the LOINC codes that their analyte and unit suggest, and what was found. */
export function checkSeries(series: readonly LabSeries[]): Checked {
  const warnings: LabWarning[] = [];
  const checked = series.map(one => {
    const analyte = one.recognised === undefined ? undefined : analyteById(one.recognised);
    const unit = one.unit === '' ? null : unitFor(one.unit, analyte);
    warnings.push(...unitWarnings(one, analyte, unit), ...magnitudeWarnings(one, analyte, unit));
    const loinc = analyte && suggestion(analyte, unit);
    return loinc === undefined ? one : { ...one, suggestedLoinc: loinc };
  });
  return { series: checked, warnings: [...warnings, ...twoUnits(checked)] };
}

/** The code of the kind of quantity that a unit measures; without a unit, of an analyte that has one kind alone. */
function suggestion({ measured }: Analyte, unit: Unit | null): string | undefined {
  if (unit === null) return measured.length === 1 ? measured[0]?.loinc : undefined;
  return measured.find(each => canMeasure({ measured: [each] }, unit))?.loinc;
}

const isPure = ({ measured }: Analyte) =>
  measured.some(({ unit }) => unit.dimension === '1' || unit.dimension === 'ph');

function unitWarnings(series: LabSeries, analyte: Analyte | undefined, unit: Unit | null): readonly LabWarning[] {
  const first = series.results.find(({ quantity }) => quantity.value !== null);
  if (!first) return [];
  if (series.unit === '') {
    // INR, pH and scores have none; a titre neither.
    return analyte && isPure(analyte) ? [] : [warning('unit-missing', first.place, '', series.analyte)];
  }
  if (unit === null) return [warning('unit-unknown', first.place, series.unit, series.analyte)];
  return analyte && !canMeasure(analyte, unit)
    ? [warning('unit-impossible', first.place, series.unit, series.analyte)]
    : [];
}

/** Values outside what is seen in patients at all: a unit or a decimal sign was most likely lost. */
function magnitudeWarnings(series: LabSeries, analyte: Analyte | undefined, unit: Unit | null): readonly LabWarning[] {
  const limits = analyte?.limits;
  if (!limits) return [];
  const pure = series.unit === '' ? limits.unit : unit;
  if (pure === null || (series.unit === '' && limits.unit.dimension !== '1' && limits.unit.dimension !== 'ph'))
    return [];
  const [least, most] = limits.seen.map(limit => convertValue(limit, limits.unit, pure, analyte));
  if (least === null || least === undefined || most === null || most === undefined) return [];
  const out = series.results.filter(result => {
    const { value, comparator } = result.quantity;
    if (value === null || isWithdrawn(result)) return false;
    return (value > most && !comparator?.startsWith('<')) || (value < least && !comparator?.startsWith('<'));
  });
  const [first] = out;
  if (!first) return [];
  const more = out.length > 1 ? ` (+${out.length - 1})` : '';
  return [warning('out-of-range', first.place, `${first.asPrinted} ${series.unit}`.trim() + more, series.analyte)];
}

/** One analyte in several units: two series of what may be one. Counts beside percentages are two things, and no question. */
function twoUnits(series: readonly LabSeries[]): readonly LabWarning[] {
  const groups = new Map<string, LabSeries[]>();
  for (const one of series) {
    const key = one.recognised ?? one.analyte.toLowerCase();
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].flatMap(group => {
    const [first] = group;
    const analyte = first?.recognised === undefined ? undefined : analyteById(first.recognised);
    const numbered = group.filter(({ results }) => results.some(({ quantity }) => quantity.value !== null));
    const clash = numbered.find((one, index) =>
      numbered.slice(0, index).some(other => isOneThing(one, other, analyte)),
    );
    if (!first || !clash) return [];
    const units = numbered.map(({ unit }) => unit || '—').join(', ');
    return [warning('two-units', clash.results[0]?.place ?? '', units, clash.analyte)];
  });
}

/** Whether two series of an analyte could be one: values go from one unit to the other, or that cannot be said. */
function isOneThing(a: LabSeries, b: LabSeries, analyte: Analyte | undefined): boolean {
  const [from, to] = [unitFor(a.unit, analyte), unitFor(b.unit, analyte)];
  if (!analyte || from === null || to === null) return true;
  return convertValue(1, from, to, analyte) !== null;
}
