/** Names of fields and their values. */
import type { BlockEnd } from './blocks.ts';
import { startsNewEntry } from './blocks.ts';
import { AT, BACKSLASH, CLOSE, COMMA, CR, EQUALS, HASH, isLetter, isSpace, LF, OPEN, QUOTE } from './codes.ts';

/** A text and what reading it needs. */
export interface Source {
  readonly text: string;
  readonly endOfBlock: BlockEnd;
  /** What an abbreviation stands for. */
  readonly macro: (name: string) => string | undefined;
}

/** Not a letter of a field's name. */
export const NAME = /\s*([^\s=,{}()"#%'\\@]+)\s*=/y;

/** Just after the `=` that follows a field's name; -1 where no name stands. */
export function endOfName(text: string, from: number): number {
  let at = from;
  // The usual name, of letters alone, needs no pattern.
  while (isLetter(text.charCodeAt(at))) at++;
  if (at > from) {
    while (isSpace(text.charCodeAt(at))) at++;
    if (text.charCodeAt(at) === EQUALS) return at + 1;
  }
  NAME.lastIndex = from;
  return NAME.test(text) ? NAME.lastIndex : -1;
}

/** Names of fields as files write them, with the same in small letters: the same twenty come at every entry. */
interface WrittenName {
  readonly written: string;
  readonly name: string;
}

/** Each has its place by its ends and its length; of two with one place the later one is known. */
const PLACES = 1024;
const known = new Array<WrittenName | undefined>(PLACES);
/** Shorter texts are copies, and longer ones would hold on to the whole file. */
const SHORT_NAME = 12;

/** The name of a field in small letters, which begins at `from` and ends, with the white space after it, before `end`. */
export function nameOf(text: string, from: number, end: number): string {
  let last = end - 1;
  while (isSpace(text.charCodeAt(last))) last--;
  const length = last + 1 - from;
  if (length > SHORT_NAME) return text.slice(from, end).trim().toLowerCase();
  const place = (text.charCodeAt(from) * 5 + text.charCodeAt(last) * 37 + length * 101) & (PLACES - 1);
  const before = known[place];
  if (before !== undefined && before.written.length === length && text.startsWith(before.written, from))
    return before.name;
  const written = text.slice(from, last + 1).trim();
  const name = written.toLowerCase();
  if (written.length === length) known[place] = { written, name };
  return name;
}

export interface Value {
  readonly text: string;
  readonly end: number;
  readonly unclosed: boolean;
}

/** The value that begins at `from`: pieces in braces, in quotes or bare, joined by `#`. */
export function readValue({ text, endOfBlock, macro }: Source, from: number, close: number): Value {
  let at = from;
  let value = '';
  for (;;) {
    let code = text.charCodeAt(at);
    while (isSpace(code)) code = text.charCodeAt(++at);
    if (code === OPEN || code === QUOTE) {
      const end =
        code === OPEN ? beyondStray(text, endOfBlock(at + 1, CLOSE), close) : endOfQuoted(text, at + 1, close);
      if (end < 0) {
        const cut = endOfBroken(text, at + 1);
        return { text: value + cut.text, end: cut.end, unclosed: true };
      }
      const piece = text.slice(at + 1, end - 1);
      value = value === '' ? piece : value + piece;
      at = end;
    } else {
      const end = endOfBare(text, at, close, endOfBlock);
      const bare = text.slice(at, end).trim();
      value += macro(bare.toLowerCase()) ?? bare;
      at = end;
    }
    code = text.charCodeAt(at);
    while (isSpace(code)) code = text.charCodeAt(++at);
    if (code !== HASH) return { text: value, end: at, unclosed: false };
    at++;
  }
}

/**
 * A brace after which no value can end was one too many inside it ("{Too } many}"): the value goes on to the last brace of its
 * line that can end it.
 */
function beyondStray(text: string, end: number, close: number): number {
  if (end < 0 || endsValue(text, end, close)) return end;
  const rest = /[^\r\n@]*\}(?=\s*,?\s*[\r\n])/y;
  rest.lastIndex = end;
  return rest.test(text) ? rest.lastIndex : end;
}

/** The end of a value without braces or quotes: a number, a macro, or words that somebody forgot to put in braces. */
function endOfBare(text: string, from: number, close: number, endOfBlock: BlockEnd): number {
  let at = from;
  let word = -1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === COMMA || code === close || code === CLOSE || code === HASH || code === LF || code === CR) break;
    // The next entry, glued to a value whose own entry was never closed.
    if (code === AT && isSpace(text.charCodeAt(at - 1)) && startsNewEntry(text, at)) break;
    if (isSpace(code) && word < 0) word = at;
    // "f{\'e}vrier"
    if (code === OPEN) at = Math.max(at, endOfBlock(at + 1, CLOSE) - 1);
  }
  // "year = 2010 month = may": the comma was forgotten, and a new field begins after the first word.
  if (word >= 0) {
    NAME.lastIndex = word;
    if (NAME.test(text)) return word;
  }
  return at;
}

/** Just after the quotation mark that closes a value: one that something follows which may follow a value. -1 without one. */
function endOfQuoted(text: string, from: number, close: number): number {
  let depth = 0;
  let shallow = -1;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === OPEN) depth++;
    else if (code === CLOSE) depth--;
    else if (code === QUOTE && endsValue(text, at + 1, close)) {
      if (depth <= 0) return at + 1;
      if (shallow < 0) shallow = at + 1;
    } else if ((code === LF || code === CR) && startsNewEntry(text, at + 1)) break;
  }
  // A brace inside was never closed: the first mark that could have been the end was it.
  return shallow;
}

function endsValue(text: string, from: number, close: number): boolean {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at++;
  const code = text.charCodeAt(at);
  if (Number.isNaN(code) || code === COMMA || code === close || code === CLOSE || code === HASH) return true;
  NAME.lastIndex = at;
  return NAME.test(text);
}

/** Where a line, or a comma, is followed by the next field of the entry or by its end. */
const NEXT_LINE = /[\r\n]+(?=[ \t]*(?:[a-z][\w-]*[ \t]*=|[})][ \t]*(?:[\r\n]|$)|@[a-z]+[ \t]*[{(]))|$/gi;
const NEXT_FIELD = /["}]?\s*,\s*(?=[a-z][\w-]*\s*=\s*[{"]|(?:year|volume|number|month|day)\s*=\s*\w)/gi;

/** A value whose bracket is missing goes to the end of its line, or to the line or the comma before the next field. */
function endOfBroken(text: string, from: number): { readonly text: string; readonly end: number } {
  const line = find(NEXT_LINE, text, from) ?? text.length;
  const field = find(NEXT_FIELD, text, from) ?? text.length;
  const end = Math.min(line, field);
  return { text: text.slice(from, end).replace(/["}\s]*,?\s*$/, ''), end };
}

function find(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index;
}

/**
 * A value that closed only with the bracket of its entry, because one of its own is missing, has the fields after it inside:
 * the value up to the first of them, and where they begin. Null where it holds none.
 */
export function recut(text: string, from: number, end: number): { readonly text: string; readonly end: number } | null {
  let start = from;
  while (isSpace(text.charCodeAt(start))) start++;
  const open = text.charCodeAt(start);
  if (open !== OPEN && open !== QUOTE) return null;
  const cut = endOfBroken(text, start + 1);
  return cut.end < end - 1 && /^["}]?\s*,?\s*[a-z][\w-]*\s*=/i.test(text.slice(cut.end, cut.end + 200)) ? cut : null;
}
