/** The values of a report as an Excel workbook: the rows of the CSV, with numbers and days as cells of their kind. */
import { type DataRequest, dataRows, HEADS } from '../../core/timeline/data/rows.ts';
import { printedDecimals } from '../../core/timeline/decimals.ts';

const SHEET = { en: 'Values', fr: 'Valeurs' } as const;
const WIDTHS = [28, 16, 12, 14, 18, 10, 10, 9, 12, 10] as const;

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

/** The workbook's bytes. */
export async function dataWorkbook(request: DataRequest): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const head = HEADS[request.language].map((value): Cell => ({ value, type: String, fontWeight: 'bold' }));
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
  const file = writeExcelFile(
    [head, ...rows] as never,
    {
      sheet: SHEET[request.language],
      columns: WIDTHS.map(width => ({ width })),
      stickyRowsCount: 1,
    } as never,
  );
  return new Uint8Array(await file.toBuffer());
}
