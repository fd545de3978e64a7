/**
 * Blocks that are to stay in one piece but are higher than a page. pdfmake drops them without a word; here the document
 * is laid out again with those blocks allowed to break.
 */
import type { LayoutNode, PageWriter } from '../engine/types.ts';

/** The block, counted among those to be kept in one piece, cannot be. */
export class BlockHigherThanPage extends Error {
  override readonly name = 'BlockHigherThanPage';
  readonly ordinal: number;

  constructor(ordinal: number) {
    super('A block to be kept in one piece is higher than a page');
    this.ordinal = ordinal;
  }
}

/** Counts the blocks to be kept in one piece and lets those break that were found to be too high. */
export class OnePieceBlocks {
  readonly #tooHigh: ReadonlySet<number>;
  readonly #open: number[] = [];
  #count = 0;

  /** @param tooHigh ordinals from earlier attempts */
  constructor(tooHigh: ReadonlySet<number>) {
    this.#tooHigh = tooHigh;
  }

  /** Lays out a block; within, it is known which block a refused fragment belongs to. */
  during(node: LayoutNode, layOut: () => void): void {
    if (!node.unbreakable && !node.table?.dontBreakRows && !node.table?.headerRows) {
      layOut();
      return;
    }
    const ordinal = this.#count++;
    if (this.#tooHigh.has(ordinal)) {
      node.unbreakable = false;
      if (node.table) node.table = { ...node.table, dontBreakRows: false, headerRows: 0 };
      layOut();
      return;
    }
    this.#open.push(ordinal);
    layOut();
    this.#open.pop();
  }

  /** Makes a fragment that finds no page be noticed. */
  watch(writer: PageWriter): void {
    const addFragment = writer.addFragment.bind(writer);
    writer.addFragment = (...fragment) => {
      const placed = addFragment(...fragment);
      const [outermost] = this.#open;
      if (!placed && outermost !== undefined) throw new BlockHigherThanPage(outermost);
      return placed;
    };
  }
}
