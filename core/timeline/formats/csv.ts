/** A laboratory's table as delimited text, from a file or pasted from a spreadsheet. */
import { parseCells, sniffDelimiter } from './delimited.ts';
import { severalPatients } from './questions.ts';
import { readTable } from './table.ts';
import type { LabOptions, RawReading, Step } from './types.ts';

/** Whether a text has a line with a delimiter in it. */
export function isDelimited(text: string): boolean {
  return /[,;\t|^~¦#:]/.test(text);
}

/** Reads delimited text, whatever its delimiter; `encoded` as in `parseCells`. */
export function readDelimitedLabs(
  text: string,
  options: LabOptions,
  step: Step,
  encoded: Uint8Array | undefined,
): RawReading {
  const cells = parseCells(text, sniffDelimiter(text), encoded);
  const { patients, ...reading } = readTable({ cells }, options, step);
  if (patients.size <= 1) return reading;
  return {
    ...reading,
    warnings: [severalPatients(cells.lines[0] ?? 1, patients, options), ...reading.warnings],
  };
}
