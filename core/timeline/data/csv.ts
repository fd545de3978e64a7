/** The values of a report as CSV: commas and decimal points in English, semicolons and decimal commas in French, as spreadsheets there open it. */
import { type DataRequest, dataRows, HEADS, numberText } from './rows.ts';

/** Same values, same text. With a byte order mark, without which Excel takes the letters for Windows-1252. */
export function dataCsv(request: DataRequest): string {
  const { language } = request;
  const delimiter = language === 'fr' ? ';' : ',';
  const number = (text: string) => (language === 'fr' ? text.replace('.', ',') : text);
  const end = (value: number | undefined) => (value === undefined ? '' : number(String(value)));
  const cell = (text: string) =>
    /[",;\r\n\t]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
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
  return `\ufeff${[HEADS[language], ...rows].map(row => row.map(cell).join(delimiter)).join('\r\n')}\r\n`;
}
