/** The values of a report as rows of a table, for files that others read: a row a value, every point, as measured. */
import type { Language, Moment, Point, Series, TimeSettings } from '../../report/types.ts';
import { printedDecimals } from '../decimals.ts';
import { dateOf, dayLabel, relativeTime, shownDayOf } from '../moment.ts';
import { momentsOf } from '../zero.ts';
import type { Course } from './course.ts';

/** Days from day 0, or calendar dates where they are known and are to leave the report. */
export type DataTime = 'relative' | 'dates';

/** What of a report goes out: the values, what happened beside them, or both. */
export type DataPart = 'values' | 'course' | 'all';

export interface DataRequest {
  readonly series: readonly Series[];
  readonly time: TimeSettings;
  readonly times: DataTime;
  readonly language: Language;
  /** The rest of the course, where the report has one: days are counted alike in it and in the values. */
  readonly course?: Course;
}

export interface DataRow {
  readonly series: Series;
  readonly point: Point;
  /** "2024-05-12", "2024-05-12T08:30", "D15", "J0.5": as it is read back. */
  readonly at: string;
  readonly range: Series['range'];
}

const NO_COURSE: Course = { treatments: [], events: [], stays: [], phases: [] };

/** Minutes are the finest that a report keeps. */
const FINEST = 1440;

const isDated = (moment: Moment): moment is { readonly date: string } => 'date' in moment;

/** How moments are written: one way for all where that can be. */
export function momentWriter({ series, course, time, times, language }: DataRequest): (moment: Moment) => string {
  const moments = momentsOf({ ...(course ?? NO_COURSE), series, time });
  const relative = relativeTime(time, moments);
  const asDay = (day: number) => {
    const rounded = Number((Math.round(day * FINEST) / FINEST).toFixed(6));
    const whole = dayLabel(rounded, language);
    return Number.isInteger(rounded) ? whole.replace('−', '-') : `${whole[0]}${rounded}`;
  };
  return moment => {
    if (times === 'dates') {
      if (isDated(moment)) return moment.date;
      const date = dateOf(moment, time);
      if (date === null) return asDay(moment.day);
      const minutes = Math.round((moment.day - Math.floor(moment.day)) * FINEST);
      const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
      return minutes === 0 ? date : `${date}T${clock}`;
    }
    const day = shownDayOf(moment, relative);
    // Without a date of day 0 a calendar date has no day: it is left out rather than let out.
    return day === null ? '' : asDay(day);
  };
}

export function dataRows(request: DataRequest): readonly DataRow[] {
  const write = momentWriter(request);
  return request.series.flatMap(series =>
    series.points.map(point => ({ series, point, at: write(point.at), range: point.range ?? series.range })),
  );
}

/** A number with the decimals that the laboratory printed, with a point; empty for words. */
export function numberText(point: Point): string {
  if (point.value === null) return '';
  const text = point.value.toFixed(Math.min(printedDecimals(point), 20));
  return Number(text) === point.value ? text : String(point.value);
}

export const HEADS = {
  en: ['Analyte', 'Time', 'Value', 'Unit', 'As printed', 'Low', 'High', 'Flag', 'Status', 'LOINC'],
  fr: [
    'Analyse',
    'Moment',
    'Valeur',
    'Unité',
    'Tel qu’imprimé',
    'Inférieure',
    'Supérieure',
    'Drapeau',
    'Statut',
    'LOINC',
  ],
} as const;
