/** Letters of a text file whose encoding is not stated: a byte order mark, else UTF-8 where it is valid, else Windows-1252. */

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

/** Decodes bytes. Never fails: every byte has a letter in Windows-1252. */
export function decodeText(bytes: Uint8Array): DecodedText {
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
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}
