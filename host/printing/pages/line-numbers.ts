/** Numbers beside the lines of the text, for reviewers: in the margin of the first column and of the last. */
import { Line } from '../engine/modules.ts';
import type { LayoutPage, Line as LineOf, MeasuringFont } from '../engine/types.ts';

export interface LineNumbering {
  /** Number every line, or every second, fifth … */
  readonly every?: number;
  /** Begin again on each page. */
  readonly eachPage?: boolean;
}

const fontSize = 7;
const color = '#555555';
/** Between the text and its number. */
const gap = 12;

interface PlacedLine {
  readonly line: LineOf;
  readonly column: number;
  readonly columns: number;
}

/** Adds the numbers to laid out pages. Tables and what is no text are not counted. */
export function numberLines(pages: readonly LayoutPage[], numbering: LineNumbering, font: MeasuringFont): void {
  const every = numbering.every ?? 1;
  let count = 0;
  for (const page of pages) {
    if (numbering.eachPage) count = 0;
    let previous: PlacedLine | undefined;
    for (const placed of linesInReadingOrder(page)) {
      const { line, column, columns } = placed;
      const isSameLine = previous?.column === column && Math.abs(line.y - previous.line.y) < 1;
      previous = placed;
      if (isSameLine) continue;
      count++;
      if (count % every !== 0) continue;
      const number = numberLine(String(count), font);
      const width = number.inlines[0]?.width ?? 0;
      const columnLeft = line.setting?.columnLefts[column] ?? page.pageMargins.left;
      const isRight = columns > 1 && column === columns - 1;
      number.x = isRight ? page.pageSize.width - page.pageMargins.right + gap : columnLeft - gap - width;
      number.y = line.y + line.getAscenderHeight() - number.getAscenderHeight();
      number.mark = { artifact: 'Pagination' };
      page.items.push({ type: 'line', item: number });
    }
  }
}

function linesInReadingOrder(page: LayoutPage): readonly PlacedLine[] {
  const placed = page.items.flatMap(({ type, item }): PlacedLine[] => {
    if (type !== 'line') return [];
    const { setting } = item;
    if (!setting || !('element' in setting.mark) || setting.isInCell) return [];
    if (!item.inlines.some(word => word.text.trim() !== '')) return [];
    const lefts = setting.columnLefts;
    const column = Math.max(
      0,
      lefts.findLastIndex(left => left <= item.x + 0.5),
    );
    return [{ line: item, column, columns: lefts.length }];
  });
  return placed.sort((a, b) => a.column - b.column || a.line.y - b.line.y);
}

function numberLine(text: string, font: MeasuringFont): LineOf {
  const line = new Line(100);
  line.addInline({
    text,
    font,
    fontSize,
    color,
    width: font.widthOfString(text, fontSize),
    height: font.lineHeight(fontSize),
    x: 0,
    leadingCut: 0,
    trailingCut: 0,
    alignment: 'left',
  });
  return line;
}
