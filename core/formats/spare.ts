/**
 * CSL variables that a format has no place for, or cannot say exactly, in lines of their own: "original-date: 1886-04-01". Zotero
 * reads the same in its field Extra, and citeproc in notes: names as "Family || Given", a line each, dates as in ISO 8601.
 * Whatever these cannot say is JSON. A format puts the lines where its users see them, and its reader takes them back from there.
 */
import type { CslDate, CslItem, CslName } from '../references/csl.ts';
import { isWritable } from '../writable.ts';
import { isoDate } from './dates.ts';
import type { Draft } from './item.ts';
import { withoutMarkup } from './markup.ts';
import { DATES, inOrder, NAMES, VARIABLES } from './variables.ts';

/** Texts of sentences, which files break into lines and write without italics as they like. */
export const PROSE: ReadonlySet<string> = new Set(['abstract', 'note', 'annote']);

const plain = (value: unknown) =>
  String(value)
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();

/** Whether two values of a variable say the same: spaces, the order of keys and numbers as text apart. */
export function saysSame(variable: string, a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || a === null || b === null) return false;
  if (typeof a !== 'object' && typeof b !== 'object')
    return PROSE.has(variable)
      ? plain(withoutMarkup(String(a))) === plain(withoutMarkup(String(b)))
      : plain(a) === plain(b);
  if (typeof a !== 'object' || typeof b !== 'object' || Array.isArray(a) !== Array.isArray(b)) return false;
  const [first, second] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(first).filter(key => first[key] !== undefined);
  return (
    keys.length === Object.keys(second).filter(key => second[key] !== undefined).length &&
    keys.every(key => saysSame('', first[key], second[key]))
  );
}

const NONE: readonly string[] = [];

/** The variables of an item that `said`, what a file of it would be read as, does not have or has otherwise. */
export function unsaid(item: CslItem, said: Readonly<Record<string, unknown>>): readonly string[] {
  let found: string[] | undefined;
  for (const variable in item) {
    const value = item[variable];
    // Where it repeats the id, it comes back as that.
    if (variable === 'citation-key' && value === item.id) continue;
    if (variable === 'id' || value === undefined || value === null || value === '') continue;
    if (Array.isArray(value) && value.length === 0) continue;
    if (saysSame(variable, value, said[variable])) continue;
    found ??= [];
    found.push(variable);
  }
  return found === undefined ? NONE : inOrder(withTwins(found, item));
}

/** Variables that share a place in most formats: what a line says of one is not what the place seemed to say of another. */
const SHARED: readonly (readonly string[])[] = [
  ['issue', 'number', 'collection-number'],
  ['page', 'number-of-pages'],
  ['edition', 'version'],
  ['container-title', 'event-title', 'collection-title'],
];

const othersOf = (variable: string) =>
  SHARED.find(group => group.includes(variable))?.filter(other => other !== variable) ?? NONE;

/** Whether two values are the same number, as the place that they share says it. */
const isTwin = (a: unknown, b: unknown) => a !== undefined && b !== undefined && plain(a) === plain(b);

/** With those of the same value that share the place, which would be taken for a mistaken reading of it. */
function withTwins(found: readonly string[], item: CslItem): readonly string[] {
  const twins = found.flatMap(variable =>
    othersOf(variable).filter(other => !found.includes(other) && isTwin(item[other], item[variable])),
  );
  return twins.length === 0 ? found : [...new Set([...found, ...twins])];
}

/**
 * Marked are other programs' variables, so that no line of a note is taken for one, and variables in whose own place another
 * thing stands: a marked line always holds.
 */
const nameOf = (variable: string, value: unknown, said: unknown) =>
  VARIABLES.has(variable) && fits(variable, value, said) ? variable : `csl-${variable}`;

function simpleName({ family, given, literal, ...others }: CslName): string | null {
  if (Object.keys(others).length > 0) return null;
  if (literal !== undefined) return family === undefined && given === undefined ? literal : null;
  return family === undefined ? null : given === undefined ? null : `${family} || ${given}`;
}

function simpleDate({ 'date-parts': parts, ...others }: CslDate): string | null {
  if (parts === undefined || Object.keys(others).length > 0) return null;
  return parts
    .map(([year, ...rest]) =>
      [String(year).padStart(4, '0'), ...rest.map(each => String(each).padStart(2, '0'))].join('-'),
    )
    .join('/');
}

/** A value as the text of a line: simple where that is read back as the same, else JSON in the letters of ASCII's one line. */
function textOf(variable: string, value: unknown): string {
  const simple =
    typeof value === 'string' || typeof value === 'number'
      ? String(value)
      : DATES.has(variable)
        ? simpleDate(value as CslDate)
        : null;
  if (
    simple !== null &&
    plain(simple) === simple &&
    isWritable(simple) &&
    saysSame(variable, valueIn(variable, simple), value)
  )
    return simple;
  // Some formats trim, join or mark spaces of their own kind.
  return JSON.stringify(value).replace(/ {2,}|[^\S ]|[\ufffe\uffff]/g, spaces =>
    [...spaces].map(space => `\\u${space.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  );
}

function valueIn(variable: string, text: string): unknown {
  if (/^["[{]/.test(text))
    try {
      return JSON.parse(text);
    } catch {}
  if (DATES.has(variable)) return isoDate(text) ?? { literal: text };
  if (!NAMES.has(variable)) return text;
  const [family = '', given] = text.split(/\s*\|\|\s*/, 2);
  return [given === undefined ? { literal: text } : family === '' ? { given } : { family, given }];
}

/** The lines that say a variable, of which the file says `said` in its own place. */
export function spareLines(variable: string, value: unknown, said?: unknown): readonly string[] {
  const name = nameOf(variable, value, said);
  if (!NAMES.has(variable) || !Array.isArray(value)) return [`${name}: ${textOf(variable, value)}`];
  return (value as readonly CslName[]).map(each => {
    const simple = simpleName(each);
    const holds = simple !== null && plain(simple) === simple && saysSame('', valueIn(variable, simple), [each]);
    return `${name}: ${holds ? simple : textOf('', [each])}`;
  });
}

/** The variable and the text of such a line; null for a line of any other kind. */
function partsOf(line: string): readonly [variable: string, text: string, marked: boolean] | null {
  const found = /^(csl-)?([A-Za-z][\w-]{1,40}): (\S.*)$/.exec(line);
  if (!found) return null;
  const [, marked, name = '', text = ''] = found;
  return marked !== undefined || VARIABLES.has(name) ? [name, text, marked !== undefined] : null;
}

/** Whether a line may say a variable. */
export const isSpare = (line: string): boolean => partsOf(line) !== null;

const letters = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.values(value).map(letters).join('')
    : withoutMarkup(String(value))
        .replace(/[^\p{L}\p{N}]/gu, '')
        .toLowerCase();

const sorted = (text: string) => [...text].sort().join('');

/**
 * Whether a line says more exactly what the file says in its own place. It does not where somebody has changed that place since:
 * then the place holds.
 */
function fits(variable: string, value: unknown, said: unknown): boolean {
  if (said === undefined || variable === 'type') return true;
  if (DATES.has(variable)) {
    const [exact, rough] = [value as CslDate, said as CslDate];
    const year = exact['date-parts']?.[0]?.[0];
    return (
      year === undefined || rough['date-parts'] === undefined || String(rough['date-parts'][0]?.[0]) === String(year)
    );
  }
  const [exact, rough] = [letters(value), letters(said)];
  if (exact === rough || rough === '') return true;
  return NAMES.has(variable) ? sorted(exact) === sorted(rough) : exact.includes(rough) || rough.includes(exact);
}

/** Leaves out of the draft what a shared place seemed to say and lines say of another variable. */
export function dropTwins(draft: Draft, said: readonly string[]): void {
  for (const variable of said)
    for (const other of othersOf(variable))
      if (!said.includes(other) && isTwin(draft[other], draft[variable])) delete draft[other];
}

/**
 * Takes the variables that lines say into the draft, and gives the lines that say none, or what no longer holds. Where `twins` are to
 * stay, {@link dropTwins} is for the caller.
 */
export function takeSpare(draft: Draft, lines: readonly string[], twins = true): readonly string[] {
  const values = new Map<string, { value: unknown; readonly marked: boolean; readonly lines: string[] }>();
  const others: string[] = [];
  for (const line of lines) {
    const parts = partsOf(line.trim());
    if (parts === null) {
      others.push(line);
      continue;
    }
    const [variable, text, marked] = parts;
    const value = valueIn(variable, text);
    const before = values.get(variable);
    if (Array.isArray(before?.value) && Array.isArray(value) && before.marked === marked) {
      before.value = [...before.value, ...value];
      before.lines.push(line);
    } else if (before?.marked && !marked) others.push(line);
    else {
      // A note may have such a line of its own; ours stand below it.
      others.push(...(before?.lines ?? []));
      values.set(variable, { value, marked, lines: [line] });
    }
  }
  for (const [variable, { value, marked, lines: own }] of values)
    if (isOfKind(variable, value) && (marked || fits(variable, value, draft[variable]))) {
      draft[variable] = value;
    } else others.push(...own);
  if (twins) dropTwins(draft, [...values.keys()]);
  return others;
}

/** Whether a value may stand in a variable: JSON of a file may be anything. */
function isOfKind(variable: string, value: unknown): boolean {
  if (NAMES.has(variable))
    return Array.isArray(value) && value.every(each => typeof each === 'object' && each !== null);
  if (DATES.has(variable)) return typeof value === 'object' && value !== null && !Array.isArray(value);
  return variable !== 'type' || typeof value === 'string';
}
