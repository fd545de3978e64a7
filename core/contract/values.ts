/** What crosses the contract beside the report itself. */

import type { Problem } from '../outcome.ts';
import type { CaseReport, Language } from '../report/types.ts';

export interface Settings {
  /** Of the interface. */
  readonly language: 'system' | Language;
  readonly theme: 'system' | 'light' | 'dark';
  /** The sheet stays white in the dark theme unless the user asks otherwise. */
  readonly paper: 'light' | 'dark';
  /** Whether anything may be asked of services on the net. */
  readonly lookups: 'on' | 'off';
  /** An address that services may write to, sent with what is asked; empty sends none. */
  readonly contact: string;
  /** Whether other programs of this computer may read the library, at an address of this computer. */
  readonly sharing: 'on' | 'off';
  /** Columns of the library's list, in their order, separated by spaces. */
  readonly libraryColumns: string;
  /** Widths of those whose width the user chose, in CSS pixels: "author:180 journal:240". */
  readonly libraryWidths: string;
  /** The template by which references are copied where no report is open; empty for the usual one. */
  readonly copyTemplate: string;
}

/** Pane sizes, zoom and scroll of one report's window; of it the host knows only what a report never seen takes over. */
export type Layout = Readonly<Record<string, number | string | boolean>>;

export interface AppInfo {
  readonly version: string;
  readonly host: 'electron' | 'loopback';
  readonly platform: 'linux' | 'darwin' | 'win32' | 'other';
  /** The system's language, where it is one of ours; else English. */
  readonly systemLanguage: Language;
  readonly settings: Settings;
  /** Nothing was ever opened by this user. */
  readonly firstRun: boolean;
  /** A file named on the command line, to be opened first. */
  readonly openPath: string | null;
}

export interface Recent {
  readonly path: string;
  readonly title: string;
  readonly template: string;
  /** When last opened or saved (milliseconds). */
  readonly at: number;
  readonly exists: boolean;
}

/** A report with changes in the journal that are in no file: after a crash, or never saved. */
export interface Recoverable {
  readonly document: string;
  readonly title: string;
  readonly path: string | null;
  /** Time of the last change in the journal (milliseconds). */
  readonly at: number;
}

export interface Opened {
  readonly document: string;
  readonly report: CaseReport;
  readonly revision: number;
  readonly path: string | null;
  /** Whether the file holds this revision. */
  readonly inFile: boolean;
  /** Changes of an earlier session were taken from the journal. */
  readonly recovered: boolean;
  /** What could not be read, and was left out or kept aside. */
  readonly warnings: readonly Problem[];
}

export interface Saved {
  readonly path: string;
  readonly at: number;
  readonly revision: number;
}

export interface FolderListing {
  readonly folder: string;
  readonly parent: string | null;
  readonly entries: readonly {
    readonly name: string;
    readonly path: string;
    readonly kind: 'folder' | 'file';
    readonly size: number;
    readonly at: number;
  }[];
  /** Home, documents, desktop, drives: as they exist here. */
  readonly places: readonly {
    readonly kind: 'home' | 'documents' | 'desktop' | 'downloads' | 'root';
    readonly path: string;
  }[];
}

export type ExportEvent =
  | {
      readonly kind: 'progress';
      readonly step: 'citations' | 'images' | 'pages' | 'writing';
      readonly done: number;
      readonly of: number;
    }
  | {
      readonly kind: 'written';
      readonly path: string;
      readonly size: number;
      readonly pages: number | null;
      /** The folder of the files that it names, where there are any. */
      readonly beside: string | null;
    }
  | { readonly kind: 'failed'; readonly problem: Problem };
