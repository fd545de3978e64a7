/** Letters of a text file whose encoding is not stated: a byte order mark, else UTF-8 where it is valid, else Windows-1252. */

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
  // Without a mark, every other byte of Western text in UTF-16 is zero.
  if (bytes.length > 3 && bytes.length % 2 === 0) {
    if (a !== 0 && b === 0 && bytes[3] === 0) return decoded('utf-16le', bytes);
    if (a === 0 && b !== 0 && bytes[2] === 0) return decoded('utf-16be', bytes);
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return decoded('windows-1252', bytes);
  }
}

function decoded(encoding: DecodedText['encoding'], bytes: Uint8Array): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text: encoding === 'windows-1252' ? withSigns(text) : text, encoding };
}

/** What Windows-1252 has at 80 to 9F (https://encoding.spec.whatwg.org/index-windows-1252.txt); its five free places stay. */
const SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Some versions of Node decode Windows-1252 as Latin-1 and leave control characters where dashes, œ and € stand. */
function withSigns(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, sign => SIGNS[sign.charCodeAt(0) - 0x80] as string);
}

/** Bytes of Western text that are no UTF-8. */
export function decodeWestern(bytes: Uint8Array): string {
  return decoded('windows-1252', bytes).text;
}
