import { describe, expect, it } from 'vitest';
import { canMeasure, convertValue, unitFor } from '../../../../core/timeline/analytes/measure.ts';
import { analyteById } from '../../../../core/timeline/analytes/table.ts';
import { measureOf } from '../../../../core/timeline/units/dimension.ts';
import { readUnit, unitKey } from '../../../../core/timeline/units/read.ts';

describe('units as laboratories print them', () => {
  it.each([
    ['G/L', '10*9/L'],
    ['giga/l', '10*9/L'],
    ['T/L', '10*12/L'],
    ['10^9/L', '10*9/L'],
    ['x10⁹/L', '10*9/L'],
    ['10E9/L', '10*9/L'],
    ['K/µL', '10*3/uL'],
    ['/mm³', '/uL'],
    ['/mm3', '/uL'],
    ['UI/L', '[iU]/L'],
    ['mUI/L', 'm[iU]/L'],
    ['µkat/L', 'ukat/L'],
    ['mEq/L', 'meq/L'],
    ['mmHg', 'mm[Hg]'],
    ['g/dl', 'g/dL'],
    ['µg/100ml', 'ug/dL'],
    ['mg/100 mL', 'mg/dL'],
    ['umol/l', 'umol/L'],
    ['μmol/L', 'umol/L'],
    ['mL/min/1,73m²', 'mL/min/{1.73_m2}'],
    ['g/24h', 'g/d'],
    ['mmol.L-1', 'mmol/L'],
    ['°C', 'Cel'],
    ['%', '%'],
  ])('%s is %s', (printed, ucum) => expect(readUnit(printed)?.ucum).toBe(ucum));

  it.each(['any', 'J15', '320', '', 'positif', 'H'.repeat(40)])('“%s” is none', printed =>
    expect(readUnit(printed)).toBeNull(),
  );

  it('two spellings of one unit are one unit', () => {
    expect(unitKey('mg/l')).toBe(unitKey('mg/L'));
    expect(unitKey('µmol/L')).toBe(unitKey('umol/l'));
    expect(unitKey('mg/L')).not.toBe(unitKey('mg/dL'));
  });
});

describe('UCUM expressions', () => {
  it.each([
    'm',
    'mol/L',
    '10*3/uL',
    '/min',
    '{titer}',
    'mm[Hg]',
    'ug/(kg.min)',
    '10.L/(min.m2)',
    's.m-1',
    'mL/min/{1.73_m2}',
  ])('%s is taken apart', code => expect(measureOf(code)).not.toBeNull());
  it.each(['m/', '/', 'm//s', '(m', 'mg//dL', '{|}1', 'xyz', 'm..s', ''])('%s is not', code =>
    expect(measureOf(code)).toBeNull(),
  );
  it.each([
    [6.3, 'mm', 'cm', 0.63],
    [6.3, 's.mm-1', 's.m-1', 6300],
    [6.3, '4.s/m', 's/m', 25.2],
    [6.3, 's/m.mg', 's.m-1.g', 0.0063],
    [1, 'm[Hg]', 'g.s-2.m-1', 133322000],
    [1, 'ug/(kg.min)', 'mg/(kg.h)', 0.06],
  ])('%d %s in %s is %d', (value, from, to, expected) => {
    const [source, target] = [measureOf(from), measureOf(to)];
    expect(source?.dimension).toBe(target?.dimension);
    expect((value * (source?.factor ?? 0)) / (target?.factor ?? 1)).toBeCloseTo(expected, 9);
  });
});

describe('conventional and SI units of an analyte', () => {
  const converted = (value: number, from: string, to: string, id: string) => {
    const analyte = analyteById(id);
    const [source, target] = [unitFor(from, analyte), unitFor(to, analyte)];
    return source && target ? convertValue(value, source, target, analyte) : null;
  };
  // Factors as tables of SI conversion print them (AMA Manual of Style, 11th ed., section 17.5).
  it.each([
    ['creatinine', 1, 'mg/dL', 'µmol/L', 88.4],
    ['glucose', 100, 'mg/dL', 'mmol/L', 5.55],
    ['glucose', 1, 'g/L', 'mmol/L', 5.55],
    ['calcium', 10, 'mg/dL', 'mmol/L', 2.495],
    ['bilirubin', 1, 'mg/dL', 'µmol/L', 17.1],
    ['urea-nitrogen', 10, 'mg/dL', 'mmol/L', 3.57],
    ['cholesterol', 200, 'mg/dL', 'mmol/L', 5.17],
    ['haemoglobin', 12.5, 'g/dL', 'g/L', 125],
    ['pco2', 40, 'mmHg', 'kPa', 5.33],
    ['temperature', 101.3, '°F', '°C', 38.5],
    ['hba1c', 7, '%', 'mmol/mol', 53],
    ['calcium', 5, 'mEq/L', 'mmol/L', 2.5],
  ])('%s %d %s is %d %s', (id, value, from, to, expected) => {
    const got = converted(value, from, to, id);
    expect(got).not.toBeNull();
    expect(Math.abs((got as number) / expected - 1)).toBeLessThan(0.006);
  });

  it('nothing is converted between what an analyte is not measured in', () => {
    expect(converted(140, 'mmol/L', 'mmHg', 'sodium')).toBeNull();
    expect(converted(9, 'G/L', 'g/L', 'white-cells')).toBeNull();
  });

  it('G/L is 10⁹/L of cells and grams of a protein', () => {
    expect(canMeasure(analyteById('white-cells') as never, unitFor('G/L', analyteById('white-cells')) as never)).toBe(
      true,
    );
    expect(unitFor('G/L', analyteById('albumin'))?.ucum).toBe('g/L');
  });
});
