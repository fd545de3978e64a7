import { useMemo } from 'react';
import type { Series, TimeSettings } from '../../../../core/report/types.ts';
import { useLanguage, useWords } from '../../../words/index.ts';
import { FIRST_MOMENT, RANGE, sheetOf, shownAt, UNIT } from '../cells.ts';
import { Value } from '../grid/Value.tsx';

/** Wider or longer than this, the first are shown. */
const SHOWN = { moments: 30, series: 60 } as const;

/** The values as they will stand in the grid. */
export function Incoming({ series, time }: { readonly series: readonly Series[]; readonly time: TimeSettings }) {
  const say = useWords('timeline');
  const language = useLanguage();
  const sheet = useMemo(() => sheetOf(series, [], time, language), [series, time, language]);
  const heads = sheet.labels.slice(0, SHOWN.moments);
  const rest = Math.max(0, sheet.moments.length - SHOWN.moments, series.length - SHOWN.series);
  return (
    <>
      <table className="lab-grid" aria-label={say('preview')}>
        <thead>
          <tr>
            <th scope="col">{say('analyte')}</th>
            <th scope="col">{say('unit')}</th>
            <th scope="col">{say('range')}</th>
            {heads.map((head, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two moments may have the same label
              <th key={index} scope="col" className="n">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.slice(0, SHOWN.series).map((one, row) => (
            <tr key={one.id}>
              <th scope="row">{one.analyte}</th>
              <td className="second">{shownAt(sheet, row, UNIT).text}</td>
              <td className="quiet">{shownAt(sheet, row, RANGE).text}</td>
              {heads.map((_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                <td key={index} className="n">
                  <Value shown={shownAt(sheet, row, FIRST_MOMENT + index)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p className="quiet">{say('more', { count: rest })}</p>}
    </>
  );
}
