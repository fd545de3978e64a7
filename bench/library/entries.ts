/** Articles as a large library holds them: words as often as in real text (Zipf), many names, an abstract of about 150 words. */
import type { NewEntry } from '../../core/library/types.ts';

/** Numbers that look random and never change (Numerical Recipes' linear congruential generator), 0 up to 1. */
function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const BEGINNINGS = [
  'ca',
  'neph',
  'der',
  'hae',
  'fi',
  'pro',
  'thi',
  're',
  'an',
  'cy',
  'o',
  'sta',
  'mi',
  'pa',
  'va',
  'le',
  'di',
];
const MIDDLES = [
  'lci',
  'ro',
  'ma',
  'mo',
  'bri',
  'te',
  'o',
  'phe',
  'ti',
  'to',
  'ste',
  'ri',
  'so',
  'lu',
  'ne',
  'gi',
  'xa',
  'bu',
];
const ENDS = [
  'phylaxis',
  'logy',
  'titis',
  'dialysis',
  'nogen',
  'in',
  'sulfate',
  'resis',
  'body',
  'kine',
  'pathy',
  'tic',
  'ction',
  's',
  'al',
  'e',
];
const COMMON =
  'the of in and with to a for patients was were by is that on from as treatment disease after group study between risk results'.split(
    ' ',
  );

/** The word of a rank, the same at every run; ranks beyond the common words have some 60,000 different ones. */
function wordOf(rank: number): string {
  if (rank < COMMON.length) return COMMON[rank] as string;
  const [a, b, c] = [rank % 17, Math.floor(rank / 17) % 18, Math.floor(rank / 306) % 16];
  const again = Math.floor(rank / 4896);
  return `${BEGINNINGS[a]}${again > 0 ? MIDDLES[again % 18] : ''}${MIDDLES[b]}${ENDS[c]}`;
}
const WORDS = Array.from({ length: 60_000 }, (_, rank) => wordOf(rank));

export const JOURNALS = [
  'Kidney International',
  'The Lancet',
  'BMJ Case Reports',
  'Blood Purification',
  'Néphrologie & Thérapeutique',
];

/** So many articles, the same at every run. */
export function* articles(count: number): Generator<NewEntry> {
  const random = sequence(11);
  // A rank drawn as 1/rank: e to a uniform power.
  const word = () => WORDS[Math.floor(Math.exp(random() * Math.log(WORDS.length))) - 1] ?? 'the';
  const words = (length: number) => Array.from({ length }, word).join(' ');
  const family = () => {
    const name = WORDS[200 + Math.floor(random() ** 3 * 20_000)] as string;
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
  for (let number = 0; number < count; number++) {
    yield {
      key: `k${number}`,
      item: {
        id: '',
        type: 'article-journal',
        title: words(8 + Math.floor(random() * 8)),
        author: Array.from({ length: 1 + Math.floor(random() * 6) }, () => ({ family: family(), given: 'A. B.' })),
        issued: { 'date-parts': [[1970 + Math.floor(random() * 56), 1 + Math.floor(random() * 12)]] },
        'container-title': JOURNALS[Math.floor(random() * JOURNALS.length)] as string,
        volume: String(1 + Math.floor(random() * 400)),
        page: `${1 + Math.floor(random() * 2000)}-${2000 + Math.floor(random() * 20)}`,
        DOI: `10.5555/bench.${number}`,
        abstract: words(120 + Math.floor(random() * 60)),
      },
      ...(number % 20 === 0 ? { tags: ['to read'] } : {}),
    };
  }
}
