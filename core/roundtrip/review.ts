/** What a comparison of a returned file with its report gives: changes to be decided on, comments, and how each change is made. */
import type { Words } from '../outcome.ts';
import type { Block, PartKey } from '../report/document.ts';
import type { Asset, Figure, Reference } from '../report/types.ts';
import type { Atom } from './atoms.ts';
import type { Unit } from './expected.ts';
import type { MadeElement } from './keys.ts';
import type { Marks } from './marks.ts';
import type { Hand } from './returned.ts';

export interface Change {
  /** In the order of the file. */
  readonly id: string;
  readonly kind: 'insertion' | 'deletion' | 'replacement' | 'marks' | 'note';
  readonly place: Place;
  /** Letters as printed; a paragraph's end is a line feed. */
  readonly before: string;
  readonly after: string;
  /** Words around it, as they were; “…” where there are more. */
  readonly around: { readonly before: string; readonly after: string };
  /** Absent where the change was not tracked. */
  readonly hand?: Hand;
  /** Why it can only be read, not taken over. */
  readonly why?: Words;
  /** The passage was changed in the report since the file was made: the difference may be the report's own. */
  readonly uncertain?: true;
}

export interface Place {
  /** Absent outside the parts of the report: authors, references. */
  readonly part?: PartKey;
  readonly what: Unit['kind'] | 'line' | 'table' | 'row' | 'column' | 'figure' | 'panel';
}

/** A line that is made, in a part or outside all of them. */
export const lineOf = (part: PartKey | undefined): Place =>
  part === undefined ? { what: 'line' } : { part, what: 'line' };

export interface Comment extends Hand {
  readonly id: string;
  readonly text: string;
  readonly about: string;
  readonly place: Place;
  readonly resolved: boolean;
}

/** How a change is made in the atoms that the report holds. */
export interface Hunk {
  readonly change: string;
  /** Places of atoms taken away. */
  readonly remove: readonly number[];
  /** Where `insert` comes: before the atom of this place. */
  readonly at: number;
  readonly insert: readonly Atom[];
  readonly restyle: readonly { readonly at: number; readonly marks: Marks }[];
}

/** Text that is rewritten together: neighbouring paragraphs, or one text inside a list, caption or table. */
export interface Group {
  readonly units: readonly Unit[];
  readonly held: readonly Atom[];
  readonly hunks: readonly Hunk[];
}

/** A whole block that comes: a figure, a table. */
export interface Bringing {
  readonly change: string;
  readonly block: Block;
}

/** A row or column; with a change it goes where that is accepted or, where the report has it not, comes. */
export interface TableLine {
  readonly held: number | null;
  readonly change?: string;
}

export interface Reshaping {
  readonly rows: readonly TableLine[];
  readonly columns: readonly TableLine[];
  /** What stands in cells that the report has not, by row and column of these lists; empty elsewhere. */
  readonly fresh: readonly (readonly (readonly Atom[])[])[];
}

/** A picture that came, as the figure that it becomes. */
export interface Picture {
  /** In the file. */
  readonly path: string;
  /** Its one panel has no asset yet: see `asset`. */
  readonly figure: Figure;
  /** The picture made safe to keep; absent until that was done. */
  readonly asset?: Asset;
  /** What was taken out of it: 'exif', 'gps' … */
  readonly removed?: readonly string[];
}

export interface PanelRemoval {
  readonly change: string;
  readonly figure: string;
  readonly panel: string;
}

/** Neighbouring blocks of a part that changes are made in, and those changes. */
export interface Room {
  readonly part: PartKey;
  readonly at: number;
  readonly blocks: readonly Block[];
  readonly groups: readonly Group[];
  /** Blocks that come after these, each with the change that brings it. */
  readonly tail: readonly (Hunk | Bringing)[];
  /** Of a table: rows and columns that came or went. */
  readonly reshaping?: Reshaping;
  /** Of a figure: panels of which the picture went, each with the change that takes it away. */
  readonly panels?: readonly PanelRemoval[];
  /** The change that takes the blocks away. */
  readonly removal?: string;
}

export interface Review {
  /** The file says that it was made from another report. */
  readonly foreign: boolean;
  readonly changes: readonly Change[];
  readonly comments: readonly Comment[];
  readonly rooms: readonly Room[];
  /** Nodes of elements by the key of their atoms. */
  readonly elements: Readonly<Record<string, MadeElement>>;
  /** References that come with a citation which a co-author added, by the key of its atom. */
  readonly brings: Readonly<Record<string, readonly Reference[]>>;
  /** Pictures that co-authors added, by the change that brings them. */
  readonly pictures: Readonly<Record<string, Picture>>;
}

/** Whether a change is made in a room. */
export const holds = ({ groups, tail, removal, reshaping, panels }: Room, change: string): boolean =>
  removal === change ||
  panels?.some(one => one.change === change) ||
  groups.some(({ hunks }) => hunks.some(hunk => hunk.change === change)) ||
  tail.some(one => one.change === change) ||
  [...(reshaping?.rows ?? []), ...(reshaping?.columns ?? [])].some(line => line.change === change);
