/** A laboratory's file read by the host, again with each answer the user gives. */
import { useEffect, useState } from 'react';
import type { Problem } from '../../../../core/outcome.ts';
import type { ColumnRole, LabImport, LabOptions, Shape } from '../../../../core/timeline/formats/types.ts';
import { unexpectedProblem } from '../../../app/opening.ts';
import { useOpenSession } from '../../../session/context.tsx';

/** What is read: a file, or pasted text. */
export interface Source {
  readonly name?: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ReadingState {
  /** The last that succeeded; stays while a new one is under way. */
  readonly reading: LabImport | null;
  readonly problem: Problem | null;
  /** Share of the work under way that is done, from 0 to 1; null where nothing is read. */
  readonly share: number | null;
}

/** Reads `source`, following changes of the options; a reading that nobody waits for any more is ended. */
export function useReading(source: Source, options: LabOptions): ReadingState {
  const { host } = useOpenSession();
  const [state, setState] = useState<ReadingState>({ reading: null, problem: null, share: 0 });
  useEffect(() => {
    const stopping = new AbortController();
    const { signal } = stopping;
    const read = async () => {
      setState(now => ({ ...now, share: 0 }));
      for await (const event of host.stream('labs.read', { ...source, options: { ...options } }, { signal })) {
        if (signal.aborted) return;
        if (event.kind === 'progress') setState(now => ({ ...now, share: event.share }));
        else if (event.kind === 'read') setState({ reading: event.reading, problem: null, share: null });
        else setState(({ reading }) => ({ reading, problem: event.problem, share: null }));
      }
    };
    read().catch(() => {
      if (!signal.aborted) setState(({ reading }) => ({ reading, problem: unexpectedProblem(), share: null }));
    });
    return () => stopping.abort();
  }, [host, source, options]);
  return state;
}

/** Roles that make sense in a table of a shape. */
export function rolesOf(shape: Shape): readonly ColumnRole[] {
  if (shape === 'long')
    return [
      'analyte',
      'value',
      'printed',
      'comparator',
      'unit',
      'moment',
      'time',
      'low',
      'high',
      'range',
      'flag',
      'status',
      'specimen',
      'loinc',
      'earlier-value',
      'earlier-moment',
      'comment',
      'patient',
      'ignore',
    ];
  if (shape === 'wide-moments')
    return ['values', 'analyte', 'unit', 'low', 'high', 'range', 'specimen', 'loinc', 'comment', 'ignore'];
  return ['values', 'moment', 'time', 'comment', 'patient', 'ignore'];
}

/** The options with another role for a column. A role that stands once leaves the column that had it. */
export function withRole(options: LabOptions, reading: LabImport, column: number, role: ColumnRole): LabOptions {
  const roles: Record<number, ColumnRole> = {};
  reading.table?.columns.forEach((each, index) => {
    const displaced = each.role === role && role !== 'values' && role !== 'ignore' && role !== 'comment';
    roles[index] = index === column ? role : displaced ? 'ignore' : each.role;
  });
  return { ...options, ...(reading.table ? { shape: reading.table.shape } : {}), roles };
}

/** The options for another shape: the roles are guessed anew. */
export function withShape(options: LabOptions, shape: Shape): LabOptions {
  const { roles: _, ...rest } = options;
  return { ...rest, shape };
}
