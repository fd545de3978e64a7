/** A lane of values: reference band, line, marks, and values in words where there is room. */
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Language, Point, Series } from '../../../report/types.ts';
import { orderOf } from '../../moment.ts';
import { abnormality, formatNumber, formatPoint } from '../../value.ts';
import { type Box, freePlace } from '../labels.ts';
import { cutTo, widthOf } from '../letters.ts';
import { seriesMark } from '../marks.ts';
import { colourOf, dashOf } from '../style.ts';
import { escaped, round, shape, textElement } from '../svg.ts';
import type { Tick } from '../ticks.ts';
import type { LaneContext, SecondAxis, Target } from '../types.ts';
import { type ValueScale, valueScale } from '../value-scale.ts';

export interface Numeric extends Point {
  readonly value: number;
}

interface Placed {
  readonly series: Series;
  readonly point: Numeric;
  readonly order: number;
  readonly x: number;
  readonly y: number;
}

/** Points of a series that an axis holds, in order; words and what was replaced are not drawn. */
export function drawable(
  { points }: Series,
  { holds, time }: Pick<LaneContext, 'holds' | 'time'>,
): readonly { readonly point: Numeric; readonly order: number }[] {
  const placed: { point: Numeric; order: number }[] = [];
  let sorted = true;
  for (const point of points) {
    if (point.value === null || point.status === 'superseded' || !holds(point.at)) continue;
    const order = orderOf(point.at, time);
    if (placed.length > 0 && order < (placed.at(-1) as { order: number }).order) sorted = false;
    placed.push({ point: point as Numeric, order });
  }
  return sorted ? placed : placed.sort((a, b) => a.order - b.order);
}

/** Flags by which laboratories say that a value is out of range. */
const OUT = /^(?:H+|L+|\*+|↑+|↓+|\++|B|A|AA)$/i;

/** Outside its reference range, by its own, its series' or the laboratory's word. */
export function isAbnormal(point: Point, series: Series): boolean {
  const ranged = point.range ? { ...series, range: point.range } : series;
  if (abnormality(point, ranged) !== null) return true;
  const hasRange = ranged.range.low !== undefined || ranged.range.high !== undefined;
  return !hasRange && point.flag !== undefined && OUT.test(point.flag.trim());
}

export interface SeriesPlot {
  readonly series: Series;
  /** Its place among the series, which gives its colour, dash and mark. */
  readonly index: number;
  readonly top: number;
  readonly bottom: number;
  readonly log: boolean;
  readonly ticks: readonly Tick[];
  /** Values in words beside their marks. */
  readonly labels: boolean;
}

/** Marks this near to each other (points) would be one blot: the line alone passes through every value. */
const CROWDED = 3;
/** Values with a label each; of more, only the first, last, least and greatest. */
const MOST_LABELS = 40;

/** Draws the plot of one series; its head and the time axis stand around it. */
export function drawSeries(
  plot: SeriesPlot,
  context: LaneContext,
): { readonly svg: string; readonly targets: readonly Target[] } {
  const { series, index, top, bottom, log, ticks } = plot;
  const { scale, style, left, right } = context;
  const partner = context.partners.get(series.id);
  const values = drawable(series, context);
  const others = partner ? drawable(partner, context) : [];
  const upward = valueScale(
    [...values, ...others].map(({ point }) => point.value),
    partner ? bothRanges(series.range, partner.range) : series.range,
    { top, bottom, log },
  );
  const placedOf = (of: Series, list: typeof values): readonly Placed[] =>
    list.map(({ point, order }) => ({ series: of, point, order, x: scale.across(order), y: upward.up(point.value) }));
  const inSight = (list: readonly Placed[]) => list.filter(({ x }) => x >= left - 1 && x <= right + 1);
  const points = placedOf(series, values);
  const below = partner ? placedOf(partner, others) : [];
  const [shown, shownBelow] = [inSight(points), inSight(below)];
  const colour = colourOf(style, index);
  const lineOf = (list: readonly Placed[], seen: readonly Placed[]) =>
    linesOf(seen.length < list.length ? cut(list, left, right) : list, index, colour, context);
  const parts = [
    band(series, upward, plot, context),
    partner ? band(partner, upward, plot, context) : '',
    ...ticks.map(({ order }) => gridLine(scale.across(order), top, bottom, context)),
    ...upward.ticks.map(tick => valueTick(tick, upward, context)),
    secondAxis(context.seconds.get(series.id), upward, plot, context),
    shape('line', { x1: left, y1: bottom, x2: right, y2: bottom, stroke: style.second, 'stroke-width': 0.6 }),
    partner ? barsOf(shown, shownBelow, colour, context) : lineOf(points, shown),
    marksOf(shown, index, colour, context),
    marksOf(shownBelow, index, colour, context),
  ];
  if (plot.labels) parts.push(...labelsOf([...shown, ...shownBelow], partner, plot, context));
  const reach = 4 * style.scale;
  const targets = [...shown, ...shownBelow].map(
    ({ series: of, point, x, y }): Target => ({
      of: 'point',
      id: of.id,
      point: point.id,
      left: x - reach,
      right: x + reach,
      top: y - reach,
      bottom: y + reach,
    }),
  );
  return { svg: parts.join(''), targets };
}

/** From the least to the greatest end of two ranges. */
function bothRanges(a: Series['range'], b: Series['range']): Series['range'] {
  const ends = [a.low, a.high, b.low, b.high].filter(end => end !== undefined);
  return ends.length === 0 ? {} : { low: Math.min(...ends), high: Math.max(...ends) };
}

/** A bar between two values of one moment, such as systolic and diastolic pressure. */
function barsOf(upper: readonly Placed[], lower: readonly Placed[], colour: string, { style }: LaneContext): string {
  const ends = new Map(lower.map(placed => [placed.order, placed]));
  let d = '';
  for (const { order, x, y } of upper) {
    const end = ends.get(order);
    if (end) d += `M${round(x)} ${round(y)}V${round(end.y)}`;
  }
  return d === '' ? '' : shape('path', { d, fill: 'none', stroke: colour, 'stroke-width': 1.3 * style.scale });
}

/** How much room the numbers of a value axis take. */
export function widestTick(
  series: Series,
  log: boolean,
  { style, language, partners, holds, time }: Omit<LaneContext, 'scale' | 'left' | 'right'>,
): number {
  const values = drawable(series, { holds, time }).map(({ point }) => point.value);
  const range = partners.get(series.id)?.range ?? {};
  const scale = valueScale(values, partners.has(series.id) ? bothRanges(series.range, range) : series.range, {
    top: 0,
    bottom: 62,
    log,
  });
  return Math.max(0, ...scale.ticks.map(tick => widthOf(tickText(tick, scale, language), style.small)));
}

function tickText(tick: number, { decimals, isLog }: ValueScale, language: Language): string {
  return formatNumber(tick, isLog ? (String(tick).split('.')[1]?.length ?? 0) : decimals, language);
}

function gridLine(x: number, top: number, bottom: number, { style }: LaneContext): string {
  return shape('line', { x1: x, y1: top, x2: x, y2: bottom, stroke: style.grid, 'stroke-width': 0.6 });
}

function valueTick(tick: number, scale: ValueScale, { left, right, style, language }: LaneContext): string {
  const y = scale.up(tick);
  return (
    shape('line', { x1: left, y1: y, x2: right, y2: y, stroke: style.grid, 'stroke-width': 0.6 }) +
    textElement(
      {
        x: left - 5,
        y: y + style.small * 0.35,
        'font-family': style.font,
        'font-size': style.small,
        'text-anchor': 'end',
        fill: style.second,
      },
      escaped(tickText(tick, scale, language)),
    )
  );
}

/** Round values of the second unit at the right of the plot, its name above them. */
function secondAxis(
  second: SecondAxis | undefined,
  { span: [low, high], up }: ValueScale,
  { top, bottom }: SeriesPlot,
  { right, style, language }: LaneContext,
): string {
  if (!second) return '';
  const [from, to] = [second.of(low), second.of(high)];
  if (!(to > from)) return '';
  const ticks = scaleLinear([from, to], [0, 1]).ticks(bottom - top < 50 ? 2 : 4);
  const decimals = Math.max(0, ...ticks.map(tick => String(tick).split('.')[1]?.length ?? 0));
  const words = (y: number, text: string, fill: string) =>
    textElement({ x: right + 4, y, 'font-family': style.font, 'font-size': style.small, fill }, escaped(text));
  const marks = ticks.map(tick => {
    const y = up(low + ((tick - from) / (to - from)) * (high - low));
    return (
      shape('line', { x1: right, y1: y, x2: right + 2, y2: y, stroke: style.second, 'stroke-width': 0.6 }) +
      words(y + style.small * 0.35, formatNumber(tick, decimals, language), style.second)
    );
  });
  const name = cutTo(second.unit, style.small, style.small * 5);
  return marks.join('') + words(top - style.small * 0.75, name, style.second);
}

/** The reference range, as far as the plot reaches. */
function band(
  { range }: Series,
  { up, span, isLog }: ValueScale,
  { top, bottom }: SeriesPlot,
  { style, left, right }: LaneContext,
): string {
  if (range.low === undefined && range.high === undefined) return '';
  const reached = (value: number | undefined, end: number) =>
    value === undefined || (isLog && value <= 0) ? end : value;
  const upper = Math.max(top, up(reached(range.high, span[1])));
  const lower = Math.min(bottom, up(reached(range.low, span[0])));
  if (lower <= upper) return '';
  return shape('rect', { x: left, y: upper, width: right - left, height: lower - upper, fill: style.band });
}

/** A line cut at the edges of the plot, where only a part of the axis is shown. */
function cut(points: readonly Placed[], left: number, right: number): readonly Placed[] {
  const kept: Placed[] = [];
  const between = (a: Placed, b: Placed, x: number): Placed => ({
    ...a,
    x,
    y: a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x),
  });
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    for (const edge of [left, right])
      if (before && before.x < edge && point.x > edge) kept.push(between(before, point, edge));
    if (point.x >= left && point.x <= right) kept.push(point);
  }
  return kept;
}

/** One line a stretch: nothing is drawn across what the axis leaves out. */
function linesOf(points: readonly Placed[], index: number, colour: string, { scale, style }: LaneContext): string {
  const path = line<Placed>(
    ({ x }) => x,
    ({ y }) => y,
  ).digits(2);
  const parts =
    scale.stretches.length === 1
      ? [points]
      : scale.stretches.map(({ from, to }) => points.filter(({ order }) => order >= from && order <= to));
  return parts
    .filter(part => part.length > 1)
    .map(part =>
      shape('path', {
        d: path(part) ?? '',
        fill: 'none',
        stroke: colour,
        'stroke-width': 1.3 * (style.scale > 1 ? 1.4 : 1),
        'stroke-dasharray': dashOf(index),
        'stroke-linejoin': 'round',
      }),
    )
    .join('');
}

/** Filled for values; open for bounds ("< 0.5"), with a stroke that points to where the value is. */
function marksOf(points: readonly Placed[], index: number, colour: string, { style }: LaneContext): string {
  const mark = seriesMark(index);
  const size = 2.4 * style.scale;
  const [first, last] = [points[0], points.at(-1)];
  const crowded = first && last && points.length > 2 && (last.x - first.x) / (points.length - 1) < CROWDED;
  let closed = '';
  let open = '';
  let pointing = '';
  for (const { point, x, y } of points) {
    if (point.comparator === undefined) {
      if (!crowded) closed += mark(x, y, size);
      continue;
    }
    open += mark(x, y, size);
    const down = point.comparator.startsWith('<') ? 1 : -1;
    const tip = y + down * size * 3;
    pointing += `M${round(x)} ${round(y + down * size * 1.3)}V${round(tip)}M${round(x - size * 0.7)} ${round(tip - down * size * 0.7)}L${round(x)} ${round(tip)}L${round(x + size * 0.7)} ${round(tip - down * size * 0.7)}`;
  }
  const width = 1.2 * (style.scale > 1 ? 1.25 : 1);
  return (
    (closed === '' ? '' : shape('path', { d: closed, fill: colour })) +
    (open === ''
      ? ''
      : shape('path', { d: pointing, fill: 'none', stroke: colour, 'stroke-width': 0.9 }) +
        shape('path', { d: open, fill: style.ground, stroke: colour, 'stroke-width': width }))
  );
}

/** What is labelled first: the ends and the extremes, then the others from left to right. */
function inOrderOfWeight(points: readonly Placed[]): readonly Placed[] {
  if (points.length === 0) return [];
  let least = points[0] as Placed;
  let most = least;
  for (const placed of points) {
    if (placed.point.value < least.point.value) least = placed;
    if (placed.point.value > most.point.value) most = placed;
  }
  const first = [points[0] as Placed, points.at(-1) as Placed, most, least];
  return [...new Set(points.length > MOST_LABELS ? first : [...first, ...points])];
}

/** What the bars between two series cover. */
function barBoxes(points: readonly Placed[], partner: Series, near: number): readonly Box[] {
  const lower = new Map(points.filter(({ series }) => series === partner).map(placed => [placed.order, placed]));
  return points.flatMap(({ series, order, x, y }): Box[] => {
    const end = series === partner ? undefined : lower.get(order);
    return end ? [{ left: x - near, right: x + near, top: Math.min(y, end.y), bottom: Math.max(y, end.y) }] : [];
  });
}

/** Values beside their marks; bold outside the reference range. Above where the line comes from below, and the other way round. */
function labelsOf(
  points: readonly Placed[],
  partner: Series | undefined,
  { series, top, bottom }: SeriesPlot,
  context: LaneContext,
): readonly string[] {
  const { style, left, right, language } = context;
  const indexOf = new Map(points.map((placed, index) => [placed, index]));
  const near = 2 * style.scale;
  const taken: Box[] =
    points.length > MOST_LABELS * 4
      ? []
      : points.map(({ x, y }) => ({ left: x - near, right: x + near, top: y - near, bottom: y + near }));
  // No label stands on the bars of a pair.
  if (partner) taken.push(...barBoxes(points, partner, near));
  return inOrderOfWeight(points).flatMap(placed => {
    const { point, x, y } = placed;
    const isBelow = placed.series === partner;
    const words = formatPoint(point, language);
    // Bars of a pair stand in a row, and so do their labels.
    const half = widthOf(words, style.small) / 2 + (partner ? style.small * 0.3 : 1);
    const middle = Math.min(Math.max(x, left + half), right + (context.seconds.has(series.id) ? 0 : 10) - half);
    const gap = 5.5 * (style.scale > 1 ? 1.4 : 1);
    const box = (baseline: number) => ({
      left: middle - half,
      right: middle + half,
      top: baseline - style.small * 0.75,
      bottom: baseline + style.small * 0.2,
      baseline,
    });
    const above = box(y - gap);
    const below = box(y + gap + style.small * 0.62);
    const index = indexOf.get(placed) ?? 0;
    const [before, after] = [points[index - 1], points[index + 1]];
    const around = [before, after].filter(other => other !== undefined);
    const isValley = around.length > 0 && around.every(other => other.y <= y) && around.some(other => other.y < y - 2);
    const fits = (candidate: Box) => candidate.bottom <= bottom + 1 && candidate.top >= top - style.small * 1.8;
    // Of a pair the greater is told above and the lesser below, or not at all.
    const places = partner ? [isBelow ? below : above] : isValley ? [below, above] : [above, below];
    const free = freePlace(places.filter(fits), taken);
    if (!free) return [];
    return [
      textElement(
        {
          x: middle,
          y: free.baseline,
          'font-family': style.font,
          'font-size': style.small,
          'font-weight': isAbnormal(point, placed.series) ? 600 : undefined,
          'text-anchor': 'middle',
          fill: style.ink,
        },
        escaped(words),
      ),
    ];
  });
}
