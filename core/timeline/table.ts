/** The publication table of lab series: analytes and their reference ranges down, moments across. */
import type { Language, Moment, Series, TimeSettings } from '../report/types.ts';
import { isAbnormal } from './drawing/lanes/series.ts';
import { momentLabels, orderOf } from './moment.ts';
import { formatPoint, formatRange } from './value.ts';

export interface LabTableCell {
  readonly text: string;
  readonly header: boolean;
  readonly align: 'left' | 'right' | 'center';
  /** Outside the reference range. */
  readonly bold?: true;
}

export interface LabTable {
  readonly headerRows: number;
  readonly rows: readonly (readonly LabTableCell[])[];
  /** Said below the table where a value is marked; empty otherwise. */
  readonly note: string;
}

const WORDS = {
  en: { analyte: 'Analyte', range: 'Reference', note: 'Bold: outside the reference range.' },
  fr: { analyte: 'Analyse', range: 'Référence', note: 'En gras : hors de l’intervalle de référence.' },
} as const;

/** Every moment of some series, in order, once. */
export function momentsOf(series: readonly Series[], time: TimeSettings): readonly Moment[] {
  const byOrder = new Map<number, Moment>();
  for (const { points } of series)
    for (const { at, status } of points) {
      if (status === 'superseded') continue;
      const order = orderOf(at, time);
      if (!byOrder.has(order)) byOrder.set(order, at);
    }
  return [...byOrder.entries()].sort(([a], [b]) => a - b).map(([, moment]) => moment);
}

/** The table as text; the last of two values at one moment is printed, and what was replaced never. */
export function labTable({
  series,
  moments: chosen,
  time,
  language,
}: {
  readonly series: readonly Series[];
  /** The columns; default every moment of the series. */
  readonly moments?: readonly Moment[];
  readonly time: TimeSettings;
  readonly language: Language;
}): LabTable {
  const moments = chosen ? chosen.toSorted((a, b) => orderOf(a, time) - orderOf(b, time)) : momentsOf(series, time);
  const words = WORDS[language];
  const head: LabTableCell[] = [
    { text: words.analyte, header: true, align: 'left' },
    { text: words.range, header: true, align: 'left' },
    ...momentLabels(moments, time, language).map((text): LabTableCell => ({ text, header: true, align: 'right' })),
  ];
  let marked = false;
  const rows = series.map(one => {
    const byOrder = new Map(
      one.points.filter(({ status }) => status !== 'superseded').map(point => [orderOf(point.at, time), point]),
    );
    const name = one.unit === '' ? one.analyte : `${one.analyte} (${one.unit})`;
    return [
      { text: name, header: true, align: 'left' },
      { text: formatRange(one.range, language), header: false, align: 'left' },
      ...moments.map((moment): LabTableCell => {
        const point = byOrder.get(orderOf(moment, time));
        const cell = { text: point ? formatPoint(point, language) : '', header: false, align: 'right' } as const;
        if (!point || !isAbnormal(point, one)) return cell;
        marked = true;
        return { ...cell, bold: true };
      }),
    ] satisfies LabTableCell[];
  });
  return { headerRows: 1, rows: [head, ...rows], note: marked ? words.note : '' };
}
