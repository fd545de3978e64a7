/** The text columns of the page being filled: one, or those the text snakes through. */
import type { ColumnSnapshot, LayoutContext, PageWriter } from '../engine/types.ts';

/** The page's own context, also while an unbreakable block is set aside in one of its own. */
function pageContext(writer: PageWriter): LayoutContext {
  return writer.contextStack[0] ?? writer.context();
}

/** Left edge of the column being filled. */
export function columnLeft(writer: PageWriter): number {
  const context = pageContext(writer);
  return context.getSnakingSnapshot()?.x ?? context.pageMargins.left;
}

/** Where the column being filled begins. */
export function columnTop(writer: PageWriter): number {
  const context = writer.context();
  return context.getSnakingSnapshot()?.y ?? context.pageMargins.top;
}

/** Left edges of all columns of the page. */
export function columnLefts(writer: PageWriter): readonly number[] {
  const context = pageContext(writer);
  const group = firstOfGroup(context);
  if (!group) return [context.pageMargins.left];
  const lefts: number[] = [];
  let left = group.x;
  for (const width of group.columnWidths) {
    lefts.push(left);
    left += width + group.gap;
  }
  return lefts;
}

/** Width of the column being filled, whatever indents apply inside it. */
export function columnWidth(writer: PageWriter): number {
  const context = pageContext(writer);
  const group = firstOfGroup(context);
  if (group) return group.columnWidths[columnIndex(context)] ?? context.availableWidth;
  const page = context.pages[context.page];
  if (!page) return context.availableWidth;
  return page.pageSize.width - page.pageMargins.left - page.pageMargins.right;
}

/**
 * Makes heads of tables that go on to a new page be painted in its first column: pdfmake paints them where the table
 * began, which may be another.
 */
export function repeatHeadsInFirstColumn(writer: PageWriter): void {
  const moveToNextPage = writer.moveToNextPage.bind(writer);
  writer.moveToNextPage = orientation => {
    if (writer.transactionLevel === 0 && writer.context().inSnakingColumns()) {
      const lefts = columnLefts(writer);
      for (const head of writer.repeatables) {
        const left = lefts.findLast(each => each <= head.xOffset + 0.5) ?? head.xOffset;
        head.xOffset += (lefts[0] ?? left) - left;
      }
    }
    moveToNextPage(orientation);
  };
}

/** How many columns of the snaking group the text has filled. */
export function columnIndex(context: LayoutContext): number {
  let index = 0;
  for (let i = context.snapshots.length - 1; i >= 0 && context.snapshots[i]?.overflowed; i--) index++;
  return index;
}

function firstOfGroup(context: LayoutContext): ColumnSnapshot | undefined {
  return context.snapshots.find(snapshot => snapshot.snakingColumns && !snapshot.overflowed);
}
