/** A reading as plain data, as the command line prints it. */
import type { Comparator, Language } from '../../report/types.ts';
import { rangeOfResult } from './for-report.ts';
import { type FlagCode, flagCode, flagOfResult } from './status.ts';
import type { LabReading, LabResult, ResultStatus } from './types.ts';
import { placeWords } from './warnings.ts';

export interface PointData {
  /** ISO local time as precise as the source, or "day 3"; null where it is not known. */
  readonly at: string | null;
  readonly value: number | null;
  readonly comparator: Comparator | null;
  readonly flag: FlagCode | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly status: ResultStatus | null;
  readonly asPrinted: string;
}

export interface ReadingData {
  readonly series: readonly {
    readonly analyte: string;
    /** As the file states it, else as the table of analytes suggests it. */
    readonly loinc: string | null;
    readonly unit: string | null;
    readonly points: readonly PointData[];
  }[];
  readonly warnings: readonly { readonly kind: string; readonly where: string; readonly detail: string }[];
}

function pointData(result: LabResult): PointData {
  const { low, high } = rangeOfResult(result);
  return {
    at: result.stated,
    value: result.quantity.value,
    comparator: result.quantity.comparator ?? null,
    flag: flagCode(flagOfResult(result)),
    low: low ?? null,
    high: high ?? null,
    status: result.status,
    asPrinted: result.asPrinted,
  };
}

/** Every result of a reading, also those that a report would not take, and every warning. */
export function readingData({ series, warnings }: LabReading, language: Language): ReadingData {
  return {
    series: series.map(({ analyte, loinc, suggestedLoinc, unit, results }) => ({
      analyte,
      loinc: loinc ?? suggestedLoinc ?? null,
      unit: unit === '' ? null : unit,
      points: results.map(pointData),
    })),
    warnings: warnings.map(({ kind, where, detail }) => ({
      kind,
      where: placeWords(where)[language],
      detail: detail[language],
    })),
  };
}
