import type { ChartBlock } from '../../report/document.ts';
import { floatsOf } from '../../report/parts.ts';
import type { CaseReport } from '../../report/types.ts';
import { withPart } from '../examples.ts';
import type { Check, Finding } from '../types.ts';

const CHART: ChartBlock = {
  type: 'chart',
  id: 'c',
  series: ['crp'],
  children: [{ type: 'caption', children: [{ text: '' }] }],
};
const SERIES = { id: 'crp', analyte: 'CRP', unit: 'mg/L', range: {} };

function withSeries(report: CaseReport, points: number): CaseReport {
  const all = [{ id: 'p', at: { day: 0 }, value: 12, asPrinted: '12' }];
  return withPart({ ...report, series: [{ ...SERIES, points: all.slice(0, points) }] }, 'observation', CHART);
}

/** Charts and tables of lab values whose series are gone or hold no value. */
export const series: Check = {
  id: 'numbers.series',
  area: 'numbers',
  about: {
    en: 'Charts and lab tables still have their values.',
    fr: 'Les graphiques et les tableaux biologiques ont encore leurs valeurs.',
  },
  run: ({ report, numbering }) => {
    const filled = new Set(report.series.filter(({ points }) => points.length > 0).map(({ id }) => id));
    return floatsOf(report.parts).flatMap((block): Omit<Finding, 'check'>[] => {
      if (block.type !== 'chart' && block.type !== 'lab-table') return [];
      const lost = block.series.filter(id => !filled.has(id)).length;
      if (lost === 0 && block.series.length > 0) return [];
      const isEmpty = lost === block.series.length;
      const label = numbering.floats.get(block.id)?.label ?? '';
      return [
        {
          severity: isEmpty ? 'error' : 'warning',
          message: isEmpty
            ? { en: `${label} has no values left to show.`, fr: `${label}\u00a0: plus aucune valeur à montrer.` }
            : {
                en: `An analyte of ${label} is no longer among the lab values.`,
                fr: `${label}\u00a0: une analyse n’est plus parmi les valeurs biologiques.`,
              },
          hint: {
            en: 'Choose its analytes again, or remove it from the text.',
            fr: 'Choisissez de nouveau ses analyses, ou retirez-le du texte.',
          },
          place: { block: block.id },
        },
      ];
    });
  },
  examples: { silent: report => withSeries(report, 1), finds: report => withSeries(report, 0) },
};
