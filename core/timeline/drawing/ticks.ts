/** Marks of the time axis: round days, weeks, or the calendar's own. */
import { utcDay, utcMonth, utcWeek, utcYear } from 'd3-time';
import type { Language, TimeSettings } from '../../report/types.ts';
import { dayLabel, dayOf, momentAt, momentLabel, orderOf, weekLabel } from '../moment.ts';
import type { TimeScale } from './time-scale.ts';

const DAY = 86_400_000;
/** Steps of days that people count in. */
const DAY_STEPS = [1, 2, 5, 7, 10, 15, 30, 60, 90, 180, 365, 730, 1825, 3650];
const WEEK_STEPS = [1, 2, 4, 8, 13, 26, 52, 104, 260].map(weeks => weeks * 7);
/** Calendar steps, and about how many days they are. */
const CALENDAR = [
  { days: 1, step: utcDay },
  { days: 2, step: utcDay.every(2) },
  { days: 7, step: utcWeek },
  { days: 30, step: utcMonth },
  { days: 91, step: utcMonth.every(3) },
  { days: 182, step: utcMonth.every(6) },
  { days: 365, step: utcYear },
  { days: 1826, step: utcYear.every(5) },
  { days: 3652, step: utcYear.every(10) },
] as const;

export interface Tick {
  readonly order: number;
  readonly label: string;
}

/** Round days of an axis, as many as have room (points), counted from `zero`. */
export function timeTicks(
  from: number,
  to: number,
  room: number,
  {
    zero = 0,
    steps = DAY_STEPS,
    each = 34,
  }: { readonly zero?: number; readonly steps?: readonly number[]; readonly each?: number } = {},
): readonly number[] {
  const most = Math.max(2, Math.floor(room / each));
  const step = steps.find(candidate => (to - from) / candidate <= most) ?? (steps.at(-1) as number);
  const ticks: number[] = [];
  for (let tick = Math.ceil((from - zero) / step) * step + zero; tick <= to + 1e-9; tick += step) ticks.push(tick);
  return ticks.length > 0 ? ticks : [from];
}

/** Whether orders count from 1970 and not from day 0. */
export interface AxisKind {
  readonly dated: boolean;
}

/** The order that shown days are counted from. */
export function zeroOf(time: TimeSettings): number {
  return time.countFrom ? orderOf(time.countFrom.at, time) : 0;
}

/** Under the axis: the day or week, or the date without its year. */
export function tickLabel(tick: number, dated: boolean, time: TimeSettings, language: Language): string {
  const isRelative = !dated || time.countFrom !== undefined;
  if (time.show === 'weeks' && isRelative) return weekLabel(tick - zeroOf(time), language);
  if (isRelative && (time.show !== 'dates' || (!dated && time.dayZero === undefined)))
    return dayLabel(tick - zeroOf(time), language);
  return momentLabel(momentAt(tick, dated), { ...time, show: 'dates' }, language).replace(/\u00a0\d{4}$|\/\d{4}$/, '');
}

/** "Mar 2024", "03/2024" or "2024": what the first of a month or year is called. */
function calendarLabel(date: Date, days: number, language: Language): string {
  if (days >= 365) return String(date.getUTCFullYear());
  if (days >= 30) {
    const month = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    });
    return month.format(date).replace(/ /g, '\u00a0');
  }
  const day = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    day: 'numeric',
    month: language === 'fr' ? '2-digit' : 'short',
    timeZone: 'UTC',
  });
  return day.format(date).replace(/ /g, '\u00a0');
}

function calendarTicks(scale: TimeScale, shift: number, language: Language, each: number): readonly Tick[] {
  return scale.stretches.flatMap(({ from, to, left, right }) => {
    const most = Math.max(1, Math.floor((right - left) / each));
    const fitting = CALENDAR.find(({ days }) => (to - from) / days <= most) ?? CALENDAR[CALENDAR.length - 1];
    const { step, days } = fitting as (typeof CALENDAR)[number];
    const range = step?.range(new Date((from + shift) * DAY), new Date((to + shift) * DAY + 1)) ?? [];
    const orders = range.map(date => ({ order: date.getTime() / DAY - shift, date }));
    const shown = orders.length > 0 ? orders : [{ order: from, date: new Date((from + shift) * DAY) }];
    return shown.map(({ order, date }) => ({
      order,
      label: calendarLabel(date, orders.length > 0 ? days : 1, language),
    }));
  });
}

/** The ticks of a scale, as the time is shown; `each` is the room of one (points). */
export function ticksOf(
  scale: TimeScale,
  { dated }: AxisKind,
  time: TimeSettings,
  language: Language,
  each: number,
): readonly Tick[] {
  const showsDates = time.show === 'dates' && (dated || time.dayZero !== undefined);
  if (showsDates || (dated && !time.countFrom)) {
    const shift = dated
      ? 0
      : orderOf({ date: time.dayZero as string }, { ...time, dayZero: '1970-01-01' }) - (dayOf({ day: 0 }, time) ?? 0);
    return calendarTicks(scale, shift, language, each * 1.35);
  }
  const options = { zero: zeroOf(time), steps: time.show === 'weeks' ? WEEK_STEPS : DAY_STEPS, each };
  return scale.stretches.flatMap(({ from, to, left, right }) =>
    timeTicks(from, to, right - left, options).map(order => ({
      order,
      label: tickLabel(order, dated, time, language),
    })),
  );
}
