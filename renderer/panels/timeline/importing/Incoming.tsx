import type { Series, TimeSettings } from '../../../../core/report/types.ts';
import { pointAt } from '../../../../core/timeline/edit.ts';
import { momentLabels } from '../../../../core/timeline/moment.ts';
import { momentsOf } from '../../../../core/timeline/table.ts';
import { abnormality, formatPoint, formatRange } from '../../../../core/timeline/value.ts';
import { useLanguage, useWords } from '../../../words/index.ts';

/** Wider or longer than this, the first are shown. */
const SHOWN = { moments: 30, series: 60 } as const;

/** The values as they will stand in the grid. */
export function Incoming({ series, time }: { readonly series: readonly Series[]; readonly time: TimeSettings }) {
  const say = useWords('timeline');
  const language = useLanguage();
  const all = momentsOf(series, time);
  const moments = all.slice(0, SHOWN.moments);
  const rest = Math.max(0, all.length - SHOWN.moments, series.length - SHOWN.series);
  const heads = momentLabels(moments, time, language);
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
          {series.slice(0, SHOWN.series).map(one => (
            <tr key={one.id}>
              <th scope="row">{one.analyte}</th>
              <td className="second">{one.unit}</td>
              <td className="quiet">{formatRange(one.range, language)}</td>
              {moments.map((moment, index) => {
                const point = pointAt(one, moment, time);
                const out = point && abnormality(point, one);
                const text = point ? formatPoint(point, language) : '';
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                  <td key={index} className="n">
                    {out && (
                      <i className="flag" aria-hidden="true">
                        {out === 'high' ? '↑' : '↓'}
                      </i>
                    )}
                    {out ? <b>{text}</b> : text}
                    {out && <span className="unseen">, {say(out)}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p className="quiet">{say('more', { count: rest })}</p>}
    </>
  );
}
