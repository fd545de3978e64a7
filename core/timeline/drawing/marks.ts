/** The shapes that stand for values and events, as pieces of one path: a lane of thousands is one element. */

type Mark = (x: number, y: number, size: number) => string;

const at = (number: number) => Math.round(number * 100) / 100;

/** Of four curves, since printers make corners of arcs this small. A quarter is 0.5523 of the radius away (Riškus 2006). */
const circle: Mark = (x, y, r) => {
  const c = at(r * 0.5523);
  const [q, s] = [at(r), at(r - c)];
  return `M${at(x - r)} ${at(y)}c0 ${-c} ${s} ${-q} ${q} ${-q}s${q} ${s} ${q} ${q}s${-s} ${q} ${-q} ${q}s${-q} ${-s} ${-q} ${-q}Z`;
};
const square: Mark = (x, y, r) =>
  `M${at(x - 0.9 * r)} ${at(y - 0.9 * r)}h${at(1.8 * r)}v${at(1.8 * r)}h${at(-1.8 * r)}Z`;
const triangle: Mark = (x, y, r) =>
  `M${at(x)} ${at(y - 1.25 * r)}L${at(x + 1.15 * r)} ${at(y + 0.85 * r)}H${at(x - 1.15 * r)}Z`;
const diamond: Mark = (x, y, r) =>
  `M${at(x)} ${at(y - 1.25 * r)}L${at(x + 1.25 * r)} ${at(y)}L${at(x)} ${at(y + 1.25 * r)}L${at(x - 1.25 * r)} ${at(y)}Z`;
const cross: Mark = (x, y, r) => {
  const [arm, half] = [at(r * 1.15), at(r * 0.4)];
  return `M${at(x - half)} ${at(y - arm)}h${2 * half}v${at(arm - half)}h${at(arm - half)}v${2 * half}h${at(half - arm)}v${at(arm - half)}h${-2 * half}v${at(half - arm)}h${at(half - arm)}v${-2 * half}h${at(arm - half)}Z`;
};

const SERIES: readonly Mark[] = [circle, square, triangle, diamond];

/** The mark of a series, by its place. */
export function seriesMark(index: number): Mark {
  return SERIES[index % SERIES.length] as Mark;
}

export const eventMarks: Readonly<Record<'event' | 'procedure' | 'complication' | 'outcome', Mark>> = {
  event: circle,
  procedure: triangle,
  complication: cross,
  outcome: diamond,
};
