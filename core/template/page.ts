/** The page of a template in points (1/72 inch). */
import type { PageSetup } from './types.ts';

const MILLIMETRE = 72 / 25.4;

/** Width and height. */
const SIZES = { A4: [595.28, 841.89], LETTER: [612, 792] } as const;

/** Between two columns. */
export const COLUMN_GAP = 20;

export interface Frame {
  /** Left, top, right, bottom. */
  readonly margins: readonly [number, number, number, number];
  /** Of a column of text; of the whole line where there is one. */
  readonly width: number;
  /** Of the whole line, over all columns. */
  readonly line: number;
  readonly height: number;
}

/** Where text stands on the page. */
export function frameOf({ size, margins: millimetres, columns }: PageSetup): Frame {
  const [width, height] = SIZES[size];
  const [left, top, right, bottom] = millimetres.map(side => Math.round(side * MILLIMETRE * 100) / 100) as [
    number,
    number,
    number,
    number,
  ];
  const line = width - left - right;
  return {
    margins: [left, top, right, bottom],
    width: columns === 2 ? (line - COLUMN_GAP) / 2 : line,
    line,
    height: height - top - bottom,
  };
}
