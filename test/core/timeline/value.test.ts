import { describe, expect, it } from 'vitest';
import type { Point } from '../../../core/report/types.ts';
import { abnormality, formatNumber, formatPoint, formatRange, formatValue } from '../../../core/timeline/value.ts';
import { crp, fibrinogen, seriesOf } from './series.ts';

const point = (value: number | null, asPrinted: string, more: Partial<Point> = {}): Point => ({
  id: 'p',
  at: { day: 0 },
  value,
  asPrinted,
  ...more,
});

describe('values as the document prints them', () => {
  it('"2,30" keeps its two decimals, with the sign of the language', () => {
    expect(formatPoint(point(2.3, '2,30'), 'fr')).toBe('2,30');
    expect(formatPoint(point(2.3, '2,30'), 'en')).toBe('2.30');
  });

  it('a comma of thousands is not taken for decimals', () => {
    expect(formatPoint(point(12_000, '12,000'), 'en')).toBe('12,000');
    expect(formatPoint(point(12_000, '12,000'), 'fr')).toBe('12\u202f000');
    expect(formatPoint(point(1234.5, '1,234.5'), 'en')).toBe('1234.5');
    expect(formatPoint(point(1234.5, '1 234,5'), 'fr')).toBe('1234,5');
  });

  it('a value whose text says nothing of its decimals is written whole', () => {
    expect(formatPoint(point(0.25, '1/4'), 'en')).toBe('0.25');
  });

  it('flags and units beside the number change nothing', () => {
    expect(formatPoint(point(1.2, '1,2 (H)'), 'en')).toBe('1.2');
    expect(formatPoint(point(5, '5 mg/L le 3.4.2024'), 'en')).toBe('5');
    expect(formatPoint(point(6, '6,0 10^9/L'), 'fr')).toBe('6,0');
  });

  it('comparators stand before the value with a no-break space', () => {
    expect(formatPoint(point(0.5, '<0,5', { comparator: '<' }), 'fr')).toBe('<\u00a00,5');
    expect(formatPoint(point(1000, '>=1000', { comparator: '>=' }), 'en')).toBe('≥\u00a01000');
  });

  it('words stay as printed, without a unit', () => {
    const words = point(null, 'négatif');
    expect(formatValue(words, crp, 'en', 'value-unit')).toBe('négatif');
  });

  it('a no-break space parts value and unit', () => {
    expect(formatValue(point(60, '60'), crp, 'fr', 'value-unit')).toBe('60\u00a0mg/L');
    expect(formatValue(point(60, '60'), crp, 'fr', 'value')).toBe('60');
    expect(formatValue(point(7, '7'), seriesOf('pH', '', {}, {}), 'fr', 'value-unit')).toBe('7');
  });

  it('thousands are parted from five digits on, a minus is a minus', () => {
    expect(formatNumber(1234, 0, 'fr')).toBe('1234');
    expect(formatNumber(12_345.6, 1, 'fr')).toBe('12\u202f345,6');
    expect(formatNumber(12_345.6, 1, 'en')).toBe('12,345.6');
    expect(formatNumber(-2.5, 1, 'en')).toBe('−2.5');
  });
});

describe('reference ranges', () => {
  it('both ends have the decimals of the longer', () => {
    expect(formatRange({ low: 2.2, high: 2.65 }, 'fr')).toBe('2,20–2,65');
    expect(formatRange({ high: 5 }, 'en')).toBe('<\u00a05');
    expect(formatRange({ low: 35 }, 'en')).toBe('>\u00a035');
    expect(formatRange({}, 'en')).toBe('');
  });

  it('a value at the end of the range is inside it, a bound is judged by what it can be', () => {
    expect(abnormality(point(4, '4'), fibrinogen)).toBeNull();
    expect(abnormality(point(4.1, '4,1'), fibrinogen)).toBe('high');
    expect(abnormality(point(1.9, '1,9'), fibrinogen)).toBe('low');
    expect(abnormality(point(5, '<5', { comparator: '<' }), crp)).toBeNull();
    expect(abnormality(point(5, '>5', { comparator: '>' }), crp)).toBe('high');
    expect(abnormality(point(2, '<2', { comparator: '<' }), fibrinogen)).toBe('low');
    expect(abnormality(point(10, '<10', { comparator: '<' }), fibrinogen)).toBeNull();
    expect(abnormality(point(null, '++'), crp)).toBeNull();
  });
});

it('a unit that begins with a power of ten multiplies its value: 9 × 10⁹/L', () => {
  const platelets = seriesOf('Platelets', '10⁹/L', {}, {});
  expect(formatValue(point(9, '9'), platelets, 'en', 'value-unit')).toBe('9\u00a0×\u00a010⁹/L');
});
