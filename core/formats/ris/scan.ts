/** The lines of a RIS file: tags, values, lines that go on, and where entries begin and end. */
import { isKnownTag } from './tags.ts';

/** What a file is read into, line by line. */
export interface Receiver {
  /** `TY`: an entry begins at a place of the text. */
  readonly begin: (type: string, at: number) => void;
  /** A tag by the codes of its two letters; before any `TY` too. */
  readonly tag: (first: number, second: number, value: string, at: number) => void;
  /** A line that goes on with the value before it, or stands outside of any entry. */
  readonly more: (line: string, at: number) => void;
  /** `ER`, or the end of the text. */
  readonly end: (at: number) => void;
}

const SPACE = 32;
const HYPHEN = 45;
/** "TY - JOUR", " TY  -JOUR", "AU -Doe, J": tags spaced in their own way. "CT - abdomen" is no tag but words. */
const LOOSE = /^\s{0,3}(?!CT)([A-Z][A-Z0-9])(?:\s{0,3}-(?:\s+|$)|\s{1,3}-(?=[^\s-]))(.*)$/s;

/** "DOI - 10.1002/…", as Cochrane writes it: names that are longer than a tag may be, for the tags that they mean. */
const LONG = /^(DOI|ISSN|URL) {1,2}- +(\S.*)$/s;
const SHORT = { DOI: 'DO', ISSN: 'SN', URL: 'UR' } as const;

/** Reads a text line by line; LF, CRLF and CR alone end one. */
export function scanRis(text: string, receiver: Receiver): void {
  const length = text.length;
  // Files glued together may have both, and a lone CR then ends a line as well.
  const both = text.includes('\r') && text.includes('\n') && /\r(?!\n)/.test(text);
  const lineEnd = text.includes('\n') ? '\n' : '\r';
  let feed = -1;
  let lone = both ? -1 : length;
  for (let from = 0; from < length; ) {
    if (feed < from) feed = placeOf(text, lineEnd, from);
    if (lone < from) lone = placeOf(text, '\r', from);
    const end = lone < feed - 1 ? lone : feed;
    readLine(text, from, end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end, receiver);
    from = end + 1;
  }
  receiver.end(length);
}

/** Where a letter stands next; the text's length where it does not. */
function placeOf(text: string, letter: string, from: number): number {
  const found = text.indexOf(letter, from);
  return found < 0 ? text.length : found;
}

function readLine(text: string, from: number, end: number, receiver: Receiver): void {
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
  ) {
    receive(first, second, trimmed(text, from + 5, end), from, receiver);
    return;
  }
  const line = text.slice(from, end);
  const long = LONG.exec(line);
  if (long) {
    const name = SHORT[long[1] as keyof typeof SHORT];
    receive(name.charCodeAt(0), name.charCodeAt(1), (long[2] as string).trim(), from, receiver);
    return;
  }
  const loose = LOOSE.exec(line);
  if (loose && isKnownTag(loose[1] as string)) {
    const name = loose[1] as string;
    receive(name.charCodeAt(0), name.charCodeAt(1), (loose[2] as string).trim(), from, receiver);
  } else if (line.trim() !== '') receiver.more(line.trim(), from);
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

function receive(first: number, second: number, value: string, at: number, receiver: Receiver): void {
  if (first === T && second === Y) receiver.begin(value, at);
  else if (first === E && second === R) {
    receiver.end(at);
    // "ER  -TY  - BOOK": the line end between two entries is missing.
    const next = value === '' ? null : GLUED.exec(value);
    if (next) receiver.begin(next[1] as string, at);
  } else receiver.tag(first, second, value, at);
}
