/** The values and the course of a report as an Excel workbook: the rows of the CSVs, with numbers and days as cells of their kind. */

import { type Course, courseRows, perText, sumText } from '../../core/timeline/data/course.ts';
import { COURSE_HEADS } from '../../core/timeline/data/course-heads.ts';
import { type DataPart, type DataRequest, dataRows, HEADS } from '../../core/timeline/data/rows.ts';
import { printedDecimals } from '../../core/timeline/decimals.ts';

const SHEET = { en: 'Values', fr: 'Valeurs' } as const;
const COURSE_SHEET = { en: 'Course', fr: 'Évolution' } as const;
const WIDTHS = [28, 16, 12, 14, 18, 10, 10, 9, 12, 10] as const;
const COURSE_WIDTHS = [14, 30, 14, 14, 10, 10, 10, 16, 12, 12, 16, 40] as const;

type Cell =
  | null
  | { readonly value: string; readonly type: StringConstructor; readonly fontWeight?: 'bold' }
  | { readonly value: number; readonly type: NumberConstructor; readonly format?: string }
  | { readonly value: Date; readonly type: DateConstructor; readonly format: string };

const words = (value: string): Cell => (value === '' ? null : { value, type: String });
const number = (value: number | undefined, format?: string): Cell =>
  value === undefined ? null : { value, type: Number, ...(format === undefined ? {} : { format }) };

/** A calendar moment as a date cell, a day of the report as its words. */
function moment(at: string): Cell {
  const [, day, clock] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?$/.exec(at) ?? [];
  if (day === undefined) return words(at);
  return {
    value: new Date(`${day}T${clock ?? '00:00'}:00Z`),
    type: Date,
    format: clock === undefined ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm',
  };
}

interface Sheet {
  readonly name: string;
  readonly heads: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
}

function valuesSheet(request: DataRequest): Sheet {
  const rows = dataRows(request).map(({ series, point, at, range }): Cell[] => {
    const decimals = printedDecimals(point);
    return [
      words(series.analyte),
      moment(at),
      number(point.value ?? undefined, decimals > 0 && decimals < 10 ? `0.${'0'.repeat(decimals)}` : undefined),
      words(series.unit),
      words(point.asPrinted),
      number(range.low),
      number(range.high),
      words(point.flag ?? ''),
      words(point.status ?? ''),
      words(series.loinc ?? ''),
    ];
  });
  return { name: SHEET[request.language], heads: HEADS[request.language], widths: WIDTHS, rows };
}

function courseSheet(request: DataRequest & { readonly course: Course }): Sheet {
  const rows = courseRows(request).map(({ kind, name, from, to, dose, frequency, route, sum, note }): Cell[] => [
    words(kind),
    words(name),
    moment(from),
    moment(to),
    number(dose?.amount),
    words(dose?.unit ?? ''),
    words(perText(dose)),
    words(frequency),
    words(route),
    number(sum && Number(sumText(sum))),
    words(sum?.unit ?? ''),
    words(note),
  ]);
  const { language } = request;
  return { name: COURSE_SHEET[language], heads: COURSE_HEADS[language], widths: COURSE_WIDTHS, rows };
}

/** The workbook's bytes: a sheet of values, one of the course, or both. */
export async function dataWorkbook(request: DataRequest, part: DataPart = 'values'): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const { course } = request;
  const sheets = [
    ...(part === 'course' ? [] : [valuesSheet(request)]),
    ...(course && part !== 'values' ? [courseSheet({ ...request, course })] : []),
  ];
  const file = writeExcelFile(
    sheets.map(({ name, heads, widths, rows }) => ({
      sheet: name,
      columns: widths.map(width => ({ width })),
      stickyRowsCount: 1,
      data: [heads.map((value): Cell => ({ value, type: String, fontWeight: 'bold' })), ...rows],
    })) as never,
  );
  return new Uint8Array(await file.toBuffer());
}
