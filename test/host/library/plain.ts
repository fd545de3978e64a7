/** A search that looks at every entry and every word of it, one after the other: what the library's is compared with. */
import { foldedWords } from '../../../core/library/folding.ts';
import { comparing, LONGEST_TYPED, mistakesAllowed } from '../../../core/library/near.ts';
import {
  authorOrder,
  eachText,
  journalOf,
  type Place,
  plainText,
  titleOrder,
  yearOf,
} from '../../../core/library/texts.ts';
import type { KeptEntry, LibraryQuery } from '../../../core/library/types.ts';

/** What a word is worth by its place (rest, head, title, author), where it begins as typed and where it is what was typed. */
const BEGINNING = [1, 2, 4, 5];
const WHOLE = [1, 3, 6, 7];
/** Worths are not told apart beyond it. */
const MOST = 255;
const GUESSES = 4;

export interface PlainPage {
  readonly ids: readonly string[];
  readonly instead: string | null;
}

/** Collections with those in them, by id, those in the trash as well; and which are not. */
export interface PlainCollections {
  readonly inside: Readonly<Record<string, readonly string[]>>;
  readonly shown: readonly string[];
}

type Worth = (entry: KeptEntry) => number;

/** A search in entries that are given in the order in which they came. */
export function plainSearch(
  entries: readonly KeptEntry[],
  query: LibraryQuery,
  collections: PlainCollections,
): PlainPage {
  const words = new Map(entries.map(entry => [entry, wordsOf(entry)]));
  const best = (of: (word: string, place: Place) => number): Worth => {
    const worths = new Map(
      entries.map(entry => [entry, Math.max(0, ...(words.get(entry) ?? []).map(([word, place]) => of(word, place)))]),
    );
    return entry => worths.get(entry) ?? 0;
  };
  const beginning = (typed: string) =>
    best((word, place) => (word === typed ? WHOLE : word.startsWith(typed) ? BEGINNING : [])[place] ?? 0);
  const whole = (some: readonly string[]) => best((word, place) => (some.includes(word) ? (WHOLE[place] ?? 0) : 0));

  const among = entries.filter(entry => isLeft(entry, query, collections));
  const came = new Map(entries.map((entry, at) => [entry, at]));
  function found(groups: readonly Worth[]): readonly string[] {
    const some = among.filter(entry => groups.every(group => group(entry) > 0));
    if (groups.length === 0 || query.sort !== undefined) return inOrder(some, came, query).map(({ id }) => id);
    const worth = new Map(
      some.map(entry => {
        const each = groups.map(group => group(entry));
        const sum = Math.min(
          each.reduce((all, one) => all + one, 0),
          MOST,
        );
        return [entry, sum + (each.every(one => one > 1) ? MOST + 1 : 0)];
      }),
    );
    const latest = inOrder(some, came, { sort: 'year', descending: true });
    return [...latest].sort((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0)).map(({ id }) => id);
  }

  const typed = foldedWords(query.text ?? '');
  const own = typed.map(beginning);
  const isKnown = own.map(group => entries.some(entry => group(entry) > 0));
  const areKnown = isKnown.every(is => is);
  if (areKnown) {
    const ids = found(own);
    if (ids.length > 0 || typed.length === 0) return { ids, instead: null };
  }
  for (const all of among.length === 0 ? [] : areKnown ? [true] : [false, true]) {
    const guesses = typed.map((word, at) => (isKnown[at] && !all ? [] : nearest(word, [...words.values()])));
    if (guesses.every(({ length }) => length === 0)) continue;
    const groups = guesses.map((some, at): Worth => {
      const [mine, guessed] = [own[at] as Worth, whole(some)];
      return entry => Math.max(mine(entry), guessed(entry));
    });
    const ids = found(groups);
    const instead = typed.map((word, at) => (isKnown[at] ? word : (guesses[at]?.[0] ?? word))).join(' ');
    if (ids.length > 0) return { ids, instead };
  }
  return { ids: [], instead: null };
}

function wordsOf(entry: KeptEntry): readonly (readonly [word: string, place: Place])[] {
  const words: [string, Place][] = [];
  eachText(entry, (text, place) => words.push(...foldedWords(text).map((word): [string, Place] => [word, place])));
  return words;
}

/** The words nearest to a mistyped one: those with the fewest mistakes, of these the commonest, of these the first that came. */
function nearest(typed: string, all: readonly (readonly (readonly [word: string, place: Place])[])[]) {
  const allowed = mistakesAllowed(typed.length);
  if (allowed === 0 || typed.length > LONGEST_TYPED || /^\d+$/.test(typed)) return [];
  const counts = new Map<string, number>();
  for (const its of all)
    for (const word of new Set(its.map(([one]) => one))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const near = [...counts].flatMap(([word, count]) => {
    if (/\d/.test(word) && !/\d/.test(typed)) return [];
    const mistakes = mistakesBetween(typed, word);
    return mistakes > allowed ? [] : [{ word, count, mistakes: mistakes + (word[0] === typed[0] ? 0 : 0.5) }];
  });
  return near
    .sort((a, b) => a.mistakes - b.mistakes || b.count - a.count)
    .slice(0, GUESSES)
    .map(({ word }) => word);
}

const mistakesBetween = (typed: string, word: string): number =>
  comparing(typed, ({ between }) =>
    between(
      Uint16Array.from(word, (_, at) => word.charCodeAt(at)),
      0,
      word.length,
      LONGEST_TYPED,
    ),
  );

function isLeft(entry: KeptEntry, query: LibraryQuery, collections: PlainCollections): boolean {
  const { tags = [], types = [], collection, from, to } = query;
  const year = yearOf(entry.item);
  return (
    tags.every(tag => entry.tags.includes(tag)) &&
    (collection === undefined || entry.collections.some(id => collections.inside[collection]?.includes(id))) &&
    (from === undefined || (year !== null && year >= from)) &&
    (to === undefined || (year !== null && year <= to)) &&
    (types.length === 0 || types.includes(entry.item.type)) &&
    (!query.starred || entry.starred) &&
    (!query.unread || !entry.read) &&
    (!query.unfiled || !entry.collections.some(id => collections.shown.includes(id))) &&
    entry.trashed === (query.trash ?? false)
  );
}

const SORTED_BY: Readonly<Record<string, (entry: KeptEntry) => string | number | null>> = {
  title: ({ item }) => titleOrder(plainText(item.title)),
  author: ({ item }) => authorOrder(item),
  journal: ({ item }) => journalOf(item).toLowerCase(),
  year: ({ item }) => yearOf(item),
  type: ({ item }) => item.type,
  changed: ({ changed }) => changed.at,
};

/** Entries in an order, the newest of equals first, what has nothing to be sorted by last; `came` says which came when. */
function inOrder(entries: readonly KeptEntry[], came: ReadonlyMap<KeptEntry, number>, query: LibraryQuery) {
  const { sort = 'added', descending = query.sort === undefined } = query;
  const newest = (a: KeptEntry, b: KeptEntry) => (came.get(b) ?? 0) - (came.get(a) ?? 0);
  const keyOf = SORTED_BY[sort] ?? ((entry: KeptEntry) => came.get(entry) ?? 0);
  const isNone = (entry: KeptEntry) => keyOf(entry) === null || keyOf(entry) === '';
  return [...entries].sort((a, b) => {
    if (isNone(a) !== isNone(b)) return isNone(a) ? 1 : -1;
    const [one, other] = [keyOf(a), keyOf(b)] as [number, number];
    if (one === other || isNone(a)) return newest(a, b);
    return (one < other ? -1 : 1) * (descending ? -1 : 1);
  });
}
