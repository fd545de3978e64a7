/** The lane of treatments: a bar each, parted where the dose changes; single administrations are marks. */
import type { Treatment } from '../../../report/course.ts';
import { orderOf } from '../../moment.ts';
import { type Step, stepsOf } from '../../treatments/total.ts';
import { regimenText } from '../../treatments/words.ts';
import { cutTo, widthOf } from '../letters.ts';
import { colourOf, tintOf } from '../style.ts';
import { escaped, round, shape, textElement } from '../svg.ts';
import type { DrawnLane, LaneContext, Target } from '../types.ts';

/** "4 × 375 mg/m² weekly", or "× 7" where no dose is known: the count never runs into the number of the dose. */
function sessionWords(count: number, regimen: string): string {
  return /^\d/.test(regimen) ? `${count} ×\u00a0${regimen}` : [`×\u00a0${count}`, regimen].filter(Boolean).join(' ');
}

/** Half the width of a single administration. */
const HALF = 1.4;

/** The bar of a treatment never gets thinner than this share of its row. */
const THINNEST = 0.45;

export function drawTreatments(treatments: readonly Treatment[], context: LaneContext, top: number): DrawnLane {
  const { style, gutter } = context;
  const rowHeight = Math.round((gutter === null ? 25 : 17) * (style.scale > 1 ? 1.65 : 1));
  const nameHeight = gutter === null ? style.small + 3 : 0;
  const rows = treatments.map((treatment, index) => {
    const rowTop = top + index * rowHeight;
    return { treatment, index, top: rowTop, bottom: rowTop + rowHeight };
  });
  const drawn = rows.map(row => drawTreatment(row, nameHeight, context));
  return {
    svg: drawn.map(({ svg }) => svg).join(''),
    height: rowHeight * treatments.length,
    targets: drawn.flatMap(({ targets }) => targets),
    rows: rows.map(row => ({ id: row.treatment.id, name: row.treatment.name, top: row.top, bottom: row.bottom })),
  };
}

interface Row {
  readonly treatment: Treatment;
  readonly index: number;
  readonly top: number;
  readonly bottom: number;
}

function drawTreatment(row: Row, nameHeight: number, context: LaneContext) {
  const { treatment } = row;
  const { scale, time, holds, right, left } = context;
  if (!holds(treatment.start)) return { svg: '', targets: [] };
  const barTop = row.top + nameHeight + 2;
  const barBottom = row.bottom - 3;
  const given = treatment.given?.filter(holds) ?? [];
  const isOpen = treatment.stop === undefined && given.length === 0;
  const start = Math.max(left, scale.across(orderOf(treatment.start, time)));
  const last = given.length > 0 ? given : treatment.stop ? [treatment.stop] : [];
  const stops = last.map(moment => scale.across(orderOf(moment, time)));
  const end = isOpen ? right : Math.max(scale.across(orderOf(treatment.start, time)) + 3, ...stops);
  const isSeen = end >= left && start <= right;
  const named = (also: string) => (nameHeight === 0 ? '' : nameAbove(treatment.name, also, left, row.top, context));
  if (!isSeen) return { svg: named(''), targets: [] };
  const places = given.map(moment => scale.across(orderOf(moment, time)));
  const drawn =
    given.length > 0
      ? sessions(
          places.filter(x => x >= left - 1 && x <= right + 1),
          row,
          [barTop, barBottom],
          context,
        )
      : bar(row, start, Math.min(end, right), isOpen, [barTop, barBottom], context);
  const half = HALF * context.style.scale;
  const targets: Target[] = [
    { of: 'treatment', id: treatment.id, left: start, right: Math.min(end, right), top: barTop, bottom: barBottom },
    ...(treatment.given ?? []).flatMap((moment, index): Target[] => {
      const x = holds(moment) ? scale.across(orderOf(moment, time)) : Number.NaN;
      if (!(x >= left - 1 && x <= right + 1)) return [];
      const dose = { of: 'dose', id: treatment.id, point: String(index) } as const;
      return [{ ...dose, left: x - half, right: x + half, top: barTop, bottom: barBottom }];
    }),
  ];
  return { svg: named(drawn.unsaid) + drawn.svg, targets };
}

/** The name above a bar, and beside it what found no room at the bar. */
function nameAbove(name: string, also: string, x: number, top: number, { style, right }: LaneContext): string {
  const room = right - x;
  const short = cutTo(name, style.small * 1.06, room);
  const rest = also === '' ? '' : cutTo(also, style.small, room - widthOf(`${short}  `, style.small * 1.06));
  const inside =
    escaped(short) +
    (rest.length < 3 ? '' : `<tspan font-weight="400" fill="${style.second}">\u00a0 ${escaped(rest)}</tspan>`);
  return textElement(
    {
      x,
      y: top + style.small,
      'font-family': style.font,
      'font-size': style.small,
      'font-weight': 600,
      fill: style.ink,
    },
    inside,
  );
}

/** A drawn bar, and the words for which it had no room. */
interface Bar {
  readonly svg: string;
  readonly unsaid: string;
}

const NO_BAR: Bar = { svg: '', unsaid: '' };

/** A mark each administration, with the count and the dose behind the last. */
function sessions(
  places: readonly number[],
  { treatment, index }: Row,
  [top, bottom]: readonly [number, number],
  context: LaneContext,
): Bar {
  const { style, language } = context;
  const half = HALF * style.scale;
  const sorted = [...places].sort((a, b) => a - b);
  const d = sorted
    .map(x => `M${round(x - half)} ${round(top)}h${round(2 * half)}V${round(bottom)}h${round(-2 * half)}Z`)
    .join('');
  if (sorted.length === 0) return NO_BAR;
  const words = sessionWords(treatment.given?.length ?? 0, regimenText(treatment, language));
  const { svg, unsaid } = beside(words, sorted[0] as number, sorted.at(-1) as number, (top + bottom) / 2, context);
  return { svg: shape('path', { d, fill: colourOf(style, index) }) + svg, unsaid };
}

/** Words behind a bar, or before it where there is no room behind. */
function beside(words: string, start: number, end: number, middle: number, { style, left, right }: LaneContext): Bar {
  if (words === '') return NO_BAR;
  const width = widthOf(words, style.small);
  const behind = end + 5 + width <= right + 8;
  const before = start - 5 - width >= left;
  if (!behind && !before) return { svg: '', unsaid: words };
  const svg = textElement(
    {
      x: behind ? end + 5 : start - 5,
      y: middle + style.small * 0.34,
      'font-family': style.font,
      'font-size': style.small,
      'text-anchor': behind ? 'start' : 'end',
      fill: style.ink,
    },
    escaped(words),
  );
  return { svg, unsaid: '' };
}

function bar(
  row: Row,
  start: number,
  end: number,
  isOpen: boolean,
  [top, bottom]: readonly [number, number],
  context: LaneContext,
): Bar {
  const { treatment, index } = row;
  const { scale, time, style } = context;
  const colour = colourOf(style, index);
  const until = scale.at(end) + (isOpen ? 1 : 0);
  const steps = stepsOf(treatment, time, until);
  const most = Math.max(0, ...steps.map(({ dose }) => dose?.amount ?? 0));
  const sameUnit = new Set(steps.map(({ dose }) => `${dose?.unit} ${dose?.per}`)).size === 1;
  const middle = (top + bottom) / 2;
  const height = bottom - top;
  // A line of type fits into the thinnest.
  const thinnest = Math.min(1, Math.max(THINNEST, (style.small * 1.05) / height));
  const within = (x: number) => Math.min(end, Math.max(start, x));
  const all = steps.map(
    (step, at): Piece => ({
      step,
      from: at === 0 ? start : within(scale.across(step.from)),
      to: at === steps.length - 1 ? end : within(scale.across(step.to)),
      share: sameUnit && most > 0 && steps.length > 1 ? Math.max(thinnest, (step.dose?.amount ?? most) / most) : 1,
    }),
  );
  const pieces = all.filter(({ from, to }) => to > from || all.length === 1);
  const shapes = pieces.map(({ step, from, to, share }) =>
    step.dose?.amount === 0
      ? shape('line', {
          x1: from,
          y1: middle,
          x2: to,
          y2: middle,
          stroke: colour,
          'stroke-width': 1,
          'stroke-dasharray': '2 2',
        })
      : shape('rect', {
          x: from,
          y: bottom - height * share,
          width: Math.max(1, to - from),
          height: height * share,
          fill: tintOf(style, index),
          stroke: colour,
          'stroke-width': 0.8,
        }),
  );
  // It goes on: the bar ends in an arrow.
  const arrow = isOpen
    ? shape('path', {
        d: `M${round(end)} ${round(top)}L${round(end + height * 0.45)} ${round(middle)}L${round(end)} ${round(bottom)}Z`,
        fill: colour,
      })
    : '';
  const { svg, unsaid } = regimens(pieces, { start, end, top, bottom, isOpen }, context);
  return { svg: shapes.join('') + arrow + svg, unsaid };
}

interface Piece {
  readonly step: Step;
  readonly from: number;
  readonly to: number;
  /** Of the row's height. */
  readonly share: number;
}

/**
 * The regimen inside each piece that has room; what found none stands behind the bar, or beside the name above it. Where there is
 * room for neither, a piece says its dose alone.
 */
function regimens(
  pieces: readonly Piece[],
  { start, end, top, bottom, isOpen }: { start: number; end: number; top: number; bottom: number; isOpen: boolean },
  context: LaneContext,
): Bar {
  const whole = inside(pieces, [top, bottom], false, context);
  const behind = (words: string) =>
    isOpen ? { svg: '', unsaid: words } : beside(words, start, end, (top + bottom) / 2, context);
  const after = behind(whole.unsaid);
  if (after.unsaid === '' || context.gutter === null) return { svg: whole.svg + after.svg, unsaid: after.unsaid };
  const brief = inside(pieces, [top, bottom], true, context);
  const rest = behind(brief.unsaid);
  return { svg: brief.svg + rest.svg, unsaid: rest.unsaid };
}

/** Regimens within their pieces; with `shortened`, the dose alone where the whole has no room. */
function inside(
  pieces: readonly Piece[],
  [top, bottom]: readonly [number, number],
  shortened: boolean,
  { style, language }: LaneContext,
): Bar {
  let said = '';
  const unsaid: string[] = [];
  const texts = pieces.map(({ step, from, to, share }, index) => {
    const full = regimenText(step, language);
    if (full === said || full === '') return '';
    said = full;
    const dose = step.dose && step.dose.amount > 0 ? regimenText({ dose: step.dose }, language) : full;
    // A change of the dose alone is said by the dose alone.
    const before = pieces[index - 1]?.step;
    const isDoseAlone = before && before.frequency === step.frequency && before.route === step.route;
    const wanted = isDoseAlone ? dose : full;
    const words = [wanted, ...(shortened ? [dose] : [])].find(each => widthOf(each, style.small) + 6 <= to - from);
    if (words === undefined) {
      unsaid.push(index === 0 ? full : `→ ${wanted}`);
      return '';
    }
    const free = (bottom - top) * share - style.small * 0.72;
    return textElement(
      {
        x: from + 4,
        y: bottom - Math.max(2, free / 2),
        'font-family': style.font,
        'font-size': style.small,
        fill: style.ink,
      },
      escaped(words),
    );
  });
  return { svg: texts.join(''), unsaid: unsaid.join(' ') };
}
