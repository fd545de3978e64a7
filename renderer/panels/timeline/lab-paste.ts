/** A block with days in its first line, pasted on the heads of the grid: days that are not there yet become columns. */
import type { Moment, Series } from '../../../core/report/types.ts';
import { sameAnalyte } from '../../../core/timeline/edit.ts';
import { sameMoment, storedMoment } from '../../../core/timeline/moment.ts';
import { ANALYTE, FIRST_MOMENT, type Sheet, sheetOf } from './cells.ts';
import type { Edit } from './grid/model.ts';
import { typedMoment } from './typed.ts';

export interface HeadedBlock {
  /** The sheet with the columns that the block brings. */
  readonly sheet: Sheet;
  readonly added: readonly Moment[];
  /** Of that sheet. */
  readonly edits: readonly Edit[];
  /** Cells below a head that is no day, or that could be two. */
  readonly left: number;
}

/** Null where no cell of the first line that stands at the place of a day can be read as one. */
export function headedBlock(sheet: Sheet, left: number, lines: readonly (readonly string[])[]): HeadedBlock | null {
  const { time, language, series } = sheet;
  const [heads = [], ...rows] = lines;
  const moments = heads.map((head, index) => {
    if (left + index < FIRST_MOMENT) return null;
    const read = typedMoment(head, language);
    return read && storedMoment(read, time);
  });
  if (moments.every(moment => moment === null)) return null;
  const added: Moment[] = [];
  for (const moment of moments)
    if (moment && ![...sheet.moments, ...added].some(other => sameMoment(other, moment, time))) added.push(moment);
  const next = sheetOf(series, [...sheet.moments, ...added], time, language, sheet.latestFirst);
  const named = rowsByName(series, left, rows);
  let lost = 0;
  const edits = rows.flatMap((line, index) =>
    line.flatMap((text, across): Edit[] => {
      const row = named[index] as number;
      const moment = moments[across] ?? null;
      const fixed = left + across < FIRST_MOMENT ? left + across : null;
      const found = moment ? next.moments.findIndex(other => sameMoment(other, moment, time)) : -1;
      const column = fixed ?? (found < 0 ? null : FIRST_MOMENT + found);
      // An analyte that is there keeps what is known of it.
      if (left === ANALYTE && fixed !== null && row < series.length) return [];
      if (column !== null) return [{ row, column, text }];
      if (text.trim() !== '') lost++;
      return [];
    }),
  );
  return { sheet: next, added, edits, left: lost };
}

/**
 * The row of each line: by its name, and its unit where the block has one, as values of one analyte in two units are two series;
 * of a block without names from the first row on. What is new stands behind the last row.
 */
function rowsByName(series: readonly Series[], left: number, lines: readonly (readonly string[])[]): readonly number[] {
  if (left !== ANALYTE) return lines.map((_, index) => index);
  let last = series.length;
  return lines.map(line => {
    const [name = '', unit] = line;
    const found = series.findIndex(one => sameAnalyte(one, { ...one, analyte: name, unit: unit ?? one.unit }));
    return found < 0 ? last++ : found;
  });
}
