/** The vertical axis of a lane of values. */
import { scaleLinear, scaleLog } from 'd3-scale';
import type { Series } from '../../report/types.ts';

export interface ValueScale {
  readonly up: (value: number) => number;
  readonly ticks: readonly number[];
  readonly decimals: number;
  readonly span: readonly [number, number];
  readonly isLog: boolean;
}

/**
 * The values that the vertical axis reaches: all points and the reference range. It begins at zero, except where that would
 * flatten what there is to see, as with sodium between 135 and 145.
 */
export function valueSpan(values: readonly number[], { low, high }: Series['range']): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of [...[low, high].filter(end => end !== undefined), ...values]) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (least >= 0 && least < most * 0.5) return [0, most];
  const room = most === least ? Math.abs(most) * 0.1 || 1 : (most - least) * 0.1;
  return [least >= 0 ? Math.max(0, least - room) : least - room, most + room];
}

/** A logarithmic axis holds what is above zero; where a value is not, the axis is linear. */
export function valueScale(
  values: readonly number[],
  range: Series['range'],
  { top, bottom, log }: { readonly top: number; readonly bottom: number; readonly log: boolean },
): ValueScale {
  if (log && values.length > 0 && values.every(value => value > 0)) return logScale(values, range, top, bottom);
  const up = scaleLinear(valueSpan(values, range), [bottom, top]).nice(4);
  const ticks = up.ticks(bottom - top < 50 ? 2 : 4);
  return { up, ticks, decimals: decimalsOf(ticks), span: up.domain() as [number, number], isLog: false };
}

function logScale(values: readonly number[], { low, high }: Series['range'], top: number, bottom: number): ValueScale {
  const all = [...values, ...[low, high].filter(end => end !== undefined && end > 0)] as number[];
  const least = all.reduce((a, b) => Math.min(a, b));
  const most = all.reduce((a, b) => Math.max(a, b));
  const up = scaleLog([least, least === most ? most * 10 : most], [bottom, top]).nice();
  const [from = 1, to = 10] = up.domain();
  const decades = Math.log10(to / from);
  const step = Math.max(1, Math.ceil(decades / 4));
  const powers: number[] = [];
  for (let power = Math.round(Math.log10(from)); power <= Math.round(Math.log10(to)); power += step)
    powers.push(10 ** power);
  const ticks = decades > 1.5 ? powers : up.ticks(10).filter(tick => /^[0.]*[125]0*$/.test(String(tick)));
  return { up, ticks, decimals: decimalsOf(ticks.filter(tick => tick < 1)), span: [from, to], isLog: true };
}

/** Decimals that all ticks need. */
function decimalsOf(ticks: readonly number[]): number {
  return Math.max(0, ...ticks.map(tick => String(tick).split('.')[1]?.length ?? 0));
}
