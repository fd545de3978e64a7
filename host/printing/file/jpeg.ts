/** Marker segments a JPEG needs to be shown: JFIF (APP0), the colour profile (APP2) and Adobe's transform (APP14). */
const keptApplicationSegments = new Set([0xe0, 0xe2, 0xee]);
const startOfScan = 0xda;
const comment = 0xfe;

/**
 * The JPEG without Exif, XMP, IPTC and comments: a photograph's place, date, device and whatever a scanner wrote about
 * a patient do not belong in a published file. The picture itself is untouched, byte for byte.
 */
export function withoutJpegMetadata(jpeg: Buffer): Buffer {
  const kept: Buffer[] = [jpeg.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff) {
    const marker = jpeg[at + 1] ?? 0;
    if (marker === startOfScan) break;
    const end = at + 2 + jpeg.readUInt16BE(at + 2);
    const isApplication = marker >= 0xe0 && marker <= 0xef;
    if (!(marker === comment || (isApplication && !keptApplicationSegments.has(marker))))
      kept.push(jpeg.subarray(at, end));
    at = end;
  }
  kept.push(jpeg.subarray(at));
  return Buffer.concat(kept);
}
