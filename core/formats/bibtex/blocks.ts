/** Where braces close, and where an entry begins. */
import { CLOSE_PAREN, CR, LF, SPACE, TAB } from './codes.ts';

const ENTRY_LINE = /[ \t]*@\s*[a-z]+\s*[{(]\s*[^\s{}=]*\s*,/iy;

/** Whether an entry begins at an `@`. */
export function startsNewEntry(text: string, at: number): boolean {
  ENTRY_LINE.lastIndex = at;
  return ENTRY_LINE.test(text);
}

/** Gives just after the bracket that closes a block whose inside begins at `from`; -1 where it is never closed. */
export type BlockEnd = (from: number, close: number) => number;

type Seeker = (at: number) => number;

/** Looks for a sign and remembers what it found, so that asking along the text searches every stretch once. */
function seeker(text: string, sign: string): Seeker {
  let asked = 0;
  let found = -1;
  return at => {
    if (at < asked || at > found) {
      asked = at;
      found = text.indexOf(sign, at);
      if (found < 0) found = text.length;
    }
    return found;
  };
}

/** How often a text is searched to its end for brackets that are never closed, and how far ahead from then on. */
const MOST_SEARCHES = 20;
const NEARBY = 10_000;

/**
 * The ends of a text's blocks; backslashed braces do not count. It leaps from sign to sign: an abstract holds a thousand
 * letters and hardly a brace.
 */
export function blockEnds(text: string): BlockEnd {
  const nextClose = seeker(text, '}');
  const nextOpen = seeker(text, '{');
  const nextRound = seeker(text, ')');
  const nextEscape = seeker(text, '\\');
  const nextEntry = seeker(text, '@');
  let spent = 0;
  return (from, close) => {
    // Nearly every value ends at the first brace that closes.
    const first = nextClose(from);
    if (
      close !== CLOSE_PAREN &&
      first < text.length &&
      nextOpen(from) > first &&
      nextEscape(from) > first &&
      nextEntry(from) > first
    )
      return first + 1;
    let depth = 1;
    let at = from;
    const furthest = spent > MOST_SEARCHES * text.length ? from + NEARBY : text.length;
    for (;;) {
      const shut = nextClose(at);
      const open = nextOpen(at);
      const backslash = nextEscape(at);
      const entry = nextEntry(at);
      const round = close === CLOSE_PAREN ? nextRound(at) : text.length;
      const next = Math.min(shut, open, backslash, entry, round);
      if (next >= furthest) {
        spent += furthest - from;
        return -1;
      }
      at = next + 1;
      if (next === shut) {
        if (--depth === 0) return at;
      } else if (next === open) depth++;
      else if (next === backslash) at++;
      else if (next === round) {
        if (depth === 1) return at;
      } else if (isAtLineStart(text, next) && startsNewEntry(text, next)) return -1;
    }
  };
}

function isAtLineStart(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === SPACE || text.charCodeAt(before) === TAB) before--;
  return text.charCodeAt(before) === LF || text.charCodeAt(before) === CR;
}
