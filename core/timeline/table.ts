/** The publication table of lab series: analytes and their reference ranges down, moments across. */
import type { LabTableBlock } from '../report/document.ts';
import type { Language, Moment, Series, TimeSettings } from '../report/types.ts';
import { isAbnormal } from './drawing/lanes/series.ts';
import { momentLabels, orderOf } from './moment.ts';
import { shownSeries } from './shown.ts';
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
  en: { analyte: 'Analyte', moment: 'Time', range: 'Reference', note: 'Bold: outside the reference range.' },
  fr: {
    analyte: 'Analyse',
    moment: 'Moment',
    range: 'Référence',
    note: 'En gras : hors de l’intervalle de référence.',
  },
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

export interface LabTableRequest {
  readonly series: readonly Series[];
  /** Default every moment of the series. */
  readonly moments?: readonly Moment[];
  /** What stands side by side: the moments, or the analytes with units and ranges in their heads. */
  readonly across?: 'analytes';
  /** Values as measured behind those that are shown in another unit. */
  readonly bothUnits?: true;
  readonly time: TimeSettings;
  readonly language: Language;
}

/** What a block of the text says of its table. */
export function labTableChoices({
  moments,
  across,
  bothUnits,
}: {
  readonly [Choice in 'moments' | 'across' | 'bothUnits']?: LabTableBlock[Choice] | undefined;
}): Pick<LabTableRequest, 'moments' | 'across' | 'bothUnits'> {
  return { ...(moments && { moments }), ...(across && { across }), ...(bothUnits && { bothUnits }) };
}

/** One analyte of the table: its words, and a text for each moment. */
interface Line {
  readonly name: string;
  readonly range: string;
  readonly cells: readonly { readonly text: string; readonly bold?: true }[];
}

function lineOf(measured: Series, moments: readonly Moment[], { time, language, bothUnits }: LabTableRequest): Line {
  const shown = shownSeries(measured);
  const both = bothUnits === true && shown.unit !== measured.unit;
  const places = new Map<number, number>();
  shown.points.forEach(({ at, status }, index) => {
    if (status !== 'superseded') places.set(orderOf(at, time), index);
  });
  const beside = (text: string, other: string) => (other === '' || !both ? text : `${text} (${other})`);
  const unit = beside(shown.unit, measured.unit);
  return {
    name: shown.unit === '' ? shown.analyte : `${shown.analyte} (${both ? `${shown.unit}; ${measured.unit}` : unit})`,
    range: beside(formatRange(shown.range, language), formatRange(measured.range, language)),
    cells: moments.map(moment => {
      const index = places.get(orderOf(moment, time));
      const point = index === undefined ? undefined : shown.points[index];
      if (index === undefined || !point) return { text: '' };
      const own = measured.points[index];
      const text = beside(formatPoint(point, language), own && own.value !== null ? formatPoint(own, language) : '');
      return isAbnormal(point, shown) ? { text, bold: true } : { text };
    }),
  };
}

/**
 * The table as text, in the units that the series are shown in; the last of two values at one moment is printed, and what was
 * replaced never. Values outside their reference range are marked.
 */
export function labTable(request: LabTableRequest): LabTable {
  const { series, moments: chosen, time, language, across } = request;
  const moments = chosen ? chosen.toSorted((a, b) => orderOf(a, time) - orderOf(b, time)) : momentsOf(series, time);
  const words = WORDS[language];
  const lines = series.map(one => lineOf(one, moments, request));
  const labels = momentLabels(moments, time, language);
  const head = (text: string, align: LabTableCell['align']): LabTableCell => ({ text, header: true, align });
  const value = ({ text, bold }: Line['cells'][number]): LabTableCell => ({
    text,
    header: false,
    align: 'right',
    ...(bold && { bold }),
  });
  const note = lines.some(({ cells }) => cells.some(({ bold }) => bold)) ? words.note : '';
  if (across !== 'analytes') {
    const top = [head(words.analyte, 'left'), head(words.range, 'left'), ...labels.map(label => head(label, 'right'))];
    const rows = lines.map(({ name, range, cells }) => [
      head(name, 'left'),
      { text: range, header: false, align: 'left' } as const,
      ...cells.map(value),
    ]);
    return { headerRows: 1, rows: [top, ...rows], note };
  }
  const hasRanges = lines.some(({ range }) => range !== '');
  const tops = [
    [head(words.moment, 'left'), ...lines.map(({ name }) => head(name, 'right'))],
    ...(hasRanges ? [[head(words.range, 'left'), ...lines.map(({ range }) => head(range, 'right'))]] : []),
  ];
  const rows = labels.map((label, index) => [
    head(label, 'left'),
    ...lines.map(({ cells }) => value(cells[index] ?? { text: '' })),
  ]);
  return { headerRows: tops.length, rows: [...tops, ...rows], note };
}
