/** Whether a unit can belong to an analyte, and values from one unit to another. */
import { readAnyUnit } from '../units/library.ts';
import { readUnit, type Unit } from '../units/read.ts';
import type { Analyte } from './table.ts';

/** One enzyme unit, in mol/s. */
const ENZYME_UNIT = 1e-6 / 60;

interface Taken {
  readonly dimension: string;
  readonly factor: number;
}

/**
 * A unit with enzyme units and arbitrary units as international ones: laboratories print "U", "IU" and "AU" for the same thing,
 * each of them defined by the assay. 1 U is 1 µmol/min, so that katals come along.
 */
function taken({ dimension, factor }: Unit): Taken {
  if (/(?:^|\.)mol\.s-1(?:\.|$)/.test(dimension))
    return { dimension: canonical(dimension.replace('mol.s-1', 'iu')), factor: factor / ENZYME_UNIT };
  return { dimension: canonical(dimension.replace(/(?:^|(?<=\.))arb(?=\.|$)/, 'iu')), factor };
}

const canonical = (dimension: string) => dimension.split('.').sort().join('.');

/** Amounts of substance, of charge and of osmotic particles as one; mass apart. */
const swapped = (dimension: string, from: string, to: string) =>
  canonical(
    dimension
      .split('.')
      .map(part => (part === from ? to : part))
      .join('.'),
  );

/** Whether an analyte is ever measured in a unit. */
export function canMeasure({ measured }: Pick<Analyte, 'measured'>, unit: Unit): boolean {
  const raw = unit.dimension;
  const { dimension } = taken(unit);
  return measured.some(each => each.unit.dimension === raw || taken(each.unit).dimension === dimension);
}

/** HbA1c between NGSP (%) and IFCC (mmol/mol): NGSP = 0.09148 × IFCC + 2.152 (Hoelzel et al., Clin Chem 2004;50:166). */
function glycated(value: number, from: Unit, to: Unit): number | null {
  const isIfcc = ({ ucum }: Unit) => /mol\/mol/.test(ucum);
  if (isIfcc(from) === isIfcc(to)) return (value * from.factor) / to.factor;
  const percent = isIfcc(from) ? 0.09148 * ((value * from.factor) / 0.001) + 2.152 : (value * from.factor) / 0.01;
  const ifcc = isIfcc(from) ? (value * from.factor) / 0.001 : (percent - 2.152) / 0.09148;
  return isIfcc(to) ? (ifcc * 0.001) / to.factor : (percent * 0.01) / to.factor;
}

/** Creatinine's molar mass (IUPAC, 2021): between "mg/g" and "mg/mmol" of a ratio to creatinine. */
const CREATININE = 113.12;

/** How much one international unit is, where a standard says so; sources in the table of hormones. */
const PER_INTERNATIONAL_UNIT: Readonly<Record<string, { readonly base: 'mol' | 'g'; readonly amount: number }>> = {
  insulin: { base: 'mol', amount: 6.0e-9 },
  prolactin: { base: 'g', amount: 1e-6 / 21.2e-3 },
};

function temperature(value: number, from: Unit, to: Unit): number | null {
  if (from.dimension === to.dimension) return value;
  if (from.dimension === 'cel' && to.dimension === 'degf') return value * 1.8 + 32;
  return from.dimension === 'degf' && to.dimension === 'cel' ? (value - 32) / 1.8 : null;
}

/**
 * A value in another unit; null where the two do not measure the same thing, or where the analyte's table has no factor.
 * Exact to floating-point arithmetic: rounding is the printer's.
 */
export function convertValue(value: number, from: Unit, to: Unit, analyte?: Analyte): number | null {
  if (analyte?.id === 'hba1c' && from.dimension === '1' && to.dimension === '1') return glycated(value, from, to);
  if (from.dimension === 'cel' || from.dimension === 'degf') return temperature(value, from, to);
  const [source, target] = [taken(from), taken(to)];
  if (source.dimension === target.dimension) return (value * source.factor) / target.factor;
  if (from.dimension === to.dimension) return (value * from.factor) / to.factor;
  if (!analyte) return null;
  const { molarMass, charge, id } = analyte;
  const base = value * from.factor;
  const fits = (was: string, is: string) => swapped(from.dimension, was, is) === canonical(to.dimension);
  if (charge !== undefined && fits('eq', 'mol')) return base / charge / to.factor;
  if (charge !== undefined && fits('mol', 'eq')) return (base * charge) / to.factor;
  if (molarMass !== undefined) {
    if (fits('g', 'mol')) return base / molarMass / to.factor;
    if (fits('mol', 'g')) return (base * molarMass) / to.factor;
    if (charge !== undefined && fits('g', 'eq')) return ((base / molarMass) * charge) / to.factor;
    if (charge !== undefined && fits('eq', 'g')) return ((base / charge) * molarMass) / to.factor;
  }
  if (id.endsWith('creatinine-urine')) {
    if (from.dimension === '1' && to.dimension === 'g.mol-1') return (base * CREATININE) / to.factor;
    if (from.dimension === 'g.mol-1' && to.dimension === '1') return base / CREATININE / to.factor;
  }
  const standard = PER_INTERNATIONAL_UNIT[id];
  if (!standard) return null;
  if (swapped(source.dimension, 'iu', standard.base) === canonical(to.dimension))
    return (value * source.factor * standard.amount) / to.factor;
  if (swapped(target.dimension, 'iu', standard.base) === canonical(from.dimension))
    return base / standard.amount / target.factor;
  return null;
}

/** A unit as an analyte's laboratories mean it: "G/L" of a protein, in capitals, is grams; of cells it is 10⁹. */
export function unitFor(printed: string, analyte: Analyte | undefined): Unit | null {
  const unit = readAnyUnit(printed);
  if (!unit || !analyte || canMeasure(analyte, unit)) return unit;
  if (/^G\/L$/i.test(printed.trim())) {
    const other = readUnit(printed.trim().startsWith('G') ? 'g/L' : 'G/L');
    if (other && printed.trim().startsWith('G') && canMeasure(analyte, other)) return other;
  }
  return unit;
}
