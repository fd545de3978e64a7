/**
 * What is handed to the typesetter: a printed document as plain data. The names are those of pdfmake's document
 * definitions, narrowed to what we print, with the additions that make a tagged, well-set document. Nothing here is
 * specific to a machine, and nothing need be a function, so a definition can be compared in a test and sent to a worker.
 *
 * Lengths are PostScript points (1/72 inch); colours are CSS hexadecimal (`#1a2b3c`) or names.
 */
export interface Definition {
  /** Blocks in reading order. */
  readonly content: readonly Block[];
  /** Named styles; a block or run names one or several by `style`. */
  readonly styles?: Readonly<Record<string, NamedStyle>>;
  readonly defaultStyle?: Style;
  readonly pageSize?: 'A4' | 'LETTER' | { readonly width: number; readonly height: number };
  readonly pageOrientation?: Orientation;
  /** Left, top, right, bottom. */
  readonly pageMargins?: Margins;
  /** Language of the document as a BCP 47 tag (`en-GB`, `fr-FR`): tells screen readers, and the hyphenation. */
  readonly language: string;
  readonly info: DocumentInfo;
  readonly header?: Running;
  readonly footer?: Running;
  /** JPEG or PNG bytes by the name an image block uses. */
  readonly images?: Readonly<Record<string, Uint8Array>>;
  /** Large pale text across every page ("DRAFT"). */
  readonly watermark?: {
    readonly text: string;
    readonly color?: string;
    readonly opacity?: number;
    readonly bold?: boolean;
  };
}

/** What the file says of itself. The dates are given, not read from a clock: same definition, same bytes. */
export interface DocumentInfo {
  readonly title: string;
  readonly author?: string;
  readonly subject?: string;
  readonly keywords?: string;
  /** The program that made the document (`Casewright 0.1.0`). */
  readonly creator?: string;
  readonly creationDate: Date;
  readonly modDate?: Date;
}

/**
 * A running head or foot: either computed for each page, or the same data on every page, where `{page}` and `{pages}`
 * in a text stand for the page's number and the number of pages. Kept out of the reading order (an artifact).
 */
export type Running = ((page: number, pageCount: number) => Block | null) | RunningPages;

export interface RunningPages {
  /** Of the first page; left out means as on the other pages, null means nothing. */
  readonly firstPage?: Block | null;
  readonly otherPages: Block | null;
}

export type Orientation = 'portrait' | 'landscape';
export type Alignment = 'left' | 'right' | 'center' | 'justify';
/** One number for all sides, [horizontal, vertical], or [left, top, right, bottom]. */
export type Margins = number | readonly [number, number] | readonly [number, number, number, number];

/** How text looks; inherited from the block, its containers and `defaultStyle`. */
export interface Style {
  /** Font family; `Serif` is the only one built in. */
  readonly font?: string;
  readonly fontSize?: number;
  /** A factor of the font's own line height. */
  readonly lineHeight?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly color?: string;
  readonly background?: string;
  readonly alignment?: Alignment;
  readonly decoration?: 'underline' | 'lineThrough' | 'overline';
  readonly decorationColor?: string;
  readonly sup?: boolean;
  readonly sub?: boolean;
  readonly characterSpacing?: number;
  /** OpenType features by tag: `smcp`, `tnum`, `onum`. */
  readonly fontFeatures?: readonly string[];
  /** Indent of a paragraph's first line. */
  readonly leadingIndent?: number;
  readonly noWrap?: boolean;
  readonly opacity?: number;
  readonly preserveLeadingSpaces?: boolean;
  readonly preserveTrailingSpaces?: boolean;
  readonly margin?: Margins;
  readonly markerColor?: string;
  readonly columnGap?: number;
  readonly fillColor?: string;
}

export interface NamedStyle extends Style {
  readonly extends?: string | readonly string[];
}

/** The text of a paragraph: a string, or runs of differing style. */
export type Text = string | readonly Inline[];
export type Inline = string | Run;

/** Structure elements within a line. */
export type InlineTag = 'Reference' | 'Quote' | 'Span' | 'Code' | 'BibEntry' | 'Lbl';
/** Structure elements of a block that its kind does not already say. */
export type BlockTag =
  | 'P'
  | 'Caption'
  | 'BlockQuote'
  | 'Sect'
  | 'Div'
  | 'Art'
  | 'Part'
  | 'BibEntry'
  | 'Note'
  | 'Formula'
  | 'Title';

/** Part of a paragraph with its own style, language, link or footnote. */
export interface Run extends Style {
  readonly text: Text;
  readonly style?: string | readonly string[];
  readonly tag?: InlineTag;
  readonly lang?: string;
  /** An address on the web or `mailto:`. */
  readonly link?: string;
  /** The `id` of a block or run in this document. */
  readonly linkToDestination?: string;
  /** Makes this run a target of `linkToDestination`; unique in the document. */
  readonly id?: string;
}

/** The mark of a footnote, numbered in reading order where it has no number; its text is set at the foot of the column. */
export interface FootnoteMark extends Style {
  readonly footnote: { readonly text: Text; readonly number?: number };
}

/** A piece of a paragraph. */
export type Piece = Inline | FootnoteMark;

/** What any block may say. */
export interface BlockBase extends Style {
  readonly style?: string | readonly string[];
  readonly id?: string;
  /** What it is printed from: told with its place on the pages, never printed. */
  readonly source?: string;
  readonly lang?: string;
  /** The structure element; without it a text is a paragraph, a heading by `headlineLevel`, a table a table. */
  readonly tag?: BlockTag;
  /** Stay on the page of the next block (a heading does so by itself). */
  readonly keepNext?: boolean;
  /** Never broken over a page; must be lower than a page. */
  readonly unbreakable?: boolean;
  /** Among snaking columns: set over all of them, at the top of the next page or below the last column. */
  readonly across?: boolean;
  /** Where it does not fit it stands at the top of the next column, and the text flows on meanwhile. */
  readonly floating?: boolean;
  readonly pageBreak?: 'before' | 'after';
  readonly pageOrientation?: Orientation;
  readonly absolutePosition?: { readonly x: number; readonly y: number };
  readonly relativePosition?: { readonly x: number; readonly y: number };
  /** Within `columns`. */
  readonly width?: number | 'auto' | '*' | string;
  /** Within a table: cells covered, and the cell heads its row. Covered cells are present, as `{ text: '' }`. */
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly th?: 'Row' | 'Column' | 'Both';
  readonly verticalAlignment?: 'top' | 'middle' | 'bottom';
  readonly border?: readonly [boolean, boolean, boolean, boolean];
  /** Within a list: the number of this item, or no marker. */
  readonly counter?: number;
  readonly listType?: ListType;
}

export interface Paragraph extends BlockBase {
  readonly text: string | readonly Piece[];
  /** 1 to 6: a heading of that level. */
  readonly headlineLevel?: number;
  /** A bookmark in the viewer's outline, under the one whose block has `id` = `outlineParentId`. */
  readonly outline?: boolean;
  readonly outlineText?: string;
  readonly outlineParentId?: string;
  readonly outlineExpanded?: boolean;
  readonly tocItem?: boolean | string;
  readonly tocStyle?: Style;
  readonly tocMargin?: Margins;
  readonly link?: string;
  readonly linkToDestination?: string;
  /** The whole text stands on the page numbered as the block with this id. */
  readonly pageReference?: string;
}

export interface Stack extends BlockBase {
  readonly stack: readonly Block[];
}

/** Side by side; or, with `snakingColumns`, the first column's content flowing on through the others. */
export interface Columns extends BlockBase {
  readonly columns: readonly Block[];
  readonly snakingColumns?: boolean;
}

export type ListType =
  | 'none'
  | 'disc'
  | 'circle'
  | 'square'
  | 'decimal'
  | 'lower-alpha'
  | 'upper-alpha'
  | 'lower-roman'
  | 'upper-roman';

export interface BulletList extends BlockBase {
  readonly ul: readonly Block[];
  readonly type?: ListType;
}

export interface NumberedList extends BlockBase {
  readonly ol: readonly Block[];
  readonly type?: ListType;
  readonly start?: number;
  /** After the number, or around it: `'.'`, `['[', ']']`. */
  readonly separator?: string | readonly [string, string];
}

export interface Table extends BlockBase {
  readonly table: {
    readonly body: readonly (readonly Block[])[];
    /** Rows repeated at the top of every page; their cells become column headings. */
    readonly headerRows?: number;
    readonly keepWithHeaderRows?: number;
    readonly widths?: readonly (number | 'auto' | '*' | string)[];
    readonly dontBreakRows?: boolean;
  };
  readonly layout?: TableLayout;
  /** What the table shows, for those who cannot see it. */
  readonly summary?: string;
}

/** `rules`: a journal's three horizontal rules (above, under the head, below). */
export type TableLayout = 'rules' | 'noBorders' | 'lightHorizontalLines' | 'headerLineOnly';

/** A photograph; without `alt` it is decoration and kept out of the reading order. */
export interface Image extends BlockBase {
  /** A name in `images`. */
  readonly image: string;
  readonly alt?: string;
  readonly height?: number;
  readonly fit?: readonly [number, number];
  readonly maxWidth?: number;
  readonly maxHeight?: number;
}

/** A drawing kept as vectors; without `alt` it is decoration. */
export interface Drawing extends BlockBase {
  readonly svg: string;
  readonly alt?: string;
  readonly height?: number;
  readonly fit?: readonly [number, number];
}

/** Lines and boxes; without `alt` they are decoration. */
export interface Canvas extends BlockBase {
  readonly canvas: readonly Shape[];
  readonly alt?: string;
}

export type Shape =
  | (Stroke & {
      readonly type: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
    })
  | (Stroke & {
      readonly type: 'rect';
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      readonly r?: number;
      readonly color?: string;
    });

export interface Stroke {
  readonly lineWidth?: number;
  readonly lineColor?: string;
  readonly dash?: { readonly length: number; readonly space?: number };
}

/** A table of contents of the paragraphs marked `tocItem`. */
export interface Contents extends BlockBase {
  readonly toc: {
    readonly id?: string;
    readonly title?: Block;
    readonly textStyle?: Style;
    readonly numberStyle?: Style;
    readonly textMargin?: Margins;
    readonly hideEmpty?: boolean;
  };
}

export type Block =
  | string
  | Paragraph
  | Stack
  | Columns
  | BulletList
  | NumberedList
  | Table
  | Image
  | Drawing
  | Canvas
  | Contents;
