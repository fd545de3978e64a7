/** Images inside a page. */

const LETTERS = Uint8Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', letter =>
  letter.charCodeAt(0),
);
const PADDING = '='.charCodeAt(0);

/** Letters that are made a text at a time: a call takes no more arguments. */
const AT_A_TIME = 8192;

/** Bytes in base64 (RFC 4648, with padding). A photograph has millions of letters: they are bytes until they are a text. */
export function base64(bytes: Uint8Array): string {
  const letters = new Uint8Array(4 * Math.ceil(bytes.length / 3));
  let to = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const bits = ((bytes[at] as number) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    letters[to++] = LETTERS[bits >> 18] as number;
    letters[to++] = LETTERS[(bits >> 12) & 63] as number;
    letters[to++] = at + 1 < bytes.length ? (LETTERS[(bits >> 6) & 63] as number) : PADDING;
    letters[to++] = at + 2 < bytes.length ? (LETTERS[bits & 63] as number) : PADDING;
  }
  let text = '';
  for (let at = 0; at < letters.length; at += AT_A_TIME)
    text += String.fromCharCode(...letters.subarray(at, at + AT_A_TIME));
  return text;
}

/** The media type of an asset by its name: assets are JPEG or PNG. */
export const mediaType = (asset: string): string => (asset.endsWith('.png') ? 'image/png' : 'image/jpeg');

/** An asset as an address that holds it. */
export function dataUri(asset: string, bytes: Uint8Array): string {
  return `data:${mediaType(asset)};base64,${base64(bytes)}`;
}
