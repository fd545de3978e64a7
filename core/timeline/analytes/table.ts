/**
 * The table of analytes, read from its rows.
 *
 * A row is `id | English name | French name | other names | measured in | range | molar mass`:
 * - other names, parted by commas, in either language; `en:` and `fr:` before one that means this only there;
 * - measured in: a unit for each kind of quantity, with `=` its LOINC code (specimen and property both fit; absent where not certain);
 * - range: usual in adults, then after `;` what is seen in patients at all. A value outside the latter was most likely printed in
 *   another unit or with a shifted decimal sign. Rounded from textbooks' tables (Tietz; Henry): they find faults, and judge no patient;
 * - molar mass in g/mol, and `z` with the charge that parts moles from equivalents.
 */
import { readUnit, type Unit } from '../units/read.ts';
import { BLOOD } from './tables/blood.ts';
import { CHEMISTRY } from './tables/chemistry.ts';
import { HORMONES } from './tables/hormones.ts';
import { CSF, DRUGS, STOOL, URINE, VITALS } from './tables/others.ts';

export type Specimen = 'blood' | 'urine' | 'csf' | 'stool' | 'patient';

export interface AnalyteName {
  readonly text: string;
  /** Absent where it means the analyte in both languages. */
  readonly language?: 'en' | 'fr';
}

/** One kind of quantity that an analyte is measured as. */
export interface MeasuredAs {
  readonly unit: Unit;
  readonly loinc?: string;
}

export interface Limits {
  readonly unit: Unit;
  readonly usual: readonly [number, number];
  /** What is seen in patients at all. */
  readonly seen: readonly [number, number];
}

export interface Analyte {
  readonly id: string;
  readonly name: { readonly en: string; readonly fr: string };
  readonly names: readonly AnalyteName[];
  readonly specimen: Specimen;
  readonly measured: readonly MeasuredAs[];
  readonly limits?: Limits;
  /** g/mol. */
  readonly molarMass?: number;
  /** Elementary charges of an ion: equivalents a mole. */
  readonly charge?: number;
}

const TABLES: readonly (readonly [Specimen, string])[] = [
  ['blood', CHEMISTRY],
  ['blood', BLOOD],
  ['blood', HORMONES],
  ['blood', DRUGS],
  ['urine', URINE],
  ['csf', CSF],
  ['stool', STOOL],
  ['patient', VITALS],
];

function unitOf(text: string, id: string): Unit {
  const unit = readUnit(text);
  if (!unit) throw new Error(`table of analytes: ${id} has the unit ${text}`);
  return unit;
}

function measuredOf(cell: string, id: string): readonly MeasuredAs[] {
  return cell.split(',').map(part => {
    const [unit = '', loinc] = part.trim().split('=');
    // "1" is UCUM's pure number; a percentage is one.
    return { unit: unitOf(unit === '1' ? '%' : unit, id), ...(loinc === undefined ? {} : { loinc }) };
  });
}

const RANGE = /^(-?[\d.]+)–(-?[\d.]+) (\S+)(?:; (-?[\d.]+)–(-?[\d.]+))?$/;

function limitsOf(cell: string, id: string): Limits | null {
  if (cell === '') return null;
  const found = RANGE.exec(cell);
  if (!found) throw new Error(`table of analytes: ${id} has the range ${cell}`);
  const [, low, high, unit = '', least, most] = found;
  const usual = [Number(low), Number(high)] as const;
  return {
    unit: unitOf(unit, id),
    usual,
    seen: least === undefined ? [usual[0] / 10, usual[1] * 10] : [Number(least), Number(most)],
  };
}

/** Commas part names, except within brackets and between digits: "1,25(OH)2D", "Lp(a)". */
function namesOf(cell: string): readonly AnalyteName[] {
  return cell
    .split(/,(?!\d)(?![^(]*\))/)
    .map(part => part.trim())
    .filter(part => part !== '')
    .map((part): AnalyteName => {
      const tagged = /^(en|fr):(.+)$/.exec(part);
      return tagged ? { text: tagged[2] as string, language: tagged[1] as 'en' | 'fr' } : { text: part };
    });
}

function analyteOf(row: string, specimen: Specimen): Analyte {
  const [id = '', en = '', fr = '', others = '', measured = '', range = '', mass = ''] = row
    .split('|')
    .map(cell => cell.trim());
  const limits = limitsOf(range, id);
  const [, molar] = /(?:^|\s)(\d[\d.]*)(?:\s|$)/.exec(mass) ?? [];
  const [, charge] = /z(\d)/.exec(mass) ?? [];
  return {
    id,
    name: { en, fr },
    names: [{ text: en }, { text: fr }, ...namesOf(others)],
    specimen,
    measured: measuredOf(measured, id),
    ...(limits ? { limits } : {}),
    ...(molar === undefined ? {} : { molarMass: Number(molar) }),
    ...(charge === undefined ? {} : { charge: Number(charge) }),
  };
}

let read: readonly Analyte[] | null = null;

/** Every analyte; read from its rows when first wanted. */
export function analytes(): readonly Analyte[] {
  read ??= TABLES.flatMap(([specimen, table]) =>
    table
      .split('\n')
      .filter(row => row.trim() !== '')
      .map(row => analyteOf(row, specimen)),
  );
  return read;
}

let byId: ReadonlyMap<string, Analyte> | null = null;

/** The analyte of an id; undefined where there is none. */
export function analyteById(id: string): Analyte | undefined {
  byId ??= new Map(analytes().map(analyte => [analyte.id, analyte]));
  return byId.get(id);
}
