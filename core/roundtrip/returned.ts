/** A Word file as it came back, read into plain data: its paragraphs in order, what was changed in them and by whom. */
import type { CslItem } from '../references/csl.ts';
import type { Marks } from './marks.ts';

/** Who changed something, as Word says it. Either may be empty. */
export interface Hand {
  readonly author: string;
  /** ISO 8601, as written. */
  readonly date: string;
}

/** Who made a change, to be spread into it; nothing where that was not tracked. */
export const byHand = (hand: Hand | undefined): { readonly hand?: Hand } =>
  hand === undefined ? {} : { hand: { author: hand.author, date: hand.date } };

export interface Tracked extends Hand {
  readonly state: 'inserted' | 'deleted';
}

/** What one item of a live citation cites. */
export interface LiveItem {
  /** Addresses by which Zotero knows the item. */
  readonly uris: readonly string[];
  readonly item: CslItem;
  readonly locator?: string;
  readonly label?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly suppressAuthor?: true;
}

export type ReturnedPiece =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly marks: Marks;
      readonly link?: string;
      readonly change?: Tracked;
    }
  | {
      /** A citation, mention or value that we made, or a live citation that a co-author added. */
      readonly kind: 'element';
      /** Its `elementKey`; of a citation that we did not make, any name of its own; of a call that of its note. */
      readonly key: string;
      /** As it reads now. */
      readonly text: string;
      readonly change?: Tracked;
      /** Who changed letters inside it, where that was tracked. */
      readonly edited?: Hand;
      readonly cites?: readonly LiveItem[];
    };

/** A picture in a paragraph; what a file draws with its own tools is none. */
export interface ReturnedImage {
  /** Of its part in the file. */
  readonly path: string;
  /** Of its bytes: SHA-256 in hexadecimal; empty where they are not in the file. */
  readonly sha256: string;
  readonly alt: string;
  readonly change?: Tracked;
}

export interface ReturnedParagraph {
  /** Name of its style in lower case, as Word itself names it: "heading 2", "caption", "body text". */
  readonly style: string;
  /** Names of bookmarks that begin in it. */
  readonly bookmarks: readonly string[];
  readonly pieces: readonly ReturnedPiece[];
  /** Of the mark that ends it: inserted where a paragraph was broken, deleted where it was joined with the next. */
  readonly end?: Tracked;
  readonly images: readonly ReturnedImage[];
}

export type ReturnedBlock = ({ readonly kind: 'paragraph' } & ReturnedParagraph) | ReturnedTable;

export interface ReturnedCell {
  readonly paragraphs: readonly ReturnedParagraph[];
  /** Put in or taken out with its column, where that was tracked. */
  readonly change?: Tracked;
}

export interface ReturnedRow {
  readonly cells: readonly ReturnedCell[];
  readonly change?: Tracked;
  /** Repeated at the top of pages. */
  readonly isHead: boolean;
}

export interface ReturnedTable {
  readonly kind: 'table';
  readonly rows: readonly ReturnedRow[];
  /** Some cells span several columns or rows. */
  readonly isMerged: boolean;
}

export interface ReturnedComment extends Hand {
  readonly text: string;
  /** The words it is about; empty where it stands at a point. */
  readonly about: string;
  /** Place in `ReturnedDocument.blocks`; -1 where it stands nowhere. */
  readonly block: number;
  readonly resolved: boolean;
}

/** How the file was made, as it says of itself. */
export interface Origin {
  readonly report: string;
  readonly template: string;
  /** Options of its export. */
  readonly form: string;
  readonly floats: string;
  readonly anonymous: boolean;
}

/** A footnote or endnote. */
export interface ReturnedNote {
  /** The key of the piece that calls it in the text. */
  readonly call: string;
  /** As it reads now. */
  readonly text: string;
  /** Of the citation in it, where the file says so. */
  readonly key?: string;
  readonly cites?: readonly LiveItem[];
  /** What was written into a note of ours: all of it where it is not what was sent, else what stands beside a live citation. */
  readonly written: string;
}

export interface ReturnedDocument {
  readonly blocks: readonly ReturnedBlock[];
  readonly comments: readonly ReturnedComment[];
  /** Footnotes and endnotes, which are citations in a style of notes. */
  readonly notes: readonly ReturnedNote[];
  /** What stands in text boxes, which reports have not. */
  readonly boxes: readonly string[];
  readonly origin?: Origin;
}
