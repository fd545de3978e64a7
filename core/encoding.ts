/**
 * Letters of a text file whose encoding is not stated: a byte order mark, else UTF-16 told by its zeros, else UTF-8 where it is
 * valid, else Windows-1252. Files that were put together may have both of the last, and each letter is then read as what it is.
 */

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

/** The most bytes that are decoded as one text: V8 holds no longer string, and ends the process that asks for one. */
export const LARGEST_TEXT = 2 ** 29 - 24;

/**
 * Decodes bytes, at most {@link LARGEST_TEXT} of them: more throws a RangeError. Else it never fails: every byte has a letter in
 * Windows-1252.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length > LARGEST_TEXT) throw new RangeError('longer than a text can be');
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return decoded('utf-8', bytes.subarray(3));
  if (a === 0xff && b === 0xfe) return decoded('utf-16le', bytes.subarray(2));
  if (a === 0xfe && b === 0xff) return decoded('utf-16be', bytes.subarray(2));
  const wide = withoutMark(bytes);
  if (wide !== null) return decoded(wide, bytes);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return decodeMixed(bytes);
  }
}

/** How much of a file is looked at for zeros, in bytes. */
const LOOKED_AT = 4096;

/** UTF-16 that has no mark: of Western text every other byte is zero. Null for any other text. */
function withoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length & ~1, LOOKED_AT);
  let [even, odd] = [0, 0];
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const some = length / 8;
  if (length < 4 || Math.max(even, odd) < some) return null;
  return odd > 4 * even ? 'utf-16le' : even > 4 * odd ? 'utf-16be' : null;
}

/** How many bytes the UTF-8 sequence of a letter beyond ASCII has at a place; 0 where there is none (RFC 3629). */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  for (let next = 1; next < length; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] as number;
  if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f)) return 0;
  return (lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f) ? 0 : length;
}

/** The share of letters that must be UTF-8's where some are not: in Windows-1252 two letters rarely look like one. */
const SHARE = 1 / 4;

/** UTF-8 with letters of Windows-1252 among its own, as of a file that was cut or put together; else Windows-1252. */
function decodeMixed(bytes: Uint8Array): DecodedText {
  const strays: number[] = [];
  let letters = 0;
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] as number) < 0x80) continue;
    const length = sequenceAt(bytes, at);
    if (length === 0) strays.push(at);
    else {
      letters++;
      at += length - 1;
    }
  }
  if (letters <= strays.length * SHARE) return decoded('windows-1252', bytes);
  const utf8 = new TextDecoder('utf-8');
  let text = '';
  let from = 0;
  for (const at of strays) {
    // What is left of a letter at the very end is none.
    const cut = at + 3 >= bytes.length && at >= bytes.length - 3 && (bytes[at] as number) >= 0xc2;
    text += utf8.decode(bytes.subarray(from, at)) + (cut ? '' : decodeWestern(bytes.subarray(at, at + 1)));
    from = cut ? bytes.length : at + 1;
    if (cut) break;
  }
  return { text: text + utf8.decode(bytes.subarray(from)), encoding: 'utf-8' };
}

function decoded(encoding: DecodedText['encoding'], bytes: Uint8Array): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text: encoding === 'windows-1252' ? withSigns(text) : text, encoding };
}

/** What Windows-1252 has at 80 to 9F (https://encoding.spec.whatwg.org/index-windows-1252.txt); its five free places stay. */
const SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Text with the signs that Windows-1252 has where control characters stand: programs that take its bytes for Latin-1, some versions
 * of Node among them, leave U+0092 for an apostrophe. Its five free places stay.
 */
export function withSigns(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, sign => SIGNS[sign.charCodeAt(0) - 0x80] as string);
}

/** Bytes of Western text that are no UTF-8. */
export function decodeWestern(bytes: Uint8Array): string {
  return decoded('windows-1252', bytes).text;
}
