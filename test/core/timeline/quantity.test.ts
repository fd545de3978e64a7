import { describe, expect, it } from 'vitest';
import { readNumber, readQuantity, readRange } from '../../../core/timeline/quantity.ts';

describe('printed values', () => {
  it.each([
    ['5,6', { value: 5.6 }],
    ['5.6', { value: 5.6 }],
    ['1 234,5', { value: 1234.5 }],
    ['1\u202f234,5', { value: 1234.5 }],
    ['1.234,5', { value: 1234.5 }],
    ['1,234.5', { value: 1234.5 }],
    ['1,234,567', { value: 1_234_567 }],
    ["1'234", { value: 1234 }],
    ['0,123', { value: 0.123 }],
    ['−2,5', { value: -2.5 }],
    ['1.2e3', { value: 1200 }],
    ['<0.5', { value: 0.5, comparator: '<' }],
    ['> 1000', { value: 1000, comparator: '>' }],
    ['≤5', { value: 5, comparator: '<=' }],
    ['=>5', { value: 5, comparator: '>=' }],
    ['inf. à 5', { value: 5, comparator: '<' }],
    ['supérieur à 1000', { value: 1000, comparator: '>' }],
    ['1,2 (H)', { value: 1.2, flag: 'H' }],
    ['12.5*', { value: 12.5, flag: '*' }],
    ['3,1 L', { value: 3.1, flag: 'L' }],
    ['5,6 mmol/L', { value: 5.6, unit: 'mmol/L' }],
    ['250 10^9/L', { value: 250, unit: '10^9/L' }],
    ['12,5 H mg/L', { value: 12.5, flag: 'H', unit: 'mg/L' }],
  ])('%s', (text, quantity) => {
    expect(readQuantity(text)).toEqual(quantity);
  });

  it.each(['neg', 'négatif', 'traces', '++', 'positive', 'voir compte rendu', '120/80', '12-15', '5 à 10'])(
    '"%s" is words, not a number',
    text => {
      expect(readQuantity(text)).toEqual({ value: null });
    },
  );

  it('1,234 and 1.234 are not guessed', () => {
    expect(readQuantity('1,234')).toBe('ambiguous');
    expect(readQuantity('1.234')).toBe('ambiguous');
    expect(readQuantity('<1,234')).toBe('ambiguous');
  });

  it('the sign of decimals decides', () => {
    expect(readNumber('1,234', 'comma')).toBe(1.234);
    expect(readNumber('1,234', 'point')).toBe(1234);
    expect(readNumber('1.234', 'comma')).toBe(1234);
    expect(readNumber('1.234', 'point')).toBe(1.234);
    expect(readNumber('1.5', 'comma')).toBe(1.5);
  });

  it('nothing is nothing', () => {
    expect(readQuantity('  ')).toBeNull();
    expect(readNumber('12,,5')).toBeNull();
  });
});

describe('printed reference ranges', () => {
  it.each([
    ['2,0 - 4,0', { low: 2, high: 4 }],
    ['2.0–4.0', { low: 2, high: 4 }],
    ['[2 à 4]', { low: 2, high: 4 }],
    ['(2-4)', { low: 2, high: 4 }],
    ['4 000 - 10 000', { low: 4000, high: 10_000 }],
    ['−2–3', { low: -2, high: 3 }],
    ['< 5', { high: 5 }],
    ['≤5,5', { high: 5.5 }],
    ['inf. à 5', { high: 5 }],
    ["jusqu'à 5", { high: 5 }],
    ['> 35', { low: 35 }],
    ['négatif', {}],
    ['', {}],
  ])('%s', (text, range) => {
    expect(readRange(text)).toEqual(range);
  });

  it('an English comma parts thousands where that is said', () => {
    expect(readRange('150,000–400,000', 'point')).toEqual({ low: 150_000, high: 400_000 });
  });
});
