/** Series as small panels, each with an axis of its own below it: two abreast where there is room. */
import { axisLabels } from './axis.ts';
import { headAbove } from './heads.ts';
import { drawSeries } from './lanes/series.ts';
import { pairName } from './pressure.ts';
import { type AxisKind, ticksOf } from './ticks.ts';
import { timeScale } from './time-scale.ts';
import type { DrawingRequest, LaneBox, LaneContext, Target } from './types.ts';

const PANEL = { plot: 84, lowest: 40, head: 26, foot: 20, left: 34, right: 12, second: 36, gap: 22, row: 10 } as const;

export interface Prepared {
  readonly request: DrawingRequest;
  readonly context: Omit<LaneContext, 'scale' | 'left' | 'right'>;
  readonly parts: readonly (readonly [number, number])[];
  readonly kind: AxisKind;
  /** By how much all plots together are to be lower. */
  readonly squeeze: number;
}

export interface LaidOut {
  readonly svg: string;
  readonly height: number;
  readonly targets: readonly Target[];
  readonly lanes: readonly LaneBox[];
  readonly scale?: LaneContext['scale'];
  readonly axis?: string;
}

/** Draws the panels; `series` are those that have something to draw. */
export function layPanels({ request, context, parts, kind, squeeze }: Prepared): LaidOut {
  const { series, width, settings, time, language } = request;
  const { style } = context;
  const columns = series.length > 1 && width >= 300 ? 2 : 1;
  const right = context.seconds.size > 0 ? PANEL.second : PANEL.right;
  const plot = (width - PANEL.gap * (columns - 1)) / columns - PANEL.left - right;
  const rows = Math.max(1, Math.ceil(series.length / columns));
  const high = Math.max(PANEL.lowest, PANEL.plot - squeeze / rows);
  const rowHeight = PANEL.head + high + PANEL.foot;
  const targets: Target[] = [];
  const lanes: LaneBox[] = [];
  const svg = series.map((one, index) => {
    const x = (index % columns) * (plot + PANEL.left + right + PANEL.gap);
    const y = Math.floor(index / columns) * (rowHeight + PANEL.row);
    const left = x + PANEL.left;
    const top = y + PANEL.head;
    const bottom = top + high;
    const scale = timeScale(parts, left + 4, left + plot - 4);
    const own: LaneContext = { ...context, scale, left, right: left + plot };
    const ticks = ticksOf(scale, kind, time, language, style.small * 4.5);
    const log = settings?.log?.includes(one.id) ?? false;
    const drawn = drawSeries({ series: one, index, top, bottom, log, ticks, labels: true }, own);
    targets.push(...drawn.targets);
    const partner = context.partners.get(one.id);
    const named = partner ? { ...one, analyte: pairName(one, language) } : one;
    lanes.push({
      kind: 'series',
      id: one.id,
      ...(partner && { partner: partner.id }),
      top: y,
      bottom: y + rowHeight,
      rows: [],
    });
    return (
      headAbove(named, index, x, y, plot + PANEL.left, style) +
      drawn.svg +
      axisLabels(ticks, bottom + 11, { ...own, left, right: left + plot })
    );
  });
  return { svg: svg.join(''), height: rows * rowHeight + (rows - 1) * PANEL.row, targets, lanes };
}
