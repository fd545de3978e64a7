/** A library's entries and how they change. A library is many references, kept apart from any report. */

import type { EntryProblem } from '../formats/problems.ts';
import type { Standing } from '../lookup/standing.ts';
import type { Problem } from '../outcome.ts';
import type { CslItem } from '../references/csl.ts';
import type { SameBecause } from './duplicates.ts';

/** Who changed something, and when (milliseconds). */
export interface Stamp {
  readonly by: string;
  readonly at: number;
}

export interface Note {
  readonly id: string;
  readonly text: string;
}

/** A file on this computer that belongs to an entry, mostly the article as PDF. It stays where its owner keeps it. */
export interface AttachedFile {
  readonly id: string;
  readonly name: string;
  /** Where it was last seen. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, by which it is known again when it was moved or renamed. */
  readonly hash: string;
  /** When it was last seen there (milliseconds). */
  readonly seen: number;
  /** What a team's file holds on this computer, where it was annotated here: it is known again by this, and the team's stays as it is. */
  readonly here?: Pick<AttachedFile, 'size' | 'hash'>;
}

/** A report that holds a copy of the entry: known by its id, and by its file where it was saved to one. Nothing else of it is kept. */
export interface CitedIn {
  readonly report: string;
  readonly path: string | null;
  /** How often the text cites it, as it was last saved; absent where that is not known, as of a colleague's report. */
  readonly times?: number;
}

/** What an entry is made of when it comes into a library. */
export interface NewEntry {
  /** `item.id` is of no meaning here; a copy in a report gets its own. */
  readonly item: CslItem;
  /** Fields of the source format that CSL has no place for, named `format:field`. */
  readonly kept?: Readonly<Record<string, string>>;
  /** The wanted citation key; another is made where it is taken or empty. */
  readonly key?: string;
  readonly tags?: readonly string[];
  /** Ids. */
  readonly collections?: readonly string[];
  readonly notes?: readonly Note[];
}

export interface Entry {
  readonly id: string;
  /** What texts cite it by (`\cite{key}`, `@key`); no other entry of the library has it. */
  readonly key: string;
  readonly item: CslItem;
  readonly kept: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  /** Ids of the collections it stands in. */
  readonly collections: readonly string[];
  readonly notes: readonly Note[];
  readonly read: boolean;
  readonly starred: boolean;
  readonly files: readonly AttachedFile[];
  readonly cited: readonly CitedIn[];
  /** Keys of entries that were merged into this one: they still find it. */
  readonly aliases: readonly string[];
  readonly trashed: boolean;
  /** The entry that this one was merged into; it is in the trash then. */
  readonly mergedInto: string | null;
}

/** An entry with what the library knows of its making. */
export interface KeptEntry extends Entry {
  /** Grows with every change of the library; that of this entry's last change. */
  readonly revision: number;
  readonly created: Stamp;
  readonly changed: Stamp;
}

/** An entry as a list shows it. */
export interface EntryRow {
  readonly id: string;
  readonly key: string;
  readonly type: string;
  /** Without markup. */
  readonly title: string;
  /** Family names, at most three, then "…". */
  readonly authors: string;
  readonly year: number | null;
  readonly journal: string;
  readonly tags: readonly string[];
  readonly starred: boolean;
  readonly read: boolean;
  /** How many. */
  readonly files: number;
  readonly cited: number;
  readonly trashed: boolean;
  /** What is known against it: as last heard on this computer, and as its file or its title says; absent where nothing is. */
  readonly standing?: Standing;
  /** When it came in, and was last changed (milliseconds). */
  readonly added: number;
  readonly changed: number;
}

/** What a PDF says it is. */
export interface ArticleFound {
  /** Null where it names none that is surely its own. */
  readonly doi: string | null;
  /** The entry with that DOI; null where none has it. */
  readonly entry: { readonly id: string; readonly title: string } | null;
}

export interface Collection {
  readonly id: string;
  readonly name: string;
  /** The collection that it stands in. */
  readonly parent: string | null;
  readonly trashed: boolean;
}

/**
 * One field of one entry replaced; null takes it away. Fields are named `key`, `read`, `starred`, `trashed`, `mergedInto`,
 * `item.<CSL variable>`, `kept.<name>`, `tag.<tag>`, `collection.<id>`, `note.<id>`, `file.<id>`, `cited.<report>`,
 * `alias.<key>`; the field `new` holds a {@link NewEntry} and makes the entry. Where `entry` is `collection:<id>` the
 * fields are those of a collection: `name`, `parent`, `trashed`.
 */
export interface Change {
  readonly entry: string;
  readonly field: string;
  readonly value: unknown;
}

/** A change as the library's log keeps it. */
export interface LoggedChange extends Change {
  /** Place in the log, from 1. */
  readonly seq: number;
  readonly batch: number;
  /** Revision of the field that the change was made on; 0 where the entry or field was not there. */
  readonly base: number;
  readonly revision: number;
  /** What stood there; undone by putting it back. */
  readonly before: unknown;
  readonly by: string;
  readonly at: number;
}

/** The same, with what it was done for. */
export interface PastChange extends LoggedChange {
  /** Of its batch: 'edit', 'import', 'merge' … */
  readonly label: string;
  /** 'team' is what came from a team's library. */
  readonly origin: 'here' | 'team';
}

/** What a list shows, and in which order. */
export interface LibraryQuery {
  /** As typed; every word has to begin some word of the entry. */
  readonly text?: string;
  readonly tags?: readonly string[];
  /** Entries of the collection and of those in it. */
  readonly collection?: string;
  readonly from?: number;
  readonly to?: number;
  /** CSL types. */
  readonly types?: readonly string[];
  readonly starred?: boolean;
  readonly unread?: boolean;
  readonly withFile?: boolean;
  /** In none of the collections. */
  readonly unfiled?: boolean;
  /** Retracted, under a concern or corrected, as far as is known here. */
  readonly noticed?: boolean;
  /** Those in the trash instead of the others. */
  readonly trash?: boolean;
  /** Absent: the best match first, and without words the newest first. */
  readonly sort?: SortKey;
  readonly descending?: boolean;
}

export const SORT_KEYS = ['title', 'author', 'year', 'journal', 'type', 'added', 'changed'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface LibraryPage {
  readonly rows: readonly EntryRow[];
  /** How many there are in all. */
  readonly total: number;
  /** The words that were looked for instead, where those typed were found nowhere. */
  readonly instead: string | null;
  /** The library's revision that this shows. */
  readonly revision: number;
}

export interface CollectionCount extends Collection {
  /** Those that stand in it, not in the ones inside it, without the trash. */
  readonly entries: number;
  /** Those in it and in the ones inside it, each once: what its list shows. */
  readonly within: number;
}

export interface TagCount {
  readonly tag: string;
  readonly entries: number;
}

/** How many there are. All but `trash` count what is not in it. */
export interface LibraryCounts {
  readonly entries: number;
  readonly trash: number;
  readonly starred: number;
  readonly unread: number;
  /** In no collection. */
  readonly unfiled: number;
  /** Retracted, under a concern or corrected, as far as is known here. */
  readonly noticed: number;
}

/** What came in with an import and is taken for an entry that is there already: kept aside until somebody decides. */
export interface Proposal {
  readonly id: number;
  /** The entry that it is taken for. */
  readonly entry: string;
  readonly reference: NewEntry;
  readonly because: SameBecause;
  /** Of the import: a file's name, empty for pasted text. */
  readonly source: string;
  readonly at: number;
}

/** What becomes of a proposal: its fields fill the gaps of the entry, it becomes an entry of its own, or it is dropped. */
export const SETTLEMENTS = ['merge', 'add', 'drop'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

/** What a part of an import brought: it stands, whatever becomes of the rest. */
export interface Brought {
  /** To undo it by; null where nothing came in. */
  readonly batch: number | null;
  /** Ids of new entries. */
  readonly added: readonly string[];
  readonly already: number;
  readonly proposed: number;
}

export type ImportEvent =
  /** `of` is 0 while nobody knows how many there are. */
  | { readonly kind: 'progress'; readonly step: 'reading'; readonly done: number; readonly of: number }
  | {
      readonly kind: 'progress';
      readonly step: 'adding';
      readonly done: number;
      readonly of: number;
      /** Since the last progress. */
      readonly brought: Brought;
    }
  | {
      readonly kind: 'done';
      /** As its users call it; empty where it was cancelled before all were found. */
      readonly format: string;
      /** To undo it by. */
      readonly batches: readonly number[];
      /** Ids of new entries, in the order of the file. */
      readonly added: readonly string[];
      /** How many were there already, with all that they brought. */
      readonly already: number;
      /** How many wait to be merged: see {@link Proposal}. */
      readonly proposed: number;
      /** How many were not looked at because it was cancelled; 0 too where it was before all of them were found. */
      readonly left: number;
      readonly problems: readonly EntryProblem[];
    }
  /** Parts that were told of stand. */
  | { readonly kind: 'failed'; readonly problem: Problem };

export type EditEvent =
  | {
      readonly kind: 'progress';
      /** Entries gone through. */
      readonly done: number;
      readonly of: number;
      /** What was done since the last progress, to undo it by; null where nothing was. */
      readonly batch: number | null;
    }
  | {
      readonly kind: 'done';
      /** To undo it by. */
      readonly batches: readonly number[];
      /** How many changed. */
      readonly entries: number;
      /** How many were not gone through because it was cancelled. */
      readonly left: number;
    }
  | { readonly kind: 'failed'; readonly problem: Problem };

export type UndoEvent =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | {
      readonly kind: 'done';
      /** To undo the undoing by. */
      readonly batches: readonly number[];
      /** Fields left as they are, because they were changed again since. */
      readonly left: number;
      /** Batches that were not taken back because it was cancelled. */
      readonly remaining: readonly number[];
    }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface DuplicatePair {
  /** Ids; `other` came in later. */
  readonly one: string;
  readonly other: string;
  readonly because: SameBecause;
}

export type DuplicatesEvent =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly pairs: readonly DuplicatePair[] }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** Which entry a report's copy was taken from, and the library's revision of it then. */
export interface LibraryLink {
  readonly entry: string;
  readonly revision: number;
}

/** An entry that a copy was taken from, as it stands now; after a merge, the entry that it became part of. */
export interface LinkedEntry {
  /** As the link names it. */
  readonly entry: string;
  readonly now: KeptEntry;
}
