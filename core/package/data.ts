/**
 * The data behind a report as CSV (RFC 4180), for journals that ask for it and for readers who count again. Moments are days
 * from day 0, as the report prints them: no calendar date and no note of the author's leaves this way.
 */
import type { CaseReport, Moment } from '../report/types.ts';
import { dataFhir } from '../timeline/data/fhir.ts';
import { shownDayOf } from '../timeline/moment.ts';
import { printedTime } from '../timeline/printed-time.ts';
import type { DataFile } from './types.ts';

type Cell = string | number | null | undefined;

/** Cells that hold a separator, a quotation mark or a line break stand in quotation marks. */
const cell = (value: Cell): string => {
  const text = value === null || value === undefined ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const csv = (rows: readonly (readonly Cell[])[]): string => rows.map(row => `${row.map(cell).join(',')}\r\n`).join('');

/** Day 3.5 is noon of the third day; empty where a date cannot be told from day 0. */
function dayOf(report: CaseReport): (moment: Moment | undefined) => Cell {
  const time = printedTime(report);
  return moment => {
    const day = moment === undefined ? null : shownDayOf(moment, time);
    return day === null ? null : Math.round(day * 1440) / 1440;
  };
}

/** A line for each value that is still held to be true: what a later one replaced is left out. */
export function valuesCsv(report: CaseReport): string {
  const day = dayOf(report);
  return csv([
    ['analyte', 'loinc', 'day', 'comparator', 'value', 'unit', 'as_printed', 'range_low', 'range_high'],
    ...report.series.flatMap(({ analyte, loinc, unit, range, points }) =>
      points
        .filter(({ status }) => status !== 'superseded')
        .map(point => {
          const { low, high } = point.range ?? range;
          const { at, comparator, value, asPrinted } = point;
          return [analyte, loinc, day(at), comparator, value, unit, asPrinted, low, high];
        }),
    ),
  ]);
}

/** A line for each treatment, change of dose, event, stay and phase. */
export function courseCsv(report: CaseReport): string {
  const day = dayOf(report);
  const { treatments, events, stays, phases } = report;
  return csv(
    [
      ['kind', 'name', 'first_day', 'last_day', 'dose', 'dose_unit', 'dose_per', 'frequency', 'route'],
      ...treatments.flatMap(({ name, start, stop, dose, frequency, route, changes }) => [
        ['treatment', name, day(start), day(stop), dose?.amount, dose?.unit, dose?.per, frequency, route],
        ...changes.map(change => [
          'dose change',
          name,
          day(change.at),
          null,
          change.dose?.amount,
          change.dose?.unit,
          change.dose?.per,
          change.frequency,
          change.route,
        ]),
      ]),
      ...events.map(({ kind, label, at }) => [kind, label, day(at)]),
      ...stays.map(({ label, start, stop }) => ['stay', label, day(start), day(stop)]),
      ...phases.map(({ name, start, stop }) => ['phase', name, day(start), day(stop)]),
    ].map(row => [...row, ...Array<Cell>(Math.max(0, 9 - row.length)).fill(null)]),
  );
}

/** Values as a FHIR R4 bundle of observations, at days and not dates. */
export function valuesFhir(report: CaseReport): string {
  const { series, time, language } = report;
  return dataFhir({ series, course: report, time, times: 'relative', language });
}

/** What of the data there is to send. */
export function dataOf({ series, treatments, events, stays, phases }: CaseReport): readonly DataFile[] {
  return [
    ...(series.some(({ points }) => points.length > 0) ? (['values', 'fhir'] as const) : []),
    ...(treatments.length + events.length + stays.length + phases.length > 0 ? (['course'] as const) : []),
  ];
}
