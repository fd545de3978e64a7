/** Letters typed in a list go to the row that begins with them, as in a folder of files. */

/** Letters that come later than that begin a new word (milliseconds). */
const PAUSE = 1000;

export interface Typed {
  readonly letters: string;
  /** When the last of them was typed. */
  readonly at: number;
}

export const NOTHING_TYPED: Typed = { letters: '', at: Number.NEGATIVE_INFINITY };

/** What was typed with a key more; null where the key is no letter of a row. A space is one only inside of a word. */
export function typedOn(before: Typed, key: string, now: number): Typed | null {
  if ([...key].length !== 1) return null;
  const isGoing = now - before.at < PAUSE;
  if (!isGoing && !/[\p{L}\p{N}]/u.test(key)) return null;
  return { letters: isGoing ? before.letters + key : key, at: now };
}

/** What is looked for, and from which row on: the same letter again goes to the next row with it, more letters stay where they fit. */
export function wantedRow({ letters }: Typed, current: number): { readonly letters: string; readonly from: number } {
  const [first = '', ...rest] = letters.toLowerCase();
  const isSame = rest.every(letter => letter === first);
  return isSame ? { letters: first, from: current + 1 } : { letters, from: Math.max(0, current) };
}
