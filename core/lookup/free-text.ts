/** References as they stand in printed bibliographies (Vancouver, AMA, APA, Chicago, IEEE, ISO 690, French usage), taken apart as far as they can be. */
import { type Identifier, identifiedWorks } from './identifiers.ts';
import { isBody } from './printed/bodies.ts';
import { readNames } from './printed/names.ts';
import { withoutNumber } from './printed/parting.ts';
import { readPlace, withoutLastDate } from './printed/places.ts';
import { isOfADay, partOfSite, READ_ON, serverIn } from './printed/publications.ts';
import { readSentences } from './printed/sentences.ts';
import { oneLine, plainDashes, plainLetters } from './printed/typography.ts';

/** Parts that could be told; what could not is empty. */
export interface FreeText {
  /** On one line, without its number in the list. */
  readonly text: string;
  readonly identifiers: readonly Identifier[];
  /** Family names as printed, in their order. */
  readonly authors: readonly string[];
  readonly year: string;
  readonly title: string;
  readonly journal: string;
  readonly volume: string;
  readonly issue: string;
  readonly pages: string;
}

/** What says where and when it was read, and links of databases: nothing of it is the reference. */
const AROUND: readonly RegExp[] = [
  /\[(?:pubmed|google scholar|cross\s?ref|medline|web of science|scopus|free full text|free pmc article|pmc free article|internet|pmc)\]/gi,
  /\(?\[?\b(?:epub|online|published online|publication électronique)\s+(?:ahead of (?:print|time)|avant impression)\b\.?\]?\)?/gi,
  /\b(?:published online|publié en ligne(?: le)?)\s+(?=[^.]{0,20}(?:19|20)\d\d:)/gi,
  /[[(]?\b(?:Epub|e-pub|publié en ligne le|published online:?|first published)\s+(?:\d{1,2}\s+)?(?:(?:19|20)\d\d\b|\p{L}{3,9}\.?\s)(?:[\s\d\p{L}-]{0,14}\d)?\.?[\])]?/giu,
  /\bPM(?:C\s?)?ID\s*:?\s*(?:PMC)?\d+\s*[;.,]?/gi,
  /(?:[.,;]\s*|\s[[(]|\s)(?:available(?: (?:from|at|online)|:)|disponible(?: sur| à l['’]adresse|\s?:)|retrieved (?:from|on|\p{Lu}\p{Ll}+ \d)|accessed:?|cited \d|cité le|consulté(?: le|\s?:)|page consultée|accessed \d)(?!\p{L}).*$/giu,
  /\[cit(?:ed|é|\.)[^\]]*\]|\[(?:cited|cité(?:\sle)?)(?=[\s.]|$)/gi,
  /[\s.,(]*(?:\b(?:doi|url)\b\s*[:.]?\s*)?(?:https?:\/\/|www\.|(?:dx\.)?doi\.org\/)\S+/gi,
  /[\s.,(]*(?:\bdoi\b\s*[:.]?\s*)?\b10\.\d{4,9}\/\S+/gi,
  // The series of a book, behind its year.
  /(?<=;\s?(?:19|20)\d\d(?:\.\s?p[^()]{1,20})?\.\s)\([^()]{3,120}\)\.?$/g,
  /\[(?:Online|En ligne)\]\.?\s*$|\[Online\]\.?|\bAvailable:\s*$/g,
  /(?<=[.;])\s*(?:report|rapport)\s(?:no|n°|number)\.?\s?:?\s*[\w\s-]+[\s.]*$/gi,
  /(?<=[.;])\s*(?:NICE|clinical)?\s?guideline\s\[?[A-Z]{2}\d+\]?\.?/gi,
  /(?<!\p{L})(?:last\s)?(?:updated|mise?\sà\sjour|dernière mise à jour)(?:\son|\sle|\s?:)?\s(?=\d|\p{Lu}|janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)/giu,
  /[;,]\s*published online\s\p{L}+\.?\s\d{1,2}(?=[.;]|$)/giu,
];

/** A reference has fewer letters; of a longer text the rest is not taken apart. */
const LONGEST = 1500;

const DAY = /\((?:19|20)\d\d,\s(?:\p{L}{3,9}\.?(?:\s\d{1,2})?|\d{1,2}\s\p{L}{3,9})\)/u;
const NOWHERE = { year: '', volume: '', issue: '', pages: '', isBook: false } as const;
const LAST_YEAR = /\b((?:1[89]|20)\d\d)\b(?![\s\S]*\b(?:1[89]|20)\d\d\b)/;
/** The only year of what has appeared nowhere else: "Published online June 9, 2020". */
const ONLINE = /(?:published online|publié en ligne)[^.;]{0,24}?\b((?:19|20)\d\d)\b/i;

/** Takes a reference apart. Nothing is invented: what is not told is empty. */
export function readFreeText(printed: string): FreeText {
  const whole = plainDashes(oneLine(plainLetters(printed).split('\n')))
    .replace(/(doi\.org\/)\s(?=10\.\d)/gi, '$1')
    .replace(/\b(10\.\d{4,9}\/)\s(?=\S)/g, '$1');
  const text = withoutNumber(whole).trim();
  const identifiers = identifiedWorks(text).flat();
  const plain = AROUND.reduce((rest, pattern) => rest.replace(pattern, ' '), text.slice(0, LONGEST))
    .replace(/\s+/g, ' ')
    .replace(/\s([.,;])(?=\s|$)/g, '$1')
    .trim();
  // A page of a site says when it was read, or of which day it is.
  const isWeb = READ_ON.test(text) || DAY.test(text) || isOfADay(text);
  const part = isWeb ? partOfSite(text) : null;
  if (part)
    return {
      ...{
        text,
        identifiers,
        year: part.year,
        title: part.title,
        journal: part.site,
        volume: '',
        issue: '',
        pages: '',
      },
      authors: isBody(part.who) ? [part.who] : readNames(`${part.who}. ${part.title}. ${part.site}. `).authors,
    };
  const { authors, year: early, rest } = readNames(plain);
  const body = rest.replace(/^[\s.,:;]+/, '');
  const preprint = serverIn(body);
  const place = preprint ? { ...NOWHERE, head: preprint.head } : readPlace(body, early);
  const { text: head, year: before } = withoutLastDate(place.head, early || place.year);
  const { volume, issue, pages, isBook } = place;
  const sentences = readSentences(head, { isBook, isWeb, isEarly: early !== '', volume, pages, authors });
  const { title } = sentences;
  const container = preprint?.server ?? sentences.container;
  const year =
    early ||
    place.year ||
    before ||
    (LAST_YEAR.exec(preprint?.behind ?? '')?.[1] ?? LAST_YEAR.exec(plain)?.[1] ?? ONLINE.exec(text)?.[1] ?? '');
  return {
    text,
    identifiers,
    authors,
    year,
    title,
    journal: container,
    volume,
    issue,
    pages,
  };
}
