/** Which line of a text a place is in. */
import type { LineOf } from './types.ts';

/** Lines of entries by their places in the text, looked up where one is asked for. */
export function linesAt(places: readonly number[]): LineOf {
  return (index, text) => lineCounter(text)(places[index] ?? 0);
}

/** Lines of entries that are known. */
export function linesKnown(lines: readonly number[]): LineOf {
  return index => lines[index] ?? 1;
}

/** Gives the line (from 1) of places asked for in rising order; LF, CR and CRLF each end one. */
export function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let from = 0;
  return at => {
    for (; from < at; from++) {
      const code = text.charCodeAt(from);
      if (code === 10 || (code === 13 && text.charCodeAt(from + 1) !== 10)) line++;
    }
    return line;
  };
}
