/** What of a drawing is under the pointer, and what comes next for the arrow keys. Places are those of the drawing itself. */
import type { Drawing, LaneBox, Target } from '../../../../core/timeline/drawing/types.ts';

/** How far from a value the pointer may be (pixels). */
const NEAR = 14;
/** How near to the end of a bar the pointer takes hold of it (pixels). */
const HANDLE = 7;

/** Tells one target from all others of a drawing. */
export function keyOf({ of, id, point }: Pick<Target, 'of' | 'id' | 'point'>): string {
  return `${of} ${id} ${point ?? ''}`;
}

const middleOf = ({ left, right }: Target) => (left + right) / 2;
/** A bar begins where it stands; a mark is its middle. */
const placeOf = (target: Target) => (isSpan(target) ? target.left : middleOf(target));

/** Treatments, stays and phases: what has a beginning and an end. */
export function isSpan({ of }: Pick<Target, 'of'>): boolean {
  return of === 'treatment' || of === 'stay' || of === 'phase';
}

/** What stands at one moment and can be moved to another. */
export function isMark({ of }: Pick<Target, 'of'>): boolean {
  return of === 'dose' || of === 'event';
}

/** The smallest target at a place, else the nearest value of the lane that is there. */
export function targetAt({ targets, lanes }: Drawing, x: number, y: number): Target | null {
  let found: Target | null = null;
  const size = ({ left, right, top, bottom }: Target) => (right - left) * (bottom - top);
  for (const target of targets) {
    const reach = isSpan(target) ? HANDLE : target.of === 'dose' ? 2 : 0;
    const isIn = x >= target.left - reach && x <= target.right + reach && y >= target.top && y <= target.bottom;
    if (isIn && (!found || size(target) < size(found))) found = target;
  }
  if (found) return found;
  const lane = lanes.find(({ kind, top, bottom }) => kind === 'series' && y >= top && y <= bottom);
  if (!lane) return null;
  let least = NEAR;
  for (const target of targets) {
    if (!belongs(target, lane)) continue;
    const distance = Math.abs(middleOf(target) - x);
    if (distance > least) continue;
    least = distance;
    found = target;
  }
  return found;
}

/** Which end of a bar the pointer takes hold of, or the whole mark; null away from both. The end of what goes on can be taken too. */
export function handleAt(target: Target, x: number): 'start' | 'stop' | 'at' | null {
  if (isMark(target)) return 'at';
  if (!isSpan(target)) return null;
  const [before, behind] = [Math.abs(x - target.left), Math.abs(x - target.right)];
  if (Math.min(before, behind) > HANDLE) return null;
  return behind <= before ? 'stop' : 'start';
}

type Rows = readonly (readonly Target[])[];

/** Of each drawing once: a long course has thousands of targets, and every arrow key asks. */
const known = new WeakMap<Drawing, Rows>();

/** Lanes that have something to go to; each treatment is a row of its own. */
function rowsOf(drawing: Drawing): Rows {
  const there = known.get(drawing);
  if (there) return there;
  const rows = rowsIn(drawing);
  known.set(drawing, rows);
  return rows;
}

function rowsIn({ lanes, targets }: Drawing): Rows {
  const inLane = (lane: LaneBox) =>
    lane.kind === 'treatments'
      ? lane.rows.map(row => targets.filter(({ of, id }) => (of === 'treatment' || of === 'dose') && id === row.id))
      : [
          targets.filter(
            target => target.top >= lane.top - 1 && target.bottom <= lane.bottom + 14 && belongs(target, lane),
          ),
        ];
  return lanes
    .flatMap(inLane)
    .filter(row => row.length > 0)
    .map(row => row.toSorted((a, b) => placeOf(a) - placeOf(b)));
}

function belongs({ of, id }: Target, { kind, id: lane, partner }: LaneBox): boolean {
  switch (kind) {
    case 'series':
      return of === 'point' && (id === lane || id === partner);
    case 'phases':
      return of === 'phase';
    case 'stays':
      return of === 'stay';
    case 'events':
      return of === 'event';
    case 'treatments':
      return of === 'treatment' || of === 'dose';
    case 'images':
      return of === 'image';
  }
}

/** Where an arrow key goes from a target: along its lane, or to the nearest one of the lane above or below. */
export function nextTarget(
  drawing: Drawing,
  key: string | null,
  way: 'left' | 'right' | 'up' | 'down' | 'first' | 'last',
): Target | null {
  const rows = rowsOf(drawing);
  const row = rows.findIndex(each => each.some(target => keyOf(target) === key));
  const current = rows[row];
  if (!current) return rows[0]?.[0] ?? null;
  const index = current.findIndex(target => keyOf(target) === key);
  const here = current[index] as Target;
  switch (way) {
    case 'left':
      return current[index - 1] ?? here;
    case 'right':
      return current[index + 1] ?? here;
    case 'first':
      return current[0] ?? here;
    case 'last':
      return current.at(-1) ?? here;
    default: {
      const other = rows[row + (way === 'up' ? -1 : 1)];
      if (!other) return here;
      const place = placeOf(here);
      return other.reduce((a, b) => (Math.abs(placeOf(b) - place) < Math.abs(placeOf(a) - place) ? b : a));
    }
  }
}
