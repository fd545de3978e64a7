/** The time axis: where a moment stands, with stretches left out where nothing happens. */
import { scaleLinear } from 'd3-scale';

export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
}

export interface TimeScale {
  /** Shown parts of the axis, in order; one where nothing is left out. */
  readonly stretches: readonly Stretch[];
  readonly span: readonly [number, number];
  readonly across: (order: number) => number;
  /** The order at a place, for a mark that is dragged. */
  readonly at: (x: number) => number;
}

/** Share of the whole axis that a gap must take to be left out. */
const LONG = 0.3;
/** Room of a break (points). */
const BREAK = 16;

/** Stretches that hold something, parted where nothing happens for long. `orders` are sorted. */
export function withoutGaps(orders: readonly number[]): readonly (readonly [number, number])[] {
  const [first = 0, last = first] = [orders[0], orders.at(-1)];
  const least = (last - first) * LONG;
  const parts: [number, number][] = [[first, first]];
  for (const order of orders) {
    const part = parts.at(-1) as [number, number];
    if (least > 0 && order - part[1] > least && orders.length > 3) parts.push([order, order]);
    else part[1] = order;
  }
  return parts;
}

/** A scale from `left` to `right`; each part gets room by its length, and at least a tenth. */
export function timeScale(parts: readonly (readonly [number, number])[], left: number, right: number): TimeScale {
  const widened = parts.map(([from, to]): [number, number] => (from === to ? [from - 1, to + 1] : [from, to]));
  const breaks = BREAK * (widened.length - 1);
  const room = right - left - breaks;
  const total = widened.reduce((sum, [from, to]) => sum + to - from, 0);
  const shares = widened.map(([from, to]) => Math.max(0.1, (to - from) / total));
  const sum = shares.reduce((a, b) => a + b, 0);
  let x = left;
  const stretches = widened.map(([from, to], index): Stretch => {
    const width = (room * (shares[index] as number)) / sum;
    const stretch = { from, to, left: x, right: x + width };
    x += width + BREAK;
    return stretch;
  });
  const domain = stretches.flatMap(({ from, to }) => [from, to]);
  const places = stretches.flatMap(stretch => [stretch.left, stretch.right]);
  const scale = scaleLinear(domain, places);
  return {
    stretches,
    span: [domain[0] as number, domain.at(-1) as number],
    across: order => scale(order),
    at: place => scale.invert(place),
  };
}
