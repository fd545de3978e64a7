/**
 * Figures and tables that wait: one that does not fit where it is written stands at the top of the next column, one set over
 * all columns at the top of the next page, and the text flows on meanwhile; so no page ends early for what follows it. What
 * still waits when the text ends stands below it. They keep their order.
 */

import type { LayoutContext, LayoutNode, PageWriter } from '../engine/types.ts';
import type { StructureElement } from '../file/structure.ts';
import { columnLeft, columnWidth } from './columns-of-page.ts';
import { heightToStart, type LinesFor } from './keeping.ts';

/** Share of a column that several blocks at its top may take. */
const MOST = 0.75;
/** A lesser share of a column is left empty: a few lines under a figure are hard to find. */
const LEAST = 0.2;
const tolerance = 0.01;

export interface Waiting {
  readonly node: LayoutNode;
  /** The place in the reading order where it is written. */
  readonly parent: StructureElement;
}

export class WaitingBlocks {
  #waiting: Waiting[] = [];

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** Whether the block is to wait rather than stand where it is written. */
  mustWait(node: LayoutNode, writer: PageWriter, linesFor: LinesFor): boolean {
    if (writer.transactionLevel > 0) return false;
    const context = writer.context();
    if (node.across && context.inSnakingColumns()) return true;
    if (!node.floating) return false;
    return !this.isEmpty || heightToStart([node], 0, context.availableWidth, linesFor) > context.availableHeight;
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
   * At the top of a column, or of a page's first: sets by `place` what waits for it, as many blocks as leave room for text,
   * one at the least. False where too little of the column is left for the text.
   */
  placeAtTop(writer: PageWriter, isNewPage: boolean, linesFor: LinesFor, place: (waiting: Waiting) => void): boolean {
    if (this.isEmpty) return true;
    const context = writer.context();
    const whole = context.availableHeight;
    const { page, lastColumnWidth, snapshots } = context;
    const hasColumns = context.inSnakingColumns();
    const column = { x: columnLeft(writer), availableWidth: columnWidth(writer) };
    const indent = { left: context.x - column.x, less: column.availableWidth - context.availableWidth };
    if (isNewPage && hasColumns) {
      // A block over all columns must not know of them, or it would be set in the first.
      const { pageSize, pageMargins } = context.pages[context.page] as LayoutContext['pages'][number];
      context.snapshots = [];
      context.x = pageMargins.left;
      context.availableWidth = pageSize.width - pageMargins.left - pageMargins.right;
      this.#place(context, whole, linesFor, place, ({ node }) => node.across === true);
      context.snapshots = snapshots;
      context.lastColumnWidth = lastColumnWidth;
      beginBelow(context);
    }
    if (context.page === page) {
      // Whatever list or indented block the text is in the middle of.
      Object.assign(context, column);
      this.#place(context, whole, linesFor, place, ({ node }) => !(hasColumns && node.across));
    }
    // A block that found no room went on to another column, and the text goes on below it.
    Object.assign(context, {
      x: columnLeft(writer) + indent.left,
      availableWidth: columnWidth(writer) - indent.less,
      lastColumnWidth,
    });
    return context.availableHeight >= whole * LEAST - tolerance;
  }

  /** Sets the blocks at the head of the queue that may stand here and fit. */
  #place(
    context: LayoutContext,
    whole: number,
    linesFor: LinesFor,
    place: (waiting: Waiting) => void,
    mayStandHere: (waiting: Waiting) => boolean,
  ): void {
    const { page } = context;
    for (;;) {
      const [next] = this.#waiting;
      if (!next || !mayStandHere(next) || context.page !== page) return;
      const isFirst = context.availableHeight > whole - tolerance;
      const needed = heightToStart([next.node], 0, context.availableWidth, linesFor);
      if (!isFirst && whole - context.availableHeight + needed > whole * MOST) return;
      // Below a wide figure columns are short: what does not fit there waits for a whole one.
      const isShort = context.y > context.pageMargins.top + tolerance;
      if (isFirst && isShort && needed > context.availableHeight) return;
      this.#waiting.shift();
      place(next);
    }
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
