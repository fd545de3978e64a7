/** Citation styles found by the name of a style or of a journal, as people type it: abbreviated, by its initials, mistyped. */
import type { StyleFound } from '../../../core/contract/templates.ts';
import { comparing, LONGEST_TYPED, lettersOf } from '../../../core/library/near.ts';
import { HOUSE_STYLES, inWords } from '../../../core/template/style-name.ts';
import { aliases } from './aliases.ts';
import { journals } from './journals.ts';
import { styleTitles } from './styles.ts';

/** Words without accents and case; a number is a word of its own ("iso690"). */
const plain = (text: string): readonly string[] =>
  text
    .replace(/[œŒ]/g, 'oe')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z]+|\d+/g) ?? [];

/** Words that abbreviated titles of journals leave out. */
const SMALL = new Set(['of', 'the', 'and', 'in', 'for', 'de', 'des', 'du', 'la', 'le', 'les', 'et', 'd', 'l']);

/** Whether `short` abbreviates `long`: a part of it, or its first letter and others in their order ("natl", "jpn"). */
function abbreviates(short: string, long: string): boolean {
  // A few letters are in too many words; without a vowel they are an abbreviation.
  if (short.length < 4 && (short.length < 2 || /[aeiouy]/.test(short))) return false;
  if (short.length > 3 && long.includes(short)) return true;
  if (short[0] !== long[0]) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}

/** Whether a word of four letters or more was meant, with a slip in it, or two where it is long; as far as it is typed. */
function isMistyped(typed: string, meant: string): boolean {
  if (typed.length < 4 || meant.length < 4 || typed.length > LONGEST_TYPED) return false;
  // The first letter is seldom wrong; the first two may be turned round.
  if (typed[0] !== meant[0] && !(typed[0] === meant[1] && typed[1] === meant[0])) return false;
  const most = typed.length >= 8 ? 2 : 1;
  const letters = lettersOf(meant);
  return comparing(typed, ({ between }) =>
    [meant.length, Math.min(typed.length, meant.length)].some(end => between(letters, 0, end, most) <= most),
  );
}

interface Named extends StyleFound {
  /** Of the name itself. */
  readonly own: readonly string[];
  /** By which it is found, too: of the style that stands in brackets behind a journal's name, or other names of it. */
  readonly besides: readonly string[];
  /** "nejm" */
  readonly initials: string;
  /** Words of the name that say something. */
  readonly length: number;
  /** Of a manual; 0 where none is named. */
  readonly edition: number;
  /** What everybody calls it: "AMA" is no marketing association. */
  readonly usual?: string | undefined;
}

function named(id: string, name: string, besides = ''): Named {
  const own = plain(name);
  const telling = own.filter(word => !SMALL.has(word));
  // "American Medical Association 11th edition (no URL)": its initials end where its kind begins.
  const initials = plain(name.replace(/\s(?:\d|[(]|-\s).*/, ''))
    .flatMap(word => (SMALL.has(word) ? [] : word.slice(0, 1)))
    .join('');
  const edition = Number(/(\d+)(?:st|nd|rd|th) edition/.exec(name)?.[1] ?? 0);
  return { id, name, own, besides: plain(besides), initials, length: telling.length, edition };
}

/** A name by which a style is asked for that is not its own: a journal's, or what it is called besides. */
function called(id: string, name: string, besides = ''): Named {
  return { ...named(id, name, `${besides} ${id}`), name: `${name} (${inWords(id)})` };
}

/** Names by which authors ask for a style whose own name has none of their words. */
const CALLED: readonly (readonly [style: string, name: string, besides?: string])[] = [
  ...['vancouver', 'vancouver-brackets', 'vancouver-superscript'].map(
    style => [style, 'NLM, ICMJE', 'National Library of Medicine citation sequence citing medicine'] as const,
  ),
  ['apa', 'APA 7th edition', '7e édition American Psychological Association'],
  ['american-medical-association', 'AMA 11th edition, JAMA', '11e édition'],
  ['bmj', 'British Medical Journal'],
  ['modern-language-association', 'MLA'],
  ['chicago-author-date', 'Chicago'],
  ['harvard-cite-them-right', 'Harvard'],
  ['multidisciplinary-digital-publishing-institute', 'MDPI'],
];

let known: readonly Named[] | null = null;

/** Every style of the program by its name, and by the names of journals that use it. */
function all(): readonly Named[] {
  known ??= [
    ...aliases.map(({ journal, style }) => called(style, journal)),
    ...CALLED.map(([id, name, besides]) => ({ ...called(id, name, besides), usual: plain(name)[0] })),
    ...Object.entries(HOUSE_STYLES).flatMap(([id, { en, fr }]) => [named(id, en, id), named(id, fr, id)]),
    ...[...styleTitles()].map(([id, title]) => named(id, title, id)),
    ...journals.flatMap(({ style, journals: names }) => names.map(name => called(style, name))),
  ];
  return known;
}

/** How words answer what was typed: the lower the better. */
const WRITTEN = 0;
const MISTYPED = 1;
const ABBREVIATED = 2;

function answer(wanted: readonly string[], words: readonly string[]): number | null {
  let worst = WRITTEN;
  for (const word of wanted) {
    if (words.some(own => own.startsWith(word))) continue;
    if (words.some(own => isMistyped(word, own))) worst = Math.max(worst, MISTYPED);
    else if (words.some(own => abbreviates(word, own))) worst = ABBREVIATED;
    else return null;
  }
  return worst;
}

/** How far a name is from what was typed; null where it is another. */
function distance(wanted: readonly string[], { own, besides, initials, usual }: Named): number | null {
  const [first = ''] = wanted;
  if (wanted.length === 1 && first === usual) return -2;
  if (wanted.length === 1 && first.length > 2 && first === initials) return -1;
  const byName = answer(wanted, own);
  const by = byName ?? (besides.length === 0 ? null : answer(wanted, [...own, ...besides]));
  if (by === null) return null;
  const begins = own.find(word => !SMALL.has(word) || word === first)?.startsWith(first);
  return by * 4 + (byName === null ? 2 : 0) + (begins ? 0 : 1);
}

/**
 * Styles whose name, or a journal's that uses them, holds all of the words, whole, abbreviated or mistyped, accents and case aside, or
 * whose initials they are: names with the words as they are written come before others, then short ones before long ones, then later
 * editions before earlier ones. What stands in brackets behind a journal, its place, need not be there ("Medicine (Baltimore)").
 * `added` are those of the user.
 */
export function findStyles(words: string, added: readonly StyleFound[] = [], most = 50): readonly StyleFound[] {
  const names = [...added.map(({ id, name }) => named(id, name)), ...all()];
  const found = matching(words, names);
  const bare = words.replace(/\s\([^()]*\)?\s*$/, '');
  return (found.length > 0 || bare === words ? found : matching(bare, names))
    .slice(0, most)
    .map(({ id, name }) => ({ id, name }));
}

function matching(words: string, names: readonly Named[]): readonly StyleFound[] {
  const wanted = plain(words).filter((word, _, { length }) => length === 1 || !SMALL.has(word));
  const found = names
    .flatMap(name => {
      const far = distance(wanted, name);
      return far === null ? [] : [{ ...name, far }];
    })
    .sort(
      (a, b) =>
        a.far - b.far ||
        a.length - b.length ||
        b.edition - a.edition ||
        a.name.length - b.name.length ||
        (a.name < b.name ? -1 : 1),
    );
  const seen = new Set<string>();
  return found.filter(({ name }) => !seen.has(name) && seen.add(name));
}
