/** Images inside a page. */

const LETTERS = Uint8Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', letter =>
  letter.charCodeAt(0),
);
const PADDING = '='.charCodeAt(0);

/** Letters that are made a text at a time: a call takes no more arguments. */
const AT_A_TIME = 8192;

/** Bytes in base64 (RFC 4648, with padding). A photograph has millions of letters: they are bytes until they are a text. */
export function base64(bytes: Uint8Array): string {
  const whole = bytes.length - (bytes.length % 3);
  const letters = new Uint8Array(4 * Math.ceil(bytes.length / 3)).fill(PADDING);
  let to = 0;
  const put = (bits: number, count: number) => {
    for (let at = 0; at < count; at++) letters[to++] = LETTERS[(bits >> (18 - 6 * at)) & 63] as number;
  };
  for (let at = 0; at < whole; at += 3)
    put(((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number), 4);
  const left = bytes.length - whole;
  if (left > 0) put(((bytes[whole] as number) << 16) | ((bytes[whole + 1] ?? 0) << 8), left + 1);
  let text = '';
  for (let at = 0; at < letters.length; at += AT_A_TIME)
    // Not spread: that would go through an iterator, letter by letter.
    text += String.fromCharCode.apply(null, letters.subarray(at, at + AT_A_TIME) as unknown as number[]);
  return text;
}

/** The media type of an asset by its name: assets are JPEG or PNG. */
export const mediaType = (asset: string): string => (asset.endsWith('.png') ? 'image/png' : 'image/jpeg');

/** An asset as an address that holds it. */
export function dataUri(asset: string, bytes: Uint8Array): string {
  return `data:${mediaType(asset)};base64,${base64(bytes)}`;
}
