/** Plain text as blocks: lists by their signs, the hard line ends of PDF files and mails taken out, Markdown where it is that. */
import type { Block, Inline } from '../../../core/report/document.ts';
import { cleaned } from './letters.ts';
import { type Entry, isCounting, listsOf } from './lists.ts';
import { looksLikeMarkdown, readMarkdown } from './markdown.ts';

export interface PlainText {
  readonly blocks: readonly Block[];
  /** Words that a hyphen parted at the end of a line, and that are whole now. */
  readonly joined: number;
}

/** A sign that begins an item, with the space behind it. */
const ITEM = /^(\s*)([-–—•·‣▪◦●○*]|o(?=\t)|\(?(?:\d{1,2}|[a-z])\)|\d{1,2}\.)[ \t\u00a0]+(?=\S)/;

/** Lines of a text that is set in lines are not shorter than this, and not longer (letters). */
const NARROWEST = 30;
const WIDEST = 140;
/** Of the room in a line, letters of a proportional face fill at least this share. */
const FILLED = 0.82;

/** Beginnings of words that keep their hyphen. */
const KEEPS_HYPHEN =
  /(?:^|[\s(])(?:all|case|cross|double|end|ex|first|follow|half|high|in|large|late|left|long|low|mid|non|open|point|right|self|semi|short|single|small|third|two|three|up|well|celle|celles|celui|ceux|demi|elle|elles|est|eux|lui|mi|moi|nous|peut|soi|sous|vice|vis|vous|à|au|ci|là)$/i;

/** Words of a text, whole ones and those with hyphens, in small letters. */
const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\d-]+/gu));

/** What a hyphenated word becomes when its line goes on. `written` are the words of the whole text. */
function mended(
  before: string,
  after: string,
  written: ReadonlySet<string>,
): { readonly text: string; readonly isJoined: boolean } {
  const first = /[\p{L}\d-]+(?=-$)/u.exec(before)?.[0] ?? '';
  const next = /^[\p{L}\d]+/u.exec(after)?.[0] ?? '';
  const keep = { text: before + after, isJoined: false };
  // A capital, a digit or another hyphen: COVID-19, IL-6, X-ray.
  if (!/\p{Ll}{2}$/u.test(first) || !/^\p{Ll}/u.test(next) || first.includes('-')) return keep;
  const isWritten = (word: string) => written.has(word.toLowerCase());
  if (isWritten(`${first}-${next}`)) return keep;
  if (!isWritten(first + next) && KEEPS_HYPHEN.test(` ${first}`)) return keep;
  return { text: before.slice(0, -1) + after, isJoined: true };
}

/** Whether lines end where there was no more room, and not where a sentence did. */
function isSetInLines(lines: readonly string[]): boolean {
  if (lines.length < 3) return false;
  const room = Math.max(...lines.map(({ length }) => length));
  if (room < NARROWEST || room > WIDEST) return false;
  const inner = lines.slice(0, -1);
  const full = inner.filter((line, index) => isFull(line, lines[index + 1] as string, room)).length;
  const goesOn = inner.filter((_, index) => /^[\p{Ll}\d(]/u.test(lines[index + 1] as string)).length;
  return full >= inner.length * 0.6 && goesOn >= inner.length * 0.3;
}

/** Whether the first word of the next line, or the rest of a parted one, had no place any more. */
const isFull = (line: string, next: string, room: number): boolean =>
  /\p{L}-$|\d[–/]$/u.test(line) || line.length + 1 + (/^\S+/.exec(next)?.[0].length ?? 0) > room * FILLED + 1;

/** Lines put together again. A line that ends early, with its sentence, ends its paragraph. */
function unwrapped(
  lines: readonly string[],
  written: () => ReadonlySet<string>,
): { readonly texts: readonly string[]; readonly joined: number } {
  const room = Math.max(...lines.map(({ length }) => length));
  const texts: string[] = [];
  let joined = 0;
  let open: string | null = null;
  lines.forEach((line, index) => {
    if (open === null) open = line;
    else if (/\p{L}-$/u.test(open)) {
      const { text, isJoined } = mended(open, line, written());
      open = text;
      if (isJoined) joined++;
    } else if (/\d[–/]$/.test(open) && /^\d/.test(line)) open += line;
    else open += ` ${line}`;
    const next = lines[index + 1];
    if (next === undefined || (/[.!?:;…»”"]$/.test(line) && !isFull(line, next, room))) {
      texts.push(open);
      open = null;
    }
  });
  return { texts, joined };
}

const paragraph = (text: string): Block => ({ type: 'paragraph', children: [{ text }] });

/** Items in successive lines, from the first on; null where they are none. */
function entriesOf(lines: readonly string[]): readonly Entry[] | null {
  if (lines.filter(line => ITEM.test(line)).length < 2) return null;
  const indents: number[] = [];
  const entries: Entry[] = [];
  for (const line of lines) {
    const found = ITEM.exec(line);
    const last = entries.at(-1);
    if (!found && last) {
      // It goes on with what the item says.
      const children: Inline[] = [{ text: `${(last.children[0] as { text: string }).text} ${line.trim()}` }];
      entries[entries.length - 1] = { ...last, children };
      continue;
    }
    const [all = '', space = '', sign = ''] = found ?? [];
    const indent = space.replace(/\t/g, '    ').length;
    while (indents.length > 0 && (indents.at(-1) as number) > indent) indents.pop();
    if (indents.at(-1) !== indent) indents.push(indent);
    const children: Inline[] = [{ text: line.slice(all.length).trim() }];
    entries.push({ type: 'entry', level: indents.length, ordered: isCounting(sign), begins: false, children });
  }
  // 1998, 2. and A. are no list: numbers that count go up by one.
  const numbers = entries.filter(({ level, ordered }) => level === 1 && ordered).length;
  return numbers > 0 && !counts(lines) ? null : entries;
}

function counts(lines: readonly string[]): boolean {
  const numbers = lines.flatMap(line => /^\(?(\d{1,2})[.)]/.exec(line)?.[1] ?? []).map(Number);
  return numbers.every((number, index) => index === 0 || number === (numbers[index - 1] as number) + 1);
}

/** Blocks of plain text, never with a line break that only its old page had. */
export function readPlain(text: string): PlainText {
  // Programs that show PDF files write a hyphen at the end of a line so.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is one that they write
  const whole = cleaned(text.replace(/[\u0002\u00ad\ufffe]\r?\n/g, '-\n'));
  if (looksLikeMarkdown(whole)) return { blocks: readMarkdown(whole), joined: 0 };
  const blocks: Block[] = [];
  let joined = 0;
  let words: ReadonlySet<string> | null = null;
  const written = () => {
    words ??= wordsOf(whole);
    return words;
  };
  for (const group of whole.split(/\n(?:[^\S\n]*\n)+/)) {
    const lines = group
      .split('\n')
      .filter(line => line.trim() !== '')
      .map(line => line.trimEnd());
    if (lines.length === 0) continue;
    // What introduces a list often stands right above it.
    const first = lines.findIndex(line => ITEM.test(line));
    const entries = first < 0 ? null : entriesOf(lines.slice(first));
    const plain = (entries ? lines.slice(0, first) : lines).map(line => line.trim().replace(/\t/g, ' '));
    if (isSetInLines(plain)) {
      const put = unwrapped(plain, written);
      joined += put.joined;
      blocks.push(...put.texts.map(paragraph));
    } else blocks.push(...plain.map(paragraph));
    if (entries) blocks.push(...listsOf(entries));
  }
  return { blocks, joined };
}
