/**
 * The parts of pdfmake 0.3.11, pdfkit 0.19.1 and fontkit 2.0.4 that we lean on, as they are there and not as they are
 * documented: neither publishes types for its insides. `test/host/printing/internals.test.ts` notices when they change.
 * Fields beginning with `_` are theirs unless marked "ours".
 */

import type { MeasuredParagraph } from '../file/caches.ts';
import type { ArtifactKind, StructureElement } from '../file/structure.ts';

// ---- fontkit ----

export interface Glyph {
  readonly id: number;
  readonly codePoints: readonly number[];
  readonly advanceWidth: number;
}

export interface GlyphPosition {
  readonly xAdvance: number;
  readonly advanceWidth: number;
}

export interface ParsedFont {
  readonly characterSet: readonly number[];
  /** The file; its tables by name, with their places in it. */
  readonly stream: { readonly buffer: Uint8Array };
  readonly directory: {
    readonly tables: Readonly<Record<string, { readonly offset: number; readonly length: number } | undefined>>;
  };
  readonly hhea: { readonly numberOfMetrics: number };
  _getBaseGlyph(id: number, characters?: readonly number[]): Glyph | null;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): Glyph;
}

export interface FontSubset {
  readonly glyphs: readonly number[];
  /** The glyph's number within the subset. */
  includeGlyph(glyph: number): number;
  encode(): Uint8Array;
}

// ---- pdfkit ----

/** A font as one document embeds it. */
export interface EmbeddedFont {
  readonly id: string;
  readonly font: ParsedFont;
  readonly subset: FontSubset;
  /** By number within the subset: the characters a glyph stands for, and its width in thousandths of an em. */
  readonly unicode: (readonly number[])[];
  readonly widths: number[];
  readonly scale: number;
  layoutCache: object;
  readonly ascender: number;
  readonly descender: number;
  lineHeight(size: number): number;
  widthOfString(text: string, size: number, features?: readonly string[] | null): number;
  encode(text: string, features?: readonly string[] | null): [readonly string[], readonly GlyphPosition[]];
  ref(): Reference;
}

export type EmbeddedFontClass = new (document: unknown, font: ParsedFont, id: string) => EmbeddedFont;

export type Dictionary = Record<string, unknown>;

/** An indirect object of the file being written. */
export interface Reference {
  readonly id: number;
  readonly gen: number;
  offset: number;
  data: Dictionary;
  compress: boolean;
  buffer: Buffer[];
  end(chunk?: Buffer): void;
  finalize(): void;
}

export interface PageObject {
  readonly width: number;
  readonly height: number;
  readonly content?: Reference;
  readonly dictionary: Reference;
  readonly fonts: Record<string, Reference>;
  write(chunk: string): void;
}

export interface OutlineItem {
  addItem(title: string, options: { expanded: boolean; top?: number; left?: number }): OutlineItem;
}

export interface EmbeddedImage {
  readonly width: number;
  readonly height: number;
  readonly orientation?: number;
  readonly label: string;
  obj: Reference | null;
  embed(document: unknown): void;
}

/** A PNG as pdfkit reads it: `imgData` is still deflated. */
export interface PngImage extends EmbeddedImage {
  readonly imgData: Uint8Array;
}

export interface AnnotationOptions {
  Subtype: string;
  Contents?: unknown;
  Dest?: unknown;
  structParent?: { add(annotation: { readonly annotationRef: Reference }): void };
}

export interface DocumentOptions {
  readonly size?: readonly [number, number];
  readonly pdfVersion?: string;
  readonly tagged?: boolean;
  readonly displayTitle?: boolean;
  readonly compress?: boolean;
  readonly lang?: string;
  readonly autoFirstPage: false;
  readonly info?: Readonly<Record<string, unknown>>;
  readonly font: null;
}

/** pdfmake's PDFDocument, and pdfkit's PDFDocument below it: a Readable of the file's bytes. */
export declare class PDFDocument {
  constructor(
    fonts: object,
    images: object,
    patterns: object,
    attachments: object,
    options: DocumentOptions,
    virtualFileSystem?: null,
    localAccessPolicy?: (path: string) => boolean,
  );
  readonly page: PageObject;
  readonly outline: OutlineItem;
  info: Record<string, unknown>;
  readonly _root: Reference & {
    readonly data: {
      readonly Pages: { readonly data: { readonly Kids: readonly Reference[] } };
      readonly Names: { readonly data: { readonly Dests: { _compareKeys(a: string, b: string): number } } };
    };
  };
  _offset: number;
  _font: unknown;
  _fontCount: number;
  _imageCount: number;
  readonly _fontFamilies: Record<string, unknown>;
  readonly _imageRegistry: Record<string, EmbeddedImage>;
  ref(data?: Dictionary): Reference;
  addPage(options?: object): this;
  addContent(operators: string): this;
  save(): this;
  restore(): this;
  translate(x: number, y: number): this;
  _doOpacity(fill: number | null, stroke: number | null): unknown;
  addNamedDestination(name: string, ...at: unknown[]): void;
  annotate(x: number, y: number, width: number, height: number, options: AnnotationOptions): this;
  link(x: number, y: number, width: number, height: number, address: string): this;
  goTo(x: number, y: number, width: number, height: number, destination: string): this;
  fillColor(color: unknown, opacity?: number): this;
  openImage(source: Buffer): EmbeddedImage;
  font(source: string, family?: string, size?: number): this;
  getFontFile(family: string, bold: boolean, italics: boolean): string | null;
  provideFont(family: string, bold: boolean, italics: boolean): unknown;
  provideImage(source: string): EmbeddedImage;
  resolveColor(color: unknown, fallback: string): unknown;
  getStructTreeRoot(): Reference;
  appendXML(xml: string): void;
  _addInfo(): void;
  _write(data: string | Buffer): void;
  _refEnd(reference: Reference): void;
  end(): void;
  push(chunk: Buffer | null): boolean;
  on(event: 'data', listener: (chunk: Buffer) => void): this;
  on(event: 'end', listener: () => void): this;
  on(event: 'error', listener: (error: Error) => void): this;
}

// ---- pdfmake ----

/** Left, top, right, bottom. */
export type NodeMargin = readonly [number, number, number, number];

/** A font as text is measured and written with it. */
export interface MeasuringFont {
  readonly ascender: number;
  readonly descender: number;
  lineHeight(size: number): number;
  widthOfString(text: string, size: number, features?: readonly string[] | null): number;
}

/** A word with the white space after it, or a part of a word where the style changes. */
export interface WordInline<Font extends MeasuringFont = MeasuringFont> {
  text: string;
  width: number;
  height: number;
  x: number;
  leadingCut: number;
  leadingIndent?: number | undefined;
  trailingCut: number;
  readonly font: Font;
  readonly fontSize: number;
  readonly fontFeatures?: readonly string[] | null | undefined;
  readonly characterSpacing?: number | undefined;
  readonly color?: unknown;
  readonly opacity?: number | undefined;
  readonly alignment?: string | undefined;
  readonly sup?: boolean | undefined;
  readonly sub?: boolean | undefined;
  readonly noWrap?: boolean | null | undefined;
  readonly lang?: string | null | undefined;
  readonly link?: string | null | undefined;
  readonly linkToPage?: unknown;
  readonly linkToDestination?: string | null | undefined;
  readonly decoration?: unknown;
  readonly decorationColor?: unknown;
  readonly decorationStyle?: unknown;
  readonly decorationThickness?: unknown;
  readonly background?: unknown;
  noNewLine?: boolean | undefined;
  lineEnd?: boolean | undefined;
  justifyShift?: number | undefined;
  _pageNodeRef?: PageTarget | undefined;
  readonly _tocItemRef?: PageTarget | undefined;
  readonly _pageRef?: { readonly _nodeRef: PageTarget } | undefined;
  /** Ours: which run of its paragraph it came from. */
  readonly _runIndex?: number | undefined;
  /** Ours: what a copying reader should get instead of the glyphs. */
  readonly _actualText?: string | undefined;
  /** Ours: the word this is a piece of, after hyphenation or a hard break. */
  readonly _whole?: WordInline | undefined;
  /** Ours: where in that word the piece begins. */
  readonly _offset?: number | undefined;
  /** Ours: ends in a hyphen that is not in the text. */
  readonly _isHyphenated?: boolean | undefined;
  /** Ours: the item label this marker is. */
  _label?: StructureElement | undefined;
}

export interface PageTarget {
  readonly positions?: readonly Position[];
}

export interface Position {
  pageNumber: number;
}

/** Ours: to which structure element painted things belong, or that they belong to none. */
export type Mark =
  | { readonly element: StructureElement; readonly source?: string | undefined }
  | { readonly artifact: ArtifactKind };

/** Ours: where a line was set, and as part of what. */
export interface LineSetting {
  readonly mark: Mark;
  readonly node: LayoutNode;
  readonly isInCell: boolean;
  /** Left edge of the column the line stands in, and of all columns of its page. */
  readonly columnLeft: number;
  readonly columnLefts: readonly number[];
  readonly columnWidth: number;
}

export declare class Line {
  constructor(maxWidth: number);
  readonly maxWidth: number;
  leadingCut: number;
  trailingCut: number;
  inlineWidths: number;
  inlines: WordInline[];
  x: number;
  y: number;
  id?: string;
  newLineForced?: boolean;
  lastLineInParagraph?: boolean;
  _node?: LayoutNode;
  _pageNodeRef?: PageTarget;
  /** Ours, instead of pdfmake's `_outline`. */
  bookmark?: Bookmark;
  /** Ours. */
  setting?: LineSetting;
  /** Ours: painted things that are no part of any text (line numbers). */
  mark?: Mark;
  /** Ours: the runs `_runIndex` counts. */
  runs?: readonly (RunNode | null)[];
  addInline(inline: WordInline): void;
  getHeight(): number;
  getAscenderHeight(): number;
  getWidth(): number;
  clone(): Line;
}

/** Ours. */
export interface Bookmark {
  readonly text: string;
  readonly id: string | undefined;
  readonly parentId: string | undefined;
  readonly isExpanded: boolean;
}

/** Ours: what a run of text is, beyond its looks. */
export interface RunRole {
  readonly tag: string | undefined;
  readonly isLink: boolean;
  readonly lang: string | undefined;
  readonly footnote: Footnote | undefined;
}

/** Ours: a footnote, from its mark in the text to its place at the foot of a column. */
export interface Footnote {
  readonly text: string | readonly unknown[];
  number?: number;
  node?: LayoutNode;
  lines?: readonly Line[];
  height?: number;
  isPlaced?: boolean;
  element?: StructureElement;
  /** What the text that marks it is printed from. */
  source?: string | undefined;
}

/** A run of text within a paragraph. */
export interface RunNode {
  text?: string | RunNode[];
  id?: string;
  tag?: string;
  link?: string;
  linkToDestination?: string;
  lang?: string;
  footnote?: Footnote;
  sup?: boolean;
  fontSize?: number;
  outline?: boolean;
  outlineText?: string;
  outlineParentId?: string;
  outlineExpanded?: boolean;
  _textRef?: unknown;
  _pageRef?: { readonly _nodeRef: PageTarget };
  _tocItemRef?: PageTarget;
  _runIndex?: number;
  _actualText?: string;
  /** Ours. */
  _role?: RunRole;
}

export interface Vector {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly w?: number;
  readonly h?: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly r1: number;
  readonly r2: number;
  readonly points?: readonly { readonly x: number; readonly y: number }[];
  /** Ours. */
  mark?: Mark;
}

/** A column of a table. */
export interface TableColumn {
  /** Points, a share of the line ("30%"), 'auto' or '*'. */
  readonly width?: number | string | null;
  readonly _calcWidth: number;
  /** Of its longest word, in points. */
  _minWidth?: number;
}

/** A block of the document as pdfmake works on it: the definition's fields, and what each pass adds. */
export interface LayoutNode extends Omit<RunNode, 'text'> {
  text?: string | RunNode[];
  stack?: LayoutNode[];
  columns?: LayoutNode[];
  snakingColumns?: boolean;
  /** Ours: set over all columns; may wait for the top of the next column. */
  across?: boolean;
  floating?: boolean;
  pageBreak?: string;
  /** Between columns. */
  _gap?: number;
  /** In columns: points, 'auto' or '*'. */
  width?: number | string;
  ul?: LayoutNode[];
  ol?: LayoutNode[];
  table?: {
    readonly headerRows?: number;
    readonly keepWithHeaderRows?: number;
    readonly dontBreakRows?: boolean;
    readonly body: LayoutNode[][];
    readonly widths: readonly TableColumn[];
  };
  /** Of a table: its rules and padding, in points. */
  _offsets?: { readonly total: number };
  toc?: { title?: LayoutNode; _table?: LayoutNode };
  image?: string;
  svg?: string;
  font?: string;
  options?: object;
  linkToPage?: number;
  canvas?: Vector[];
  qr?: string;
  section?: unknown;
  alt?: string;
  /** Ours: what it is printed from. */
  source?: string;
  summary?: string;
  th?: string;
  headlineLevel?: number;
  keepNext?: boolean;
  unbreakable?: boolean;
  colSpan?: number;
  rowSpan?: number;
  tocItem?: unknown;
  pageOrientation?: string;
  x: number;
  y: number;
  listMarker?: { _inlines?: WordInline[]; canvas?: Vector[] };
  readonly positions: Position[];
  _span?: boolean;
  _margin?: NodeMargin | null;
  _inlines?: WordInline[];
  _minWidth?: number;
  _maxWidth?: number;
  _width: number;
  _height: number;
  /** Ours: the runs of a text, in order; null for a bare string. */
  _runs?: readonly (RunNode | null)[];
  /** Ours: the paragraph as measured, shared by all texts like it. */
  _measured?: MeasuredParagraph;
  /** Ours: the text broken into lines for a width. */
  _set?: { readonly width: number; readonly lines: Line[] };
  /** Ours: for an image, drawing or shape. */
  mark?: Mark;
}

export interface PageSize {
  readonly width: number;
  readonly height: number;
  readonly orientation: string;
}

export interface PageMargins {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type PageItem =
  | { readonly type: 'line'; readonly item: Line }
  | { readonly type: 'vector'; readonly item: Vector | FootnoteRule }
  | { readonly type: 'image' | 'svg'; readonly item: LayoutNode };

export interface FootnoteRule {
  readonly type: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly lineWidth: number;
  readonly lineColor: string;
}

export interface LayoutPage {
  readonly items: PageItem[];
  readonly pageSize: PageSize;
  readonly pageMargins: PageMargins;
  readonly watermark?: { text: string; font: MeasuringFont };
}

export interface ColumnSnapshot {
  readonly x: number;
  y: number;
  page: number;
  availableHeight: number;
  /** Where the longest column so far ends. */
  bottomMost: { readonly y: number; readonly page: number; readonly availableHeight: number };
  readonly snakingColumns?: boolean;
  readonly overflowed?: boolean;
  readonly columnWidths: readonly number[];
  readonly gap: number;
}

/** Where the next thing goes. */
export interface LayoutContext {
  x: number;
  readonly y: number;
  readonly page: number;
  readonly pages: LayoutPage[];
  readonly pageMargins: PageMargins;
  availableWidth: number;
  availableHeight: number;
  lastColumnWidth: number;
  snapshots: readonly ColumnSnapshot[];
  addMargin(left: number, right?: number): void;
  getSnakingSnapshot(): ColumnSnapshot | null;
  inSnakingColumns(): boolean;
  isInNestedNonSnakingGroup(): boolean;
}

export interface PageWriter {
  /** Table heads to be painted again at the top of a page; `xOffset` is the left edge of the table. */
  readonly repeatables: readonly { xOffset: number }[];
  readonly transactionLevel: number;
  readonly contextStack: readonly LayoutContext[];
  context(): LayoutContext;
  addLine(line: Line): Position;
  addFragment(...fragment: readonly unknown[]): unknown;
  moveToNextPage(orientation?: string): void;
  listeners(event: 'lineAdded'): ((line: Line) => void)[];
  removeAllListeners(event: 'lineAdded'): unknown;
  addListener(event: 'lineAdded', listener: (line: Line) => void): unknown;
}

export interface StyleStack {
  readonly styleDictionary: object;
  /** Names of styles, and what says something of its own, the innermost last. */
  readonly styleOverrides: readonly (string | object)[];
  clone(): StyleStack;
  push(style: unknown): void;
  getProperty(name: string): unknown;
}

export declare const StyleContextStack: {
  new (styles: object, defaultStyle: object): StyleStack;
  getStyleProperty(item: object, stack: StyleStack, name: string, fallback: unknown): unknown;
};

export interface InlinesResult {
  readonly items: WordInline[];
  readonly minWidth: number;
  readonly maxWidth: number;
}

export declare class TextInlines {
  constructor(document: PDFDocument | null);
  readonly pdfDocument: PDFDocument;
  buildInlines(text: unknown, styles: StyleStack): InlinesResult;
  measure(words: WordInline[], styles: StyleStack): WordInline[];
  widthOfText(text: string, inline: WordInline): number;
}

export declare class DocPreprocessor {
  preprocessBlock(node: unknown): LayoutNode;
  preprocessNode(node: unknown, isSectionAllowed?: boolean): LayoutNode;
  preprocessText(node: LayoutNode): LayoutNode;
  preprocessSVG(node: LayoutNode): LayoutNode;
}

export declare class DocMeasure {
  constructor(document: PDFDocument, styles: object, defaultStyle: object, svg: unknown, tableLayouts: object);
  readonly pdfDocument: PDFDocument;
  readonly styleStack: StyleStack;
  textInlines: TextInlines;
  measureBlock(node: LayoutNode): LayoutNode;
  measureLeaf(node: LayoutNode): LayoutNode;
}

export interface TableRow {
  readonly tableNode?: LayoutNode;
  readonly rowIndex?: number;
}

export type RunningBlock = (page: number, pages: number) => unknown;

export declare class LayoutBuilder {
  constructor(size: PageSize, margins: PageMargins, svgMeasure: unknown);
  readonly pageSize: PageSize;
  readonly pageMargins: PageMargins;
  readonly svgMeasure: unknown;
  readonly tableLayouts: object;
  readonly writer: PageWriter;
  docPreprocessor: DocPreprocessor;
  docMeasure: DocMeasure;
  registerTableLayouts(layouts: object): void;
  tryLayoutDocument(
    content: unknown,
    document: PDFDocument,
    styles: object,
    defaultStyle: object,
    background: undefined,
    header: RunningBlock | undefined,
    footer: RunningBlock | undefined,
    watermark: unknown,
  ): { readonly pages: LayoutPage[] };
  processNode(node: LayoutNode, isVerticalAlignmentAllowed?: boolean): void;
  processLeaf(node: LayoutNode): void;
  processVerticalContainer(node: LayoutNode): void;
  processColumns(node: LayoutNode): void;
  processRow(row: TableRow): unknown;
  processTable(node: LayoutNode): void;
  processToc(node: LayoutNode): void;
  processImage(node: LayoutNode): void;
  processSVG(node: LayoutNode): void;
  processCanvas(node: LayoutNode): void;
  snakingAwarePageBreak(orientation?: string): void;
  addDynamicRepeatable(block: RunningBlock | undefined, size: unknown, name: 'header' | 'footer'): void;
  addHeadersAndFooters(header: RunningBlock | undefined, footer: RunningBlock | undefined): void;
}

export declare class Renderer {
  constructor(document: PDFDocument);
  readonly pdfDocument: PDFDocument;
  readonly outlineMap: Record<string, OutlineItem>;
  renderPages(pages: readonly LayoutPage[]): void;
  renderLine(line: Line, x: number, y: number): void;
  renderVector(vector: Vector): void;
  renderImage(image: LayoutNode): void;
  renderSVG(svg: LayoutNode): void;
  renderWatermark(page: LayoutPage): void;
  beginClip(rectangle: unknown): void;
  endClip(): void;
  beginVerticalAlignment(item: unknown): void;
  endVerticalAlignment(item: unknown): void;
}

export declare class TextDecorator {
  constructor(document: PDFDocument);
  drawBackground(line: Line, x: number, y: number): void;
  drawDecorations(line: Line, x: number, y: number): void;
}
