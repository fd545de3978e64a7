/** The UCUM library of the Lister Hill Center as {@link UnitLibrary}. Loaded when a unit is first met that the domain does not know. */
import { createRequire } from 'node:module';
import type { Measure } from '../../core/timeline/units/dimension.ts';
import { giveUnitLibrary } from '../../core/timeline/units/library.ts';

interface LhcUnit {
  readonly magnitude_: number;
  readonly dim_: { readonly dimVec_: readonly number[] | null } | null;
  readonly isArbitrary_: boolean;
  /** Name of a conversion that is no factor (temperatures, logarithms). */
  readonly cnv_: string | null;
  readonly moleExp_: number;
  readonly equivalentExp_: number;
}

interface LhcUtils {
  validateUnitString(code: string): { readonly status: string; readonly ucumCode: string | null };
  getSpecifiedUnit(code: string, mode: 'validate'): { readonly unit: LhcUnit | null };
}

/** UCUM's base units in the order of the library's vectors; amounts of substance are counted apart. */
const BASES = ['m', 's', 'g', 'rad', 'k', 'C', 'cd'] as const;

let utils: LhcUtils | null = null;

function lhc(): LhcUtils {
  if (utils) return utils;
  const load = createRequire(import.meta.url);
  const made: LhcUtils = load('@lhncbc/ucum-lhc').UcumLhcUtils.getInstance();
  utils = made;
  return made;
}

/** What a UCUM code measures; null where the library does not accept it exactly as written. */
export function measureByLibrary(code: string): Measure | null {
  // Of "{|}1" and its like the library throws, and writes to the console.
  if (code.includes('|') || code.length > 60) return null;
  const { status, ucumCode } = lhc().validateUnitString(code);
  if (status !== 'valid' || ucumCode !== code) return null;
  const { unit } = lhc().getSpecifiedUnit(code, 'validate');
  if (!unit) return null;
  // Arbitrary units convert into nothing, and special ones by no factor: each is a kind of its own.
  if (unit.isArbitrary_ || unit.cnv_) return { dimension: `ucum ${code}`, factor: 1 };
  const powers: (readonly [string, number])[] = (unit.dim_?.dimVec_ ?? []).map((by, index) => [BASES[index] ?? '', by]);
  const [moles, equivalents] = [unit.moleExp_, unit.equivalentExp_];
  powers.push(['mol', moles], ['eq', equivalents]);
  const dimension = powers
    .filter(([, by]) => by !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([base, by]) => (by === 1 ? base : `${base}${by}`))
    .join('.');
  // The library counts moles and equivalents as particles, by the number of the specification that it was made from.
  const factor = unit.magnitude_ / 6.022_136_7e23 ** (moles + equivalents);
  return { dimension: dimension || '1', factor: Number(factor.toPrecision(13)) };
}

/** Gives the domain the library. */
export function giveUcum(): void {
  giveUnitLibrary(measureByLibrary);
}
