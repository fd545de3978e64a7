/** Pictures put into a drawing, which itself only says where each stands. */
import type { Manuscript, PrintedBlock } from '../../manuscript/types.ts';

const PLACE = /<image([^>]*) data-asset="([^"]*)"\/>/g;

/** A picture as a drawing asks for it. */
export interface Picture {
  /** Name of the asset. */
  readonly asset: string;
  readonly isGrey: boolean;
}

const GREY = 'grey ';

/** What a picture is asked for by: its asset, which may be wanted without colour. */
export function pictureName({ asset, isGrey }: Picture): string {
  return isGrey ? GREY + asset : asset;
}

export function pictureOf(name: string): Picture {
  return name.startsWith(GREY) ? { asset: name.slice(GREY.length), isGrey: true } : { asset: name, isGrey: false };
}

/** What a drawing asks for: names of {@link pictureName}. */
export function picturesIn(svg: string): readonly string[] {
  return [...new Set([...svg.matchAll(PLACE)].map(([, , asset]) => asset as string))];
}

/** The drawing with each picture at an address (a data URI, or a path of the window); one that has none leaves its frame. */
export function withPictures(svg: string, addressOf: (asset: string) => string | undefined): string {
  return svg.replace(PLACE, (_, rest: string, asset: string) => {
    const address = addressOf(asset);
    return address === undefined ? '' : `<image${rest} href="${address.replace(/[<>"&]/g, '')}"/>`;
  });
}

/** What the charts of a manuscript ask for. */
export function picturesOf({ divisions }: Manuscript): readonly string[] {
  const charts = divisions.flatMap(({ blocks }) =>
    blocks.flatMap(block => (block.kind === 'chart' ? [block.svg] : [])),
  );
  return [...new Set(charts.flatMap(picturesIn))];
}

/** The manuscript with its charts' pictures in them. */
export function illustrated(manuscript: Manuscript, addressOf: (asset: string) => string | undefined): Manuscript {
  const drawn = (block: PrintedBlock): PrintedBlock =>
    block.kind === 'chart' ? { ...block, svg: withPictures(block.svg, addressOf) } : block;
  return {
    ...manuscript,
    divisions: manuscript.divisions.map(division => ({ ...division, blocks: division.blocks.map(drawn) })),
  };
}
