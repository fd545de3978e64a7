/** References as they stand in printed bibliographies (Vancouver, APA, French usage), taken apart as far as they can be. */
import { folded } from '../references/duplicates.ts';
import { type Identifier, identifiedWorks } from './identifiers.ts';

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

const NUMBER = /^\s*(?:[[(]\s*\d{1,3}\s*[\])]|\d{1,3}\s*[.)](?!\d)|\d{1,3}\s*-\s)\s*/;

/** The references of a pasted bibliography, one text each: numbered ones, paragraphs, or one a line. */
export function splitReferences(text: string): readonly string[] {
  const lines = text.replace(/\r\n?|\u2028/g, '\n').split('\n');
  const pieces: string[][] = [];
  const written = lines.filter(line => line.trim() !== '');
  const numbered = written.filter(line => NUMBER.test(line)).length;
  const hasGaps = lines.some((line, index) => line.trim() === '' && index > 0 && index < lines.length - 1);
  // Each line says who and when: then each is one, else lines were broken by the page.
  const isOneEach = written.every(line => /\b(?:19|20)\d\d\b/.test(line) && line.trim().length > 40);
  let fresh = true;
  for (const line of lines) {
    if (line.trim() === '') {
      fresh = true;
      continue;
    }
    const begins = numbered > 1 ? NUMBER.test(line) : hasGaps ? fresh : isOneEach;
    if (begins || pieces.length === 0) pieces.push([line]);
    else (pieces.at(-1) as string[]).push(line);
    fresh = false;
  }
  return pieces.map(piece =>
    piece
      .map(line => line.trim())
      .reduce(
        (whole, line) =>
          /\p{L}-$/u.test(whole) && /^\p{Ll}/u.test(line) ? whole.slice(0, -1) + line : `${whole} ${line}`,
        '',
      )
      .trim(),
  );
}

const PARTICLE = "(?:(?:van|von|de|der|den|du|des|la|le|di|da|del|della|dos|el|al|ter|ten|zur)\\s+|[dDlL]['’])*";
const FAMILY = `${PARTICLE}\\p{Lu}[\\p{L}'’-]+(?:\\s(?:${PARTICLE})\\p{Lu}[\\p{L}'’-]+){0,2}`;
const INITIALS = '\\p{Lu}{1,4}(?![\\p{Ll}])\\.?(?:[\\s-]?\\p{Lu}\\.?(?![\\p{L}])){0,3}';
const AUTHOR = `(${FAMILY}),?\\s(?:${INITIALS})(?:,?\\s(?:Jr|Sr|II|III)\\b\\.?)?`;
const OTHERS = '(?:,?\\s*(?:et\\s+al|et\\s+coll|and\\s+others)\\b\\.?)';
const AUTHORS = new RegExp(`^${AUTHOR}(?:\\s*(?:,\\s*(?:&|and|et)|[,;]|&|and\\b|et\\b)\\s*${AUTHOR})*${OTHERS}?`, 'u');
const ONE_AUTHOR = new RegExp(AUTHOR, 'gu');

/** Without identifiers, addresses and what stands around them. */
function withoutIdentifiers(text: string): string {
  return text
    .replace(
      /(?:available (?:from|at)|disponible (?:sur|à l['’]adresse)|retrieved from|doi|DOI|https?|PMC?ID|Epub|Cited|consulté le)\b[\s\S]*$/i,
      '',
    )
    .replace(/\b10\.\d{4,9}\/\S+/g, '')
    .replace(/\[(?:Internet|en ligne|online)\]/gi, '')
    .trim();
}

const PAGES = '[A-Za-z]?\\d[\\w.]*(?:\\s?-\\s?[A-Za-z]?\\d\\w*)?';
/** Where volume, issue and pages stand, each with the groups of its own. */
const NUMBERS: readonly { readonly pattern: RegExp; readonly read: (match: RegExpExecArray) => Partial<FreeText> }[] = [
  // 2018;379(18):1704-14
  {
    pattern: new RegExp(
      `\\(?((?:19|20)\\d\\d)\\)?[a-z]?(?:\\s[A-Za-zéû.]{3,9}(?:\\s\\d{1,2})?)?\\s*;\\s*([\\w-]*?)\\s*(?:\\(([^)]*)\\))?\\s*:\\s*(${PAGES})`,
    ),
    read: ([, year = '', volume = '', issue = '', pages = '']) => ({ year, volume, issue, pages }),
  },
  // 2018, vol. 41, n° 3, p. 211-219
  {
    pattern: new RegExp(
      `(?:((?:19|20)\\d\\d)\\s*[,;]\\s*)?vol(?:ume)?\\.?\\s*(\\d+)\\s*,?\\s*(?:\\(?(?:n[°o]|no|issue|num[ée]ro)\\.?\\s*(\\w+)\\)?\\s*,?\\s*)?(?:pp?\\.?\\s*(${PAGES}))?`,
      'i',
    ),
    read: ([, year = '', volume = '', issue = '', pages = '']) => ({ ...(year && { year }), volume, issue, pages }),
  },
  // Journal, 379(18), 1704-1714 and Journal 2018, 379(18), 1704
  {
    pattern: new RegExp(
      `(?:\\b((?:19|20)\\d\\d)\\s*)?[,.;]\\s*(\\d{1,4})\\s*(?:\\(([^)]*)\\))?\\s*[,:]\\s*(?:pp?\\.?\\s*|Article\\s+)?(${PAGES})`,
    ),
    read: ([, year = '', volume = '', issue = '', pages = '']) => ({ ...(year && { year }), volume, issue, pages }),
  },
  // 379:1704-14 (2018) and 379(18):1704
  {
    pattern: new RegExp(`\\b(\\d{1,4})\\s*(?:\\(([^)]*)\\))?\\s*:\\s*(${PAGES})`),
    read: ([, volume = '', issue = '', pages = '']) => ({ volume, issue, pages }),
  },
];

const trimmed = (text: string) => text.replace(/^[\s.,;:»”]+|[\s.,;:(]+$/g, '').trim();

/** Takes a reference apart. Nothing is invented: what is not told is empty. */
export function readFreeText(printed: string): FreeText {
  const text = printed
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/[‐‑–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(NUMBER, '')
    .trim();
  const identifiers = identifiedWorks(text).flat();
  let rest = withoutIdentifiers(text);
  let found: Partial<FreeText> = {};
  let head = rest;
  for (const { pattern, read } of NUMBERS) {
    const match = pattern.exec(rest);
    if (!match) continue;
    found = read(match);
    head = rest.slice(0, match.index);
    break;
  }
  const authorsText = AUTHORS.exec(rest)?.[0] ?? '';
  const authors = [...authorsText.matchAll(ONE_AUTHOR)].map(([, family = '']) => family);
  rest = head.slice(Math.min(authorsText.length, head.length));
  // "(2018)." after the names.
  const dated = /^[\s.,]*\(((?:19|20)\d\d)[a-z]?(?:,[^)]*)?\)\s*[.:,]?\s*/.exec(rest);
  if (dated) rest = rest.slice(dated[0].length);
  const year =
    found.year ??
    dated?.[1] ??
    /\b((?:19|20)\d\d)\b(?![\s\S]*\b(?:19|20)\d\d\b)/.exec(withoutIdentifiers(text))?.[1] ??
    '';
  rest = trimmed(authors.length > 0 ? rest : rest.replace(/^[^.]{0,200}?\bet al\.\s/, ''));
  if (year !== '') rest = trimmed(rest.replace(new RegExp(`[\\s,.(]*\\b${year}\\b[\\s,.;)]*$`), ''));
  const quoted = /^[^«“"]{0,3}[«“"]\s*([^»”"]{8,}?)[\s.,]*[»”"]\s*[,.]?\s*(.*)$/.exec(rest);
  const cut = quoted ? null : lastSentence(rest);
  return {
    text,
    identifiers,
    authors,
    year,
    title: quoted ? trimmed(quoted[1] ?? '') : trimmed(cut ? rest.slice(0, cut) : rest),
    journal: trimmed((quoted ? (quoted[2] ?? '') : cut ? rest.slice(cut) : '').replace(/^In\s*:\s*/, '')),
    volume: found.volume ?? '',
    issue: found.issue ?? '',
    pages: (found.pages ?? '').replace(/\s/g, ''),
  };
}

/** Where the last sentence begins, which names the journal; null where there is only one. Abbreviations ("Rev. Med.") do not end it. */
function lastSentence(text: string): number | null {
  const ends = [...text.matchAll(/[.?!]\s+(?=[\p{Lu}\d])/gu)].filter(({ index }) => {
    const word = /\S*$/.exec(text.slice(0, index))?.[0] ?? '';
    return text[index] !== '.' || folded(word).length > 4 || !/^\p{Lu}/u.test(word);
  });
  const last = ends.at(-1);
  return last ? last.index + last[0].length : null;
}
