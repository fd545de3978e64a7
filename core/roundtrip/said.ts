/** What a returned file says, as letters: without tracked insertions as it was, without tracked deletions as it is to be. */
import type { ReturnedBlock, ReturnedCell, ReturnedPiece, ReturnedTable } from './returned.ts';

/** Cells as text, row by row. */
export type Texts = readonly (readonly string[])[];

export const textOf = (pieces: readonly ReturnedPiece[], without: 'inserted' | 'deleted'): string =>
  pieces.flatMap(({ text, change }) => (change?.state === without ? [] : [text])).join('');

export const cellText = ({ paragraphs }: ReturnedCell, without: 'inserted' | 'deleted'): string =>
  paragraphs.map(({ pieces }) => textOf(pieces, without)).join('\n');

export const saidRows = (rows: Texts): string => rows.map(row => row.join('\t')).join('\n');

/** A table as it stands with every tracked change made. */
export const saidOf = ({ rows }: ReturnedTable): string =>
  saidRows(
    rows.flatMap(({ cells, change }) =>
      change?.state === 'deleted' ? [] : [cells.map(cell => cellText(cell, 'deleted'))],
    ),
  );

export const isEmptyBlock = (block: ReturnedBlock | undefined): boolean =>
  block?.kind === 'paragraph' &&
  block.images.length === 0 &&
  block.bookmarks.length === 0 &&
  textOf(block.pieces, 'deleted') === '';
