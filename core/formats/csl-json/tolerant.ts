/** JSON that a strict parser refuses, read item by item, so that a broken or truncated one costs itself only. */
import { lineCounter } from '../lines.ts';

export interface ItemRead {
  /** From 1. */
  readonly line: number;
  readonly source: string;
  /** Absent where it could not be read. */
  readonly value?: unknown;
  /** Whether something of it was lost. */
  readonly cut: boolean;
}

/** Where the next item begins, seen from inside one that does not end: an object whose first property is an item's. */
const NEXT = /[\n,]\s*\{\s*"(?:id|type|title|citation-key|DOI)"\s*:/g;

/** Every item of a list, of a list under "items" or "references", of one object alone, or of one object a line. */
export function* tolerantItems(text: string): Generator<ItemRead> {
  const lineAt = lineCounter(text);
  let at = startOfItems(text);
  while (at < text.length) {
    const letter = text[at] as string;
    if (/[\s,;]/.test(letter)) {
      at++;
      continue;
    }
    if (letter === ']' || letter === '}') {
      // What follows the list is no item, unless another list or object follows it.
      at = nextOpening(text, at + 1);
      continue;
    }
    if (letter === '[') {
      at++;
      continue;
    }
    if (text.startsWith('//', at)) {
      at = endOfLine(text, at);
      continue;
    }
    const line = lineAt(at);
    const end = letter === '{' ? endOfObject(text, at) : endOfScalar(text, at);
    const whole = end < 0 ? undefined : parsed(text.slice(at, end));
    if (whole !== undefined) {
      yield { line, source: text.slice(at, end), value: whole.value, cut: false };
      at = end;
      continue;
    }
    NEXT.lastIndex = at + 1;
    const next = NEXT.exec(text);
    const nextAt = next ? next.index + next[0].indexOf('{') : text.length;
    const stop = end < 0 ? nextAt : Math.min(end, nextAt);
    const source = text.slice(at, stop).replace(/[\s,\]]+$/, '');
    const mended = letter === '{' ? completed(source) : undefined;
    yield mended === undefined ? { line, source, cut: true } : { line, source, value: mended, cut: true };
    at = stop;
  }
}

function startOfItems(text: string): number {
  const first = /\S/.exec(text);
  const list = /"(?:items|references)"\s*:\s*\[/.exec(text.slice(0, 100_000));
  if (list && first && text[first.index] === '{') return list.index + list[0].length;
  return first ? (text[first.index] === '[' ? first.index + 1 : first.index) : text.length;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function nextOpening(text: string, from: number): number {
  const opening = /[{[]/g;
  opening.lastIndex = from;
  return opening.exec(text)?.index ?? text.length;
}

/** Just after the bracket that closes the object at `from`; -1 where there is none. */
function endOfObject(text: string, from: number): number {
  const token = /["{}[\]]/g;
  token.lastIndex = from;
  let depth = 0;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    if (found[0] === '"') {
      const end = endOfString(text, found.index + 1);
      if (end < 0) return -1;
      token.lastIndex = end;
    } else if (found[0] === '{' || found[0] === '[') depth++;
    else if (--depth === 0) return token.lastIndex;
  }
  return -1;
}

/** Just after the quotation mark that closes a string. */
function endOfString(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at + 1;
    at = text.indexOf('"', at + 1);
  }
  return -1;
}

function endOfScalar(text: string, from: number): number {
  const end = /[,\]\n]/g;
  end.lastIndex = from + 1;
  return end.exec(text)?.index ?? text.length;
}

/** Strict JSON, or JSON with line breaks inside its strings and commas too many. */
function parsed(source: string): { readonly value: unknown } | undefined {
  for (const attempt of [source, withoutFaults(source)])
    try {
      return { value: JSON.parse(attempt) };
    } catch {}
  return undefined;
}

const CONTROLS: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function withoutFaults(source: string): string {
  return source.replace(/"(?:[^"\\]|\\[\s\S])*"|,\s*(?=[}\]])|\/\/[^\n]*|\bNaN\b|\bundefined\b/g, token => {
    if (token[0] !== '"') return token[0] === 'N' || token[0] === 'u' ? 'null' : '';
    return token.replace(/\p{Cc}/gu, letter => CONTROLS[letter] ?? '').replace(/\\(?!["\\/bfnrtu])/g, '\\\\');
  });
}

/** An object that is cut off, closed after its last whole property; undefined where it has none. */
function completed(source: string): unknown {
  const open: string[] = [];
  let last: { at: number; close: string } | undefined;
  const token = /["{}[\],]/g;
  for (let found = token.exec(source); found; found = token.exec(source)) {
    if (found[0] === '"') {
      const end = endOfString(source, found.index + 1);
      if (end < 0) break;
      token.lastIndex = end;
    } else if (found[0] === '{') open.push('}');
    else if (found[0] === '[') open.push(']');
    else if (found[0] === ',') {
      if (open.length === 1) last = { at: found.index, close: '}' };
    } else if (open.pop() === undefined) break;
    else if (open.length === 1) last = { at: token.lastIndex, close: '}' };
  }
  return last === undefined ? undefined : parsed(source.slice(0, last.at) + last.close)?.value;
}
