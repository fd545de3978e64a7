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
}

/** Reads `source`, following changes of the options. */
export function useReading(source: Source, options: LabOptions): ReadingState {
  const { host } = useOpenSession();
  const [state, setState] = useState<ReadingState>({ reading: null, problem: null });
  useEffect(() => {
    let current = true;
    host
      .call('labs.read', { ...source, options: { ...options } })
      .then(answer => {
        if (!current) return;
        if (answer.ok) setState({ reading: answer.value, problem: null });
        else setState(({ reading }) => ({ reading, problem: answer.problem }));
      })
      .catch(() => {
        if (current) setState(({ reading }) => ({ reading, problem: unexpectedProblem() }));
      });
    return () => {
      current = false;
    };
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
