/** References as they stand in printed bibliographies (Vancouver, AMA, APA, Chicago, IEEE, ISO 690, French usage), taken apart as far as they can be. */
import { type Identifier, identifiedWorks } from './identifiers.ts';
import { readNames } from './printed/names.ts';
import { withoutNumber } from './printed/parting.ts';
import { readPlace, withoutLastDate } from './printed/places.ts';
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
  /(?:[.,]\s*|\s[[(]|\s)(?:available (?:from|at|online)|disponible (?:sur|à l['’]adresse)|retrieved (?:from|on|\p{Lu}\p{Ll}+ \d)|accessed:?|cited \d|cité le|consulté le|page consultée|accessed \d)\b.*$/giu,
  /\[cit(?:ed|é)[^\]]*\]/gi,
  /[\s.,(]*(?:\b(?:doi|url)\b\s*[:.]?\s*)?(?:https?:\/\/|www\.|(?:dx\.)?doi\.org\/)\S+/gi,
  /[\s.,(]*(?:\bdoi\b\s*[:.]?\s*)?\b10\.\d{4,9}\/\S+/gi,
  // The series of a book, behind its year.
  /(?<=;\s?(?:19|20)\d\d(?:\.\s?p[^()]{1,20})?\.\s)\([^()]{3,120}\)\.?$/g,
  /\[Online\]\.?|\bAvailable:\s*$/g,
];

/** A reference has fewer letters; of a longer text the rest is not taken apart. */
const LONGEST = 1500;

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
  const { authors, year: early, rest } = readNames(plain);
  const place = readPlace(rest.replace(/^[\s.,:;]+/, ''));
  const { text: head, year: before } = withoutLastDate(place.head);
  const { title, container } = readSentences(head, place.isBook);
  const year =
    early || place.year || before || (/\b((?:1[89]|20)\d\d)\b(?![\s\S]*\b(?:1[89]|20)\d\d\b)/.exec(plain)?.[1] ?? '');
  return {
    text,
    identifiers,
    authors,
    year,
    title,
    journal: container,
    volume: place.volume,
    issue: place.issue,
    pages: place.pages,
  };
}
