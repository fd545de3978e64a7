/** Identifiers in a pasted text: DOI, PMID, PMCID, arXiv, ISBN, and addresses of articles that hold one. */
import { barePii, identifierOfAddress, identifierOfDoi } from './addresses.ts';
import { doisOf, plainIdentifiers } from './doi.ts';
import { isbn13 } from './isbn.ts';

export interface Identifier {
  readonly kind: 'doi' | 'pmid' | 'pmcid' | 'arxiv' | 'isbn' | 'pii' | 'hal' | 'place';
  /**
   * Bare: "10.1056/NEJMra1505292", "29719190", "PMC6084234", "2101.00001", thirteen digits of an ISBN, "S0190962219307704",
   * "hal-01234567"; of an address that says where an article was printed "Gut 69(6):997".
   */
  readonly value: string;
}

/** How a kind is called where it is shown. */
export const IDENTIFIER_NAMES: Readonly<Record<Identifier['kind'], string>> = {
  doi: 'DOI',
  pmid: 'PMID',
  pmcid: 'PMCID',
  arxiv: 'arXiv',
  isbn: 'ISBN',
  pii: 'PII',
  hal: 'HAL',
  place: '',
};

interface Found extends Identifier {
  readonly at: number;
}

/** Archives of arXiv's identifiers from before April 2007 (arxiv.org/help/arxiv_identifier). */
const ARCHIVES =
  'astro-ph|cond-mat|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|nlin|nucl-ex|nucl-th|physics|quant-ph|math|cs|q-bio|stat';
const ADDRESS =
  /(?:https?:\/\/|www\.|(?<![\w./-])(?:(?:dx\.)?doi\.org|arxiv\.org|pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov|pmc\.ncbi\.nlm\.nih\.gov|europepmc\.org|hal\.science)\/)(?:[^\s"“”«»<>]|<[\w.-]+::?[\w.-]+>)+/gi;
const LABELLED: readonly { readonly kind: Identifier['kind']; readonly pattern: RegExp }[] = [
  { kind: 'pmcid', pattern: /\bPMC\s?ID\s*[:#=-]*\s*(?:PMC)?\s?(\d{3,9})\b/gi },
  { kind: 'pmcid', pattern: /\bPMC\s?(\d{3,9})\b/gi },
  { kind: 'pmid', pattern: /\b(?:PMIDs?|PubMed(?:[\s-]?ID)?)\s*(?:\(PMID\))?\s*(?:[:#=-]|n°)*\s*(\d{1,8})\b/gi },
  { kind: 'pmid', pattern: /\b(\d{1,8})\s?\[(?:pmid|uid)\]/gi },
  { kind: 'arxiv', pattern: /\barXiv\s*:?\s*(\d{4}\.\d{4,5})(?:v\d+)?/gi },
  { kind: 'arxiv', pattern: new RegExp(`\\barXiv\\s*:?\\s*((?:${ARCHIVES})(?:\\.[A-Z]{2})?/\\d{7})(?:v\\d+)?`, 'gi') },
  { kind: 'isbn', pattern: /\bISBN(?:[-\s]?1[03])?\s*:?\s*((?:97[89][\s‐-―-]?)?(?:\d[\s‐-―-]?){9}[\dX])\b/gi },
  { kind: 'pii', pattern: /\bPII\s*:?\s*(S\d{4}-?\d{3}[\dX]\(?\d{2}\)?\d{5}-?[\dX])(?![\dX])/gi },
  { kind: 'hal', pattern: /\b((?:hal|inserm|pasteur|tel|dumas|halshs|cea)-\d{8})(?:v\d+)?\b/gi },
];
/** What may stand alone: a whole line, or an item of a list, is it. */
const ALONE: readonly { readonly kind: Identifier['kind']; readonly pattern: RegExp }[] = [
  { kind: 'arxiv', pattern: /^(\d{4}\.\d{4,5})(?:v\d+)?$/ },
  { kind: 'arxiv', pattern: new RegExp(`^((?:${ARCHIVES})(?:\\.[A-Z]{2})?/\\d{7})(?:v\\d+)?$`, 'i') },
  { kind: 'isbn', pattern: /^((?:97[89][\s‐-―-]?)?(?:\d[\s‐-―-]?){9}[\dX])$/i },
  { kind: 'pmid', pattern: /^(\d{4,8})$/ },
];

function bare(kind: Identifier['kind'], found: string): string | null {
  if (kind === 'isbn') return isbn13(found);
  if (kind === 'pii') return barePii(found);
  if (kind === 'hal') return found.toLowerCase();
  if (kind === 'pmcid') return `PMC${found.replace(/^PMC/i, '')}`;
  return found;
}

/** ISBNs, so called, whose check digit is wrong: a digit was mistyped. As they stand in the text. */
export function wrongIsbns(text: string): readonly string[] {
  const isbn = LABELLED.find(({ kind }) => kind === 'isbn')?.pattern as RegExp;
  return [...plainIdentifiers(text).matchAll(isbn)].flatMap(([whole, digits = '']) =>
    isbn13(digits) === null ? [whole.trim()] : [],
  );
}

/** Everything of one line, in its order. What was taken is blanked, so that no part of it is read twice. */
function identifiersOfLine(pasted: string): { readonly found: readonly Found[]; readonly rest: string } {
  const line = plainIdentifiers(pasted);
  const found: Found[] = [];
  let rest = line;
  const blank = (from: number, to: number) => {
    rest = rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to);
  };
  for (const { 0: address, index } of line.matchAll(ADDRESS)) {
    const identifier = identifierOfAddress(address);
    if (!identifier) continue;
    found.push({ ...identifier, at: index });
    blank(index, index + address.length);
  }
  for (const { doi, from, to } of doisOf(rest)) {
    found.push({ ...identifierOfDoi(doi), at: from });
    blank(from, to);
  }
  for (const { kind, pattern } of LABELLED)
    for (const match of rest.matchAll(pattern)) {
      const value = bare(kind, match[1] as string);
      if (value === null) continue;
      found.push({ kind, value, at: match.index });
      blank(match.index, match.index + match[0].length);
    }
  return { found, rest };
}

/** Addresses on lines that name nothing else, and that do not say which article they are of. A mere host is no article's. */
export function addressesWithout(text: string): readonly string[] {
  const addresses = text.split(/\r\n|[\r\n\u2028]/).flatMap(line => {
    const { found, rest } = identifiersOfLine(line);
    if (found.length > 0 || bareIdentifiers(rest).length > 0) return [];
    return [...line.matchAll(ADDRESS)].map(([address]) => address.replace(/[.,;)]+$/, ''));
  });
  return [...new Set(addresses)].filter(address => /^[^/]+\/./.test(address.replace(/^https?:\/\//i, '')));
}

/** Letters that may stand around identifiers in a list that is nothing but identifiers. */
const BETWEEN = /[\s,;|•·*()[\]"'.–-]|\b(?:doi|https?|and|et|or|ou)\b:?/giu;

function aloneIn(text: string): Identifier | null {
  for (const { kind, pattern } of ALONE) {
    const match = pattern.exec(text.trim());
    const value = match && bare(kind, match[1] as string);
    if (value) return { kind, value };
  }
  return null;
}

/** Bare numbers count where a line holds nothing else. */
function bareIdentifiers(line: string, beside = false): readonly Found[] {
  // "2. 29719190" is the second of a list; "(2018)" beside a DOI is its year.
  const rest = line.replace(/^\s*\d{1,3}[.)]\s+(?=\d{4})/, number => ' '.repeat(number.length));
  const isYear = (value: string) => beside && /^(?:19|20)\d\d$/.test(value);
  const whole = isYear(rest.replace(BETWEEN, '')) ? null : aloneIn(rest);
  if (whole) return [{ ...whole, at: rest.search(/\S/) }];
  const found: Found[] = [];
  for (const match of rest.matchAll(/[^\s,;|]+/g)) {
    const identifier = aloneIn(match[0].replace(/^[•·*([]+|[)\].]+$/g, ''));
    if (identifier && !isYear(identifier.value)) found.push({ ...identifier, at: match.index });
    else if (match[0].replace(BETWEEN, '') !== '') return [];
  }
  return found;
}

function isSame(a: Identifier, b: Identifier): boolean {
  return a.kind === b.kind && a.value.toLowerCase() === b.value.toLowerCase();
}

/**
 * The works that a text names, each by all identifiers that were given for it: a printed reference with its DOI, PMID and
 * PMCID on one line is one work. On a line of nothing but identifiers each is a work of its own.
 */
export function identifiedWorks(text: string): readonly (readonly Identifier[])[] {
  const works: Identifier[][] = [];
  for (const line of text.split(/\r\n|[\r\n\u2028]/)) {
    const { found, rest } = identifiersOfLine(line);
    const isList = rest.replace(BETWEEN, '').replace(/\d/g, '') === '';
    const all = [
      ...found,
      ...(isList ? bareIdentifiers(rest, found.length > 0) : aloneIn(rest) ? bareIdentifiers(rest) : []),
    ];
    all.sort((a, b) => a.at - b.at);
    // A line with labels ("PMID: 1 PMCID: PMC2") is one reference's, even where nothing else is printed.
    const labelled = !isList || /\bPM(?:C?ID)\b|\bISBN\b|\bdoi\s*:/i.test(line);
    let work: Identifier[] = [];
    for (const { kind, value } of all) {
      const identifier = { kind, value };
      if (works.some(known => known.some(other => isSame(other, identifier)))) continue;
      if (work.some(other => isSame(other, identifier))) continue;
      if (work.length > 0 && (!labelled || work.some(other => other.kind === kind))) {
        works.push(work);
        work = [];
      }
      work.push(identifier);
    }
    if (work.length > 0) works.push(work);
  }
  return works;
}

/** Whether a text is made of identifiers and nothing else: then it is looked up rather than read as a reference. */
export function isOnlyIdentifiers(text: string): boolean {
  const works = identifiedWorks(text);
  if (works.length === 0) return false;
  return text.split(/\r\n|[\r\n\u2028]/).every(line => {
    const { rest } = identifiersOfLine(line);
    return rest.replace(BETWEEN, '').replace(/\d|\b(?:arxiv|pmid|pmcid|isbn)\b/gi, '') === '';
  });
}

/** "DOI 10.1056/NEJMra1505292". */
export function identifierText({ kind, value }: Identifier): string {
  return `${IDENTIFIER_NAMES[kind]} ${value}`.trim();
}
