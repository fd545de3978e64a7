/** Which line of a text a place is in. */

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
