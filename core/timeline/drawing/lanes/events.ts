/** The lane of events: a mark each, its words below, in as many rows as they need. */
import type { ClinicalEvent } from '../../../report/course.ts';
import { orderOf } from '../../moment.ts';
import { LANE_NAMES } from '../legend.ts';
import { cutTo, widthOf } from '../letters.ts';
import { eventMarks } from '../marks.ts';
import { escaped, shape, textElement } from '../svg.ts';
import type { DrawnLane, LaneContext, Target } from '../types.ts';

/** Longest words of one event, as a share of the plot. */
const LONGEST = 0.5;

interface Placed {
  readonly event: ClinicalEvent;
  readonly x: number;
  readonly words: string;
  readonly row: number;
  readonly left: number;
  readonly right: number;
}

/** Between words side by side, and between words and a leader that passes them. */
const GAP = 5;

/**
 * A row for the words of each event, from the last to the first: words stand below their mark or beside its leader, run into
 * no other words, and no leader passes through words.
 */
function place(
  marked: readonly { event: ClinicalEvent; x: number; words: string; width: number }[],
  from: number,
  to: number,
): Placed[] {
  const placed: Placed[] = [];
  for (const [index, { event, x, words, width }] of [...marked.entries()].reverse()) {
    const before = marked[index - 1]?.x ?? Number.NEGATIVE_INFINITY;
    const candidates = (row: number) =>
      [row === 0 ? x - width / 2 : x + 3, x - 3, x - width + 3]
        .map(left => ({ left, right: left + width }))
        .filter(({ left, right }) => left >= from && right <= to + 12);
    const isFree = (row: number, { left, right }: { left: number; right: number }) =>
      placed.every(other => {
        const crossed = other.row < row && other.left - GAP / 2 < x && x < other.right + GAP / 2;
        const passes = other.row > row && left - GAP / 2 < other.x && other.x < right + GAP / 2;
        const touches = other.row === row && left < other.right + GAP && other.left < right + GAP;
        return !crossed && !passes && !touches;
      });
    // The mark before must find a way down: words under it only below the first row, where it can stand.
    const leavesWay = ({ left }: { left: number }) => left > before + GAP / 2;
    const rows = Array.from({ length: marked.length + 1 }, (_, row) => row);
    const find = (first: number, fits: (span: { left: number; right: number }) => boolean) => {
      for (const row of rows.slice(first)) {
        const span = candidates(row).find(candidate => fits(candidate) && isFree(row, candidate));
        if (span) return { row, ...span };
      }
      return undefined;
    };
    const below = Math.max(-1, ...placed.map(({ row }) => row)) + 1;
    const found = find(0, leavesWay) ??
      find(1, () => true) ?? { row: below, left: x - width / 2, right: x + width / 2 };
    placed.push({ event, x, words, ...found });
  }
  return placed.reverse();
}

export function drawEvents(events: readonly ClinicalEvent[], context: LaneContext, top: number): DrawnLane {
  const { scale, time, style, left, right, holds, gutter, language } = context;
  const marked = events
    .filter(({ at }) => holds(at))
    .map(event => {
      const words = cutTo(event.label, style.small, (right - left) * LONGEST);
      return { event, x: scale.across(orderOf(event.at, time)), words, width: widthOf(words, style.small) };
    })
    .filter(({ x }) => x >= left - 1 && x <= right + 1)
    .sort((a, b) => a.x - b.x);
  const size = 2.8 * style.scale;
  const line = style.small * 1.3;
  const markY = top + size + 3;
  const firstLine = markY + size + style.small + 1;
  // Left of the plot this lane has no labels of an axis: words may reach as far as its name.
  const name = gutter === null ? 0 : 12 + widthOf(LANE_NAMES.events[language], style.small) + 8;
  const placed = place(marked, Math.max(name, left - style.small * 8), right);
  const parts = placed.map(({ event, x, words, row, left: from }) => {
    const baseline = firstLine + row * line;
    const isOpen = event.kind === 'event';
    return (
      (row === 0
        ? ''
        : shape('line', { x1: x, y1: markY + size, x2: x, y2: baseline, stroke: style.second, 'stroke-width': 0.5 })) +
      shape('path', {
        d: eventMarks[event.kind](x, markY, size),
        fill: isOpen ? style.ground : style.ink,
        stroke: style.ink,
        'stroke-width': isOpen ? 1.2 : 0.6,
      }) +
      textElement(
        { x: from, y: baseline, 'font-family': style.font, 'font-size': style.small, fill: style.ink },
        escaped(words),
      )
    );
  });
  const targets = placed.map(
    ({ event, x, row, left: from, right: to }): Target => ({
      of: 'event',
      id: event.id,
      left: Math.min(x - size - 2, from),
      right: Math.max(x + size + 2, to),
      top: markY - size - 2,
      bottom: firstLine + row * line + 2,
    }),
  );
  const last = Math.max(0, ...placed.map(({ row }) => row));
  return { svg: parts.join(''), height: firstLine - top + last * line + 5, targets, rows: [] };
}
