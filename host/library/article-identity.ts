/** Which work a PDF is: the DOI that its metadata, its first page or its links name. Nothing is asked of anybody. */
import { inflateSync } from 'node:zlib';
import type { ArticleFound } from '../../core/library/types.ts';
import { doisOf, sameDoi } from '../../core/lookup/doi.ts';
import { identifiersOf } from '../../core/references/duplicates.ts';
import type { Database } from './database.ts';
import { LISTED, type ListedRow, listedOf } from './writing.ts';

/** Of longer files the end is not looked at (bytes). */
const LARGEST = 64 << 20;
/** Streams that are unpacked, and what one may unpack to (bytes). */
const MOST_STREAMS = 400;
const LARGEST_STREAM = 4 << 20;
/** Pages whose text is looked at: a DOI further behind is one of the works cited. */
const FIRST_STREAMS = 2;

/** What a publisher's metadata call it (PRISM, XMP's dc:identifier, Elsevier's and Wiley's own keys). */
const IN_METADATA =
  /(?:prism:doi|pdfx:doi|crossmark:DOI|dc:identifier|prism:url|rdf:li|\/doi|\/WPS-ARTICLEDOI|\/ArticleDOI|\/Subject)[^\w]{1,40}(?:rdf:(?:li|Alt|Bag)[^>]*>\s*)*(?:doi:\s?|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/[^\s<>"']{3,120})/gi;
/** "/Subject (J Imag Nephrol, 41 (2019) 211-219. doi:10.5555/a.1)": Elsevier, Springer. */
const IN_SUBJECT = /\/Subject\s*\((?:\\.|[^\\)]){0,300}?(10\.\d{4,9}\/(?:\\.|[^\\)\s]){3,120})/gi;
const LINK = /\/URI\s*\(\s*(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)(10\.\d{4,9}\/(?:\\.|[^\\)])+)/gi;

/** Every stream of a file as text, those that cannot be unpacked left out. */
function* streamsOf(bytes: Buffer): Generator<string> {
  let count = 0;
  for (let at = bytes.indexOf('stream'); at >= 0 && count < MOST_STREAMS; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue;
    const from = at + 6 + (bytes[at + 6] === 13 ? 2 : 1);
    const to = bytes.indexOf('endstream', from);
    if (to < 0) return;
    const head = bytes.toString('latin1', Math.max(0, at - 400), at);
    const dictionary = head.slice(head.lastIndexOf(' obj') + 1);
    // Pictures and typefaces say nothing.
    if (/\/Subtype\s*\/Image|\/FontFile|\/Length1\s/.test(dictionary)) continue;
    count++;
    const packed = bytes.subarray(from, to);
    if (!/\/FlateDecode/.test(dictionary)) {
      yield packed.toString('latin1');
      continue;
    }
    try {
      yield inflateSync(packed, { maxOutputLength: LARGEST_STREAM }).toString('latin1');
    } catch {
      // A stream that is cut, encrypted or too large is passed over.
    }
  }
}

/** "(10.5555/a) Tj", "[(10.) 20 (5555/a)] TJ": the letters of a page, without a space where a typesetter moved them closer. */
function lettersOf(content: string): string {
  const letters: string[] = [];
  for (const [, array, single, sign] of content.matchAll(
    /\[((?:\s*(?:\((?:\\.|[^\\)])*\)|-?[\d.]+))+)\s*\]\s*TJ|\(((?:\\.|[^\\)])*)\)\s*(?:Tj|'|")|(T\*|\bTd\b|\bTD\b|\bET\b)/g,
  )) {
    if (sign !== undefined) letters.push(' ');
    else if (single !== undefined) letters.push(single);
    else
      for (const [, text, gap] of (array ?? '').matchAll(/\(((?:\\.|[^\\)])*)\)|(-?[\d.]+)/g))
        letters.push(text ?? (Number(gap) < -180 ? ' ' : ''));
  }
  return unescaped(letters.join(''));
}

const unescaped = (text: string): string => text.replace(/\\([()\\])/g, '$1');
const isSame = (dois: readonly string[]): boolean => dois.every(doi => sameDoi(doi, dois[0] as string));
const found = (text: string): string | undefined => doisOf(text)[0]?.doi;

/** The DOI of the work that a PDF is; null where it names none, or several and none of them first. */
export function doiOfArticle(file: Uint8Array): string | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, Math.min(file.byteLength, LARGEST));
  if (bytes.indexOf('%PDF-') < 0 || bytes.indexOf('%PDF-') > 1024) return null;
  const streams = [...streamsOf(bytes)];
  const plain = bytes.toString('latin1');
  const named = [plain, ...streams].flatMap(text =>
    [...text.matchAll(IN_METADATA), ...text.matchAll(IN_SUBJECT)].map(([, doi = '']) => found(unescaped(doi))),
  );
  const [inMetadata] = named.filter(doi => doi !== undefined);
  if (inMetadata !== undefined) return inMetadata;
  const pages = streams.filter(text => /\bBT\b/.test(text)).slice(0, FIRST_STREAMS);
  const onPages = pages.flatMap(page => doisOf(lettersOf(page)).map(({ doi }) => doi));
  // Two on one page: one of them is cited.
  if (onPages.length > 0) return isSame(onPages) ? (onPages[0] as string) : null;
  const links = [plain, ...streams].flatMap(text =>
    [...text.matchAll(LINK)].flatMap(([, doi = '']) => found(unescaped(doi)) ?? []),
  );
  return links.length > 0 && isSame(links) ? (links[0] as string) : null;
}

/** What a PDF says it is, and the entry of that DOI. */
export function whose(database: Database, bytes: Uint8Array): ArticleFound {
  const doi = doiOfArticle(bytes);
  if (doi === null) return { doi, entry: null };
  const [row] = database.rows<ListedRow>(
    `select ${LISTED} from entries where doi = ? and trashed = 0 limit 1`,
    identifiersOf({ id: '', type: '', DOI: doi }).doi,
  );
  const entry = row ? listedOf(row) : null;
  return { doi, entry: entry && { id: entry.id, title: entry.title } };
}
