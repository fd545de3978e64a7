/** What series are checked for before a human sees them: units that are missing or impossible, values far out. */
import { canMeasure, convertValue, unitFor } from '../analytes/measure.ts';
import { type Analyte, analyteById } from '../analytes/table.ts';
import { readUnit, type Unit } from '../units/read.ts';
import { USUAL_UNITS } from '../units/usual.ts';
import { rangeOfResult } from './for-report.ts';
import { said } from './memory.ts';
import { meantKey, NO_UNIT, question } from './questions.ts';
import { isWithdrawn } from './series.ts';
import { AS_PRINTED, type Choice, type LabOptions, type LabResult, type LabSeries, type LabWarning } from './types.ts';
import { warning } from './warnings.ts';

export interface Checked {
  readonly series: readonly LabSeries[];
  readonly warnings: readonly LabWarning[];
}

/** The series with the LOINC codes that their analyte and unit suggest, and what was found. */
export function checkSeries(series: readonly LabSeries[], options: LabOptions): Checked {
  const warnings: LabWarning[] = [];
  const checked = series.map(one => {
    const analyte = one.recognised === undefined ? undefined : analyteById(one.recognised);
    const unit = one.unit === '' ? null : unitFor(one.unit, analyte);
    const others = series.filter(other => other !== one && sameAnalyte(other, one)).map(other => other.unit);
    warnings.push(
      ...unitWarnings(one, analyte, unit, others, options),
      ...magnitudeWarnings(one, analyte, unit, options),
      ...meantOtherwise(one, analyte, options),
    );
    const loinc = analyte && suggestion(analyte, unit);
    return loinc === undefined ? one : { ...one, suggestedLoinc: loinc };
  });
  return { series: checked, warnings };
}

/** Whether two series are of one analyte, whatever their units. */
export function sameAnalyte(a: LabSeries, b: LabSeries): boolean {
  return (a.recognised ?? a.analyte.toLowerCase()) === (b.recognised ?? b.analyte.toLowerCase());
}

/** The code of the kind of quantity that a unit measures; without a unit, of an analyte that has one kind alone. */
function suggestion({ measured }: Analyte, unit: Unit | null): string | undefined {
  if (unit === null) return measured.length === 1 ? measured[0]?.loinc : undefined;
  return measured.find(each => canMeasure({ measured: [each] }, unit))?.loinc;
}

const isPure = ({ measured }: Analyte) =>
  measured.some(({ unit }) => unit.dimension === '1' || unit.dimension === 'ph');

const WITHOUT: Choice = { id: NO_UNIT, words: { en: 'It has no unit', fr: 'Elle n’a pas d’unité' } };
const RIGHT: Choice = { id: AS_PRINTED, words: { en: 'Right as printed', fr: 'Juste, telle qu’imprimée' } };

function unitWarnings(
  series: LabSeries,
  analyte: Analyte | undefined,
  unit: Unit | null,
  others: readonly string[],
  options: LabOptions,
): readonly LabWarning[] {
  const first = series.results.find(({ quantity }) => quantity.value !== null);
  const answer = said(options, 'units', series.analyte);
  const added =
    answer !== undefined && series.results.some(({ unit: printed, quantity }) => !(printed || quantity.unit));
  if (!first) return [];
  const missing = (said: string | undefined) =>
    warning(
      'unit-missing',
      first.place,
      '',
      series.analyte,
      question(series.analyte, [...unitChoices(series, analyte, others), WITHOUT], said, 'unit'),
    );
  if (series.unit === '') {
    // INR, pH and scores have none; a titre neither.
    if (analyte && isPure(analyte)) return [];
    return [missing(answer === '' ? NO_UNIT : undefined)];
  }
  const found = added ? [missing(series.unit)] : [];
  if (unit === null) return [...found, warning('unit-unknown', first.place, series.unit, series.analyte)];
  if (!analyte || canMeasure(analyte, unit)) return found;
  return [...found, ...meant('unit-impossible', series, analyte, [first], series.unit, options)];
}

/** A unit that was printed and can hardly be meant: asked where another would do, else said; nothing once it was said to be right. */
function meant(
  kind: 'unit-impossible' | 'out-of-range',
  series: LabSeries,
  analyte: Analyte,
  rows: readonly LabResult[],
  sample: string,
  options: LabOptions,
): readonly LabWarning[] {
  const key = meantKey(series.analyte, series.unit);
  const choices = unitChoices(series, analyte, []).filter(({ id }) => id !== series.unit);
  const ask = question(key, [...choices, RIGHT], said(options, 'meantUnits', key), 'unit');
  const [first] = rows;
  if (!first) return [];
  return [warning(kind, first.place, sample, series.analyte, ask)];
}

/** The question that a series' unit is the answer to. */
function meantOtherwise(series: LabSeries, analyte: Analyte | undefined, options: LabOptions): readonly LabWarning[] {
  if (!analyte || !(options.meantUnits || options.recalled?.meantUnits)) return [];
  const first = series.results.find(({ unit, quantity }) => {
    const printed = unit || quantity.unit || '';
    if (printed === '' || printed === series.unit) return false;
    return said(options, 'meantUnits', meantKey(series.analyte, printed)) === series.unit;
  });
  if (!first) return [];
  const printed = first.unit || first.quantity.unit || '';
  const measured = unitFor(printed, analyte);
  const kind = measured && !canMeasure(analyte, measured) ? 'unit-impossible' : 'out-of-range';
  const sample = kind === 'unit-impossible' ? printed : `${first.asPrinted} ${printed}`;
  const choices = [...unitChoices(series, analyte, []), RIGHT];
  const ask = question(meantKey(series.analyte, printed), choices, series.unit, 'unit');
  return [warning(kind, first.place, sample, series.analyte, ask)];
}

/** Most units that are offered. */
const OFFERED = 6;

/** Units that all values of a series could be in, those first that the analyte stands in elsewhere in the file. */
function unitChoices(series: LabSeries, analyte: Analyte | undefined, others: readonly string[]): readonly Choice[] {
  const values = series.results.flatMap(result =>
    result.quantity.value === null || isWithdrawn(result) ? [] : [result.quantity.value],
  );
  const here = others.filter(unit => unit !== '');
  const spelled = new Set<string>();
  const fitting = [...here, ...(analyte ? USUAL_UNITS : [])].filter(unit => {
    const { ucum = unit } = (analyte ? unitFor(unit, analyte) : readUnit(unit)) ?? {};
    if (spelled.has(ucum)) return false;
    spelled.add(ucum);
    return here.includes(unit) || (analyte !== undefined && couldBe(values, unit, analyte));
  });
  const printed = series.results.map(rangeOfResult).find(({ high }) => high !== undefined)?.high;
  const sorted = printed === undefined || !analyte ? fitting : fitting.toSorted((a, b) => far(a) - far(b));
  /** How far the usual limit of the analyte in a unit is from the one that the laboratory printed. */
  function far(unit: string): number {
    const measured = analyte && unitFor(unit, analyte);
    const usual = measured && analyte.limits && limitsIn(analyte.limits.usual, analyte, measured);
    return usual && printed ? Math.abs(Math.log(usual[1] / printed)) : Number.POSITIVE_INFINITY;
  }
  return sorted.slice(0, OFFERED).map(id => {
    const usual = analyte ? usualIn(id, analyte) : '';
    return {
      id,
      words:
        usual === ''
          ? { en: id, fr: id }
          : { en: `${id} · usual ${usual}`, fr: `${id} · usuel ${usual.replaceAll('.', ',')}` },
    };
  });
}

/** Whether values of an analyte in a unit are such as are seen in patients. */
function couldBe(values: readonly number[], printed: string, analyte: Analyte): boolean {
  const unit = unitFor(printed, analyte);
  if (!unit || !canMeasure(analyte, unit)) return false;
  const seen = analyte.limits && limitsIn(analyte.limits.seen, analyte, unit);
  return !seen || values.every(value => value >= seen[0] && value <= seen[1]);
}

function limitsIn(
  [low, high]: readonly [number, number],
  analyte: Analyte,
  unit: Unit,
): readonly [number, number] | null {
  const from = analyte.limits?.unit;
  const [least, most] = from ? [low, high].map(limit => convertValue(limit, from, unit, analyte)) : [];
  return typeof least === 'number' && typeof most === 'number' ? [least, most] : null;
}

function usualIn(printed: string, analyte: Analyte): string {
  const unit = unitFor(printed, analyte);
  const usual = unit && analyte.limits && limitsIn(analyte.limits.usual, analyte, unit);
  return usual ? usual.map(end => String(Number(end.toPrecision(3)))).join('–') : '';
}

/** Rows that are named one by one; more are counted with the last. */
const NAMED = 20;

/** Values outside what is seen in patients at all: a unit or a decimal sign was most likely lost. */
function magnitudeWarnings(
  series: LabSeries,
  analyte: Analyte | undefined,
  unit: Unit | null,
  options: LabOptions,
): readonly LabWarning[] {
  const limits = analyte?.limits;
  if (!limits) return [];
  const pure = series.unit === '' ? limits.unit : unit;
  if (pure === null || (series.unit === '' && limits.unit.dimension !== '1' && limits.unit.dimension !== 'ph'))
    return [];
  const seen = limitsIn(limits.seen, analyte, pure);
  if (!seen) return [];
  // "0,42" of a haematocrit is 42 %.
  const isFraction = series.unit === '' && limits.unit.dimension === '1';
  const [least, most] = isFraction ? [Math.min(seen[0] * limits.unit.factor, seen[0]), seen[1]] : seen;
  const out: LabResult[] = [];
  let numbers = 0;
  for (const result of series.results) {
    const { value, comparator } = result.quantity;
    if (value === null || isWithdrawn(result)) continue;
    numbers++;
    if ((value > most || value < least) && !comparator?.startsWith('<')) out.push(result);
  }
  const shown = ({ asPrinted }: LabResult) => `${asPrinted} ${series.unit}`.trim();
  const [first] = out;
  if (!first) return [];
  // Where every value is far out, the unit is; where one is, its decimal sign, which is mended in its row.
  if (out.length === numbers && series.unit !== '') {
    const more = out.length > 1 ? ` (+${out.length - 1})` : '';
    return meant('out-of-range', series, analyte, out, shown(first) + more, options);
  }
  return out.slice(0, NAMED).map((result, index) => {
    const more = index === NAMED - 1 && out.length > NAMED ? ` (+${out.length - NAMED})` : '';
    return warning('out-of-range', result.place, shown(result) + more, series.analyte);
  });
}
