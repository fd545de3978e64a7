/**
 * The chart of lab series: one small panel a series, one time axis. Drawn to a string, without a DOM, alike for the screen and
 * for paper; only presentation attributes, since windows forbid inline styles and printers read no CSS.
 */
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Language, Moment, Point, Series, TimeSettings } from '../report/types.ts';
import { dayLabel, momentAt, momentLabel, onOneAxis, orderOf } from './moment.ts';
import { abnormality, formatNumber, formatPoint, formatRange } from './value.ts';

export interface ChartRequest {
  readonly series: readonly Series[];
  readonly time: TimeSettings;
  readonly language: Language;
  /** Points (1/72 inch). */
  readonly width: number;
}

export interface Chart {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** What the chart shows, written from the data. */
  readonly alt: string;
}

/** Steps of lightness that part in grey and in the three colour blindnesses (light values of the design's chart colours). */
const COLOURS = ['#0f2b70', '#c1823d', '#418298', '#b4495c', '#3b5c03', '#8474da', '#5f3548', '#764bac'] as const;
const DASHES = ['', '5 3', '2 2', '7 3 2 3'] as const;
const INK = '#1d1b18';
const AXIS = '#6a655c';
const GRID = '#e8e5df';
const BAND = '#e4efe8';
const FONT = 'Source Serif 4';
/** Smallest type that prints legibly, in points. */
const SMALL = 7.5;

const PANEL = { plot: 84, head: 26, foot: 20, left: 34, right: 12, gap: 22, row: 10 } as const;

const escaped = (text: string) =>
  text.replace(/[<>&"]/g, letter => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' })[letter] as string);
const round = (number: number) => Math.round(number * 100) / 100;

function text(x: number, y: number, words: string, attributes = ''): string {
  return `<text x="${round(x)}" y="${round(y)}" font-family="${FONT}" font-size="${SMALL}" ${attributes}>${escaped(words)}</text>`;
}

type Marker = (x: number, y: number, open: boolean, colour: string) => string;
const fill = (open: boolean, colour: string) =>
  `fill="${open ? '#ffffff' : colour}" stroke="${colour}" stroke-width="1.2"`;

/** A shape a series; open where the laboratory gave a bound ("< 0.5") and not a value. */
const MARKERS: readonly Marker[] = [
  (x, y, open, colour) => `<circle cx="${round(x)}" cy="${round(y)}" r="2.4" ${fill(open, colour)}/>`,
  (x, y, open, colour) =>
    `<rect x="${round(x - 2.2)}" y="${round(y - 2.2)}" width="4.4" height="4.4" ${fill(open, colour)}/>`,
  (x, y, open, colour) =>
    `<path d="M${round(x)} ${round(y - 3)}L${round(x + 2.8)} ${round(y + 2)}L${round(x - 2.8)} ${round(y + 2)}Z" ${fill(open, colour)}/>`,
  (x, y, open, colour) =>
    `<path d="M${round(x)} ${round(y - 3)}L${round(x + 3)} ${round(y)}L${round(x)} ${round(y + 3)}L${round(x - 3)} ${round(y)}Z" ${fill(open, colour)}/>`,
];

/** Steps of days that people count in. */
const DAY_STEPS = [1, 2, 5, 7, 10, 15, 30, 60, 90, 180, 365, 730, 1825, 3650];

/** Round days of an axis, as many as have room. */
export function timeTicks(from: number, to: number, room: number): readonly number[] {
  const most = Math.max(2, Math.floor(room / 34));
  const step = DAY_STEPS.find(candidate => (to - from) / candidate <= most) ?? 3650;
  const ticks: number[] = [];
  for (let tick = Math.ceil(from / step) * step; tick <= to + 1e-9; tick += step) ticks.push(tick);
  return ticks.length > 0 ? ticks : [from];
}

interface Panel {
  readonly series: Series;
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly plot: number;
}

/** The time axis that all panels share. */
interface Axis {
  readonly span: readonly [number, number];
  /** Whether a moment can stand on it. */
  readonly holds: (moment: Moment) => boolean;
  /** Counted from 1970, since day 0 has no date. */
  readonly dated: boolean;
}

/** Numeric points of a series, in order. */
function drawable({ points }: Series, time: TimeSettings, holds: Axis['holds']) {
  return points
    .filter((point): point is Point & { value: number } => point.value !== null && holds(point.at))
    .map(point => ({ point, at: orderOf(point.at, time) }))
    .sort((a, b) => a.at - b.at);
}

/**
 * The values that the vertical axis reaches: all points and the reference range. It begins at zero, except where that would
 * flatten what there is to see, as with sodium between 135 and 145.
 */
export function valueSpan(values: readonly number[], { low, high }: Series['range']): readonly [number, number] {
  const all = [...values, ...[low, high].filter(end => end !== undefined)];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  if (least >= 0 && least < most * 0.5) return [0, most];
  const room = most === least ? Math.abs(most) * 0.1 || 1 : (most - least) * 0.1;
  return [least >= 0 ? Math.max(0, least - room) : least - room, most + room];
}

function drawPanel({ series, index, x, y, plot }: Panel, axis: Axis, request: ChartRequest): string {
  const { time, language } = request;
  const { span } = axis;
  const colour = COLOURS[index % COLOURS.length] as string;
  const points = drawable(series, time, axis.holds);
  const [low, high] = valueSpan(
    points.map(({ point }) => point.value),
    series.range,
  );
  const top = y + PANEL.head;
  const bottom = top + PANEL.plot;
  const left = x + PANEL.left;
  const across = scaleLinear(span, [left + 4, left + plot - 4]);
  const up = scaleLinear([low, high], [bottom, top]).nice(4);
  const ticks = up.ticks(4);
  const decimals = Math.max(...ticks.map(tick => String(tick).split('.')[1]?.length ?? 0));
  const parts: string[] = [];

  parts.push(MARKERS[index % MARKERS.length]?.(x + 4, y + 6.5, false, colour) ?? '');
  const unit = series.unit === '' ? '' : `<tspan font-weight="400" fill="${AXIS}"> (${escaped(series.unit)})</tspan>`;
  parts.push(
    `<text x="${x + 11}" y="${y + 9.5}" font-family="${FONT}" font-size="9" font-weight="600" fill="${INK}">${escaped(series.analyte)}${unit}</text>`,
  );

  const [bandLow, bandHigh] = [series.range.low ?? up.domain()[0] ?? low, series.range.high ?? up.domain()[1] ?? high];
  if (series.range.low !== undefined || series.range.high !== undefined) {
    const bandTop = Math.max(top, up(bandHigh));
    const bandBottom = Math.min(bottom, up(bandLow));
    if (bandBottom > bandTop)
      parts.push(
        `<rect x="${left}" y="${round(bandTop)}" width="${round(plot)}" height="${round(bandBottom - bandTop)}" fill="${BAND}"/>`,
      );
  }
  for (const tick of ticks) {
    const at = round(up(tick));
    parts.push(
      `<line x1="${left}" y1="${at}" x2="${round(left + plot)}" y2="${at}" stroke="${GRID}" stroke-width="0.6"/>`,
    );
    parts.push(text(left - 5, at + 2.6, formatNumber(tick, decimals, language), `text-anchor="end" fill="${AXIS}"`));
  }
  parts.push(
    `<line x1="${left}" y1="${bottom}" x2="${round(left + plot)}" y2="${bottom}" stroke="${AXIS}" stroke-width="0.6"/>`,
  );
  for (const tick of timeTicks(span[0], span[1], plot)) {
    const label = tickLabel(tick, axis.dated, time, language);
    parts.push(text(across(tick), bottom + 11, label, `text-anchor="middle" fill="${AXIS}"`));
  }
  const path = line<{ at: number; point: { value: number } }>(
    ({ at }) => round(across(at)),
    ({ point }) => round(up(point.value)),
  )(points);
  const dash = DASHES[index % DASHES.length];
  if (path && points.length > 1)
    parts.push(
      `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.3"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`,
    );
  for (const { at, point } of points)
    parts.push(
      MARKERS[index % MARKERS.length]?.(across(at), up(point.value), point.comparator !== undefined, colour) ?? '',
    );
  parts.push(...labels(points, across, up, { left, right: left + plot + PANEL.right }, language));
  return parts.join('');
}

/** Values beside their marks, where they do not run into one another. */
function labels(
  points: readonly { at: number; point: Point & { value: number } }[],
  across: (at: number) => number,
  up: (value: number) => number,
  room: { readonly left: number; readonly right: number },
  language: Language,
): readonly string[] {
  let end = Number.NEGATIVE_INFINITY;
  return points.flatMap(({ at, point }) => {
    const words = formatPoint(point, language);
    // Half of the width: digits of the typeface are half an em wide.
    const half = words.length * SMALL * 0.25;
    const x = Math.min(Math.max(across(at), room.left + half + 2), room.right - half);
    if (x - half < end + 3) return [];
    end = x + half;
    const y = up(point.value) - 5.5;
    return [text(x, y, words, `text-anchor="middle" fill="${INK}"`)];
  });
}

/** Under the axis: the day, or the date without its year. */
export function tickLabel(tick: number, dated: boolean, time: TimeSettings, language: Language): string {
  if (!dated && (time.show === 'days' || time.dayZero === undefined)) return dayLabel(tick, language);
  return momentLabel(momentAt(tick, dated), time, language).replace(/\u00a0\d{4}$|\/\d{4}$/, '');
}

const WORDS = {
  en: { none: 'No lab values.', reference: 'reference', at: 'at', on: 'on' },
  fr: { none: 'Aucune valeur biologique.', reference: 'référence', at: 'à', on: 'le' },
} as const;

/** Draws the series; panels stand two abreast where there is room. */
export function drawChart(request: ChartRequest): Chart {
  const { series, time, language, width } = request;
  const moments = series.flatMap(({ points }) => points.map(({ at }) => at));
  const holds = onOneAxis(moments, time);
  const shown = series.filter(one => drawable(one, time, holds).length > 0);
  const columns = shown.length > 1 && width >= 300 ? 2 : 1;
  const plot = (width - PANEL.gap * (columns - 1)) / columns - PANEL.left - PANEL.right;
  const rowHeight = PANEL.head + PANEL.plot + PANEL.foot;
  const rows = Math.max(1, Math.ceil(shown.length / columns));
  const height = rows * rowHeight + (rows - 1) * PANEL.row;
  const all = shown.flatMap(one => drawable(one, time, holds).map(({ at }) => at));
  const [from, to] = [Math.min(...all), Math.max(...all)];
  const dated = time.dayZero === undefined && moments[0] !== undefined && 'date' in moments[0];
  const axis: Axis = { span: from === to ? [from - 1, to + 1] : [from, to], holds, dated };
  const body = shown
    .map((one, index) =>
      drawPanel(
        {
          series: one,
          index,
          x: (index % columns) * (plot + PANEL.left + PANEL.right + PANEL.gap),
          y: Math.floor(index / columns) * (rowHeight + PANEL.row),
          plot,
        },
        axis,
        request,
      ),
    )
    .join('');
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}">${body}</svg>`,
    width,
    height,
    alt: alternativeText(series, time, language),
  };
}

/** "CRP (mg/L): 60 at D0, 20 at D105; reference < 5." for each series. */
function alternativeText(series: readonly Series[], time: TimeSettings, language: Language): string {
  const words = WORDS[language];
  if (series.length === 0) return words.none;
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  const semicolon = language === 'fr' ? '\u202f; ' : '; ';
  return series
    .map(one => {
      const values = one.points.map(point => {
        const out = abnormality(point, one);
        const arrow = out === 'high' ? '\u00a0↑' : out === 'low' ? '\u00a0↓' : '';
        const label = momentLabel(point.at, time, language);
        return `${formatPoint(point, language)}${arrow} ${/^[DJ]/.test(label) ? words.at : words.on} ${label}`;
      });
      const range = formatRange(one.range, language);
      const name = one.unit === '' ? one.analyte : `${one.analyte} (${one.unit})`;
      return `${name}${colon}${values.join(', ')}${range === '' ? '' : `${semicolon}${words.reference} ${range}`}.`;
    })
    .join(' ');
}
