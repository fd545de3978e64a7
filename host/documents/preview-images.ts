/** Images as a screen shows them: for the page beside the text, which follows the typing, and for the sheet, which is scrolled through. */
import type { Asset } from '../../core/report/types.ts';
import { imageLibrary } from './image-library.ts';

/** Bytes below which an image is shown as it is. */
const LARGE = 400_000;
/** Pixels across: 240 to an inch of a printed line, sharp at twice the size of the page. */
const WIDTH = 1600;
/** Widths that are tried for one that keeps the proportions. */
const TRIED = 120;
/** Bytes that are kept of what is shown no longer: some hundred photographs. */
const KEPT = 48 * 2 ** 20;
/** Bytes that are kept of the report whose page was asked for last: what is kept in part of it is made anew for every page. */
const KEPT_OF_REPORT = 384 * 2 ** 20;

export type PreviewImages = (
  assets: readonly Asset[],
  read: (name: string) => Promise<Uint8Array | null>,
) => Promise<Record<string, Uint8Array>>;

/**
 * A smaller size with the same proportions to within a ten-thousandth: below the tallest picture no line of the page stands a
 * tenth of a point elsewhere than in the exported file.
 */
export function smallerSize({ width, height }: Pick<Asset, 'width' | 'height'>): { width: number; height: number } {
  let best = { width: WIDTH, height: Math.round((height * WIDTH) / width) };
  let least = Number.POSITIVE_INFINITY;
  for (let tried = WIDTH; tried < WIDTH + TRIED; tried++) {
    const exact = (height * tried) / width;
    const off = Math.abs(exact - Math.round(exact)) / exact;
    if (off >= least) continue;
    least = off;
    best = { width: tried, height: Math.round(exact) };
  }
  return best;
}

/**
 * A maker that remembers: an asset's name is the hash of its bytes. Images that are not there are left out. `kept` bytes of what is
 * shown no longer are remembered.
 */
export function createPreviewImages(atMost = KEPT): PreviewImages {
  const known = new Map<string, Uint8Array>();
  /** Sheet and page ask for the same ones as a report is opened. */
  const underWay = new Map<string, Promise<Uint8Array | null>>();
  let kept = 0;
  /** Of the page that was asked for last; the sheet asks for one at a time. */
  let shown: ReadonlySet<string> = new Set();
  const keep = (name: string, bytes: Uint8Array) => {
    known.set(name, bytes);
    kept += bytes.length;
    for (const [oldest, { length }] of known) {
      if (kept <= atMost) break;
      if (shown.has(oldest) && kept <= KEPT_OF_REPORT) continue;
      known.delete(oldest);
      kept -= length;
    }
  };
  async function make(asset: Asset, read: (name: string) => Promise<Uint8Array | null>): Promise<Uint8Array | null> {
    const { name, size, width } = asset;
    const bytes = await read(name);
    if (!bytes || size < LARGE || width <= WIDTH + TRIED) return bytes;
    const sharp = await imageLibrary();
    const smaller = sharp(bytes).resize({ ...smallerSize(asset), fit: 'fill' });
    const made = await (asset.type === 'image/png'
      ? smaller.png({ compressionLevel: 6 })
      : smaller.jpeg({ quality: 82 })
    )
      .toBuffer()
      .catch(() => null);
    // One that cannot be read goes as it is: the typesetter says what is wrong with it.
    if (!made) return bytes;
    const image = new Uint8Array(made);
    keep(name, image);
    return image;
  }

  const imageOf: typeof make = async (asset, read) => {
    const { name } = asset;
    const before = known.get(name) ?? underWay.get(name);
    if (before) return before;
    const making = make(asset, read).finally(() => underWay.delete(name));
    underWay.set(name, making);
    return making;
  };
  return async (assets, read) => {
    if (assets.length > 1) shown = new Set(assets.map(({ name }) => name));
    const images: Record<string, Uint8Array> = {};
    for (const asset of assets) {
      const image = await imageOf(asset, read);
      if (image) images[asset.name] = image;
    }
    return images;
  };
}
