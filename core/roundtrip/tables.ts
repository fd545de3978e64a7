/** A table of the report laid beside the one that came under its caption: its cells, and rows and columns that came or went. */
import { type Arrivals, arrivalOf } from './arrivals.ts';
import type { ExpectedTable, ExpectedText, Unit } from './expected.ts';
import { type Findings, NOWHERE } from './findings.ts';
import { NOTES } from './notes.ts';
import { reshapingOf } from './reshaping.ts';
import { byHand, type ReturnedTable } from './returned.ts';
import type { Place } from './review.ts';
import { cellText, saidOf, saidRows } from './said.ts';
import { shapeOf } from './shape.ts';
import { sayAlike } from './spaces.ts';
import { compareTexts } from './texts.ts';

/** `unit` is the table's caption; `came` is undefined where no table stands under it any more. */
export function compareTable(
  found: Findings,
  arrivals: Arrivals,
  { part, block }: Unit,
  { cells, texts }: ExpectedTable,
  came: ReturnedTable | undefined,
): void {
  const place: Place = { part, what: 'table' };
  if (!came) {
    found.note(place, saidRows(texts), '', NOTES.tableGone);
    return;
  }
  const { rows } = came;
  const was = rows.map(row => row.cells.map(cell => cellText(cell, 'inserted')));
  const shape = cells === null ? null : shapeOf(texts, was, came);
  if (cells === null || shape === null) {
    if (!sayAlike(saidOf(came), saidRows(texts)))
      found.note(place, saidRows(texts), saidOf(came), cells === null ? NOTES.values : NOTES.shape);
    return;
  }
  for (const row of shape.rows)
    for (const column of shape.columns) {
      if (row.came === null || column.came === null || row.held === null || column.held === null) continue;
      const paragraphs = rows[row.came]?.cells[column.came]?.paragraphs ?? [];
      compareTexts(found, arrivals, {
        entries: [cells[row.held]?.[column.held] as ExpectedText],
        group: paragraphs.map(paragraph => arrivalOf(paragraph, -1)),
      });
    }
  const reshaping = reshapingOf({
    sent: texts,
    came,
    shape,
    noted: ({ what, kind, text, hand }) => {
      const [before, after] = kind === 'insertion' ? ['', text] : [text, ''];
      return found.add({ kind, place: { part, what }, before, after, around: NOWHERE, ...byHand(hand) });
    },
    atoms: cell => found.elements.cellAtoms(cell),
  });
  if (reshaping) found.room(part, block, 1).reshaping = reshaping;
}
