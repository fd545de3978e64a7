/** Values to quote: one point, or how a series went from one point to another. */
import { Activity } from 'lucide-react';
import { Editor, type Range, Transforms } from 'slate';
import type { QuotedValue } from '../../../core/report/document.ts';
import type { CaseReport, Language, Point, Series } from '../../../core/report/types.ts';
import { momentLabel } from '../../../core/timeline/moment.ts';
import { formatValue } from '../../../core/timeline/value.ts';
import type { Say } from '../../words/index.ts';
import { insertInline } from '../commands/inserting.ts';
import type { CaseEditor } from '../types.ts';
import type { Choice } from './choices.ts';

/** Between two values of one series: "from 60 to 20 mg/L". */
const BETWEEN: Readonly<Record<Language, readonly [string, string]>> = {
  en: ['from\u00a0', ' to\u00a0'],
  fr: ['de\u00a0', ' à\u00a0'],
};

/** Of a longer series only the way from its first to its last value is offered. */
const FEW = 10;

export const quoteOf = (series: string, point: string, show: QuotedValue['show']): QuotedValue => ({
  type: 'value',
  series,
  point,
  show,
  children: [{ text: '' }],
});

const current = ({ points }: Series) => points.filter(({ status }) => status !== 'superseded');

/** Pairs of points, the whole way first. */
function pairsOf(series: Series): readonly (readonly [Point, Point])[] {
  const numbers = current(series).filter(({ value }) => value !== null);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (!first || !last || first === last) return [];
  if (numbers.length > FEW) return [[first, last]];
  const all = numbers.flatMap((from, index) => numbers.slice(index + 1).map(to => [from, to] as const));
  return [[first, last], ...all.filter(([from, to]) => from !== first || to !== last)];
}

function insertPair(editor: CaseEditor, series: Series, from: Point, to: Point, language: Language, at: Range): void {
  const [before, between] = BETWEEN[language];
  Editor.withoutNormalizing(editor, () => {
    Transforms.delete(editor, { at });
    editor.insertText(before);
    insertInline(editor, quoteOf(series.id, from.id, 'value'));
    editor.insertText(between);
    insertInline(editor, quoteOf(series.id, to.id, 'value-unit'));
  });
}

/** Values of the report, each analyte's points and then its pairs; searched by analyte and moment. */
export function valueChoices(editor: CaseEditor, report: CaseReport, say: Say<'editor'>): readonly Choice[] {
  const { language, time } = report;
  const moment = ({ at }: Point) => momentLabel(at, time, language);
  return report.series.flatMap(series => {
    const single = current(series).map(
      (point): Choice => ({
        icon: Activity,
        id: `value ${series.id} ${point.id}`,
        label: say('insertValue', {
          value: `${series.analyte} ${formatValue(point, series, language, 'value-unit')}`,
          moment: moment(point),
        }),
        group: 'value',
        run: instead => insertInline(editor, quoteOf(series.id, point.id, 'value-unit'), instead),
      }),
    );
    const pairs = pairsOf(series).map(
      ([from, to]): Choice => ({
        icon: Activity,
        id: `values ${series.id} ${from.id} ${to.id}`,
        label: say('insertValues', {
          value: `${series.analyte} ${formatValue(from, series, language, 'value')} → ${formatValue(to, series, language, 'value-unit')}`,
          from: moment(from),
          to: moment(to),
        }),
        group: 'value',
        run: instead => insertPair(editor, series, from, to, language, instead),
      }),
    );
    // The whole way stands beside the first value, the others behind all values.
    return [...single.slice(0, 1), ...pairs.slice(0, 1), ...single.slice(1), ...pairs.slice(1)];
  });
}
