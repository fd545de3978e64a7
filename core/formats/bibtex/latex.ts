/**
 * LaTeX as bibliographies write it, read into letters. Rich text comes out as the small HTML that CSL defines
 * (`<i> <b> <sup> <sub> <span class="nocase">`). A command that is not known is kept as it was written.
 */
import { decodeEntities } from '../entities.ts';
import { BACKSLASH, CLOSE, isLetter } from './codes.ts';
import { CASES, SECOND, SILENT, SWITCHES, TRANSPARENT, WRAPPERS } from './commands.ts';
import { ACCENTS, LETTERS } from './letters.ts';

/** Braces in braces are read so deep: what nests more is no text that anybody wrote, and its braces are left out. */
const DEEPEST = 200;

export interface Decoding {
  /** Whether braces protect case, as in titles; elsewhere they only group. */
  readonly title?: boolean;
}

/** Letters that mean something in LaTeX, by code: 1 wherever they stand, 2 only in mathematics, 3 only when doubled, 4 white space. */
const MEANING = new Uint8Array(128);
for (const letter of '\\{}$~`&') MEANING[letter.charCodeAt(0)] = 1;
for (const letter of '^_') MEANING[letter.charCodeAt(0)] = 2;
for (const letter of "-'") MEANING[letter.charCodeAt(0)] = 3;
for (const letter of ' \t\r\n\f\v') MEANING[letter.charCodeAt(0)] = 4;

/** What {@link MEANING} says, to look for: in an abstract the engine finds it faster than we can look at each letter. */
const SIGNS = ['\\', '{', '}', '$', '~', '`', '&', '\n', '\r', '\t', '\f', '\v'];
/** By a pattern: looking for two signs takes as long as that for each of them, where the first is as common as a space. */
const DOUBLED = /--|''| {2}/;
const LONG = 120;

/** Whether a text is the same before and after decoding: nothing of LaTeX in it, white space as single spaces inside. */
function isPlain(text: string): boolean {
  if (text.length > LONG)
    return text[0] !== ' ' && !text.endsWith(' ') && !SIGNS.some(sign => text.includes(sign)) && !DOUBLED.test(text);
  let before = 32;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      const meaning = MEANING[code];
      if (meaning === 1 || (meaning === 3 && code === before) || (meaning === 4 && (code !== 32 || before === 32)))
        return false;
    }
    before = code;
  }
  return before !== 32;
}

/** The letters of a LaTeX text. White space is folded to single spaces. */
export function decodeLatex(text: string, decoding?: Decoding): string {
  if (isPlain(text)) return text;
  const reader = { text, at: 0, quoted: false, title: decoding?.title === true };
  const out = readGroup(reader, '', 0, false);
  return hasLooseSpace(out) ? out.replace(LOOSE_SPACE, ' ').trim() : out;
}

/** White space to fold, the single spaces between words left aside: an abstract has hundreds of them. */
const LOOSE_SPACE = / *[^\S \u00a0\u202f][^\S\u00a0\u202f]*| {2,}/g;

/** White space that is not one space between two words. */
const hasLooseSpace = (text: string): boolean =>
  text[0] === ' ' || text.endsWith(' ') || BREAKS.test(text) || SPACES.test(text);

const BREAKS = /[\t-\r]/;
const SPACES = / {2}/;

/** Signs that are read, in mathematics or outside it. */
const READ = /[\\{}$~`&^_'-]/g;

/** Where the next of them stands, or the text's length. The engine passes over a long text several times as fast as we look at each letter. */
function nextSign(text: string, from: number): number {
  if (text.length < SHORT_TEXT) {
    let at = from;
    for (; at < text.length; at++) {
      const meaning = MEANING[text.charCodeAt(at)] ?? 0;
      if (meaning !== 0 && meaning !== 4) break;
    }
    return at;
  }
  READ.lastIndex = from;
  return READ.test(text) ? READ.lastIndex - 1 : text.length;
}

const SHORT_TEXT = 24;

interface Reader {
  readonly text: string;
  at: number;
  /** Whether a single quotation mark is open. */
  quoted: boolean;
  readonly title: boolean;
}

/** Reads until `close` (or the end), which it passes. */
function readGroup(reader: Reader, close: '' | '}' | '$', depth: number, math: boolean): string {
  const { text } = reader;
  let out = '';
  let after = '';
  let from = reader.at;
  let at = from;
  for (;;) {
    at = nextSign(text, at);
    if (at >= text.length) break;
    const code = text.charCodeAt(at);
    if (!math && (code === 94 || code === 95)) {
      at++;
      continue;
    }
    if (at > from) out += text.slice(from, at);
    const letter = text[at] as string;
    reader.at = at + 1;
    if (letter === close) return out + after;
    if (letter === '\\') {
      const command = readCommand(reader);
      const changed = depth > 0 ? SWITCHES[command] : undefined;
      if (changed) {
        skipSpaceOrEmptyGroup(reader, command);
        out += changed[0];
        after = changed[1] + after;
      } else out += readArguments(reader, command, depth, math);
    } else if (letter === '{') out += readBraces(reader, depth, math);
    else if (letter === '$') out += readGroup(reader, '$', depth + 1, true);
    else if (letter === '^' || letter === '_') {
      out += raised(letter === '^' ? 'sup' : 'sub', readArgument(reader, depth, true));
    } else if (letter === '~') out += '\u00a0';
    else if (letter === '&') out += readEntity(reader);
    else if (letter === '-') out += math ? '-' : readDashes(reader);
    else if (letter === '`') {
      const double = follows(reader, '`');
      if (!double) reader.quoted = true;
      out += double ? '“' : '‘';
    } else if (letter === "'") out += follows(reader, "'") ? '”' : closing(reader);
    from = reader.at;
    at = from;
  }
  reader.at = at;
  return out + text.slice(from) + after;
}

/** A raised ring is a degree sign, and a raised prime a prime. */
function raised(tag: string, inside: string): string {
  if (tag === 'sup' && inside === '∘') return '°';
  return tag === 'sup' && /^′+$/.test(inside) ? inside : `<${tag}>${inside}</${tag}>`;
}

function follows(reader: Reader, letter: string): boolean {
  if (reader.text[reader.at] !== letter) return false;
  reader.at++;
  return true;
}

/** The characters of HTML that web pages leave behind in the files they export. */
function readEntity(reader: Reader): string {
  ENTITY.lastIndex = reader.at - 1;
  const found = ENTITY.exec(reader.text);
  const letter = found ? decodeEntities(found[0]) : '&';
  if (!found || letter === found[0]) return '&';
  reader.at += found[0].length - 1;
  return letter;
}

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,7});/iy;

/** An apostrophe, or the end of what a single grave accent began. */
function closing(reader: Reader): string {
  if (!reader.quoted || /[\p{L}\p{N}]/u.test(reader.text[reader.at] ?? '')) return "'";
  reader.quoted = false;
  return '’';
}

function readDashes(reader: Reader): string {
  if (!follows(reader, '-')) return '-';
  return follows(reader, '-') ? '—' : '–';
}

/** What groups of a command and a letter or two say (`{\\"u}`, `{\\oe}`), as most accents are written: each is worked out once. */
const short = new Map<string, string>();
const SHORT = 3;
const MOST_SHORT = 500;

/** What stands in braces, of which the first was passed. */
function readBraces(reader: Reader, depth: number, math: boolean): string {
  if (depth > DEEPEST) return '';
  const { text, at } = reader;
  if (
    math ||
    text.charCodeAt(at) !== BACKSLASH ||
    text.charCodeAt(at + SHORT) !== CLOSE ||
    text.charCodeAt(at + SHORT - 1) === BACKSLASH
  )
    return readInside(reader, depth, math);
  const group = text.slice(at, at + SHORT);
  const known = short.get(group);
  if (known !== undefined) {
    reader.at = at + SHORT + 1;
    return known;
  }
  const inside = readInside(reader, depth, math);
  // Where the brace is the group's end, what it says depends on nothing else.
  if (reader.at === at + SHORT + 1 && short.size < MOST_SHORT) short.set(group, inside);
  return inside;
}

/** Braces around letters protect their case in titles; around a command they only group. */
function readInside(reader: Reader, depth: number, math: boolean): string {
  const protects = reader.title && depth === 0 && !math && reader.text[reader.at] !== '\\';
  const inside = readGroup(reader, '}', depth + 1, math);
  return protects && /\p{Lu}/u.test(inside) ? `<span class="nocase">${inside}</span>` : inside;
}

/** The name after a backslash: letters, or one other sign. */
function readCommand(reader: Reader): string {
  const from = reader.at;
  while (isLetter(reader.text.charCodeAt(reader.at))) reader.at++;
  if (reader.at === from && reader.at < reader.text.length) reader.at++;
  return reader.text.slice(from, reader.at);
}

function readArguments(reader: Reader, command: string, depth: number, math: boolean): string {
  const accent = ACCENTS[command];
  if (accent !== undefined && isAccent(reader, command)) return accented(readArgument(reader, depth, math), accent);
  const wrapper = WRAPPERS[command];
  if (wrapper && reader.text.startsWith('*{', reader.at)) reader.at++;
  if (wrapper) return wrapper[0] + readArgument(reader, depth, math) + wrapper[1];
  const plain = LETTERS[command];
  if (plain !== undefined) {
    skipSpaceOrEmptyGroup(reader, command);
    return plain;
  }
  if (SECOND.has(command)) {
    readArgument(reader, depth, math);
    return readArgument(reader, depth, math);
  }
  if (command === 'texorpdfstring') {
    const printed = readArgument(reader, depth, math);
    readArgument(reader, depth, math);
    return printed;
  }
  const cased = CASES[command];
  if (cased) return cased(readArgument(reader, depth, math));
  if (SILENT.has(command)) {
    readArgument(reader, depth, math);
    return '';
  }
  if (command === 'frac' || command === 'nicefrac' || command === 'sfrac')
    return `${readArgument(reader, depth, math)}/${readArgument(reader, depth, math)}`;
  if (TRANSPARENT.has(command)) {
    skipSpaceOrEmptyGroup(reader, command);
    return '';
  }
  // "R\\&amp;D": programs escape the sign and not what it belongs to.
  if (command === '&') return readEntity(reader);
  if (!isLetter(command.charCodeAt(0))) return single(command);
  return `\\${command}${argumentsAsWritten(reader)}`;
}

/** The braces after a command that is not known: theirs and not ours, so kept. */
function argumentsAsWritten(reader: Reader): string {
  const { text } = reader;
  const from = reader.at;
  while (text[reader.at] === '{') {
    let depth = 0;
    let at = reader.at;
    for (; at < text.length; at++) {
      if (text[at] === '\\') at++;
      else if (text[at] === '{') depth++;
      else if (text[at] === '}' && --depth === 0) break;
    }
    if (at >= text.length) break;
    reader.at = at + 1;
  }
  return text.slice(from, reader.at);
}

/** `\c` and its like are accents only before an argument: `\c{c}`, `\v s`. */
function isAccent(reader: Reader, command: string): boolean {
  return !isLetter(command.charCodeAt(0)) || /[\s{\\]/.test(reader.text[reader.at] ?? '');
}

/** Escaped specials, spaces of several widths, discretionary hyphens. */
function single(command: string): string {
  // \( and \) only say where mathematics begins and ends, \@ how wide the space after a full stop is.
  if (command === '@' || command === '-' || command === '/' || command === '!' || command === '(' || command === ')')
    return '';
  if (command === ',' || command === ';' || command === ':') return '\u202f';
  if (command === '\\' || /^\s/.test(command)) return ' ';
  return command;
}

function skipSpaceOrEmptyGroup(reader: Reader, command: string): void {
  const { text } = reader;
  if (!isLetter(command.charCodeAt(command.length - 1))) return;
  let at = reader.at;
  while (/\s/.test(text[at] ?? '')) at++;
  if (text[at] === '{' && text[at + 1] === '}') reader.at = at + 2;
  else reader.at = at;
}

function readArgument(reader: Reader, depth: number, math: boolean): string {
  const { text } = reader;
  while (/\s/.test(text[reader.at] ?? '')) reader.at++;
  const letter = text[reader.at];
  if (letter === undefined || letter === '}') return '';
  reader.at++;
  if (letter === '{') return readGroup(reader, '}', depth + 1, math);
  if (letter === '\\') return readArguments(reader, readCommand(reader), depth, math);
  return letter;
}

const composed = new Map<string, string>();

/** The accent on the first letter; a dotless i or j takes its dot back before composing. */
function accented(argument: string, accent: string): string {
  if (argument.length > 1) {
    const first = String.fromCodePoint(argument.codePointAt(0) as number);
    return first === argument ? compose(first, accent) : compose(first, accent) + argument.slice(first.length);
  }
  return compose(argument, accent);
}

function compose(letter: string, accent: string): string {
  const key = letter + accent;
  let found = composed.get(key);
  if (found === undefined) {
    const base = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter;
    found = (base + accent).normalize('NFC');
    composed.set(key, found);
  }
  return found;
}
