import { afterEach, describe, expect, it } from 'vitest';
import { measureOf } from '../../../core/timeline/units/dimension.ts';
import { giveUnitLibrary, readAnyUnit } from '../../../core/timeline/units/library.ts';
import { giveUcum, measureByLibrary } from '../../../host/labs/ucum.ts';

afterEach(() => giveUnitLibrary(null));

describe('the UCUM library behind the domain’s own table', () => {
  it('agrees with the table on what both know', () => {
    for (const code of [
      'mmol/L',
      'g/dL',
      '10*9/L',
      'ukat/L',
      'meq/L',
      'mm3',
      'kPa',
      'ug/(kg.min)',
      'L/(min.m2)',
      'U/L',
    ]) {
      const [own, library] = [measureOf(code), measureByLibrary(code)];
      expect(own?.dimension, code).toBe(library?.dimension);
      expect((own?.factor ?? 0) / (library?.factor ?? 1), code).toBeCloseTo(1, 9);
    }
  });

  it('reads what the table does not have, and converts alike', () => {
    expect(readAnyUnit('[ft_i]')).toBeNull();
    giveUcum();
    const [foot, metre] = [readAnyUnit('[ft_i]'), readAnyUnit('m')];
    expect(foot?.dimension).toBe(metre?.dimension);
    expect(foot?.factor).toBeCloseTo(0.3048, 10);
    expect(readAnyUnit('dyn.s/cm5')?.factor).toBeCloseTo(1e8, 0);
  });

  it('takes no word for a unit, and no unit that is nearly one', () => {
    giveUcum();
    for (const word of ['any', '3e4', 'm/', 'mmol//L', '{|}1', 'meter', 'MG/DLL'])
      expect(readAnyUnit(word), word).toBeNull();
  });
});
