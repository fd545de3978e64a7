/** Lanes below each other on one axis: phases, stays, events, treatments, values, images. */
import type { LaneKind } from '../../report/chart-settings.ts';
import { axisLabels, breakMarks, gridLines } from './axis.ts';
import { headAbove, headBeside, nameBeside } from './heads.ts';
import { drawEvents } from './lanes/events.ts';
import { drawImages } from './lanes/images.ts';
import { drawPhaseGrounds, drawPhaseNames } from './lanes/phases.ts';
import { drawSeries, widestTick } from './lanes/series.ts';
import { drawStays } from './lanes/stays.ts';
import { drawTreatments } from './lanes/treatments.ts';
import { LANE_NAMES } from './legend.ts';
import { widthOf } from './letters.ts';
import type { LaidOut, Prepared } from './panels.ts';
import { pairName } from './pressure.ts';
import type { Style } from './style.ts';
import { shape } from './svg.ts';
import { type Tick, ticksOf } from './ticks.ts';
import { timeScale } from './time-scale.ts';
import type { DrawingRequest, DrawnLane, LaneBox, LaneContext, Target } from './types.ts';

/** Widths below which names stand above their lanes (points on paper). */
const NARROW = 330;

/** Room of an axis in a second unit, in sizes of its type. */
const SECOND_AXIS = 3.4;

/** Lowest plot that can be read. */
const LOWEST = 30;

interface Measures {
  /** Of the names beside the lanes; null above them. */
  readonly gutter: number | null;
  readonly left: number;
  readonly right: number;
  readonly plot: number;
}

/** Share of the width that names beside the lanes may take. */
const MOST_GUTTER = 0.28;

function measuresOf(width: number, { scale, small }: Style, names: readonly string[], widest: number): Measures {
  const ticks = Math.max(small * 3.6, widest + 7);
  if (width < NARROW * Math.min(scale, 1.6))
    return { gutter: null, left: ticks, right: width - 10 * scale, plot: 62 * scale };
  const longest = Math.max(0, ...names.map(name => widthOf(name, small * 1.06))) + 16;
  const gutter = Math.min(
    172 * Math.max(1, scale / 1.2),
    Math.max(92, width * 0.19, Math.min(longest, width * MOST_GUTTER)),
  );
  return { gutter, left: gutter + ticks, right: width - 12 * scale, plot: 62 * scale };
}

interface Stacked {
  readonly kind: LaneBox['kind'];
  readonly id: string;
  readonly partner?: string;
  readonly drawn: DrawnLane;
  readonly top: number;
  readonly head: string;
}

const BESIDE_SERIES: readonly Exclude<LaneKind, 'phases' | 'images'>[] = ['stays', 'events', 'treatments'];

/** Draws the lanes; the request holds only what is shown. */
export function layLanes({ request, context: base, parts, kind, squeeze }: Prepared): LaidOut {
  const { series, width, time, language, settings, phases = [], axisApart } = request;
  const { style } = base;
  const {
    gutter,
    left,
    right: edge,
    plot: most,
  } = measuresOf(
    width,
    style,
    (request.treatments ?? []).map(({ name }) => name),
    Math.max(0, ...series.map(one => widestTick(one, settings?.log?.includes(one.id) ?? false, base))),
  );
  const right = base.seconds.size > 0 ? edge - style.small * SECOND_AXIS : edge;
  const plot = Math.max(LOWEST * style.scale, most - squeeze / Math.max(1, series.length));
  const inset = 6 * style.scale;
  const scale = timeScale(parts, left + inset, right - inset);
  const context: LaneContext = { ...base, scale, left, right, gutter };
  const ticks = ticksOf(scale, kind, time, language, style.small * 4.5);
  const stacked: Stacked[] = [];
  let y = 0;
  const add = (lane: Omit<Stacked, 'top'>) => {
    stacked.push({ ...lane, top: y });
    y += lane.drawn.height + 2;
  };
  if (phases.length > 0) {
    const drawn = drawPhaseNames(phases, context, y);
    add({ kind: 'phases', id: 'phases', drawn, head: '' });
  }
  const besides = BESIDE_SERIES.filter(each => (request[each] ?? []).length > 0);
  for (const each of besides) {
    const drawn = drawLane(each, request, context, y);
    add({ kind: each, id: each, drawn, head: headOf(each, drawn, y, context) });
  }
  for (const [index, one] of series.entries()) {
    const head = gutter === null ? style.name * 2.8 : style.small * 1.7;
    const [top, bottom] = [y + head, y + head + plot];
    const log = settings?.log?.includes(one.id) ?? false;
    const { svg, targets } = drawSeries({ series: one, index, top, bottom, log, ticks, labels: true }, context);
    const partner = base.partners.get(one.id);
    const named = partner ? { ...one, analyte: pairName(one, language) } : one;
    const name =
      gutter === null
        ? headAbove(named, index, 0, y, width, style)
        : headBeside(named, index, y, gutter, style, language, partner?.range);
    add({
      kind: 'series',
      id: one.id,
      ...(partner && { partner: partner.id }),
      drawn: { svg, targets, height: head + plot + 6, rows: [] },
      head: name,
    });
  }
  if ((request.images ?? []).length > 0) {
    const drawn = drawImages(request.images ?? [], context, y);
    add({ kind: 'images', id: 'images', drawn, head: headOf('images', drawn, y, context) });
  }
  const bottom = y;
  const lines = stacked.slice(1).map(({ top }) =>
    shape('line', {
      x1: gutter === null ? left : 0,
      y1: top - 1,
      x2: right,
      y2: top - 1,
      stroke: style.grid,
      'stroke-width': 0.6,
    }),
  );
  const svg = [
    drawPhaseGrounds(phases, context, 0, bottom),
    ...stacked
      .filter(each => each.kind !== 'series')
      .map(each => gridLines(ticks, each.top, each.top + each.drawn.height, context)),
    breakMarks(0, bottom, context),
    ...lines,
    ...stacked.map(({ drawn, head }) => head + drawn.svg),
    shape('line', { x1: left, y1: bottom, x2: right, y2: bottom, stroke: style.second, 'stroke-width': 0.7 }),
    axisApart ? '' : axisLabels(ticks, bottom + style.small + 3, context),
  ].join('');
  const targets: readonly Target[] = stacked.flatMap(({ drawn }) => drawn.targets);
  const boxes = stacked.map(
    ({ kind: of, id, partner, drawn, top }): LaneBox => ({
      kind: of,
      id,
      ...(partner !== undefined && { partner }),
      top,
      bottom: top + drawn.height,
      rows: drawn.rows,
    }),
  );
  return {
    svg,
    height: bottom + (axisApart ? 1 : style.small + 8),
    targets,
    lanes: boxes,
    scale,
    axis: axisApart ? axisOf(ticks, context) : '',
  };
}

function axisOf(ticks: readonly Tick[], context: LaneContext): string {
  return axisLabels(ticks, context.style.small + 4, context);
}

function drawLane(
  kind: (typeof BESIDE_SERIES)[number],
  request: DrawingRequest,
  context: LaneContext,
  top: number,
): DrawnLane {
  switch (kind) {
    case 'stays':
      return drawStays(request.stays ?? [], context, top);
    case 'events':
      return drawEvents(request.events ?? [], context, top);
    case 'treatments':
      return drawTreatments(request.treatments ?? [], context, top);
  }
}

/** The names beside a lane: one a row where it has rows. */
function headOf(
  kind: 'stays' | 'events' | 'treatments' | 'images',
  drawn: DrawnLane,
  top: number,
  { gutter, style, language }: LaneContext,
): string {
  if (gutter === null) return '';
  if (kind === 'treatments')
    return drawn.rows
      .map(({ name, top: rowTop, bottom }) =>
        nameBeside(name, (rowTop + bottom) / 2 + style.small * 0.34, gutter, style, false),
      )
      .join('');
  return nameBeside(LANE_NAMES[kind][language], top + style.small + 4, gutter, style, true);
}
