/** Which rows and columns of a returned table are those that were sent, and which came or went. */
import { align } from './align.ts';
import { byHand, type Hand, type ReturnedTable, type Tracked } from './returned.ts';
import type { Texts } from './said.ts';

/** A row or column: `held` is its place in the table that was sent, `came` that in the one that came back. */
export interface Line {
  readonly held: number | null;
  readonly came: number | null;
  /** Who put it in or took it out. */
  readonly hand?: Hand;
}

export interface Shape {
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
}

/** `came` is without tracked insertions. In one order: what was kept, what went before what came in its place. Null where cells are merged or rows of unequal length. */
export function shapeOf(sent: Texts, came: Texts, { rows: returned, isMerged }: ReturnedTable): Shape | null {
  const width = returned[0]?.cells.length ?? 0;
  if (isMerged || width === 0 || returned.some(({ cells }) => cells.length !== width)) return null;
  const rows = linesOf(
    sent.map(row => row.join('\t')),
    came.map(row => row.join('\t')),
    returned.map(({ change }) => change),
  );
  const both = rows.flatMap(({ held, came: at }) => (held === null || at === null ? [] : [[held, at] as const]));
  const column = (texts: Texts, at: number, side: 0 | 1) => both.map(pair => texts[pair[side]]?.[at] ?? '').join('\t');
  const columns = linesOf(
    Array.from({ length: sent[0]?.length ?? 0 }, (_, at) => column(sent, at, 0)),
    Array.from({ length: width }, (_, at) => column(came, at, 1)),
    // A column is tracked in each of its cells.
    Array.from({ length: width }, (_, at) => {
      const changes = returned.map(({ cells }) => cells[at]?.change);
      return changes.every(change => change?.state === changes[0]?.state) ? changes[0] : undefined;
    }),
  );
  return { rows, columns };
}

function linesOf(
  sent: readonly string[],
  came: readonly string[],
  changes: readonly (Tracked | undefined)[],
): readonly Line[] {
  const old = came.flatMap((_, at) => (changes[at]?.state === 'inserted' ? [] : [at]));
  const partner = pairs(
    sent,
    old.map(at => came[at] as string),
  ).map(index => (index < 0 ? null : (old[index] as number)));
  const lines: Line[] = [];
  let next = 0;
  const newUntil = (place: number) => {
    for (; next < place; next++) lines.push({ held: null, came: next, ...byHand(changes[next]) });
  };
  partner.forEach((at, held) => {
    if (at === null) lines.push({ held, came: null });
    else {
      newUntil(at);
      next = at + 1;
      const change = changes[at];
      lines.push(change?.state === 'deleted' ? { held, came: null, ...byHand(change) } : { held, came: at });
    }
  });
  newUntil(came.length);
  return lines;
}

/** For each line sent that which came, ascending, or -1: alike ones first, then between the same two those in order that share a word. */
function pairs(sent: readonly string[], came: readonly string[]): readonly number[] {
  const { of } = align(
    sent.map(text => ({ bookmark: '', text })),
    came.map(text => ({ bookmarks: [], original: text, final: text })),
  );
  const paired = [...of];
  let [fromA, fromB] = [0, 0];
  for (let at = 0; at <= sent.length; at++) {
    const end = at === sent.length ? came.length : (paired[at] as number);
    if (end < 0) continue;
    for (let a = fromA, b = fromB; a < at && b < end; a++, b++)
      if (shares(sent[a] as string, came[b] as string)) paired[a] = b;
    [fromA, fromB] = [at + 1, end + 1];
  }
  return paired;
}

/** Whether two lines have a word or number in common, or one has nothing. */
function shares(a: string, b: string): boolean {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  const [ours, theirs] = [words(a), words(b)];
  return ours.size === 0 || theirs.size === 0 || [...ours].some(word => theirs.has(word));
}
