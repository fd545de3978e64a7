/** Which paragraph of a returned file is which of the file that was sent. */
import { commonOf } from './diff.ts';
import { evenSpaces } from './spaces.ts';

export interface Sent {
  readonly bookmark: string;
  readonly text: string;
}

export interface Came {
  readonly bookmarks: readonly string[];
  /** With tracked changes not made, and with them made. */
  readonly original: string;
  readonly final: string;
}

/** For each paragraph sent the place of the one that came back, or -1. */
export interface Alignment {
  readonly of: readonly number[];
  /** Places of paragraphs sent that came back elsewhere in the order. */
  readonly moved: ReadonlySet<number>;
}

/** Two texts are one rewritten where they share this much of their words (Dice). */
const ALIKE = 0.45;
/** More pairs than this are not compared word by word. */
const MOST_PAIRS = 250_000;

export function align(sent: readonly Sent[], came: readonly Came[]): Alignment {
  const of = sent.map(() => -1);
  const taken = new Set<number>();
  const pair = (a: number, b: number) => {
    of[a] = b;
    taken.add(b);
  };
  const byName = new Map(sent.flatMap(({ bookmark }, index) => (bookmark === '' ? [] : [[bookmark, index] as const])));
  came.forEach(({ bookmarks }, index) => {
    const known = bookmarks.map(name => byName.get(name)).find(at => at !== undefined && of[at] === -1);
    if (known !== undefined) pair(known, index);
  });
  const inOrder = ascending(of);
  const moved = new Set(of.flatMap((b, a) => (b >= 0 && !inOrder.has(a) ? [a] : [])));
  // What lies between two that are known.
  const anchors = [...inOrder].sort((a, b) => a - b);
  let [fromA, fromB] = [0, 0];
  for (const anchor of [...anchors, sent.length]) {
    const toB = anchor === sent.length ? came.length : (of[anchor] as number);
    const left = range(fromA, anchor).filter(at => of[at] === -1);
    const right = range(fromB, toB).filter(at => !taken.has(at));
    for (const [a, b] of between(left, right, sent, came)) pair(a, b);
    fromA = anchor + 1;
    fromB = toB + 1;
  }
  return { of, moved };
}

const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

/** Places whose partners ascend, as many as can be (longest increasing subsequence). */
function ascending(of: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const before = new Map<number, number>();
  of.forEach((value, index) => {
    if (value < 0) return;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((of[ends[middle] as number] as number) < value) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before.set(index, ends[low - 1] as number);
    ends[low] = index;
  });
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before.get(at)) kept.add(at);
  return kept;
}

function between(
  left: readonly number[],
  right: readonly number[],
  sent: readonly Sent[],
  came: readonly Came[],
): readonly (readonly [number, number])[] {
  if (left.length === 0 || right.length === 0) return [];
  const ours = new Map(left.map(at => [at, evenSpaces(sent[at]?.text ?? '')]));
  const theirs = new Map(
    right.map(at => [at, [evenSpaces(came[at]?.original ?? ''), evenSpaces(came[at]?.final ?? '')]]),
  );
  const equal = commonOf(left, right, (a, b) => theirs.get(b)?.includes(ours.get(a) ?? '') === true);
  const pairs: (readonly [number, number])[] = [];
  let [a, b] = [0, 0];
  for (const [nextA, nextB] of [...equal, [left.length, right.length] as const]) {
    pairs.push(...alike(left.slice(a, nextA), right.slice(b, nextB), sent, came));
    if (nextA < left.length) pairs.push([left[nextA] as number, right[nextB] as number]);
    a = nextA + 1;
    b = nextB + 1;
  }
  return pairs;
}

function alike(
  left: readonly number[],
  right: readonly number[],
  sent: readonly Sent[],
  came: readonly Came[],
): readonly (readonly [number, number])[] {
  const [n, m] = [left.length, right.length];
  if (n === 0 || m === 0 || n * m > MOST_PAIRS) return [];
  const ours = left.map(at => wordsOf(sent[at]?.text ?? ''));
  const theirs = right.map(at => wordsOf(came[at]?.original || came[at]?.final || ''));
  const best: number[][] = Array.from({ length: n + 1 }, () => new Array<number>(m + 1).fill(0));
  const score = (i: number, j: number) => {
    const value = dice(ours[i] as Words, theirs[j] as Words);
    return value >= ALIKE ? value : 0;
  };
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--) {
      const both = score(i, j);
      const row = best[i] as number[];
      const below = best[i + 1] as number[];
      row[j] = Math.max(below[j] as number, row[j + 1] as number, both > 0 ? both + (below[j + 1] as number) : 0);
    }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < n && j < m; ) {
    const here = best[i]?.[j] as number;
    if (here === best[i + 1]?.[j]) i++;
    else if (here === best[i]?.[j + 1]) j++;
    else pairs.push([left[i++] as number, right[j++] as number]);
  }
  return pairs;
}

type Words = ReadonlyMap<string, number>;

function wordsOf(text: string): Words {
  const words = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

const sizeOf = (words: Words) => [...words.values()].reduce((sum, count) => sum + count, 0);

function dice(a: Words, b: Words): number {
  let shared = 0;
  for (const [word, count] of a) shared += Math.min(count, b.get(word) ?? 0);
  const all = sizeOf(a) + sizeOf(b);
  return all === 0 ? 0 : (2 * shared) / all;
}
