/** Initials of authors, as reports write them: "J.M.", "J.-P. M.", "JPM". */
import type { Manuscript, PrintedAuthor } from './types.ts';

type Author = Pick<PrintedAuthor, 'given' | 'family'>;

/** "de", "van der": not among initials as a rule, but sometimes. */
const PARTICLE = /^\p{Ll}/u;

const firstLetters = (names: readonly string[]) =>
  names.flatMap(name => [...name].slice(0, 1)).map(one => one.toUpperCase());

const partsOf = (name: string) => name.split(/[\s\u00a0'’-]+/u).filter(part => part !== '');

/** Letters of each way in which a name is shortened, at least two: all of its parts, the first given name alone, without particles. */
function lettersOf({ given, family }: Author): readonly string[] {
  const own = partsOf(given);
  const last = partsOf(family);
  const bare = last.filter(part => !PARTICLE.test(part));
  const givens = [own, own.slice(0, 1)];
  const families = [last, bare, bare.slice(0, 1)];
  const all = givens.flatMap(before => families.map(after => firstLetters([...before, ...after]).join('')));
  return [...new Set(all)].filter(letters => letters.length >= 2);
}

const escaped = (letter: string) => letter.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** With a full stop after each letter and nothing but a hyphen between: so that "vitamin C. A patient" is not taken for them. */
const dotted = (letters: string) => [...letters].map(letter => `${escaped(letter)}\\.`).join('-?');
/** In any way: "JM", "J M", "J. M.", "J-M". */
const loose = (letters: string) => [...letters].map(letter => `${escaped(letter)}\\.?`).join('[-\\s\\u00a0]*');

const longestFirst = (list: readonly string[]) => [...list].sort((a, b) => b.length - a.length);

/** Initials that can be nothing else, as parts of a regular expression. */
export const sureInitials = ({ authors }: Pick<Manuscript, 'authors'>): readonly string[] =>
  longestFirst(authors.flatMap(lettersOf)).map(dotted);

/** Initials in every form: an abbreviation may read alike ("IV"). Null where there are no authors. */
export function anyInitials({ authors }: Pick<Manuscript, 'authors'>): RegExp | null {
  const all = longestFirst(authors.flatMap(lettersOf)).map(loose);
  return all.length === 0
    ? null
    : new RegExp(`(?<![\\p{L}\\p{M}\\p{N}.-])(?:${all.join('|')})(?![\\p{L}\\p{M}\\p{N}-])`, 'gu');
}
