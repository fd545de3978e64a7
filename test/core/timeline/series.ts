/** Series as tests write them: moments are days or dates, values as printed. */
import type { Series, TimeSettings } from '../../../core/report/types.ts';
import { setValue } from '../../../core/timeline/edit.ts';

export const days: TimeSettings = { dayZeroIs: 'admission', show: 'days' };

export function seriesOf(
  analyte: string,
  unit: string,
  range: Series['range'],
  printed: Readonly<Record<string, string>>,
): Series {
  const empty: Series = { id: analyte.toLowerCase(), analyte, unit, range, points: [] };
  return Object.entries(printed).reduce<Series>(
    (series, [at, text]) => setValue(series, at.includes('-') ? { date: at } : { day: Number(at) }, text, days),
    empty,
  );
}

export const crp = seriesOf('CRP', 'mg/L', { high: 5 }, { 0: '60', 15: '31', 105: '<5' });
export const fibrinogen = seriesOf('Fibrinogène', 'g/L', { low: 2, high: 4 }, { 0: '6,0', 105: '2,30' });
