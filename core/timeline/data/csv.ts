/** The values of a report as CSV, or its course: commas and decimal points in English, semicolons and decimal commas in French, as spreadsheets there open it. */
import type { Language } from '../../report/types.ts';
import { type Course, courseRows, perText, sumText } from './course.ts';
import { COURSE_HEADS } from './course-heads.ts';
import { type DataRequest, dataRows, HEADS, numberText } from './rows.ts';

/** Same values, same text. With a byte order mark, without which Excel takes the letters for Windows-1252. */
export function dataCsv(request: DataRequest): string {
  const { language } = request;
  const number = numberIn(language);
  const end = (value: number | undefined) => (value === undefined ? '' : number(String(value)));
  const rows = dataRows(request).map(({ series, point, at, range }) => [
    series.analyte,
    at,
    number(numberText(point)),
    series.unit,
    point.asPrinted,
    end(range.low),
    end(range.high),
    point.flag ?? '',
    point.status ?? '',
    series.loinc ?? '',
  ]);
  return written([HEADS[language], ...rows], language);
}

/** The course of a report as CSV, in the same manner. */
export function courseCsv(request: DataRequest & { readonly course: Course }): string {
  const { language } = request;
  const number = numberIn(language);
  const rows = courseRows(request).map(({ kind, name, from, to, dose, frequency, route, sum, note }) => [
    kind,
    name,
    from,
    to,
    dose ? number(String(dose.amount)) : '',
    dose?.unit ?? '',
    perText(dose),
    frequency,
    route,
    sum ? number(sumText(sum)) : '',
    sum?.unit ?? '',
    note,
  ]);
  return written([COURSE_HEADS[language], ...rows], language);
}

const numberIn = (language: Language) => (text: string) => (language === 'fr' ? text.replace('.', ',') : text);

function written(rows: readonly (readonly string[])[], language: Language): string {
  const delimiter = language === 'fr' ? ';' : ',';
  const cell = (text: string) =>
    /[",;\r\n\t]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
  return `\ufeff${rows.map(row => row.map(cell).join(delimiter)).join('\r\n')}\r\n`;
}
