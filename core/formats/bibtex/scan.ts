/**
 * BibTeX as it is found: one pass over the letters, entry by entry, so that a broken entry costs itself only.
 * Accepts `@type{…}` and `@type(…)`, empty or missing keys, unbalanced quotes inside braces, entries glued together.
 */

export interface RawEntry {
  /** Lower case, as `article`. */
  readonly type: string;
  readonly key: string;
  /** Values with `@string` macros put in and `#` joined; braces kept. Names in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

export interface RawProblem {
  readonly kind: 'unclosed' | 'no-fields' | 'field' | 'unknown-macro';
  readonly line: number;
  readonly text: string;
  /** The field or macro concerned. */
  readonly name?: string;
}

export interface Scanned {
  readonly entries: readonly RawEntry[];
  readonly problems: readonly RawProblem[];
}

/** Month macros that every BibTeX style defines: kept as names, so that `mar # "~5"` is 5 March and not March to May. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const HEAD = /@\s*([a-z][\w-]*)\s*([{(])/iy;
const NAME = /\s*([^\s=,{}()"#%']+)\s*=\s*/y;
const BARE = /[^\s,#{}"()=]+/y;

class Unclosed extends Error {}

/** Splits a text into entries. Never throws; what cannot be read is a problem with its line. */
export function scanBibtex(text: string): Scanned {
  const macros = new Map(MONTHS.map(name => [name, name]));
  const entries: RawEntry[] = [];
  const problems: RawProblem[] = [];
  const lineAt = lineCounter(text);
  let at = text.indexOf('@');
  while (at >= 0) {
    HEAD.lastIndex = at;
    const head = HEAD.exec(text);
    if (!head || !startsEntry(text, at)) {
      at = text.indexOf('@', at + 1);
      continue;
    }
    const type = (head[1] ?? '').toLowerCase();
    const from = HEAD.lastIndex;
    const line = lineAt(at);
    const close = head[2] === '(' ? ')' : '}';
    if (type === 'comment') {
      at = text.indexOf('@', from);
      continue;
    }
    const problem = (kind: RawProblem['kind'], end: number, name?: string) =>
      problems.push({ kind, line, text: text.slice(at, end), ...(name === undefined ? {} : { name }) });
    try {
      if (type === 'preamble') {
        at = text.indexOf('@', endOfBlock(text, from, close));
        continue;
      }
      const body = readBody(text, from, close, type !== 'string', macros);
      if (type === 'string') for (const [name, value] of body.fields) macros.set(name, value);
      else if (body.fields.size === 0) problem('no-fields', body.end);
      else entries.push({ type, key: body.key, fields: body.fields, line, text: text.slice(at, body.end) });
      for (const name of body.unread) problem('field', body.end, name);
      for (const name of body.unknown) problem('unknown-macro', body.end, name);
      at = text.indexOf('@', body.end);
    } catch (error) {
      if (!(error instanceof Unclosed)) throw error;
      const next = nextEntry(text, from);
      problem('unclosed', next);
      at = next < text.length ? next : -1;
    }
  }
  return { entries, problems };
}

/** An `@` inside running text (an address) starts no entry. */
function startsEntry(text: string, at: number): boolean {
  return at === 0 || /[\s}),%]/.test(text[at - 1] as string);
}

/** Where the next line begins that starts an entry: the place to go on after a broken one. */
function nextEntry(text: string, from: number): number {
  const next = /[\r\n][ \t]*@[a-z]+\s*[{(]/gi;
  next.lastIndex = from;
  const found = next.exec(text);
  return found ? found.index + found[0].indexOf('@') : text.length;
}

function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let from = 0;
  return at => {
    for (; from < at; from++) {
      const letter = text.charCodeAt(from);
      if (letter === 10 || (letter === 13 && text.charCodeAt(from + 1) !== 10)) line++;
    }
    return line;
  };
}

interface Body {
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly unread: readonly string[];
  readonly unknown: readonly string[];
  readonly end: number;
}

function readBody(
  text: string,
  from: number,
  close: string,
  keyed: boolean,
  macros: ReadonlyMap<string, string>,
): Body {
  let at = from;
  let key = '';
  if (keyed) {
    const found = /\s*([^,={}()"]*?)\s*(?=[,})=])/y;
    found.lastIndex = at;
    const match = found.exec(text);
    // "@article{title = …": the key was left out altogether.
    if (match && text[found.lastIndex] !== '=') {
      key = match[1] ?? '';
      at = found.lastIndex;
    }
  }
  const fields = new Map<string, string>();
  const unread: string[] = [];
  const unknown: string[] = [];
  for (;;) {
    while (at < text.length && /[\s,]/.test(text[at] as string)) at++;
    if (at >= text.length) throw new Unclosed();
    if (text[at] === close || text[at] === '}') return { key, fields, unread, unknown, end: at + 1 };
    NAME.lastIndex = at;
    const name = NAME.exec(text)?.[1]?.toLowerCase();
    if (name === undefined) {
      const skipped = skipField(text, at, close);
      unread.push(text.slice(at, skipped).trim().slice(0, 40));
      at = Math.max(skipped, at + 1);
      continue;
    }
    const value = readValue(text, NAME.lastIndex, close, macros, unknown);
    at = value.end;
    // The first of two fields of one name holds, as in BibTeX; the other is kept beside it.
    if (!fields.has(name)) fields.set(name, value.text);
    else if (fields.get(name) !== value.text) fields.set(freeName(fields, name), value.text);
  }
}

function freeName(fields: ReadonlyMap<string, string>, name: string): string {
  let n = 2;
  while (fields.has(`${name}_${n}`)) n++;
  return `${name}_${n}`;
}

/** The end of something that is no field: the next comma or the entry's end at this depth. */
function skipField(text: string, from: number, close: string): number {
  let at = from;
  while (at < text.length && text[at] !== ',' && text[at] !== close && text[at] !== '\n') {
    if (text[at] === '{') at = endOfBlock(text, at + 1, '}');
    else at++;
  }
  return at;
}

function readValue(text: string, from: number, close: string, macros: ReadonlyMap<string, string>, unknown: string[]) {
  let at = from;
  let value = '';
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++;
    const letter = text[at];
    if (letter === undefined) throw new Unclosed();
    if (letter === '{') {
      const end = endOfBlock(text, at + 1, '}');
      value += text.slice(at + 1, end - 1);
      at = end;
    } else if (letter === '"') {
      const end = endOfQuoted(text, at + 1);
      value += text.slice(at + 1, end - 1);
      at = end;
    } else {
      BARE.lastIndex = at;
      const bare = BARE.exec(text)?.[0];
      if (bare === undefined || letter === close) return { text: value, end: at };
      at = BARE.lastIndex;
      const macro = macros.get(bare.toLowerCase());
      if (macro === undefined && !/^\d+$/.test(bare)) unknown.push(bare);
      value += macro ?? bare;
    }
    while (/\s/.test(text[at] ?? '')) at++;
    if (text[at] !== '#') return { text: value, end: at };
    at++;
  }
}

/** Just after the bracket that closes a block; backslashed braces do not count. */
function endOfBlock(text: string, from: number, close: string): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const letter = text[at];
    if (letter === '\\') at++;
    else if (letter === '{') depth++;
    else if (letter === '}') {
      depth--;
      if (depth === 0) return at + 1;
    } else if (letter === close && close === ')' && depth === 1) return at + 1;
    // A line that starts a new entry inside a value means that a brace was forgotten.
    else if (letter === '\n' && /^[ \t]*@[a-z]+\s*[{(][^\s{}=]*,\s*[\r\n]/i.test(text.slice(at + 1, at + 200))) break;
  }
  throw new Unclosed();
}

function endOfQuoted(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const letter = text[at];
    if (letter === '\\') at++;
    else if (letter === '{') depth++;
    else if (letter === '}') depth--;
    else if (letter === '"' && depth <= 0) return at + 1;
  }
  throw new Unclosed();
}
