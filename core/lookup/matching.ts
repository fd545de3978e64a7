/** How well a work fits a reference as it was printed. */
import type { CslItem } from '../references/csl.ts';
import { folded, titleLikeness } from '../references/duplicates.ts';
import { sameDoi } from './doi.ts';
import type { FreeText } from './free-text.ts';

/** What agreement counts, out of 100 where all can be compared. A title says most; a first page tells two of one journal apart. */
const WEIGHTS = { title: 50, author: 14, year: 12, page: 10, volume: 8, journal: 6 } as const;

/** From here a candidate fits in all that matters; below, a person has to look closer. */
export const GOOD_MATCH = 85;
/** Below it is not worth showing. */
export const WORTH_SHOWING = 35;

const firstPage = (pages: string) => folded(/[A-Za-z]?\d+/.exec(pages)?.[0] ?? '');

/** Whether the letters of short stand in long in their order, each word's beginning first: "J Imag Nephrol". */
function isShortFor(short: string, long: string): boolean {
  const words = short
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  let at = 0;
  const parts = long
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return words.every(word => {
    while (at < parts.length && !folded(parts[at]).startsWith(folded(word))) at++;
    return at++ < parts.length;
  });
}

function journalFits(printed: string, item: CslItem): number {
  const names = [item['container-title'], item['container-title-short']].filter(name => typeof name === 'string');
  return Math.max(
    0,
    ...names.map(name =>
      folded(name) === folded(printed) || isShortFor(printed, name) || isShortFor(name, printed)
        ? 1
        : titleLikeness(folded(name), folded(printed)),
    ),
  );
}

/** Words that make another work of a title: a notice, a comment, a part. Each with what is compared of it. */
const MARKS: readonly RegExp[] = [
  /\b(?:errat(?:um|a)|corrigend(?:um|a)|correction|corrected|retract\w*|withdrawn|withdrawal|expression of concern|addendum)\b/giu,
  /(?<!\p{L})(?:re\s*:|reply|replies|response to|author(?:s)?[’']?s?\s(?:reply|response)|comments?\son|commentary|in reply|réponse|commentaire|à propos de l[’']article)/giu,
  /\b(?:part|partie|chapter)\s+(?:\d+|[ivx]+|one|two|three|un|deux|trois)\b/giu,
  /^\W*abstract\s+\w*\d+/giu,
];
const marksOf = (text: string) =>
  MARKS.map(pattern =>
    [...text.matchAll(pattern)]
      .map(([mark]) => folded(mark))
      .sort()
      .join(),
  );

/** A work that contradicts what is printed gets no more than this, whatever else agrees. */
const LIMITS = {
  /** Another notice, comment or part. */
  marked: 60,
  /** Another title. */
  title: 60,
  /** Another place: pages and volume, or one of them and the journal. */
  place: 60,
  /** A preprint of an article, or the other way round; years too far apart; another first author. */
  kind: 75,
  /** One of pages, volume and journal: perhaps misprinted. */
  one: 80,
} as const;

const PREPRINT = /rxiv|pre-?print|pr[ée]publication|ssrn|research square|zenodo|osf/i;
const isPreprint = ({ type, genre }: CslItem) => type === 'article' || /preprint/i.test(String(genre ?? ''));

/**
 * 0 to 100: how much of what the printed reference says agrees with a work. The same DOI or PMID is 100, unless title and author are
 * another work's: an identifier can be mistyped. What contradicts leaves it below a good match, whatever else fits.
 */
export function matchScore(printed: FreeText, item: CslItem): number {
  const parts: (readonly [weight: number, agreement: number])[] = [];
  let limit = 100;
  const limited = (to: number) => {
    limit = Math.min(limit, to);
  };
  const title = folded(item.title);
  const text = folded(printed.text);
  let titleFits = 0;
  if (title !== '') {
    // The whole text holds the title, wherever its parts were cut.
    const beginning = folded(String(item.title).split(/[:.?]/)[0]);
    titleFits = title.length >= 12 && text.includes(title) ? 1 : titleLikeness(folded(printed.title), title);
    if (titleFits < 0.9 && beginning.length >= 25 && text.includes(beginning)) titleFits = 0.9;
    parts.push([WEIGHTS.title, titleFits < 0.5 ? 0 : titleFits]);
    if (titleFits < 0.5) limited(LIMITS.title);
    else if (marksOf(String(item.title)).join() !== marksOf(printed.title).join()) limited(LIMITS.marked);
  }
  const family = folded(item.author?.[0]?.family ?? item.author?.[0]?.literal);
  let isAuthor = false;
  if (family !== '') {
    const [first] = printed.authors;
    isAuthor =
      first === undefined ? text.includes(family) : folded(first).includes(family) || family.includes(folded(first));
    const isNamed = isAuthor || text.includes(family);
    parts.push([WEIGHTS.author, isAuthor ? 1 : isNamed ? 0.5 : 0]);
    if (!isNamed && first !== undefined) limited(LIMITS.kind);
  }
  const isSame = printed.identifiers.some(({ kind, value }) =>
    kind === 'doi'
      ? typeof item.DOI === 'string' && sameDoi(value, item.DOI)
      : kind === 'pmid' && String(item.PMID ?? '') === value,
  );
  const saysNothing = printed.title === '' && printed.authors.length === 0;
  if (isSame && (saysNothing || title === '' || titleFits >= 0.5 || isAuthor)) return 100;
  const year = Number(item.issued?.['date-parts']?.[0]?.[0]);
  if (printed.year !== '' && Number.isFinite(year)) {
    const apart = Math.abs(Number(printed.year) - year);
    parts.push([WEIGHTS.year, apart === 0 ? 1 : apart === 1 ? 0.5 : 0]);
    if (apart > 1) limited(LIMITS.kind);
  }
  const place: boolean[] = [];
  if (printed.volume !== '' && item.volume !== undefined) {
    const isVolume = folded(printed.volume) === folded(String(item.volume));
    parts.push([WEIGHTS.volume, isVolume ? 1 : 0]);
    place.push(isVolume);
  }
  const [page, itemPage] = [firstPage(printed.pages), firstPage(item.page ?? '')];
  if (page !== '' && itemPage !== '') {
    parts.push([WEIGHTS.page, page === itemPage ? 1 : 0]);
    place.push(page === itemPage);
  }
  const agrees = place.filter(Boolean).length;
  let contradicts = place.length - agrees;
  if (printed.journal !== '' && item['container-title']) {
    const fits = journalFits(printed.journal, item);
    parts.push([WEIGHTS.journal, fits]);
    // A short name that is not understood says nothing where volume and page are the same.
    if (fits < 0.5 && agrees < 2) contradicts++;
  }
  if (contradicts > 0) limited(contradicts > 1 ? LIMITS.place : LIMITS.one);
  if (isPreprint(item) && printed.journal !== '' && !PREPRINT.test(printed.text)) limited(LIMITS.kind);
  const weight = parts.reduce((sum, [each]) => sum + each, 0);
  if (weight === 0) return 0;
  const score = (100 * parts.reduce((sum, [each, agreement]) => sum + each * agreement, 0)) / weight;
  return Math.round(Math.min(score, limit));
}

/** Works that may be the printed one, best first; those that are not worth showing left out. */
export function matchesIn<T extends { readonly item: CslItem }>(
  printed: FreeText,
  known: readonly T[],
): readonly { readonly entry: T; readonly score: number }[] {
  return known
    .map(entry => ({ entry, score: matchScore(printed, entry.item) }))
    .filter(({ score }) => score >= WORTH_SHOWING)
    .sort((a, b) => b.score - a.score);
}
