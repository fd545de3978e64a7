/**
 * A closer look at two items whose titles are nearly the same: word by word, and where they were published. Parts of a series, replies,
 * errata, columns with one title and editions look like one work to whoever counts letters.
 */
import { foldLetters, isPlain, withoutAccents } from '../folding.ts';
import { GREEK_NAMES } from '../greek.ts';
import type { CslItem } from './csl.ts';
import { nearWords } from './near-words.ts';

const GREEK_LETTERS = new RegExp(`[${Object.keys(GREEK_NAMES).join('')}]`, 'g');

/** Folded letters (as `folded` gives them) as they compare: ligatures, letters that stand for two and Greek ones as they are spelt. */
export const compared = (letters: string): string =>
  isPlain(letters)
    ? letters
    : withoutAccents(letters.normalize('NFKD').toLowerCase()).replace(
        GREEK_LETTERS,
        letter => GREEK_NAMES[letter as keyof typeof GREEK_NAMES],
      );

/** Words that say that one is about the other; of both or of none. */
const ABOUT = new Set(
  (
    'reply replies response rebuttal re erratum errata corrigendum corrigenda correction addendum retraction withdrawal concern comment ' +
    'comments commentary editorial protocol discussion réponse commentaire rectificatif rétractation éditorial protocole erwiderung antwort ' +
    'kommentar berichtigung korrektur druckfehler protokoll respuesta comentario corrección erratas protocolo'
  )
    .split(' ')
    .map(foldLetters),
);

/** Words that often come in or stay out. */
const SMALL = new Set(
  (
    'a an the of in on at by for from to with and or as is its into during after among letter abstract retracted withdrawn le la les un une ' +
    'des du de d l et en au aux chez sur par pour der die das ein eine und im am bei von zu zur zum mit'
  ).split(' '),
);

/** Counted: two that differ are two works. */
const COUNTS: readonly (readonly string[])[] = [
  'one i first 1st un une premier premiere eins erste erster ein'.split(' '),
  'two ii second 2nd deux deuxieme seconde zwei zweite zweiter'.split(' '),
  'three iii third 3rd trois troisieme drei dritte dritter'.split(' '),
  'four iv fourth 4th quatre quatrieme vier vierte vierter'.split(' '),
  'five v fifth 5th cinq cinquieme funf funfte funfter'.split(' '),
  'six vi sixth 6th sixieme sechs sechste sechster'.split(' '),
  'seven vii seventh 7th sept septieme sieben siebte siebter'.split(' '),
  'eight viii eighth 8th huit huitieme acht achte achter'.split(' '),
  'nine ix ninth 9th neuf neuvieme neun neunte neunter'.split(' '),
  'ten x tenth 10th dix dixieme zehn zehnte zehnter'.split(' '),
];
const COUNTED = new Map(COUNTS.flatMap((words, index) => words.map(word => [word, String(index + 1)] as const)));

/** Beginnings that turn a word into its opposite, one for the other or before it. */
const INSTEAD: readonly (readonly [string, string])[] = [
  ['hyper', 'hypo'],
  ['intra', 'inter'],
  ['macro', 'micro'],
  ['pre', 'post'],
  ['in', 'out'],
  ['sys', 'dia'],
  ['endo', 'exo'],
  ['uni', 'bi'],
  ['homo', 'hetero'],
  ['sub', 'supra'],
  ['over', 'under'],
  ['fe', ''],
];
const BEFORE = ['a', 'an', 'un', 'in', 'im', 'ir', 'non', 'dis', 'anti', 'de', 're'];

function areOpposite(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (BEFORE.some(before => long === before + short)) return true;
  return INSTEAD.some(([a, b]) =>
    [
      [one, other],
      [other, one],
    ].some(
      ([x = '', y = '']) =>
        x.startsWith(a) && y.startsWith(b) && x.length - a.length > 2 && x.slice(a.length) === y.slice(b.length),
    ),
  );
}

/** "haemodialysis", "hemodialysis"; "tumour", "tumor"; "Urämie", "Uraemie": as one. */
const spelt = (word: string): string =>
  word
    .replace(/ae|oe/g, 'e')
    .replace(/our(?=$|s$|al|ab|ed|ing)/g, 'or')
    .replace(/is(?=(?:e[ds]?|ing|ation)s?$)/g, 'iz')
    .replace(/ys(?=e[ds]?$)/g, 'yz')
    .replace(/tre(?=s?$)/, 'ter')
    .replace(/bre(?=s?$)/, 'ber')
    .replace(/sulph/g, 'sulf')
    .replace(/mme$/, 'm');

/** Whether two words that stand at one place of two titles may be one. */
function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const [first, second] = [COUNTED.get(one), COUNTED.get(other)];
  if (first !== undefined && second !== undefined) return first === second;
  if (SMALL.has(one) && SMALL.has(other)) return one.length > 1 && other.length > 1;
  if (spelt(one) === spelt(other)) return true;
  return !areOpposite(one, other) && nearWords(one, other);
}

const wordsOf = (title: string): readonly string[] => {
  const plain = title
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/&(?:amp;)?/g, ' and ')
    .replace(/['’]s(?![\p{L}\p{N}])/gu, '')
    .replace(SUBTITLE_ARTICLE, '$1 ')
    .normalize('NFKD');
  const words = compared(foldLetters(plain)).match(/[\p{L}\p{N}]+/gu) ?? [];
  return ARTICLES.has(words[0] ?? '') ? words.slice(1) : words;
};

/** In front of a title or a subtitle, where many sources leave them out. */
const SUBTITLE_ARTICLE = /([:?!–—]) *(?:the|an?|les?|la|une?|der|die|das|eine?) +(?=\S)/giu;
const ARTICLES = new Set('the a an le la les un une l der die das ein eine'.split(' '));

/** Whether words that only one title has leave it what it is. */
const mayMiss = (words: readonly string[]): boolean => words.every(word => SMALL.has(word) && word.length > 1);

/** So many letters are enough of a title to know it by its beginning. */
const BEGINNING = 18;

/** Whether two titles may be of one work. */
export function areSameTitles(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.join('') === b.join('')) return true;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [mine, its] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (mine.join('') === its.join('')) return true;
  const isAbout = (words: readonly string[]) => words.some(word => ABOUT.has(word));
  if (isAbout(mine) !== isAbout(its)) return false;
  if (mine.length === its.length) return mine.every((word, index) => isSameWord(word, its[index] as string));
  if (mayMiss(mine) && mayMiss(its)) return true;
  // One is the beginning of the other: a subtitle was left out, or the title is cut.
  const [short, long, whole] = mine.length < its.length ? [mine, its, one] : [its, mine, other];
  const isCut = /(?:…|\.\.\.)\s*$/.test(whole);
  const isBeginning =
    end === 0 && (short.length === 0 || (isCut && short.length === 1 && long[0]?.startsWith(short[0] as string)));
  if (isBeginning)
    return (isCut || hasSubtitle(mine.length < its.length ? other : one, start)) && whole.length >= BEGINNING;
  // A word written as two.
  return spelt(mine.join('')) === spelt(its.join(''));
}

/** Whether what follows so many words of a title is set off from them. */
function hasSubtitle(title: string, words: number): boolean {
  const parts = title.split(/[:.;?!([\u2013\u2014]|\s-\s/);
  for (let at = 1; at < parts.length; at++) if (wordsOf(parts.slice(0, at).join(' ')).length === words) return true;
  return false;
}

const numberIn = (text: unknown): string => /\d+/.exec(String(text ?? ''))?.[0] ?? '';
const yearOf = (item: CslItem): string => String(item.issued?.['date-parts']?.[0]?.[0] ?? '');

/** A first page; empty of an article's number, which stands where another source has pages. */
function firstPage(item: CslItem): string {
  const page = String(item.page ?? '').trim();
  return /^[A-Za-z]?\d{1,4}(?!\d)/.test(page) && !/^e/i.test(page) ? page.replace(/^([A-Za-z]?\d+).*$/s, '$1') : '';
}

/** Titles that a column or a chapter may have again and again. */
const SHORT = 40;

/** Whether two items under one title stand at two places: two issues of a column, two editions. */
export function areElsewhere(one: CslItem, other: CslItem): boolean {
  const differ = (a: string, b: string) => a !== '' && b !== '' && a !== b;
  const pages = differ(firstPage(one), firstPage(other));
  if (differ(numberIn(one.edition), numberIn(other.edition))) return true;
  const years = differ(yearOf(one), yearOf(other));
  if (differ(numberIn(one.volume), numberIn(other.volume))) return pages || years || one.type === 'book';
  return pages && (years || String(one.title ?? '').length < SHORT);
}

/** Whether both say that they stand at the same place. */
export function areAtOnePlace(one: CslItem, other: CslItem): boolean {
  const page = firstPage(one);
  const volume = numberIn(one.volume);
  return page !== '' && page === firstPage(other) && volume !== '' && volume === numberIn(other.volume);
}
