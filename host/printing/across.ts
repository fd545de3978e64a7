/**
 * Blocks set over all columns of text: each waits until a page begins and stands at its top, above the columns; what still
 * waits when the columns end stands below them. The text flows on meanwhile, so that no column ends early for a wide figure.
 */
import type { LayoutContext, LayoutNode, PageWriter } from './engine/types.ts';
import { heightToStart, type LinesFor } from './keeping.ts';
import type { StructureElement } from './structure.ts';

/** Share of a page that may be taken from the columns by several blocks above them. */
const MOST = 0.75;
/** Columns of a lesser share of a page are left empty: a few lines under a figure are hard to find. */
const LEAST = 0.2;

export interface Waiting {
  readonly node: LayoutNode;
  /** The element it belongs to where it was written. */
  readonly parent: StructureElement;
}

export class AcrossBlocks {
  #waiting: Waiting[] = [];

  /** Whether the block waits for a page instead of standing in its column. */
  isAcross(node: LayoutNode, writer: PageWriter): boolean {
    return node.across === true && writer.transactionLevel === 0 && writer.context().inSnakingColumns();
  }

  wait(waiting: Waiting): void {
    this.#waiting.push(waiting);
  }

  /** All that waits; nothing waits any more. */
  takeAll(): readonly Waiting[] {
    const all = this.#waiting;
    this.#waiting = [];
    return all;
  }

  /**
   * At the top of a new page among columns: sets, by `place`, as many waiting blocks as leave room for text (one at the
   * least) over the whole line, and lets the columns begin below them. False where too little of the page is left for them.
   */
  placeAtTop(writer: PageWriter, linesFor: LinesFor, place: (waiting: Waiting) => void): boolean {
    const context = writer.context();
    const { x, availableWidth, lastColumnWidth, snapshots } = context;
    const page = context.pages[context.page];
    if (!page || this.#waiting.length === 0) return true;
    const { pageSize, pageMargins } = page;
    // The block must not know of the columns, or it would be set in the first of them.
    context.snapshots = [];
    context.x = pageMargins.left;
    context.availableWidth = pageSize.width - pageMargins.left - pageMargins.right;
    const whole = context.availableHeight;
    const number = context.page;
    for (let isFirst = true; this.#waiting.length > 0; isFirst = false) {
      const next = this.#waiting[0] as Waiting;
      const needed = heightToStart([next.node], 0, context.availableWidth, linesFor);
      if (!isFirst && whole - context.availableHeight + needed > whole * MOST) break;
      this.#waiting.shift();
      place(next);
      if (context.page !== number) break;
    }
    context.snapshots = snapshots;
    context.x = x;
    context.availableWidth = availableWidth;
    context.lastColumnWidth = lastColumnWidth;
    beginBelow(context);
    return context.availableHeight >= whole * LEAST;
  }
}

/** Columns begin where the context stands. */
function beginBelow(context: LayoutContext): void {
  const { y, page, availableHeight } = context;
  for (const snapshot of context.snapshots) {
    snapshot.y = y;
    snapshot.page = page;
    snapshot.availableHeight = availableHeight;
    snapshot.bottomMost = { ...snapshot.bottomMost, y, page, availableHeight };
  }
}

/** After columns: what room the page has below the lowest of them. */
export function roomBelow(context: LayoutContext): void {
  const page = context.pages[context.page];
  if (page) context.availableHeight = page.pageSize.height - page.pageMargins.bottom - context.y;
}
