import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { Language, Moment, Point, Series, TimeSettings } from '../../../core/report/types.ts';
import { tickLabel, timeTicks } from '../../../core/timeline/drawing/ticks.ts';
import { valueSpan } from '../../../core/timeline/drawing/value-scale.ts';
import { momentLabel, onOneAxis, orderOf } from '../../../core/timeline/moment.ts';
import { formatPoint, formatRange } from '../../../core/timeline/value.ts';
import { useLanguage, useWords } from '../../words/index.ts';
import { hueOf, Marker } from './Marker.tsx';

/** Sizes of a lane (pixels). */
const LANE = { height: 112, top: 30, bottom: 14, side: 14 } as const;
/** Ticks this near to the moment looked at would stand under its label (pixels). */
const COVERED = 60;
/** Narrowest plot that can be read. */
const NARROWEST = 280;

interface Placed {
  readonly point: Point & { readonly value: number };
  readonly x: number;
  readonly y: number;
}

/** A ref, and the width that its element has now. */
function useWidth() {
  const [width, setWidth] = useState(NARROWEST);
  const element = useCallback((shown: HTMLDivElement) => {
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.max(NARROWEST, entry.contentRect.width)));
    observer.observe(shown);
    return () => observer.disconnect();
  }, []);
  return [element, width] as const;
}

/** A lane a series, all on one time axis; a line stands at the moment looked at. */
export function Lanes(props: {
  readonly series: readonly Series[];
  readonly time: TimeSettings;
  readonly look?: Moment | null;
  /** Stands beside the axis. */
  readonly corner?: ReactNode;
}) {
  const say = useWords('timeline');
  const language = useLanguage();
  const { series, time, look, corner } = props;
  const [axis, width] = useWidth();
  const scale = useMemo(() => timeScale(series, time, width), [series, time, width]);
  if (!scale) return corner ? <div className="lanes">{corner}</div> : null;
  const { across, ticks, dated, holds } = scale;
  const lookAt = look && holds(look) ? across(orderOf(look, time)) : null;
  const shown = lookAt !== null && lookAt >= 0 && lookAt <= width ? lookAt : null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus
    <section className="lanes" aria-label={say('lanes')} tabIndex={0}>
      <div className="lane axis">
        <div className="corner">{corner}</div>
        <div ref={axis}>
          <svg className="lane-svg" width={width} height={28} aria-hidden="true">
            {ticks
              .filter(tick => shown === null || Math.abs(across(tick) - shown) > COVERED)
              .map(tick => (
                <text key={tick} className="axis-label" x={across(tick)} y={18} textAnchor="middle">
                  {tickLabel(tick, dated, time, language)}
                </text>
              ))}
            {shown !== null && look && <CursorLabel x={shown} width={width} text={momentLabel(look, time, language)} />}
          </svg>
        </div>
      </div>
      {series.map((one, index) => (
        <Lane
          key={one.id}
          series={one}
          index={index}
          width={width}
          points={placed(one, time, scale)}
          grid={ticks.map(across)}
          lookAt={shown}
          language={language}
        />
      ))}
    </section>
  );
}

function CursorLabel({ x, width, text }: { readonly x: number; readonly width: number; readonly text: string }) {
  const half = Math.max(18, text.length * 3.6 + 6);
  const middle = Math.min(Math.max(x, half), width - half);
  return (
    <g className="look-label">
      <rect x={middle - half} y={3} width={half * 2} height={20} rx={4} />
      <text x={middle} y={17} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}

interface TimeScale {
  readonly across: (order: number) => number;
  readonly ticks: readonly number[];
  readonly dated: boolean;
  readonly holds: (moment: Moment) => boolean;
}

function timeScale(series: readonly Series[], time: TimeSettings, width: number): TimeScale | null {
  const moments = series.flatMap(({ points }) => points.map(({ at }) => at));
  const [first] = moments;
  if (!first) return null;
  const holds = onOneAxis(moments, time);
  const orders = moments.filter(holds).map(at => orderOf(at, time));
  const [from, to] = [Math.min(...orders), Math.max(...orders)];
  const span: [number, number] = from === to ? [from - 1, to + 1] : [from, to];
  const dated = time.dayZero === undefined && 'date' in first;
  const across = scaleLinear(span, [LANE.side + 6, width - LANE.side - 20]);
  return { across, ticks: timeTicks(span[0], span[1], width / 2), dated, holds };
}

function placed({ points, range }: Series, time: TimeSettings, { across, holds }: TimeScale): readonly Placed[] {
  const numeric = points.filter((point): point is Placed['point'] => point.value !== null && holds(point.at));
  const up = upward(
    numeric.map(({ value }) => value),
    range,
  );
  return numeric.map(point => ({ point, x: across(orderOf(point.at, time)), y: up(point.value) }));
}

function upward(values: readonly number[], range: Series['range']) {
  return scaleLinear(valueSpan(values, range), [LANE.height - LANE.bottom, LANE.top]);
}

function Lane(props: {
  readonly series: Series;
  readonly index: number;
  readonly width: number;
  readonly points: readonly Placed[];
  readonly grid: readonly number[];
  readonly lookAt: number | null;
  readonly language: Language;
}) {
  const say = useWords('timeline');
  const { series, index, width, points, grid, lookAt, language } = props;
  if (points.length === 0) return null;
  const range = formatRange(series.range, language);
  const path = line<Placed>(
    ({ x }) => x,
    ({ y }) => y,
  )(points);
  return (
    <div className={`lane ${hueOf(index)}`}>
      <h3>
        <svg className="key" width={14} height={14} aria-hidden="true">
          <Marker index={index} x={7} y={7} open={false} />
        </svg>
        <span>
          {series.analyte} <small className="lane-unit">{series.unit}</small>
          {range !== '' && <small className="lane-range">{say('reference', { range })}</small>}
        </span>
      </h3>
      <svg
        className="lane-svg"
        width={width}
        height={LANE.height}
        role="img"
        aria-label={say('laneAlt', { analyte: series.analyte, count: points.length })}
      >
        {grid.map(x => (
          <line key={x} className="vgrid" x1={x} x2={x} y1={0} y2={LANE.height} />
        ))}
        <Band series={series} values={points.map(({ point }) => point.value)} width={width} />
        {path && points.length > 1 && <path className={`lane-line dash-${index % 4}`} d={path} />}
        {lookAt !== null && <line className="look" x1={lookAt} x2={lookAt} y1={0} y2={LANE.height} />}
        {points.map(({ point, x, y }) => (
          <Marker key={point.id} index={index} x={x} y={y} open={point.comparator !== undefined} />
        ))}
        {labelled(points, language).map(({ id, x, y, text }) => (
          <text
            key={id}
            className={lookAt !== null && Math.abs(x - 8 - lookAt) < 1 ? 'pt-label on' : 'pt-label'}
            x={x}
            y={y}
          >
            {text}
          </text>
        ))}
      </svg>
    </div>
  );
}

/** Values beside their marks, where they do not run into one another. */
function labelled(points: readonly Placed[], language: Language) {
  let end = Number.NEGATIVE_INFINITY;
  return points.flatMap(({ point, x, y }) => {
    if (x + 4 < end) return [];
    const text = formatPoint(point, language);
    end = x + 12 + text.length * 7;
    return [{ id: point.id, x: x + 8, y: y - 8, text }];
  });
}

function Band(props: { readonly series: Series; readonly values: readonly number[]; readonly width: number }) {
  const { range } = props.series;
  if (range.low === undefined && range.high === undefined) return null;
  const up = upward(props.values, range);
  const top = range.high === undefined ? 0 : up(range.high);
  const bottom = range.low === undefined ? LANE.height : up(range.low);
  return (
    <rect className="band" x={LANE.side} y={top} width={props.width - LANE.side} height={Math.max(1, bottom - top)} />
  );
}
