/**
 * The third pass: blocks onto pages. Over pdfmake's builder it breaks lines itself, keeps headings and captions with
 * what follows and paragraphs from leaving a single line behind, sets footnotes, and notes for everything it places to
 * which structure element it belongs.
 */

import { LayoutBuilder, tableLayouts } from './engine/modules.ts';
import type {
  Footnote,
  LayoutNode,
  LayoutPage,
  Line,
  Mark,
  PageMargins,
  PageSize,
  RunningBlock,
  TableRow,
} from './engine/types.ts';
import type { PrintedDocument } from './file/document.ts';
import { drawingMeasure } from './file/drawings.ts';
import { familyName } from './file/fonts.ts';
import { type ArtifactKind, element, type StructureElement } from './file/structure.ts';
import { elementOf, isDecoration, type OpenRow, tableSection } from './file/tagging.ts';
import { Measurer } from './measuring.ts';
import {
  columnIndex,
  columnLeft,
  columnLefts,
  columnTop,
  columnWidth,
  repeatHeadsInFirstColumn,
} from './pages/columns-of-page.ts';
import { Footnotes } from './pages/footnotes.ts';
import { heightToStart, type LinesFor, linesToPlace, rowHeight } from './pages/keeping.ts';
import { type LineNumbering, numberLines } from './pages/line-numbers.ts';
import { OnePieceBlocks } from './pages/oversize.ts';
import { journalLayouts } from './pages/table-layouts.ts';
import { fitColumns } from './pages/table-widths.ts';
import { roomBelow, type Waiting, WaitingBlocks } from './pages/waiting.ts';
import { breakLines, rebreakLines, withRuns } from './paragraphs/breaking.ts';
import type { Hyphenator } from './paragraphs/hyphenation.ts';
import { linesOf, nameLine } from './paragraphs/lines-of-text.ts';
import { copyOfWord } from './paragraphs/words.ts';
import { footnoteMarkId, Preprocessor } from './preprocessing.ts';

interface NextRow {
  readonly table: NonNullable<LayoutNode['table']>;
  readonly index: number;
}

/** Heights are sums that are not exact. */
const tolerance = 0.01;

export interface Layout {
  /** Null keeps words whole. */
  readonly hyphenate: Hyphenator | null;
  /** Names what `hyphenate` depends on. */
  readonly hyphenation: string;
  readonly lineNumbers: LineNumbering | null;
  /** Blocks found too high for a page in an earlier attempt; see `OnePieceBlocks`. */
  readonly tooHigh: ReadonlySet<number>;
  /** Given every text that will be printed. */
  check(text: string): void;
}

export class Builder extends LayoutBuilder {
  readonly #document: PrintedDocument;
  readonly #layout: Layout;
  readonly #footnotes: Footnotes;
  #preprocessor: Preprocessor | null = null;
  readonly #onePiece: OnePieceBlocks;
  readonly #waiting = new WaitingBlocks();
  /** Blocks that waited and are being set now. */
  #held = 0;
  /** How many tables what is placed next stands in, and how many containers. */
  #tables = 0;
  #containers = 0;
  /** The element that what is placed next belongs to, unless it is an artifact. */
  #element: StructureElement;
  /** What that is printed from. */
  #source: string | undefined;
  #artifact: ArtifactKind | null = null;
  #row: OpenRow | null = null;
  #items: ReadonlySet<LayoutNode> = new Set();
  #isInCell = false;
  #isInContents = false;
  /** Set between two rows of a table. */
  #nextRow: NextRow | null = null;
  #isWriterPrepared = false;

  constructor(document: PrintedDocument, size: PageSize, margins: PageMargins, layout: Layout) {
    super(size, margins, drawingMeasure);
    this.#document = document;
    this.#layout = layout;
    this.#element = document.tree.root;
    this.#onePiece = new OnePieceBlocks(layout.tooHigh);
    this.#footnotes = new Footnotes((note, width) => this.#setNote(note, width));
    this.registerTableLayouts(tableLayouts);
    this.registerTableLayouts(journalLayouts);
  }

  /** The document's pages with everything at its place. `content` and all below it is changed. */
  pagesOf(
    content: unknown,
    styles: object,
    defaultStyle: object,
    header: RunningBlock | undefined,
    footer: RunningBlock | undefined,
    watermark: unknown,
  ): readonly LayoutPage[] {
    this.#preprocessor = new Preprocessor(text => this.#layout.check(text));
    this.docPreprocessor = this.#preprocessor;
    this.docMeasure = new Measurer(
      this.#document,
      styles,
      defaultStyle,
      this.svgMeasure,
      this.tableLayouts,
      this.#layout.hyphenation,
    );
    return this.tryLayoutDocument(content, this.#document, styles, defaultStyle, undefined, header, footer, watermark)
      .pages;
  }

  // ---- lines ----

  #linesFor(node: LayoutNode, width: number): Line[] {
    return linesOf(node, width, this.#hyphenatorFor(node));
  }

  /** The same lines to measure by, with the footnotes that they mark. */
  readonly #heightsFor: LinesFor = (node, width) => {
    const lines = this.#linesFor(node, width);
    if (!this.#preprocessor?.hasFootnotes) return lines;
    return lines.map(line => {
      const notes = this.#footnotes.heightFor(line, 0, this.writer);
      return notes === 0 ? line : { getHeight: () => line.getHeight() + notes };
    });
  };

  /** Headings and titles are read at a glance: their words stay whole. */
  #hyphenatorFor(node: LayoutNode): Hyphenator | null {
    return node.headlineLevel || node.tag === 'Title' ? null : this.#layout.hyphenate;
  }

  override processLeaf(node: LayoutNode): void {
    const lines = this.#linesFor(node, this.writer.context().availableWidth);
    const [first] = lines;
    if (!first) return;
    nameLine(first, node);
    this.#placeLines(lines, node);
  }

  #placeLines(all: readonly Line[], node: LayoutNode): void {
    let rest = all;
    let isStart = true;
    let fruitlessBreaks = 0;
    while (rest.length > 0) {
      const count = this.writer.transactionLevel > 0 ? rest.length : this.#linesToPlace(rest, isStart);
      for (const line of rest.slice(0, count)) this.#placeLine(line, node);
      rest = rest.slice(count);
      if (count > 0) {
        isStart = false;
        fruitlessBreaks = 0;
      }
      const [next] = rest;
      if (!next) return;
      // A line higher than a page: let it stick out rather than break for ever.
      if (count === 0 && ++fruitlessBreaks > 3) {
        this.#placeLine(next, node);
        rest = rest.slice(1);
        continue;
      }
      const width = this.writer.context().availableWidth;
      this.#breakColumn(node);
      const newWidth = this.writer.context().availableWidth;
      if (Math.abs(newWidth - width) > tolerance) {
        rest = rebreakLines(rest, newWidth, this.#hyphenatorFor(node));
        if (isStart && rest[0]) nameLine(rest[0], node);
      }
    }
  }

  #linesToPlace(rest: readonly Line[], isStart: boolean): number {
    const context = this.writer.context();
    const isAtTop = context.y <= columnTop(this.writer) + tolerance;
    return linesToPlace(rest, context.availableHeight, isStart, isAtTop, (line, before) =>
      this.#isInCell ? 0 : this.#footnotes.heightFor(line, before, this.writer),
    );
  }

  #placeLine(line: Line, node: LayoutNode): void {
    line.setting = {
      mark: this.#mark(),
      node,
      isInCell: this.#isInCell,
      columnLeft: columnLeft(this.writer),
      columnLefts: columnLefts(this.writer),
      columnWidth: columnWidth(this.writer),
    };
    node.positions.push(this.writer.addLine(line));
    if (this.#artifact) return;
    if (this.#isInCell || this.writer.transactionLevel > 0) this.#footnotes.postponeMarkedIn(line);
    else this.#footnotes.placeMarkedIn(line, this.writer);
  }

  #mark(): Mark {
    return this.#artifact ? { artifact: this.#artifact } : { element: this.#element, source: this.#source };
  }

  // ---- breaks ----

  /** On to the next column, or the next page. */
  #breakColumn(node: LayoutNode): void {
    const context = this.writer.context();
    if (context.inSnakingColumns() && !context.isInNestedNonSnakingGroup())
      this.snakingAwarePageBreak(node.pageOrientation);
    else {
      this.writer.moveToNextPage(node.pageOrientation);
      if (context.snapshots.length === 0) this.#placeWaiting(true, node.pageOrientation);
    }
  }

  /** pdfmake loses an indented block's indents when its column breaks: lift them, break, put them back. */
  override snakingAwarePageBreak(orientation?: string): void {
    const context = this.writer.context();
    const column = context.getSnakingSnapshot();
    if (this.#nextRow && this.#rowFits(this.#nextRow)) return;
    if (!column) {
      super.snakingAwarePageBreak(orientation);
      return;
    }
    const width = column.columnWidths[columnIndex(context)] ?? context.availableWidth;
    const left = context.x - column.x;
    const right = width - context.availableWidth - left;
    context.addMargin(-left, -right);
    const { page } = context;
    super.snakingAwarePageBreak(orientation);
    this.#placeWaiting(context.page > page, orientation);
    this.writer.context().addMargin(left, right);
  }

  /** At the top of a column: sets what waits for it; on to the next where it leaves the text no room. */
  #placeWaiting(isNewPage: boolean, orientation?: string): void {
    // A table goes on right below its repeated head, and a block in one piece is not to be parted; nor is one that waited and is
    // higher than a page: what waits behind it comes below it.
    if (this.#waiting.isEmpty || this.#artifact || this.#tables > 0 || this.#held > 0) return;
    if (this.writer.transactionLevel > 0) return;
    const context = this.writer.context();
    for (let onNewPage = isNewPage; ; ) {
      if (this.#waiting.placeAtTop(this.writer, onNewPage, this.#heightsFor, waiting => this.#placeHeld(waiting)))
        return;
      const { page } = context;
      if (context.inSnakingColumns()) {
        // What stands over all columns leaves none of them room.
        const areAllShort = columnTop(this.writer) > context.pageMargins.top + tolerance;
        do super.snakingAwarePageBreak(orientation);
        while (areAllShort && context.page === page);
      } else this.writer.moveToNextPage(orientation);
      onNewPage = context.page > page;
    }
  }

  /** Sets a block that waited, in the reading order where it is written. */
  #placeHeld({ node, parent }: Waiting): void {
    const outer = this.#element;
    // A list that the text is in the middle of would set the number of its next item beside the block's first line.
    const markers = this.writer.listeners('lineAdded');
    this.writer.removeAllListeners('lineAdded');
    this.#element = parent;
    this.#held++;
    this.processNode(node);
    if (this.writer.transactionLevel === 0) this.#footnotes.placeWaiting(this.writer, null);
    this.#held--;
    this.#element = outer;
    for (const marker of markers) this.writer.addListener('lineAdded', marker);
  }

  /** Whether the row fits into what is left of the column. Between rows pdfmake guesses, by the whole page so far. */
  #rowFits({ table, index }: NextRow): boolean {
    const height = rowHeight(table, index, this.#heightsFor);
    return height <= this.writer.context().availableHeight;
  }

  override processTable(node: LayoutNode): void {
    const outer = this.#nextRow;
    this.#nextRow = null;
    this.#tables++;
    if (node.table && node._offsets)
      fitColumns(node.table.widths, this.writer.context().availableWidth - node._offsets.total);
    super.processTable(node);
    this.#tables--;
    this.#nextRow = outer;
  }

  /** Columns are as wide as they are told, and what is left is for the others: a long address in one does not widen it. */
  override processColumns(node: LayoutNode): void {
    for (const column of node.columns ?? []) if (node.snakingColumns || column.width === '*') column._minWidth = 0;
    super.processColumns(node);
    if (!node.snakingColumns) return;
    roomBelow(this.writer.context());
    this.#placeAllHeld();
  }

  /** Where the text ends: sets what still waits, one below the other. */
  #placeAllHeld(): void {
    for (const waiting of this.#waiting.takeAll()) this.#placeHeld(waiting);
  }

  override processVerticalContainer(node: LayoutNode): void {
    const blocks = node.stack ?? [];
    this.#containers++;
    blocks.forEach((block, index) => {
      if (!this.#artifact && block.pageBreak === 'before') this.#placeAllHeld();
      if (!this.#artifact && this.#tables === 0 && this.#waiting.mustWait(block, this.writer, this.#heightsFor)) {
        this.#waiting.wait({ node: block, parent: element('Div', this.#element) });
        return;
      }
      if (!this.#artifact && this.writer.transactionLevel === 0) this.#breakBefore(block, blocks, index);
      this.processNode(block);
      if (!this.#artifact && this.writer.transactionLevel === 0 && !this.#isInCell)
        this.#footnotes.placeWaiting(this.writer, () => this.#breakColumn(block));
      node.positions.push(...block.positions);
    });
    this.#containers--;
    if (this.#containers === 0 && !this.#artifact) this.#placeAllHeld();
  }

  /** Breaks now if the block, with what must stay with it, would not fit any more. */
  #breakBefore(block: LayoutNode, blocks: readonly LayoutNode[], index: number): void {
    const context = this.writer.context();
    const needed = heightToStart(blocks, index, context.availableWidth, this.#heightsFor);
    if (needed <= context.availableHeight || context.y <= columnTop(this.writer) + tolerance) return;
    this.#breakColumn(block);
    // Columns below a wide figure are short: what does not fit the next of them goes on to the one after it.
    if (needed > context.availableHeight && columnTop(this.writer) > context.pageMargins.top + tolerance)
      this.#breakColumn(block);
  }

  // ---- structure ----

  override processNode(node: LayoutNode, isVerticalAlignmentAllowed?: boolean): void {
    if (!this.#isWriterPrepared) {
      repeatHeadsInFirstColumn(this.writer);
      this.#onePiece.watch(this.writer);
    }
    this.#isWriterPrepared = true;
    if (this.#artifact) {
      super.processNode(node, isVerticalAlignmentAllowed);
      return;
    }
    const outer = {
      element: this.#element,
      source: this.#source,
      row: this.#row,
      items: this.#items,
      isInCell: this.#isInCell,
    };
    this.#element = elementOf(node, {
      parent: outer.element,
      row: outer.row,
      isListItem: outer.items.has(node),
      isInContents: this.#isInContents,
    });
    this.#source = node.source ?? outer.source;
    this.#row = null;
    this.#items = new Set(node.ul ?? node.ol ?? []);
    this.#isInCell ||= outer.row !== null;
    if (isDecoration(node)) this.#artifact = 'Layout';
    this.#dropSpaceAtTop(node);
    this.#dropBreakAtTop(node);
    this.#onePiece.during(node, () => super.processNode(node, isVerticalAlignmentAllowed));
    this.#artifact = null;
    this.#element = outer.element;
    this.#source = outer.source;
    this.#row = outer.row;
    this.#items = outer.items;
    this.#isInCell = outer.isInCell;
  }

  /** The space above a block separates it from the one before: at the top of a column, and of a page but the first, there is none. */
  #dropSpaceAtTop(node: LayoutNode): void {
    const context = this.writer.context();
    const isFurther = context.page > 0 || context.inSnakingColumns();
    if (!node._margin || !isFurther || this.#isInCell || this.writer.transactionLevel > 0) return;
    if (context.y > columnTop(this.writer) + tolerance) return;
    const [left, , right, bottom] = node._margin;
    node._margin = [left, 0, right, bottom];
  }

  /** A block that begins a page needs no new one where what stands before it has just filled the last. */
  #dropBreakAtTop(node: LayoutNode): void {
    const context = this.writer.context();
    if (node.pageBreak !== 'before' || this.writer.transactionLevel > 0) return;
    if (context.page > 0 && context.pages[context.page]?.items.length === 0) delete node.pageBreak;
  }

  override processRow(row: TableRow): unknown {
    const { tableNode } = row;
    this.#nextRow = null;
    const result = tableNode && !this.#artifact ? this.#processTableRow(row, tableNode) : super.processRow(row);
    const table = tableNode?.table;
    this.#nextRow = table ? { table, index: (row.rowIndex ?? 0) + 1 } : null;
    return result;
  }

  #processTableRow(row: TableRow, tableNode: LayoutNode): unknown {
    const table = this.#element;
    const isHead = (row.rowIndex ?? 0) < (tableNode.table?.headerRows ?? 0);
    const made = this.#isInContents
      ? element('TOCI', table)
      : element('TR', tableSection(table, tableNode, isHead ? 'THead' : 'TBody'));
    // The cells of a table of contents hold text of their row.
    this.#row = this.#isInContents ? null : { element: made, isHead };
    this.#element = made;
    const result = super.processRow(row);
    this.#row = null;
    this.#element = table;
    return result;
  }

  override processToc(node: LayoutNode): void {
    if (node.toc?.title) this.processNode(node.toc.title);
    this.#isInContents = true;
    if (node.toc?._table) this.processNode(node.toc._table);
    this.#isInContents = false;
  }

  override processImage(node: LayoutNode): void {
    node.mark = this.#mark();
    super.processImage(node);
  }

  override processSVG(node: LayoutNode): void {
    node.mark = this.#mark();
    super.processSVG(node);
  }

  override processCanvas(node: LayoutNode): void {
    for (const vector of node.canvas ?? []) vector.mark = this.#mark();
    super.processCanvas(node);
  }

  // ---- page furniture ----

  override addDynamicRepeatable(block: RunningBlock | undefined, size: unknown, name: 'header' | 'footer'): void {
    this.#artifact = name === 'header' ? 'Header' : 'Footer';
    super.addDynamicRepeatable(block, size, name);
    this.#artifact = null;
  }

  override addHeadersAndFooters(header: RunningBlock | undefined, footer: RunningBlock | undefined): void {
    const { pages } = this.writer.context();
    this.#footnotes.flush(pages);
    const { lineNumbers } = this.#layout;
    if (lineNumbers) numberLines(pages, lineNumbers, this.#document.provideFont(familyName, false, false));
    super.addHeadersAndFooters(header, footer);
  }

  #setNote(note: Footnote, width: number): readonly Line[] {
    const back = footnoteMarkId(note.number ?? 0);
    const mark = { text: `${note.number}\u00a0`, sup: true, tag: 'Lbl', linkToDestination: back };
    const text = typeof note.text === 'string' ? [note.text] : note.text;
    const node = this.docMeasure.measureBlock(
      this.docPreprocessor.preprocessBlock({ text: [mark, ...text], style: 'footnote' }),
    );
    const words = (node._inlines ?? []).map(word => copyOfWord(word));
    return withRuns(breakLines(words, width, this.#layout.hyphenate), node._runs ?? []);
  }
}
