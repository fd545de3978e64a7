/** A plain number that was just typed and that a series holds: offered to be quoted, so that it lives once. */
import { Editor, Range, Text } from 'slate';
import { foldLetters } from '../../../core/folding.ts';
import type { CaseReport, Point, Series } from '../../../core/report/types.ts';
import { shownPoint } from '../../../core/timeline/shown.ts';
import { formatPoint } from '../../../core/timeline/value.ts';
import type { CaseEditor } from '../types.ts';

export interface Offer {
  /** The number, with its unit where that was typed. */
  readonly range: Range;
  readonly series: Series;
  readonly point: Point;
  readonly withUnit: boolean;
}

/** A number that ends a word: behind it stands what ends a number as well. */
const TYPED =
  /(?:^|[\s\u00a0\u202f(])([<>≤≥]?\s?\d+(?:[.,]\d+)?)(?:[\s\u00a0\u202f]?([\p{L}µ°%/][\p{L}\p{N}µ°%/³²⁹¹]*))?[\s.,;)]$/u;

interface Held {
  readonly series: Series;
  readonly point: Point;
}

const known = new WeakMap<CaseReport['series'], ReadonlyMap<string, readonly Held[]>>();

/** One and two are in every sentence, and no value. */
const TELLING = /\d[.,]\d|\d{2}/;

const plain = (text: string) =>
  text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.')
    .replace('≤', '<=')
    .replace('≥', '>=');

function held({ series, language }: CaseReport): ReadonlyMap<string, readonly Held[]> {
  const there = known.get(series);
  if (there) return there;
  const map = new Map<string, Held[]>();
  for (const one of series)
    for (const point of one.points) {
      if (point.value === null || point.status === 'superseded') continue;
      const key = plain(formatPoint(shownPoint(point, one)[0], language));
      const list = map.get(key);
      if (list) list.push({ series: one, point });
      else map.set(key, [{ series: one, point }]);
    }
  known.set(series, map);
  return map;
}

/** Whether a sentence names an analyte: by its whole name or the first word of it. */
function names(sentence: string, { analyte }: Series): boolean {
  const [word = ''] = foldLetters(analyte).split(/[\s(,]/);
  return word.length > 1 && new RegExp(`(?:^|[^\\p{L}])${word.replace(/[^\p{L}\p{N}]/gu, '.')}`, 'u').test(sentence);
}

/**
 * What to offer at the caret; null nearly always. Only where the sentence names the analyte, so that a dose or an age is left in
 * peace, and where one value is meant: of several that are equal, the one whose unit was typed.
 */
export function offerAt(editor: CaseEditor, report: CaseReport): Offer | null {
  const { selection } = editor;
  if (!selection || !Range.isCollapsed(selection) || report.series.length === 0) return null;
  const { path, offset } = selection.anchor;
  const [node] = Editor.node(editor, path);
  if (!Text.isText(node)) return null;
  const before = node.text.slice(Math.max(0, offset - 160), offset);
  const found = TYPED.exec(before);
  const [, number = '', unit] = found ?? [];
  if (!found || !TELLING.test(number)) return null;
  const sentence = foldLetters(
    before
      .slice(0, found.index)
      .split(/[.!?]\s/)
      .at(-1) ?? '',
  );
  const fits = (held(report).get(plain(number)) ?? []).filter(({ series }) => names(sentence, series));
  const isUnit = (each: Held) => unit !== undefined && plain(shownPoint(each.point, each.series)[1]) === plain(unit);
  const meant = fits.filter(isUnit).length > 0 ? fits.filter(isUnit) : fits;
  const [first] = meant;
  if (!first || new Set(meant.map(({ series }) => series.id)).size > 1) return null;
  const withUnit = isUnit(first);
  const start = found.index + found[0].indexOf(number);
  const end = withUnit
    ? found.index + found[0].lastIndexOf(unit as string) + (unit as string).length
    : start + number.length;
  const from = offset - before.length;
  return {
    range: { anchor: { path, offset: from + start }, focus: { path, offset: from + end } },
    series: first.series,
    point: first.point,
    withUnit,
  };
}
