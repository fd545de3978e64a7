/** The lines of a RIS file: tags, values, lines that go on, and where entries begin and end. */
import { isKnownTag } from './tags.ts';

/** What a line is: the start of an entry, its end, a tag, or anything else. */
export type LineKind = 'begin' | 'end' | 'tag' | 'more';

/** A line of a file; one and the same object for all, filled anew. */
export interface RisLine {
  kind: LineKind;
  /** Where it begins in the text. */
  at: number;
  /** The codes of its tag's two letters. */
  first: number;
  second: number;
  /** The type of an entry that begins, a tag's value, or a line that goes on with the value before it or stands outside of any entry. */
  value: string;
}

const SPACE = 32;
const HYPHEN = 45;
/** "TY - JOUR", " TY  -JOUR", "AU -Doe, J": tags spaced in their own way. "CT - abdomen" is no tag but words. */
const LOOSE = /^\s{0,3}(?!CT)([A-Z][A-Z0-9])(?:\s{0,3}-(?:\s+|$)|\s{1,3}-(?=[^\s-]))(.*)$/s;

/** "DOI - 10.1002/…", as Cochrane writes it: names that are longer than a tag may be, for the tags that they mean. */
const LONG = /^(DOI|ISSN|URL) {1,2}- +(\S.*)$/s;
const SHORT = { DOI: 'DO', ISSN: 'SN', URL: 'UR' } as const;

/** Gives the lines of a text one by one, null at its end; LF, CRLF and CR alone end one, and empty ones are left out. */
export function scanRis(text: string): () => RisLine | null {
  const length = text.length;
  // Files glued together may have both, and a lone CR then ends a line as well.
  const both = text.includes('\r') && text.includes('\n') && /\r(?!\n)/.test(text);
  const lineEnd = text.includes('\n') ? '\n' : '\r';
  const line: RisLine = { kind: 'more', at: 0, first: 0, second: 0, value: '' };
  let from = 0;
  let feed = -1;
  let lone = both ? -1 : length;
  // "ER  -TY  - BOOK": the line end between two entries is missing.
  let glued: string | null = null;
  return () => {
    if (glued !== null) {
      line.kind = 'begin';
      line.value = glued;
      glued = null;
      return line;
    }
    while (from < length) {
      if (feed < from) feed = placeOf(text, lineEnd, from);
      if (lone < from) lone = placeOf(text, '\r', from);
      const end = lone < feed - 1 ? lone : feed;
      const at = from;
      from = end + 1;
      if (!readLine(text, at, end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end, line)) continue;
      if (line.kind === 'end' && line.value !== '') glued = GLUED.exec(line.value)?.[1] ?? null;
      return line;
    }
    return null;
  };
}

/** Where a letter stands next; the text's length where it does not. */
function placeOf(text: string, letter: string, from: number): number {
  const found = text.indexOf(letter, from);
  return found < 0 ? text.length : found;
}

/** Fills in what a line says; false where it is empty. */
function readLine(text: string, from: number, end: number, line: RisLine): boolean {
  line.at = from;
  const first = text.charCodeAt(from);
  const second = text.charCodeAt(from + 1);
  if (
    end - from >= 5 &&
    first >= 65 &&
    first <= 90 &&
    ((second >= 65 && second <= 90) || (second >= 48 && second <= 57)) &&
    text.charCodeAt(from + 2) === SPACE &&
    text.charCodeAt(from + 3) === SPACE &&
    text.charCodeAt(from + 4) === HYPHEN
  )
    return tagged(line, first, second, trimmed(text, from + 5, end));
  return readOdd(text.slice(from, end), line);
}

/** A line that does not begin with a tag as they are written. */
function readOdd(source: string, line: RisLine): boolean {
  const long = LONG.exec(source);
  if (long) {
    const name = SHORT[long[1] as keyof typeof SHORT];
    return tagged(line, name.charCodeAt(0), name.charCodeAt(1), (long[2] as string).trim());
  }
  const loose = LOOSE.exec(source);
  if (loose && isKnownTag(loose[1] as string)) {
    const name = loose[1] as string;
    return tagged(line, name.charCodeAt(0), name.charCodeAt(1), (loose[2] as string).trim());
  }
  line.kind = 'more';
  line.value = source.trim();
  return line.value !== '';
}

function trimmed(text: string, from: number, end: number): string {
  let start = from;
  let stop = end;
  while (start < stop && text.charCodeAt(start) <= SPACE) start++;
  while (stop > start && text.charCodeAt(stop - 1) <= SPACE) stop--;
  return text.slice(start, stop);
}

const GLUED = /^TY\s{0,3}-\s*(.*)$/;
const T = 84;
const Y = 89;
const E = 69;
const R = 82;

function tagged(line: RisLine, first: number, second: number, value: string): true {
  line.kind = first === T && second === Y ? 'begin' : first === E && second === R ? 'end' : 'tag';
  line.first = first;
  line.second = second;
  line.value = value;
  return true;
}
