/** Results in an Excel workbook. */

import { cellsOf } from '../cells.ts';
import { severalPatients, sheetsQuestion } from '../questions.ts';
import { readTable } from '../table/index.ts';
import { type LabOptions, type LabWarning, type RawReading, type Step, within } from '../types.ts';
import { warning } from '../warnings.ts';
import type { Epoch } from './dates.ts';
import { cellFormats } from './formats.ts';
import { readSheet, type SheetCells } from './sheet.ts';
import { attribute, sharedStrings } from './text.ts';
import { openParts, type Parts } from './zip.ts';

export { isWorkbook } from './zip.ts';

/** A sheet of a workbook with its cells. */
export interface Sheet extends SheetCells {
  readonly name: string;
  readonly hidden: boolean;
}

/** The sheets of a workbook in their order, and the calendar that it counts days in; null where the file is damaged. */
export function readWorkbook(
  bytes: Uint8Array,
  step: Step = () => undefined,
): { readonly sheets: readonly Sheet[]; readonly epoch: Epoch } | null {
  const parts = openParts(bytes);
  if (!parts) return null;
  const workbook = parts('xl/workbook.xml');
  const relations = new Map(
    [...parts('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\s[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id') ?? '',
      attribute(tag, 'Target') ?? '',
    ]),
  );
  const epoch: Epoch = /<workbookPr[^>]*\sdate1904="(?:1|true)"/.test(workbook) ? '1904' : '1900';
  const context = {
    strings: sharedStrings(parts('xl/sharedStrings.xml')),
    formats: cellFormats(parts('xl/styles.xml')),
    epoch,
  };
  step(UNPACKED);
  const tags = [...workbook.matchAll(/<sheet\s[^>]*>/g)];
  const sheets = tags.map(([tag], index): Sheet => {
    const target = relations.get(attribute(tag, 'id') ?? '') ?? `worksheets/sheet${index + 1}.xml`;
    return {
      name: attribute(tag, 'name') ?? String(index + 1),
      hidden: /hidden/i.test(attribute(tag, 'state') ?? ''),
      ...readSheet(sheetXml(parts, target), context, partOf(within(step, UNPACKED, 1), index, tags.length)),
    };
  });
  return { sheets, epoch };
}

/** Shares of the work: the zip unpacked, of reading the cells; the cells read, of all. */
const UNPACKED = 0.25;
const CELLS = 0.7;

/** One of several parts that are equally long. */
const partOf = (step: Step, index: number, count: number): Step => within(step, index / count, (index + 1) / count);

function sheetXml(parts: Parts, target: string): string {
  return parts(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
}

/** Reads the sheets that hold a table; hidden ones only where they are named. */
export function readWorkbookLabs(bytes: Uint8Array, options: LabOptions, step: Step): RawReading {
  const workbook = readWorkbook(bytes, within(step, 0, CELLS));
  if (!workbook) return { results: [], warnings: [] };
  const { sheets, epoch } = workbook;
  const readings = sheets
    .filter(({ name, hidden, rows }) => rows.length > 0 && (options.sheets ? options.sheets.includes(name) : !hidden))
    .map((sheet, index, all) => ({
      sheet,
      reading: readTable(
        { cells: cellsOf(sheet.rows, sheet.lines), numbers: sheet.numbers, sheet: sheet.name, epoch },
        options,
        partOf(within(step, CELLS, 1), index, all.length),
      ),
    }));
  const holding = readings.filter(({ reading }) => reading.results.length > 0);
  const warnings: LabWarning[] = [];
  const names = holding.map(({ sheet }) => sheet.name);
  const choices = sheets.filter(({ hidden, rows }) => !hidden && rows.length > 1).map(({ name }) => name);
  if (options.sheets === undefined ? names.length > 1 : choices.length > 1)
    warnings.push(
      warning('sheets', names[1] ?? names[0] ?? '', names.join(', '), '', sheetsQuestion(choices, options)),
    );
  for (const { name, hidden, rows } of sheets)
    if (hidden && rows.length > 1 && !options.sheets?.includes(name))
      warnings.push(warning('sheet-hidden', name, name));
  const patients = new Set(readings.flatMap(({ reading }) => [...reading.patients]));
  if (patients.size > 1) warnings.push(severalPatients(names[0] ?? '', patients, options));
  const recalled = readings.find(({ reading }) => reading.recalled !== undefined)?.reading.recalled;
  // A sheet without results is a cover page, or a table that was not understood: either way it is said.
  const [first] = holding.length > 0 ? holding : readings;
  for (const { sheet, reading } of readings) {
    if (reading.results.length > 0 || holding.length === 0) warnings.push(...reading.warnings);
    else warnings.push(warning('sheet-not-read', sheet.name, sheet.name));
  }
  return {
    results: readings.flatMap(({ reading }) => reading.results),
    warnings,
    ...(first ? { table: first.reading.table, shapeKey: first.reading.shapeKey } : {}),
    ...(recalled ? { recalled } : {}),
    sheets: sheets.filter(({ rows }) => rows.length > 0).map(({ name }) => name),
  };
}
