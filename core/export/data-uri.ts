/** Images inside a page. */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** The two letters of each twelve bits, so that every three bytes are two look-ups. */
const PAIRS = Array.from(
  { length: 4096 },
  (_, bits) => (LETTERS[bits >> 6] as string) + (LETTERS[bits & 63] as string),
);

/** Bytes in base64 (RFC 4648, with padding). */
export function base64(bytes: Uint8Array): string {
  const whole = bytes.length - (bytes.length % 3);
  const pieces: string[] = [];
  for (let at = 0; at < whole; at += 3) {
    const bits = ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number);
    pieces.push(PAIRS[bits >> 12] as string, PAIRS[bits & 4095] as string);
  }
  const [last, second] = [bytes[whole], bytes[whole + 1]];
  if (last !== undefined) {
    const bits = (last << 16) | ((second ?? 0) << 8);
    pieces.push(PAIRS[bits >> 12] as string, second === undefined ? '==' : `${LETTERS[(bits >> 6) & 63]}=`);
  }
  return pieces.join('');
}

/** The media type of an asset by its name: assets are JPEG or PNG. */
export const mediaType = (asset: string): string => (asset.endsWith('.png') ? 'image/png' : 'image/jpeg');

/** An asset as an address that holds it. */
export function dataUri(asset: string, bytes: Uint8Array): string {
  return `data:${mediaType(asset)};base64,${base64(bytes)}`;
}
