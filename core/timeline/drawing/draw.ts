/**
 * The clinical timeline as a drawing: pure, to a string, without a DOM, alike for the screen and for paper. Series alone are
 * small panels; with treatments, events, stays, phases or images they are lanes on one axis.
 */
import type { LaneKind } from '../../report/chart-settings.ts';
import type { Moment, TimeSettings } from '../../report/types.ts';
import { onOneAxis, orderOf } from '../moment.ts';
import { measuredAxis, shownSeries } from '../shown.ts';
import { alternativeText } from './alternative.ts';
import { drawable, isAbnormal } from './lanes/series.ts';
import { layLanes } from './lanes.ts';
import { drawLegend } from './legend.ts';
import { layPanels, type Prepared } from './panels.ts';
import { pressurePairs } from './pressure.ts';
import { GREY, PAPER } from './style.ts';
import { round } from './svg.ts';
import { withoutGaps } from './time-scale.ts';
import type { Drawing, DrawingRequest, SecondAxis } from './types.ts';

/** What a legend takes below a drawing that must fit a page (points). */
const LEGEND = 40;

/** Every moment that a drawing shows. */
function momentsOf({
  series,
  treatments = [],
  events = [],
  stays = [],
  phases = [],
  images = [],
}: DrawingRequest): readonly Moment[] {
  const ends = (span: { readonly start: Moment; readonly stop?: Moment }) =>
    span.stop ? [span.start, span.stop] : [span.start];
  const moments: Moment[] = [];
  for (const { points } of series) for (const { at } of points) moments.push(at);
  for (const treatment of treatments)
    moments.push(...ends(treatment), ...treatment.changes.map(({ at }) => at), ...(treatment.given ?? []));
  for (const { at } of [...events, ...images]) moments.push(at);
  for (const span of [...stays, ...phases]) moments.push(...ends(span));
  return moments;
}

/** The time of one chart: as the document shows it, but for what its settings say. */
export function timeOf({ time, settings }: Pick<DrawingRequest, 'time' | 'settings'>): TimeSettings {
  const { countFrom, ...rest } = time;
  const from = settings?.zero ? { at: settings.zero, is: '' } : countFrom;
  return { ...rest, ...(settings?.time && { show: settings.time }), ...(from && { countFrom: from }) };
}

/** Only what the settings choose: lanes that are shown, treatments among them, series that have something to draw. */
function chosen(request: DrawingRequest): DrawingRequest {
  const { settings, time: _, ...rest } = request;
  const lanes = new Set<LaneKind>(settings?.lanes ?? []);
  const picked = settings?.treatments;
  const treatments = (request.treatments ?? []).filter(({ id }) => !picked || picked.includes(id));
  return {
    ...rest,
    ...(settings && { settings }),
    time: timeOf(request),
    treatments: lanes.has('treatments') ? treatments : [],
    events: lanes.has('events') ? (request.events ?? []) : [],
    stays: lanes.has('stays') ? (request.stays ?? []) : [],
    phases: lanes.has('phases') ? (request.phases ?? []) : [],
    images: lanes.has('images') ? (request.images ?? []) : [],
  };
}

/** The parts of the axis that are shown: one, or several where long gaps are left out. */
function partsOf(request: DrawingRequest, moments: readonly Moment[]): readonly (readonly [number, number])[] {
  const { time, span, settings } = request;
  if (span) return [span];
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const orders = moments.map(at => orderOf(at, time));
  for (const order of orders) {
    if (order < from) from = order;
    if (order > to) to = order;
  }
  if (orders.length === 0) return [[0, 1]];
  if (settings?.breaks === 'long-gaps') return withoutGaps(orders.sort((a, b) => a - b));
  return [[from, to]];
}

/** The unit that each series was measured in, where it is shown in another. */
function secondAxes(series: DrawingRequest['series']): ReadonlyMap<string, SecondAxis> {
  const axes = series.map(one => [one.id, measuredAxis(one)] as const);
  return new Map(axes.filter((each): each is readonly [string, SecondAxis] => each[1] !== null));
}

/** Draws the timeline. Same input, same bytes. */
export function drawTimeline(wanted: DrawingRequest): Drawing {
  const asked: DrawingRequest = { ...wanted, series: wanted.series.map(shownSeries) };
  const request = chosen(asked);
  const { time, language, width, settings } = request;
  const style = asked.style ?? (settings?.style === 'grey' ? GREY : PAPER);
  const moments = momentsOf(request);
  const holds = onOneAxis(moments, time);
  const held = moments.filter(holds);
  const first = moments[0];
  const kind = { dated: time.dayZero === undefined && first !== undefined && 'date' in first };
  const drawn = request.series.filter(one => drawable(one, { holds, time }).length > 0);
  const partners = pressurePairs(drawn);
  const inOthers = new Set(partners.values());
  const shown = drawn.filter(one => !inOthers.has(one));
  const seconds = settings?.bothUnits ? secondAxes(wanted.series) : new Map<string, SecondAxis>();
  const context: Prepared['context'] = { time, language, style, holds, seconds, partners, gutter: null };
  const prepared: Omit<Prepared, 'squeeze'> = {
    request: { ...request, series: shown },
    context,
    parts: partsOf(request, held),
    kind,
  };
  const others = [request.treatments, request.events, request.stays, request.phases, request.images];
  const layout = settings?.layout === 'lanes' || others.some(list => list && list.length > 0) ? layLanes : layPanels;
  const whole = layout({ ...prepared, squeeze: 0 });
  const tooHigh = whole.height + LEGEND - (request.mostHeight ?? Number.POSITIVE_INFINITY);
  const {
    svg,
    height: drawnHeight,
    targets,
    lanes,
    scale,
    axis,
  } = tooHigh > 0 ? layout({ ...prepared, squeeze: tooHigh }) : whole;
  const legend =
    layout === layPanels || request.axisApart
      ? { svg: '', height: 0 }
      : drawLegend(
          {
            request,
            style,
            kinds: [...new Set((request.events ?? []).map(event => event.kind))],
            hasBounds: drawn.some(({ points }) => points.some(({ comparator }) => comparator !== undefined)),
            hasBands: drawn.some(({ range }) => range.low !== undefined || range.high !== undefined),
            hasBold: drawn.some(one => one.points.some(point => isAbnormal(point, one))),
          },
          { left: scale ? (scale.stretches[0]?.left ?? 0) - 6 : 0, right: width, top: drawnHeight + 4 },
        );
  const height = drawnHeight + (legend.height === 0 ? 0 : legend.height + 4);
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}">${svg}${legend.svg}</svg>`,
    width,
    height,
    alt: alternativeText({ ...request, series: asked.series }, language),
    targets,
    lanes,
    ...(scale && held.length > 0 && { scale }),
    ...(axis && { axis }),
  };
}
