/**
 * BibTeX as it is found: one pass over the letters, entry by entry, so that a broken entry costs itself only, and as
 * little of itself as can be. Accepts `@type{…}` and `@type(…)`, empty, odd and missing keys, missing commas, values
 * without quotes, quotation marks inside quoted values, braces too many and too few, entries glued together.
 */

import { blockEnds, startsNewEntry } from './blocks.ts';
import { AT, CLOSE, CLOSE_PAREN, COMMA, CR, EQUALS, isSpace, LF, OPEN, QUOTE } from './codes.ts';
import { TYPES, wordedType } from './fields.ts';
import { endOfName, NAME, nameOf, readValue, recut, type Source } from './values.ts';

export interface RawEntry {
  /** Lower case, as `article`. */
  readonly type: string;
  readonly key: string;
  /** Field names in lower case, each once; the values beside them have `@string` macros put in, `#` joined, braces kept. */
  readonly names: readonly string[];
  readonly values: readonly string[];
  /** Where the entry begins and ends in the text. */
  readonly at: number;
  readonly end: number;
}

export type RawProblemKind = 'unclosed' | 'no-fields' | 'field' | 'no-type' | 'no-bracket';

export interface RawProblem {
  readonly kind: RawProblemKind;
  readonly at: number;
  readonly end: number;
}

export interface Scanner {
  /** The next entry that has fields; null at the end. */
  readonly next: () => RawEntry | null;
  readonly problems: readonly RawProblem[];
}

/** Month macros that every BibTeX style defines: kept as names, so that `mar # "~5"` is 5 March and not March to May. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const HEAD =
  /@\s*([a-z][\w+-]*|[a-z]+ [a-z]+(?=\{[^\s{}=,]*\s*,)|\[[^[\]\r\n]{1,100}\](?=\{)|(?=\{[^\s{}=,]*\s*,\s*[a-z]+\s*=))\s*([{(])/iy;
/** A type at the start of a line whose bracket is missing, up to the next entry or empty line. */
const BARE_HEAD = /@\s*([a-z]+)\b[^\S\r\n]*[^{(\s][\s\S]*?(?=[\r\n]\s*@|[\r\n]\s*[\r\n]|$)/iy;

/** Reads entries one by one. Never throws; what could not be read, or not wholly, is among the problems. */
export function scanBibtex(text: string): Scanner {
  const macros = new Map(MONTHS.map(name => [name, name]));
  const problems: RawProblem[] = [];
  let defined = false;
  let at = 0;

  /** What an abbreviation stands for; `@string`s may come after their use in libraries put together by hand. */
  const macro = (name: string): string | undefined => {
    const found = macros.get(name);
    if (found !== undefined || defined) return found;
    defined = true;
    for (const [key, value] of stringsIn(source)) if (!macros.has(key)) macros.set(key, value);
    return macros.get(name);
  };

  const source: Source = { text, endOfBlock: blockEnds(text), macro };

  const next = (): RawEntry | null => {
    for (;;) {
      at = text.indexOf('@', at);
      if (at < 0) {
        at = text.length;
        return null;
      }
      HEAD.lastIndex = at;
      const head = startsEntry(text, at) ? HEAD.exec(text) : null;
      if (!head) {
        const bare = startsLine(text, at) ? matchAt(BARE_HEAD, text, at) : null;
        if (bare && TYPES[(bare[1] as string).toLowerCase()] !== undefined) {
          problems.push({ kind: 'no-bracket', at, end: at + bare[0].length });
          at += bare[0].length;
        } else at++;
        continue;
      }
      const named = (head[1] as string).toLowerCase() || 'misc';
      const type = named.includes(' ') || named.startsWith('[') ? wordedType(named) : named;
      if (head[1] === '')
        problems.push({ kind: 'no-type', at, end: Math.max(source.endOfBlock(HEAD.lastIndex, CLOSE), HEAD.lastIndex) });
      const inside = HEAD.lastIndex;
      const close = head[2] === '(' ? CLOSE_PAREN : CLOSE;
      // What BibDesk says of its file there is no work.
      if (type === 'comment' || type === 'preamble' || type === 'bibdesk_info') {
        const end = source.endOfBlock(inside, close);
        at = end < 0 ? inside : end;
        continue;
      }
      const body = readBody(source, inside, close, type !== 'string');
      const start = at;
      at = body.end;
      if (type === 'string') {
        body.names.forEach((name, index) => {
          macros.set(name, body.values[index] as string);
        });
        continue;
      }
      if (body.names.length === 0) {
        problems.push({ kind: 'no-fields', at: start, end: body.end });
        continue;
      }
      if (body.trouble !== null) problems.push({ kind: body.trouble, at: start, end: body.end });
      return { type, key: body.key, names: body.names, values: body.values, at: start, end: body.end };
    }
  };
  return { next, problems };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function startsLine(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return at === 0 || before === LF || before === CR;
}

/** Every `@string` of a text. */
function* stringsIn(source: Source): Generator<readonly [string, string]> {
  const { text } = source;
  const head = /@\s*string\s*([{(])/gi;
  for (let found = head.exec(text); found; found = head.exec(text)) {
    const close = found[1] === '(' ? CLOSE_PAREN : CLOSE;
    const { names, values, end } = readBody({ ...source, macro: () => undefined }, head.lastIndex, close, false);
    for (let index = 0; index < names.length; index++) yield [names[index] as string, values[index] as string];
    head.lastIndex = end;
  }
}

/** An `@` inside running text (an address) starts no entry. */
function startsEntry(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  return isSpace(before) || before === CLOSE || before === CLOSE_PAREN || before === COMMA || before === 37;
}

interface Body {
  readonly key: string;
  readonly names: readonly string[];
  readonly values: readonly string[];
  readonly trouble: RawProblemKind | null;
  readonly end: number;
}

function readBody(source: Source, from: number, close: number, keyed: boolean): Body {
  const { text } = source;
  const names: string[] = [];
  const values: string[] = [];
  let trouble: RawProblemKind | null = null;
  const head = keyed ? readKey(text, from) : { key: '', end: from };
  let at = head.end;
  // Where the last value stands, while it may have swallowed what follows it.
  let valueFrom = -1;
  let valueEnd = -1;
  const body = (end: number): Body => ({ key: head.key, names, values, trouble, end });
  for (;;) {
    let code = text.charCodeAt(at);
    while (isSpace(code) || code === COMMA) code = text.charCodeAt(++at);
    // At the end of the text, or where the next entry starts, the closing bracket is missing.
    if (Number.isNaN(code) || (code === AT && startsNewEntry(text, at))) {
      trouble = 'unclosed';
      const cut = valueFrom < 0 ? null : recut(text, valueFrom, valueEnd);
      if (cut === null) return body(Math.min(at, text.length));
      values[values.length - 1] = cut.text;
      at = cut.end;
      valueFrom = -1;
      continue;
    }
    if (code === close || code === CLOSE) {
      const after = goesOn(text, at + 1);
      if (after < 0) return body(at + 1);
      // One bracket too many: the fields after it belong to this entry.
      at = after;
      continue;
    }
    const valueAt = endOfName(text, at);
    if (valueAt < 0) {
      const end = endOfJunk(source, at, close);
      if (end > at && text.slice(at, end).trim() !== '%') trouble ??= 'field';
      at = Math.max(end, at + 1);
      continue;
    }
    const name = nameOf(text, at, valueAt - 1);
    const value = readValue(source, valueAt, close);
    at = value.end;
    if (value.unclosed) trouble = 'unclosed';
    valueFrom = add(names, values, name, value.text) && !value.unclosed ? valueAt : -1;
    valueEnd = at;
  }
}

/** The first of two fields of one name holds, as in BibTeX; a different one is kept beside it under a name of its own. Gives whether it was added. */
function add(names: string[], values: string[], name: string, value: string): boolean {
  const before = names.indexOf(name);
  if (before >= 0) {
    if (values[before] === value) return false;
    let n = 2;
    while (names.includes(`${name}_${n}`)) n++;
    names.push(`${name}_${n}`);
  } else names.push(name);
  values.push(value);
  return true;
}

/** The key: everything to the first comma. Where that comma is missing, the first field's name is not part of it. */
function readKey(text: string, from: number): { readonly key: string; readonly end: number } {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === COMMA) return { key: text.slice(from, at).trim(), end: at + 1 };
    if (code === CLOSE) return { key: text.slice(from, at).trim(), end: at };
    if (code === EQUALS) {
      const before = text.slice(from, at);
      const name = /(?:^|\s)\S+\s*$/.exec(before);
      const cut = name ? name.index : before.length;
      return { key: before.slice(0, cut).trim(), end: from + cut };
    }
    if (code === OPEN || code === QUOTE) return { key: '', end: from };
  }
  return { key: '', end: text.length };
}

/** Where the fields go on after a bracket too many (`title = {…}}, year = …`); -1 where the entry really ended. */
function goesOn(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at)) || text.charCodeAt(at) === CLOSE) at++;
  if (text.charCodeAt(at) === COMMA) {
    NAME.lastIndex = at + 1;
    if (NAME.test(text)) return at + 1;
  }
  FIELD_LINE.lastIndex = from;
  return FIELD_LINE.test(text) ? from : -1;
}

/** The rest of a line and a line that can only be a field: outside an entry nobody writes one. */
const FIELD_LINE = /[^@\r\n]*[\r\n]+[^\S\r\n]*[a-z][\w-]*[^\S\r\n]*=[^\S\r\n]*[{"\d]/iy;

/** The end of something that is no field: the next comma, line or end of the entry at this depth. */
function endOfJunk({ text, endOfBlock }: Source, from: number, close: number): number {
  let at = from;
  // Where one bracket is never closed the others after it are not asked for one by one.
  let closes = true;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === COMMA || code === close || code === CLOSE || code === LF || code === CR) return at;
    if (code === OPEN && closes) {
      const end = endOfBlock(at + 1, CLOSE);
      closes = end >= 0;
      at = closes ? end : at + 1;
    } else at++;
  }
  return at;
}
