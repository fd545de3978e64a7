/**
 * Which entries hold which words: the index of a library, in memory. Most of it is one array, the entries of each word one after
 * the other, words in the order of their first letters; so a short beginning is a stretch of that array. The shortest, which most
 * entries have, are gone through once and kept ready. What was written since stands apart, entry by entry, until it is worth sorting in.
 */
import { eachText, type Place } from '../../../core/library/texts.ts';
import type { Entry } from '../../../core/library/types.ts';
import { createApart } from './apart.ts';
import { nearestWords, type WordsByLength, wordsByLength } from './guessing.ts';
import { addBeginnings, BEGINS, type Held, heldFor, hold, IS, letGo, type Matches, matchesOf } from './held.ts';
import { type Parted, scan } from './scanning.ts';
import { type InvertedParts, SORTED_BY, type Sorted, sortPostings } from './sorting.ts';
import { createWords, longer } from './words.ts';

export interface Inverted {
  /** Takes an entry in, in place of what was known of it. */
  put(n: number, entry: Entry): void;
  /** The same, text by text: `work` is given what takes one. */
  fill(n: number, work: (take: (text: Parted, place: Place) => void) => void): void;
  /** Whether it knows of no entry. */
  isEmpty(): boolean;
  /** Takes in another index, of entries that this one knows nothing of. */
  absorb(parts: InvertedParts): void;
  /** Entries with a word that begins so. */
  beginning(word: string): Matches;
  /** Entries with one of these words, whole. */
  whole(words: readonly string[]): Matches;
  /** Whether it is a word of any entry, or was one. */
  isWord(word: string): boolean;
  /** Words with the fewest mistakes, the commonest first. */
  nearest(word: string, most: number): readonly string[];
  /** So many words from all over the alphabet, without digits. */
  some(count: number): readonly string[];
  /** Sorts in what stands apart. */
  settle(): void;
  /** Goes once through what would be gone through at every search, until a time (`performance.now()`). Whether there is more. */
  prepare(until: number): boolean;
  /** What makes it again, settled. */
  parts(): InvertedParts;
}

/** Words that stand apart are gone through in a search as long as they are no more than that: about a millisecond. */
const APART = 300_000;
/** Matches kept in mind: while a second word is typed, the first is not looked for again. */
const REMEMBERED = 24;
/** Mistyped words whose guesses are kept in mind. */
const GUESSED = 8;
/** Beginnings of so many letters are kept ready where they have so many postings. */
const READY = 4;
const MANY = 50_000;
/** Letters of a word that is typed for trial. */
const TELLING = 6;

/** An index; `parts` are those of one that was kept. */
export function createInverted(parts?: InvertedParts): Inverted {
  const words = createWords(parts);
  let { order, until, postings } = parts ?? {
    order: new Uint32Array(0),
    until: new Uint32Array(0),
    postings: new Uint32Array(0),
  };
  /** By word, where its postings are. */
  let first = new Uint32Array(0);
  let last = new Uint32Array(0);
  /** Words that were sorted in, by how long they are: made when first guessed at. */
  let byLength: WordsByLength | null = null;
  /** The highest number of an entry. */
  let highest = highestOf(postings);
  /** By entry, 1 where its postings are of what it was before; and those entries. */
  let stale = new Uint8Array(highest + 1);
  let staleOnes: number[] = [];
  /** Sorted postings of beginnings that very many entries have. */
  const ready = new Map<string, Held>();
  /** Places in `order` of words with a beginning longer than what they are sorted by, as they were last looked for. */
  const begun = new Map<string, Uint32Array>();
  let preparing: Iterator<void> | null = null;
  findPlaces();

  const apart = createApart(words);
  const remembered = new Map<string, Matches>();
  /** Words nearest to mistyped ones: while a second word is typed, they are not looked for again. */
  const guessed = new Map<string, readonly string[]>();
  /** What is not kept is put together here. */
  let passing: Held = new Int32Array(0);

  function nothing(): Held {
    if (passing.length !== heldFor(highest)) passing = new Int32Array(heldFor(highest));
    else passing.fill(0);
    return passing;
  }

  const fill: Inverted['fill'] = (n, work) => {
    if (!apart.fill(n, work) && n < stale.length && stale[n] === 0) {
      stale[n] = 1;
      staleOnes.push(n);
    }
    if (n > highest) highest = n;
    forget();
  };

  function forget(): void {
    remembered.clear();
    guessed.clear();
  }

  function settle(): void {
    if (!apart.isEmpty()) sortIn([]);
  }

  function sortIn(others: readonly Sorted[]): void {
    const own: Sorted = { order, until, postings, stale, renumbered: null };
    ({ order, until, postings } = sortPostings(words, [own, ...others], apart.unsorted()));
    apart.clear();
    stale = new Uint8Array(highest + 1);
    staleOnes = [];
    forget();
    findPlaces();
  }

  function absorb(other: InvertedParts): void {
    const renumbered = new Uint32Array(other.ends.length);
    for (let word = 0, from = 0; word < renumbered.length; word++) {
      const to = other.ends[word] as number;
      renumbered[word] = words.number(other.units, from, to);
      from = to + 1;
    }
    highest = Math.max(highest, highestOf(other.postings));
    sortIn([{ ...other, stale: new Uint8Array(0), renumbered }]);
  }

  function findPlaces(): void {
    first = new Uint32Array(order.length);
    last = new Uint32Array(order.length);
    for (let at = 0, from = 0; at < order.length; at++) {
      const word = order[at] as number;
      first[word] = from;
      from = until[at] as number;
      last[word] = from;
    }
    byLength = null;
    ready.clear();
    begun.clear();
    preparing = null;
  }

  function prepare(until: number): boolean {
    preparing ??= preparations();
    while (!preparing.next().done) if (performance.now() > until) return true;
    return false;
  }

  function* preparations(): Generator<void> {
    yield* prepareAmong(0, order.length, 1);
    byLength ??= wordsByLength(words, order.length);
  }

  /** Keeps ready, of the words from one place of `order` up to another, beginnings of so many letters and longer ones. */
  function* prepareAmong(from: number, end: number, length: number): Generator<void> {
    for (let at = from; at < end; ) {
      const letters = words.letters(order[at] as number).subarray(0, length);
      const beginning = String.fromCharCode(...letters);
      const [, to] = groupOf(beginning);
      // Of what few entries have, longer beginnings have no more.
      if (letters.length === length && postingsOf(at, to) >= MANY) {
        // The longer ones first: what has one of these has the shorter as well.
        if (length < READY) yield* prepareAmong(at, to, length + 1);
        sortedHold(beginning);
        yield;
      }
      at = to;
    }
  }

  /** How many postings the words have from one place of `order` up to another. */
  const postingsOf = (from: number, to: number): number =>
    (until[to - 1] as number) - (first[order[from] as number] as number);

  /** Where in `order` the words are that have the same first letters as this, as far as they are sorted by them. */
  function groupOf(beginning: string): readonly [from: number, to: number] {
    const sortedBy = Math.min(beginning.length, SORTED_BY);
    const search = (isBefore: (difference: number) => boolean) => {
      let low = 0;
      let high = order.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (isBefore(words.compare(order[middle] as number, beginning, sortedBy))) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    return [search(difference => difference < 0), search(difference => difference <= 0)];
  }

  function holdWord(held: Held, word: number, way: number): void {
    if (word >= 0 && word < first.length) hold(held, postings, first[word] as number, last[word] as number, way);
  }

  /** Holds a beginning by those longer by a letter that are ready, and by the postings between them. */
  function holdBetween(held: Held, beginning: string, begin: number, end: number): void {
    let at = begin;
    const longer = [...ready.keys()].filter(one => one.length === beginning.length + 1 && one.startsWith(beginning));
    for (const one of longer.sort()) {
      addBeginnings(held, ready.get(one) as Held);
      const [from, to] = groupOf(one);
      hold(held, postings, at, first[order[from] as number] as number, BEGINS);
      at = until[to - 1] as number;
    }
    hold(held, postings, at, end, BEGINS);
  }

  /** Where in `order` the words are that begin so, as far as they were sorted in: longer than what they are sorted by. */
  function placesOf(beginning: string): Uint32Array {
    const known = begun.get(beginning);
    if (known) return known;
    // While a word is typed, what begins with it is among what began with a letter less.
    const among = begun.get(beginning.slice(0, -1));
    const [from, to] = among ? [0, among.length] : groupOf(beginning);
    const places = new Uint32Array(to - from);
    let count = 0;
    for (let next = from; next < to; next++) {
      const at = among ? (among[next] as number) : next;
      if (words.begins(order[at] as number, beginning)) places[count++] = at;
    }
    const its = places.slice(0, count);
    keep(begun, beginning, its);
    return its;
  }

  /** How what was sorted in holds a beginning; kept where it is short and much, else until the next is looked for. */
  function sortedHold(beginning: string): Held {
    const known = ready.get(beginning);
    if (known) return known;
    if (beginning.length > SORTED_BY) {
      const held = nothing();
      const exact = words.find(beginning);
      // Holding the word itself is worth more than holding its beginning.
      for (const at of placesOf(beginning)) holdWord(held, order[at] as number, order[at] === exact ? IS : BEGINS);
      return held;
    }
    const [from, to] = groupOf(beginning);
    if (to <= from) return nothing();
    const [begin, end] = [first[order[from] as number] as number, until[to - 1] as number];
    const isKept = beginning.length <= READY && end - begin >= MANY;
    const held = isKept ? new Int32Array(heldFor(highest)) : nothing();
    holdBetween(held, beginning, begin, end);
    holdWord(held, words.find(beginning), IS);
    if (isKept) ready.set(beginning, held);
    return held;
  }

  /** What `find` finds of what was sorted in, with what stands apart; `wordsOf` gives the words that are looked for there, and how. */
  function remember(
    name: string,
    find: () => Held,
    wordsOf: (take: (word: number, way: number) => void) => void,
  ): Matches {
    const known = remembered.get(name);
    if (known) return known;
    if (apart.count() > APART) settle();
    let held = find();
    if (!apart.isEmpty()) {
      // What is kept ready is left as it is; it may lack the newest entries.
      held = longer(held, heldFor(highest));
      for (const n of staleOnes) letGo(held, n);
      apart.hold(held, wordsOf);
    }
    const matches = matchesOf(held);
    keep(remembered, name, matches);
    return matches;
  }

  function beginning(word: string): Matches {
    return remember(
      `${word}*`,
      () => sortedHold(word),
      take => {
        if (word.length > SORTED_BY) for (const at of placesOf(word)) take(order[at] as number, BEGINS);
        else {
          const [from, to] = groupOf(word);
          for (let at = from; at < to; at++) take(order[at] as number, BEGINS);
        }
        for (let its = order.length, size = words.size(); its < size; its++)
          if (words.begins(its, word)) take(its, BEGINS);
        const exact = words.find(word);
        if (exact >= 0) take(exact, IS);
      },
    );
  }

  function whole(some: readonly string[]): Matches {
    const numbers = some.map(words.find).filter(word => word >= 0);
    const find = () => {
      const held = nothing();
      for (const word of numbers) holdWord(held, word, IS);
      return held;
    };
    return remember(some.join(' '), find, take => {
      for (const word of numbers) take(word, IS);
    });
  }

  return {
    put: (n, entry) => fill(n, taker => eachText(entry, (text, place) => taker(scan(text), place))),
    fill,
    isEmpty: () => postings.length === 0 && apart.isEmpty(),
    absorb,
    beginning,
    whole,
    isWord: word => words.find(word) >= 0,
    nearest(word, most) {
      const name = `${word} ${most}`;
      const known = guessed.get(name);
      if (known) return known;
      const entriesOf = (its: number) => (its < first.length ? (last[its] as number) - (first[its] as number) : 1);
      byLength ??= wordsByLength(words, order.length);
      const nearest = nearestWords(words, byLength, entriesOf, word, most);
      keep(guessed, name, nearest, GUESSED);
      return nearest;
    },
    some(count) {
      const chosen: string[] = [];
      for (let share = 0; share < count && order.length > 0; share++) {
        let at = Math.floor((share * order.length) / count);
        while (at < order.length && !isTelling(words.letters(order[at] as number))) at++;
        if (at < order.length) chosen.push(String.fromCharCode(...words.letters(order[at] as number)));
      }
      return chosen;
    },
    settle,
    prepare,
    parts() {
      settle();
      return { ...words.parts(), order, until, postings };
    },
  };
}

/** Whether a word is long enough, and has no digit. */
function isTelling(letters: Uint16Array): boolean {
  for (let at = 0; at < letters.length; at++)
    if ((letters[at] as number) >= 48 && (letters[at] as number) < 58) return false;
  return letters.length >= TELLING;
}

/** Keeps what was found; what was kept first makes room. */
function keep<Value>(known: Map<string, Value>, name: string, value: Value, most = REMEMBERED): void {
  known.set(name, value);
  const [oldest] = known.keys();
  if (known.size > most && oldest !== undefined) known.delete(oldest);
}

function highestOf(postings: Uint32Array): number {
  let highest = 0;
  for (let at = 0; at < postings.length; at++) if ((postings[at] as number) > highest) highest = postings[at] as number;
  return highest >>> 2;
}
