/** The references of a pasted bibliography, one text each. */
import { beginsWithNames, readNames, SAME_NAMES } from './names.ts';
import { withoutPages } from './pages.ts';
import { oneLine, plainLetters } from './typography.ts';

/** A number of the list: "12.", "[12]", "(12)", "12)", "12 -", or "12" before a name. */
const NUMBER =
  /^\s*(?:\[\s*(?<square>\d{1,4})\s*\]|\(\s*(?<round>\d{1,3})\s*\)|(?<dot>\d{1,3})\s*\.(?!\d)|(?<half>\d{1,3})\s*\)|(?<dash>\d{1,3})(?:\s+[-–—]\s|[-–—]\s+(?=\p{Lu}))|(?<bare>\d{1,3})(?:\t\s*|\s+)(?=[\p{Lu}“"«']|[-–—_]{2}|(?:van|von|de|d[ue]s?|la|le|el|al)\s))\s*/u;
const MARK = /^\s*(?:[•·▪◦‣●○■*]|[-–—](?=\s))\s*/;
const HEADING =
  /^\W*(?:\d+\W+)?(?:references?|r[ée]f[ée]rences(?:\s+bibliographiques)?|bibliograph(?:y|ie)|literature(?:\s+cited)?|works\s+cited|literatur)\W*$/i;
const YEAR = /\b(?:1[89]|20)\d\d[a-z]?\b/;

/** The reference without its number or mark in the list. */
export function withoutNumber(text: string): string {
  return text.replace(NUMBER, '').replace(MARK, '');
}

interface Numbered {
  readonly line: number;
  readonly kind: string;
  readonly number: number;
}

function numberOf(text: string, line: number): Numbered | null {
  const groups = NUMBER.exec(text)?.groups;
  const [kind, digits] = Object.entries(groups ?? {}).find(([, value]) => value !== undefined) ?? [];
  return kind === undefined ? null : { line, kind, number: Number(digits) };
}

/** The longest run of lines that count up in one way; one number may be missing. A line of the text that begins with a number is not in it. */
function counting(lines: readonly string[]): readonly number[] {
  const all = lines.flatMap((text, line) => numberOf(text, line) ?? []);
  /** By kind and number: the longest run that ends there. */
  const ending = new Map<string, { readonly length: number; readonly at: Numbered; readonly before: string | null }>();
  let longest: string | null = null;
  for (const one of all) {
    const key = `${one.kind} ${one.number}`;
    const before = [1, 2].map(step => `${one.kind} ${one.number - step}`).find(name => ending.has(name));
    const length = (before === undefined ? 0 : (ending.get(before)?.length ?? 0)) + 1;
    if (length <= (ending.get(key)?.length ?? 0)) continue;
    ending.set(key, { length, at: one, before: before ?? null });
    if (length > (longest === null ? 1 : (ending.get(longest)?.length ?? 0))) longest = key;
  }
  const run: number[] = [];
  for (let key = longest; key !== null; ) {
    const end = ending.get(key);
    if (!end) break;
    run.unshift(end.at.line);
    key = end.before;
  }
  return run;
}

/** How one ends: a full stop, pages, an address. */
const ENDING = /(?:[.)\]]|\d|https?:\/\/\S+|10\.\d{4,9}\/\S+)$/;

/** Where lines were broken by a page and nothing stands between references: one begins where the last may be over and a name follows. */
function beginsAfter(before: readonly string[], line: string): boolean {
  if (SAME_NAMES.test(line)) return true;
  const whole = before.join(' ');
  return YEAR.test(whole) && whole.length > 60 && ENDING.test(whole.trim()) && beginsWithNames(line.trim());
}

/** A line longer than this was not broken by a page. */
const PAGE_WIDTH = 150;

/** Which lines begin a reference. */
function beginnings(lines: readonly string[]): ReadonlySet<number> {
  const written = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]));
  const textOf = (at: number) => lines[at] as string;
  const numbered = counting(lines);
  if (numbered.length > 1) return new Set(numbered);
  const [first = 0] = written;
  const marked = written.filter(at => MARK.test(textOf(at)));
  if (marked.length > 1 && marked[0] === first) return new Set(marked);
  const afterGap = written.filter(at => at === first || textOf(at - 1).trim() === '');
  if (afterGap.length > 1) return new Set(afterGap);
  const isSetIn = (at: number) => /^(?:\t| {2,})/.test(textOf(at));
  const setIn = written.filter(isSetIn);
  if (setIn.length > 0 && setIn.length < written.length)
    return new Set(isSetIn(first) ? setIn : written.filter(at => !isSetIn(at)));
  const isOneEach = written.every(at => YEAR.test(textOf(at)) && textOf(at).trim().length > 40);
  if (isOneEach || written.some(at => textOf(at).length > PAGE_WIDTH)) return new Set(written);
  const found = new Set([first]);
  let from = 0;
  for (const [index, at] of written.entries()) {
    if (index === 0 || !beginsAfter(written.slice(from, index).map(textOf), textOf(at))) continue;
    found.add(at);
    from = index;
  }
  return found;
}

/** Where a line stands for the names ("———. 2019."), they are those of the reference before. */
function withNames(references: readonly string[]): readonly string[] {
  let names = '';
  const hasLines = references.some(reference => SAME_NAMES.test(withoutNumber(reference)));
  return references.map(reference => {
    const bare = withoutNumber(reference);
    if (SAME_NAMES.test(bare)) return names === '' ? reference : `${names}${bare.replace(SAME_NAMES, '')}`;
    // Only where one may follow: names take time to be told.
    if (!hasLines) return reference;
    const { authors, year, rest } = readNames(bare.slice(0, 1500));
    const until = bare.slice(0, Math.min(bare.length, 1500) - rest.length);
    names =
      authors.length === 0
        ? ''
        : `${until.slice(0, year === '' ? undefined : until.lastIndexOf(year)).replace(/[\s.,(]+$/, '')}. `;
    return reference;
  });
}

/**
 * The references of a pasted bibliography, one text on one line each: numbered or marked ones, paragraphs, hanging ones, one a line, or
 * broken by a page with nothing between. A heading ("References") is left out, and so are page numbers and running heads.
 */
export function splitReferences(text: string): readonly string[] {
  const lines = withoutPages(
    plainLetters(text)
      .split('\n')
      .filter(line => !HEADING.test(line)),
  );
  const begins = beginnings(lines);
  const pieces: string[][] = [];
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const last = pieces.at(-1);
    if (last === undefined || begins.has(at)) pieces.push([line]);
    else last.push(line);
  }
  return withNames(pieces.map(oneLine));
}
