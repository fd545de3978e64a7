/** A laboratory's table as delimited text, from a file or pasted from a spreadsheet. */
import type { Cells } from './cells.ts';
import { parseCells, parseEncoded, sniffDelimiter } from './delimited.ts';
import { severalPatients } from './questions.ts';
import { readTable } from './table/index.ts';
import { type LabOptions, type RawReading, type Step, within } from './types.ts';

/** Share of the work that is done when the cells are known. */
const PARSED = 0.4;

/** Whether a text has a line with a delimiter in it. */
export function isDelimited(text: string): boolean {
  return /[,;\t|^~¦#:]/.test(text);
}

/** Reads delimited text, whatever its delimiter. */
export function readDelimitedLabs(text: string, options: LabOptions, step: Step): RawReading {
  return readCells(parseCells(text, sniffDelimiter(text)), options, step);
}

/**
 * Reads the bytes of delimited text in UTF-8; `beginning` is as much of it as a delimiter is found by. Null where the bytes may not
 * be such text, or the text says how it is delimited: then all of it is to be decoded.
 */
export function readEncodedLabs(
  bytes: Uint8Array,
  beginning: string,
  options: LabOptions,
  step: Step,
): RawReading | null {
  const cells = parseEncoded(bytes, beginning, within(step, 0, PARSED));
  return cells && readCells(cells, options, within(step, PARSED, 1));
}

function readCells(cells: Cells, options: LabOptions, step: Step): RawReading {
  const { patients, ...reading } = readTable({ cells }, options, step);
  if (patients.size <= 1) return reading;
  return {
    ...reading,
    warnings: [severalPatients(cells.lines[0] ?? 1, patients, options), ...reading.warnings],
  };
}
