/** One analyte in several units: asked whether it stays so, or which unit all its values go over into. */
import { convertValue, unitFor } from '../analytes/measure.ts';
import { type Analyte, analyteById } from '../analytes/table.ts';
import { decimalsFor, significantDigits } from '../decimals.ts';
import type { Quantity } from '../quantity.ts';
import { type Checked, sameAnalyte } from './check.ts';
import { said } from './memory.ts';
import { question } from './questions.ts';
import { inOrder } from './series.ts';
import { APART, type Choice, type LabOptions, type LabResult, type LabSeries, type LabWarning } from './types.ts';
import { warning } from './warnings.ts';

/** The series, those joined that the options join. Counts beside percentages are two things, and no question. */
export function joinUnits(series: readonly LabSeries[], options: LabOptions): Checked {
  const warnings: LabWarning[] = [];
  const left: LabSeries[] = [];
  const done = new Set<LabSeries>();
  for (const [index, one] of series.entries()) {
    if (done.has(one)) continue;
    const analyte = one.recognised === undefined ? undefined : analyteById(one.recognised);
    const group = series.slice(index).filter(other => other === one || isSame(one, other, analyte));
    const [, clash] = group;
    if (!clash) {
      left.push(one);
      continue;
    }
    for (const each of group) done.add(each);
    const answer = said(options, 'joined', one.analyte);
    const units = group.map(({ unit }) => unit).join(', ');
    const ask = question(one.analyte, choicesOf(group, analyte), answer);
    warnings.push(warning('two-units', clash.results[0]?.place ?? '', units, clash.analyte, ask));
    const whole = answer === undefined ? null : inOne(group, answer, analyte);
    if (!whole) {
      left.push(...group);
      continue;
    }
    const { results, warnings: found } = inOrder(one.analyte, whole);
    left.push({ ...one, unit: answer as string, results });
    // What was withdrawn or corrected was said of each of them.
    warnings.push(...found.filter(({ kind }) => kind === 'duplicate' || kind === 'same-day'));
  }
  return { series: left, warnings };
}

const numbered = ({ results }: LabSeries) => results.find(({ quantity }) => quantity.value !== null);

/** Whether two series could be one: of one analyte, and values go from one unit to the other, or that cannot be said. */
function isSame(a: LabSeries, b: LabSeries, analyte: Analyte | undefined): boolean {
  if (a.unit === '' || b.unit === '' || !sameAnalyte(a, b) || !numbered(a) || !numbered(b)) return false;
  const [from, to] = [unitFor(a.unit, analyte), unitFor(b.unit, analyte)];
  return !analyte || from === null || to === null || convertValue(1, from, to, analyte) !== null;
}

function choicesOf(group: readonly LabSeries[], analyte: Analyte | undefined): readonly Choice[] {
  const apart: Choice = {
    id: APART,
    words: { en: `${group.length} series, as printed`, fr: `${group.length} séries, telles qu’imprimées` },
  };
  const whole = group.flatMap(({ unit }): readonly Choice[] => {
    const other = group.find(each => each.unit !== unit);
    const sample = other && numbered(other);
    const over = sample && convert(sample, other.unit, unit, analyte);
    if (!over || !inOne(group, unit, analyte)) return [];
    const { value } = over.quantity;
    const shown = `${over.asPrinted} → ${value}`;
    return [
      {
        id: unit,
        words: { en: `All in ${unit}: ${shown}`, fr: `Tout en ${unit}\u00a0: ${shown.replace(/\.(?=\d+$)/, ',')}` },
      },
    ];
  });
  return [...whole, apart];
}

/** All results of a group in one unit; null where one of them does not go over into it. */
function inOne(group: readonly LabSeries[], unit: string, analyte: Analyte | undefined): readonly LabResult[] | null {
  const results: LabResult[] = [];
  for (const { unit: own, results: printed } of group)
    for (const result of printed) {
      const over = own === unit ? result : convert(result, own, unit, analyte);
      if (!over) return null;
      results.push(over);
    }
  return results;
}

/** A result in another unit, with as many digits as were printed; what was printed is kept with its own unit. */
function convert(result: LabResult, own: string, unit: string, analyte: Analyte | undefined): LabResult | null {
  const [from, to] = [unitFor(own, analyte), unitFor(unit, analyte)];
  if (!from || !to) return null;
  const { value, unit: printedUnit, ...rest } = result.quantity;
  const asPrinted = printedUnit === undefined && value !== null ? `${result.asPrinted} ${own}` : result.asPrinted;
  if (value === null) return { ...result, unit };
  const over = (number: number, digits: number) => {
    const exact = convertValue(number, from, to, analyte);
    return exact === null ? null : Number(exact.toFixed(decimalsFor(exact, digits)));
  };
  const converted = over(value, significantDigits({ id: '', at: { day: 0 }, value, asPrinted: result.asPrinted }));
  if (converted === null) return null;
  const ends = ({ low, high }: { readonly low?: number | undefined; readonly high?: number | undefined }) => ({
    ...(low === undefined ? {} : { low: over(low, 4) ?? low }),
    ...(high === undefined ? {} : { high: over(high, 4) ?? high }),
  });
  const quantity: Quantity = { ...rest, ...(rest.range ? { range: ends(rest.range) } : {}), value: converted };
  return { ...result, unit, asPrinted, quantity, range: ends(result.range) };
}
