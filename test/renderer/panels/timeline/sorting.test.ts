import { describe, expect, it } from 'vitest';
import type { Series } from '../../../../core/report/types.ts';
import { directionBy, inSorting, sortedSeries } from '../../../../renderer/panels/timeline/sorting.ts';
import { days } from '../../../core/timeline/series.ts';

const one = (analyte: string, value: number | null): Series => ({
  id: analyte,
  analyte,
  unit: '',
  range: {},
  points: value === null ? [] : [{ id: 'a', at: { day: 0 }, value, asPrinted: String(value) }],
});
const rows = [one('Zinc', 2), one('éosinophiles', null), one('Albumine', 10), one('CRP', 2)];
const names = (series: readonly Series[]) => series.map(({ analyte }) => analyte);

describe('rows of the grid', () => {
  it('sort by name as dictionaries do, accents and capitals aside', () => {
    expect(names(sortedSeries(rows, { by: 'analyte', direction: 'ascending' }, days, 'fr'))).toEqual([
      'Albumine',
      'CRP',
      'éosinophiles',
      'Zinc',
    ]);
  });

  it('sort by the value of a day as numbers; those without one are last either way, equal ones stay as they are', () => {
    const by = { by: { day: 0 } } as const;
    expect(names(sortedSeries(rows, { ...by, direction: 'ascending' }, days, 'en'))).toEqual([
      'Zinc',
      'CRP',
      'Albumine',
      'éosinophiles',
    ]);
    expect(names(sortedSeries(rows, { ...by, direction: 'descending' }, days, 'en'))).toEqual([
      'Albumine',
      'Zinc',
      'CRP',
      'éosinophiles',
    ]);
  });

  it('stay where they are when a value changes, which then is no sorting any more; a new one is last', () => {
    const sorted = sortedSeries(rows, { by: { day: 0 }, direction: 'ascending' }, days, 'en');
    const sorting = { by: { day: 0 }, direction: 'ascending', ids: sorted.map(({ id }) => id) } as const;
    expect(directionBy(sorted, sorting, { day: 0 }, days, 'en')).toBe('ascending');
    expect(directionBy(sorted, sorting, 'analyte', days, 'en')).toBeNull();
    const later = inSorting([one('Zinc', 99), ...rows.slice(1), one('BNP', 1)], sorting);
    expect(names(later)).toEqual(['Zinc', 'CRP', 'Albumine', 'éosinophiles', 'BNP']);
    expect(directionBy(later, sorting, { day: 0 }, days, 'en')).toBeNull();
  });
});
