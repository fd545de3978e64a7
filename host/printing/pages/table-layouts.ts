/** Table layouts by name, beside pdfmake's own. */
import type { LayoutNode } from '../engine/types.ts';

/** Widths of rules as journals print them: heavier above and below the table than under its head. */
const outerRule = 0.8;
const innerRule = 0.5;

function ruleWidth(index: number, node: LayoutNode): number {
  const rows = node.table?.body.length ?? 0;
  if (index === 0 || index === rows) return outerRule;
  return index === (node.table?.headerRows ?? 0) ? innerRule : 0;
}

export const journalLayouts = {
  rules: {
    hLineWidth: ruleWidth,
    vLineWidth: () => 0,
    hLineColor: () => '#000000',
    paddingLeft: (column: number) => (column === 0 ? 0 : 5),
    paddingRight: (column: number, node: LayoutNode) => (column === (node.table?.body[0]?.length ?? 0) - 1 ? 0 : 5),
    paddingTop: () => 2.5,
    paddingBottom: () => 2.5,
  },
};
