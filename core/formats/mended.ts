/**
 * Texts that reached us on a way that changed them: copied from a mail with its marks of quotation, saved as a web page, escaped,
 * decoded in a wrong encoding, indented. Only what such a way puts in is taken out, and every line stays on its line.
 */
import { decodeEntities } from './entities.ts';

/** Only the start is looked at: a way changes all of a text. */
const LOOKED_AT = 50_000;

/** How an entry of some format begins, or its file. */
const START =
  '(?:TY {0,3}-[ \\t]|@[a-zA-Z]{3,20}\\s*[{(]|PMID ?- ?\\d|%0 [A-Z]|RT [A-Z]|PT [JBSP]\\s|<\\?xml|<xml|<records?[ >]|<Pubmed|\\[?\\s*\\{\\s*"|- id:|references:)';

const QUOTED = new RegExp(`^(?:> ?)+\\s*${START}`, 'm');
const INDENTED = new RegExp(`^[ \\t]{4,}${START}`, 'm');
const FLUSH = new RegExp(`^ {0,3}${START}`, 'm');

/** Signs of no width and no meaning between letters; those that join letters of other scripts are not among them. */
const INVISIBLE = /[\u200b\u2060\ufeff]/g;

/** Letters in the names that pages have for them: in no format do they mean anything else. */
const LETTERS = /&(?:[A-Za-z](?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron)|szlig|[AaOo][Ee]lig);/g;

/** The text as it was before, or the same text where nothing was done to it. */
export function mended(given: string): string {
  let text = given;
  if (text.includes('\u200b') || text.includes('\ufeff') || text.includes('\u2060')) text = text.replace(INVISIBLE, '');
  if (text.includes('Ã') || text.includes('â€')) text = decodedAgain(text);
  if (/&\w{4,6};/.test(text.slice(0, LOOKED_AT))) text = text.replace(LETTERS, decodeEntities);
  const start = text.slice(0, LOOKED_AT);
  if (QUOTED.test(start)) text = text.replace(/^(?:>[ \t]?)+/gm, '');
  if (isPage(start)) text = pageText(text);
  else if (
    /&lt;(?:records?|Pubmed\w*Article|MedlineCitation)\b/.test(start) &&
    !/<(?:records?|Pubmed\w*Article)[\s>]/.test(start)
  )
    text = decodeEntities(text);
  if (/=C3=[89AB][\dA-F]|=E2=80=/.test(start) && !/[^\0-\x7f]/.test(start)) text = unquoted(text);
  if (INDENTED.test(text.slice(0, LOOKED_AT)) && !FLUSH.test(text.slice(0, LOOKED_AT))) text = flush(text);
  // Word makes dashes of hyphens between spaces.
  if (/^TY {1,3}[–—](?:\s|$)/m.test(start)) text = text.replace(/^([A-Z][A-Z\d] {1,3})[–—](?=\s|$)/gm, '$1-');
  return text;
}

/** A web page, but none of the formats that are XML. */
const isPage = (start: string): boolean =>
  /^\s*(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body|pre|div|p|code)\b/i.test(start);

const blank = (text: string) => text.replace(/[^\n]+/g, '');

/** What a page shows, line by line; italics and the like stay, as titles have them. */
function pageText(page: string): string {
  const plain = page
    .replace(/\r\n?/g, '\n')
    .replace(/<(script|style|head)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, blank)
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h\d)\b[^<>]*>(?!\s*\n)/gi, '\n')
    .replace(/<\/?(?!(?:i|b|sub|sup)\s*>)[a-zA-Z!][^<>]*>/g, tag => blank(tag));
  return decodeEntities(plain).replace(/\u00a0/g, ' ');
}

/** Mail's quoted-printable: "=C3=A9" is one letter, "=" at the end of a line goes on. */
function unquoted(text: string): string {
  return text.replace(/(?:=[89A-F][\dA-F])+/g, run => {
    const bytes = Uint8Array.from(run.slice(1).split('='), hex => Number.parseInt(hex, 16));
    return utf8(bytes) ?? run;
  });
}

/** All lines by as much as the least indented one. */
function flush(text: string): string {
  const least = Math.min(...(text.match(/^[ \t]+(?=\S)/gm) ?? []).slice(0, 10_000).map(({ length }) => length));
  return text.replace(new RegExp(`^[ \\t]{1,${least}}`, 'gm'), '');
}

/** The letters that Windows-1252 has in place of the bytes 80 to 9F. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const BYTES = new Map([...WINDOWS].map((letter, index) => [letter, 0x80 + index]));
const byteOf = (letter: string): number => BYTES.get(letter) ?? letter.charCodeAt(0);

const LATER = `[\\u0080-\\u00bf${WINDOWS}]`;
const TWICE = new RegExp(`[Â-ß]${LATER}|[à-ï]${LATER}{2}|[ð-ô]${LATER}{3}`, 'g');
/** What no language writes: one such is proof that UTF-8 was read as Windows-1252. */
const PROOF = /Ã[©¨ªª«§´®¯¼¶¤±³¡\u00ad\u00a0‰€–œŸ¥¸]|â€[™œ\u009d“”˜¦¢]/;

/** UTF-8 that was read as Windows-1252 and written down so: "MÃ¼ller" is "Müller". */
function decodedAgain(text: string): string {
  if (!PROOF.test(text)) return text;
  return text.replace(TWICE, run => utf8(Uint8Array.from([...run], byteOf)) ?? run);
}

/** The letters of valid UTF-8; null of anything else. */
function utf8(bytes: Uint8Array): string | null {
  try {
    return decodeURIComponent(Array.from(bytes, byte => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return null;
  }
}
