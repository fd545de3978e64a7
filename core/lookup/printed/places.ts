/** Year, volume, issue and pages behind a journal's name, in the ways that styles print them. */
import { beforePublisher, beforeThesis } from './publications.ts';

export interface Place {
  readonly year: string;
  readonly volume: string;
  readonly issue: string;
  readonly pages: string;
  /** What stands before it: title and journal. */
  readonly head: string;
  /** Whether it is a book's: "p. 832-41" behind its publisher, without a volume. */
  readonly isBook: boolean;
}

const MONTH =
  '(?:jan(?:uary|v(?:ier)?)?|feb(?:ruary)?|f[ée]v(?:r(?:ier)?)?|mar(?:ch|s)?|apr(?:il)?|avr(?:il)?|may|mai|june?|juin|july?|juill?(?:et)?|aug(?:ust)?|ao[uû]t|sept?(?:ember|embre)?|oct(?:ober|obre)?|nov(?:ember|embre)?|dec(?:ember)?|d[ée]c(?:embre)?|spring|summer|autumn|fall|winter)\\.?';
const YEAR = '(?:1[89]|20)\\d\\d';
const DATE = `(?:(?:\\d{1,2}(?:er)?\\s+)?(?:${MONTH}(?:[-/]${MONTH})?\\s+(?:\\d{1,2},\\s+)?)?(?<year>${YEAR})(?:[-/]\\d{2,4})?[a-z]?(?:[\\s,]+${MONTH}(?:[-/]${MONTH})?)?(?:\\s+\\d{1,2}(?:-\\d{1,2})?)?)`;
const PART = '(?:\\s?(?:suppl(?:[ée]ment)?|pt|part|spec(?:\\sno)?|hors[- ]s[ée]rie)\\b\\.?\\s?\\w{0,3})';
const VOLUME = `(?:[A-Z]{0,3}-?\\d{1,4}[A-Z]?(?:[-/](?:\\d{1,4}|[A-Z]{1,3}(?!\\p{L})))?${PART}?)`;
const PAGE = '(?:\\d{4,}:\\d+|[A-Za-z]{0,5}\\d[\\w.]*)';
const PAGES = `(?:${PAGE}(?:\\s?-\\s?(?:\\d{4,}:\\d+|[A-Za-z]{0,3}\\d?[\\w.]*\\w))?(?:,\\s?(?!${YEAR}\\b)\\d+-\\d+)?)`;
/** What may stand behind the pages: a year, a bracket, an end. */
const END = `(?:[\\s,.;]*\\(?(?:${MONTH}\\s+)?(?<late>${YEAR})[a-z]?\\)?)?[\\s.,;)\\]]*$`;

const isOne = (pattern: string, flags = 'iu') => new RegExp(pattern, flags);

/** Each with the groups year, late, volume, issue, pages, as far as it has them. The first that fits counts. */
const FORMS: readonly RegExp[] = [
  // 2024 Feb 2;1009-17, 1987;e75087, 1987:e75087
  isOne(`${DATE}\\s*[;:]\\s*(?<pages>S?\\d+-S?\\d+|[A-Za-z]{1,5}\\d{3,}\\w*)[\\s.,;)\\]]*$`),
  // 2018;379(18):1704-14, 2018 May 3;379:1704, 5 janv 1993;107(7):232-9, 2010;(11):e1, 2018;12(4)
  isOne(
    `${DATE}\\s*;\\s*(?:vol\\.?\\s*)?(?<volume>${VOLUME})?\\s*(?:\\((?<issue>[^)]{1,30})\\)|,?\\s*n[°o]\\s*(?<number>\\w+))?\\s*(?:[:,]\\s*(?:pp?\\.?\\s*)?(?<pages>${PAGES}))?(?![^\\s.,;)\\]])`,
  ),
  // vol. 107, no. 7, pp. 232-239, Jan. 1993; 1993. Vol. 107, n° 7, pp. 232-239; 1993, vol. 107, n° 7, p. 232
  isOne(
    `(?:${DATE}[\\s.,;]+)?\\b(?:vol(?:ume)?|t(?:ome)?)\\.?\\s*(?<volume>${VOLUME})\\s*(?:[,(]*\\s*(?:n[°ºo]|no|issue|num[ée]ro)\\.?\\s*(?<issue>(?:(?:suppl|spec|hors)\\.?[\\s-])?[\\w-]+(?:\\s(?:pt|suppl)\\.?\\s\\w+)?)\\)?)?(?:,\\s(?:\\d{1,2}\\s)?(?:${MONTH}\\s)?(?<between>${YEAR})(?=,\\spp?\\.))?(?:[\\s,.:]*(?:pp?|art(?:icle)?)\\.?(?:\\s(?:n[°o]|no)\\.?)?\\s*(?<pages>${PAGES}))?(?:[\\s,.]*(?:${MONTH}\\s*)?(?<late>${YEAR}))?`,
  ),
  // N° 11, pp. e1; no. 11, p. e1, 2010
  isOne(
    `(?:${DATE}[\\s.,;]+)?(?<=[\\s,])(?:n[°º]|no\\.?|num[ée]ro)\\s*(?<issue>(?:(?:suppl|spec|hors)\\.?[\\s-])?[\\w-]+(?:\\s(?:pt|suppl)\\.?\\s\\w+)?),\\s*(?:pp?\\.\\s*)?(?<pages>${PAGES})(?:[\\s,.]*(?:${MONTH}\\s*)?(?<late>${YEAR}))?[\\s.,;]*$`,
  ),
  // 107 (7): 232-39; 50 (February): S1950-55; 107, no. 7 (1993): 232-39; 379:1704-14 (2018)
  isOne(
    `(?:(?<year>${YEAR})[,;]?\\s+)?(?<=[\\s,(.])(?<volume>${VOLUME})(?:,?\\s*(?:n[°o]|no)\\.?\\s*(?<number>[\\w-]+))?\\s*(?:\\(\\s*(?:${MONTH}|(?<between>${YEAR})|(?<issue>[^)]{1,30}))\\s*\\))?\\s*:\\s*(?<pages>${PAGES})${END}`,
  ),
  // 107(7), 232-239; 107, 232-239 (1993); 2018, 107(7), 232
  isOne(
    `(?:(?<year>${YEAR})[,;]?\\s+)?(?<=[\\s,.])(?<volume>${VOLUME})\\s*(?:\\((?<issue>[^)]{1,30})\\))?\\s*,\\s*(?:article(?:\\s(?:n[°o]|no)\\.?)?\\s+|pp?\\.?\\s*)?(?<pages>${PAGES})${END}`,
  ),
  // 107 (7) without pages, 107
  isOne(`(?<=[^\\d\\s.][\\s,]\\s?)(?<volume>${VOLUME})\\s*\\((?<issue>(?!${YEAR}\\))[^)]{1,30})\\)${END}`),
  isOne(`(?<=[\\p{L})],?\\s)(?<volume>\\d{1,3}${PART}?)(?:[\\s,]*\\((?<late>${YEAR})\\))?[\\s.,;]*$`),
  // Pages alone: J Med CD013973 (2010); J Med, e123; J Med 232-9
  isOne(
    `(?<=[\\p{L})][.,]?\\s)(?:pp?\\.\\s*)?(?<pages>[A-Za-z]{1,5}\\d{3,}[\\w.]*|S?\\d+\\s?-\\s?S?\\d+|(?<=,\\s)${PAGES})${END}`,
  ),
];

/** "; 2001. p. 832-41", "; 2001:832-841", "(pp. 832-841). Press", ", Oxford, pp. 832-841", "(eds. …) 832-841 (Press, Oxford, 2001)", ", 832-41. Oxford: Press". */
const BOOKS: readonly RegExp[] = [
  isOne(
    `;\\s*(?:${MONTH}\\s+)?(?<year>${YEAR})(?:\\s*[:.,]\\s*(?:pp?\\.?\\s*)?(?<pages>${PAGES}))?[\\s.]*(?:p\\.)?\\s*$`,
  ),
  isOne(`[,;\\s]\\s*(?<year>${YEAR})\\s*:\\s*(?<pages>${PAGES})[\\s.]*$`),
  isOne(`\\((?:[^()]*,\\s*)?pp?\\.?\\s*(?<pages>${PAGES})\\)`),
  isOne(`[,.]\\s*(?:${DATE},\\s*)?pp?(?:\\.\\s*|\\s)(?<pages>${PAGES})[\\s.]*(?:\\(?(?<late>${YEAR})\\)?[\\s.]*)?$`),
  isOne(`\\)\\s*(?<pages>${PAGES})\\s*\\([^()]*,\\s*(?<late>${YEAR})\\)[\\s.]*(?:\\[.*)?$`),
  isOne(`,\\s*(?:(?<volume>\\d{1,3}):\\s?)?(?<pages>\\d\\w*-\\d\\w*)\\.(?:\\s+\\p{Lu}.*)?$`),
];

/** A chapter of a book, by the word before the book's name or by its editors. */
const CHAPTER =
  /(?:[.?!,”"»]\s*|\s-\s)(?:[Ii]n|[Dd]ans)\s*:|[.?!”"»],?\s+(?:In|in|Dans|dans)\s+(?=.*(?:(?<!\p{L})[EÉeé]ds?(?:\.|\))|editors?|éditeurs?|edited by|édité|dir\.|directeurs?|, pp?\.?\s|\(pp?\.|,\s\d+-\d+\.|Proceedings|Congress|Symposium|Actes))|[”"»]\s?[.,]?\s[^“«]*,\s(?:edited by|édité par)\s/u;
/** Or a meeting's proceedings, with a publisher behind. */
const PROCEEDINGS =
  /[.?!”"»][.,]?\s+[^.?!“«;]*(?:Proceedings|Actes|Congress|Congrès|Symposium|Conference)(?!\p{L})[^.?!“«;]*(?:[.,]\s+[^.:;“«]{2,40}:\s\p{Lu}|,\s[^,.]{2,60},\s(?:1[89]|20)\d\d,\spp?\.)/u;
/** Pages behind a publisher's year: they are of something within a book. */
const IN_BOOK = /[.,]\s[^.,:;]{2,40}\s?:\s[^:;]{2,80};\s?(?:1[89]|20)\d\d[.,]\s+pp?\.?\s\d/;

/** "Title. (2024). CRAN", "Title. 2023. Vienna : R Foundation": what has a year between. */
const MIDDLE = isOne(`^(?<head>.{8,}?[^\\s.])[\\s.]*\\.\\s\\(?${DATE}\\)?\\.\\s(?![^.]*\\.\\s).*$`);

const NONE = { year: '', volume: '', issue: '', pages: '' } as const;
const isYear = (text: string) => /^(?:1[89]|20)\d\d$/.test(text);
const MONTH_LAST = isOne(`(?<!\\p{L})${MONTH}\\s*$`);
const isDay = (page: string, text: string) =>
  /^\d{1,2}$/.test(page) && isOne(`(?<!\\d)${page}\\s${MONTH}\\s*,?\\s*${YEAR}`).test(text);
/** A journal's name stands before a volume that has no pages. */
const HAS_SENTENCES = /[.?!”"»,]\s/;

/** The place in what follows the authors, of which `early` is the year that stood with them; all of it empty where none is printed. */
export function readPlace(text: string, early: string): Place {
  const isChapter = CHAPTER.test(text) || PROCEEDINGS.test(text) || IN_BOOK.test(text);
  const thesis = isChapter ? null : beforeThesis(text);
  if (thesis !== null) {
    const years = [...text.slice(thesis.length).matchAll(/(?<!\d)(?:1[89]|20)\d\d(?!\d)/g)];
    return { ...NONE, year: years.at(-1)?.[0] ?? '', head: thesis, isBook: true };
  }
  if (isChapter)
    for (const form of BOOKS) {
      const match = form.exec(text);
      if (match) return { ...placeOf(match, text), isBook: true };
    }
  else
    for (const form of FORMS) {
      const match = form.exec(text);
      if (!match || match.index <= 3) continue;
      const place = placeOf(match, text);
      // "Paris, Masson, 2020", "CDK 5, 2023": a book's or a report's year.
      if (
        isYear(place.pages) &&
        place.year === '' &&
        (early === '' || early === place.pages || MONTH_LAST.test(place.head))
      )
        continue;
      if (isYear(place.volume) && place.year === '') continue;
      if (isDay(place.pages, text)) continue;
      // "2024 Feb 7" is a day.
      if (place.pages === '' && MONTH_LAST.test(place.head)) continue;
      if (place.pages === '' && place.year === '' && !HAS_SENTENCES.test(place.head)) continue;
      return { ...place, isBook: false };
    }
  const before = isChapter ? null : beforePublisher(text, early);
  if (before) return { ...NONE, ...before, isBook: true };
  const [publisher] = BOOKS;
  const match = publisher?.exec(text);
  if (match) return { ...placeOf(match, text), isBook: true };
  const { head, year } = MIDDLE.exec(text)?.groups ?? {};
  if (early === '' && head !== undefined) return { ...NONE, head, year: year ?? '', isBook: true };
  return { year: '', volume: '', issue: '', pages: '', head: text, isBook: isChapter };
}

function placeOf(match: RegExpExecArray, text: string): Omit<Place, 'isBook'> {
  const { year, late, between, volume = '', issue, number, pages = '' } = match.groups ?? {};
  return {
    year: year ?? between ?? late ?? '',
    volume: volume.trim(),
    issue: (issue ?? number ?? '').trim(),
    pages: pages.replace(/\s/g, '').replace(/\.$/, ''),
    head: text.slice(0, match.index).replace(/[\s.,;]+pp?\.?\s*$/, ''),
  };
}

/** A date at the end of what stands before the place: "Journal of Hepatology. 5 janvier 1993." */
const LAST_DATE = isOne(`[\\s.,;(]+${DATE}[\\s.,;)]*$`);

/** Takes off a date that stands last; gives its year. Where the year is known, one that ends a title stays: "Rapport annuel 2021". */
export function withoutLastDate(text: string, known: string): { readonly text: string; readonly year: string } {
  const match = LAST_DATE.exec(text);
  const isOfTitle = known !== '' && match !== null && /^\s*,?\s*(?:1[89]|20)\d\d[\s.]*$/.test(match[0]);
  return match && !isOfTitle
    ? { text: text.slice(0, match.index), year: match.groups?.year ?? '' }
    : { text, year: '' };
}
