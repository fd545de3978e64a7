/** What a reading gives, in a line a series, for tests to compare. */
import { readingData } from '../../../../core/timeline/formats/data.ts';
import { readLabs } from '../../../../core/timeline/formats/index.ts';
import type { LabOptions } from '../../../../core/timeline/formats/types.ts';

export interface Brief {
  readonly format: string;
  /** "CRP mg/L: 2024-05-12 <5 H [0–5] final". */
  readonly series: readonly string[];
  /** "date-order @ row 2". */
  readonly warnings: readonly string[];
}

/** Reads a source; what it gives in short. */
export function brief(source: string | Uint8Array, options: LabOptions = {}): Brief {
  const outcome = readLabs(source, options);
  if (!outcome.ok) throw new Error(outcome.problem.message.en);
  const { series, warnings } = readingData(outcome.value, 'en');
  return {
    format: outcome.value.format,
    series: series.map(({ analyte, unit, points }) => {
      const values = points.map(({ at, value, comparator, flag, low, high, status, asPrinted }) =>
        [
          at ?? '?',
          `${comparator ?? ''}${value ?? `“${asPrinted}”`}`,
          ...(flag === null ? [] : [flag]),
          ...(low === null && high === null ? [] : [`[${low ?? ''}–${high ?? ''}]`]),
          ...(status === null ? [] : [status]),
        ].join(' '),
      );
      return `${analyte} ${unit ?? '-'}: ${values.join(', ')}`;
    }),
    warnings: warnings.map(({ kind, where }) => `${kind} @ ${where}`),
  };
}
