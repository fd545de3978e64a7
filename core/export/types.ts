/** What an export format is: a part of the program that turns a manuscript into a file. */
import type { Manuscript } from '../manuscript/types.ts';
import { done, type Outcome, type Words } from '../outcome.ts';
import type { CaseReport } from '../report/types.ts';
import type { Template } from '../template/types.ts';

/** A choice that a user has when exporting: on or off, or one of several. */
export type ExportOption =
  | {
      readonly id: string;
      readonly kind: 'switch';
      readonly name: Words;
      readonly note?: Words;
      readonly usual: boolean;
    }
  | {
      readonly id: string;
      readonly kind: 'choice';
      readonly name: Words;
      readonly note?: Words;
      readonly usual: string;
      readonly choices: readonly { readonly id: string; readonly name: Words }[];
    };

/** What was chosen, by the option's id; those that are absent are as usual. */
export type ExportOptions = Readonly<Record<string, boolean | string>>;

/** What a window and a shell must know of a format. Plain data. */
export interface ExportFormat {
  readonly id: string;
  /** Without its dot. Of several formats with one extension the first in the list is meant by it. */
  readonly extension: string;
  readonly name: Words;
  /** One sentence: what it is good for. */
  readonly description: Words;
  readonly mediaType: string;
  readonly options: readonly ExportOption[];
}

export interface ExportRequest {
  readonly manuscript: Manuscript;
  readonly template: Template;
  /** What the manuscript was made from, for formats that hold the data behind it. */
  readonly report: CaseReport;
  /** Every option of the format, chosen or as usual. */
  readonly options: ExportOptions;
  /** Bytes by asset name. */
  readonly images: Readonly<Record<string, Uint8Array>>;
  /** Written into the file where it has a place for it; never the time of a clock, so that equal reports give equal bytes. */
  readonly date: Date;
  /** "Casewright 0.1.0". */
  readonly creator: string;
  /** Name of the folder that holds `beside`, as a text may name it: letters, digits and hyphens. */
  readonly folder: string;
  /** A drawing as a PNG so many pixels wide. */
  readonly png: (svg: string, width: number) => Promise<Uint8Array>;
  /** A drawing as a PDF of one page of its size, in points; its lines stay lines. */
  readonly pdf: (drawing: {
    readonly svg: string;
    readonly width: number;
    readonly height: number;
  }) => Promise<Uint8Array>;
  /** The template's CSL style. */
  readonly style: () => Promise<string>;
}

/** Where something of a report is printed: points from the upper left corner of a page, which is counted from 1. */
export interface PrintedPlace {
  /** What it is printed from (`sourceNamed`). */
  readonly source: string;
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface ExportedFile {
  readonly bytes: Uint8Array;
  /** Where the format has pages. */
  readonly pages?: number;
  /** Where its pages show what, where the format knows. */
  readonly places?: readonly PrintedPlace[];
  /** Files that the first one names, written into `ExportRequest.folder` next to it. */
  readonly beside?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

export interface Exporter extends ExportFormat {
  /** Same request, same bytes. */
  readonly write: (request: ExportRequest) => Outcome<ExportedFile> | Promise<Outcome<ExportedFile>>;
}

const encoder = new TextEncoder();

/** Text as a file of its own, in UTF-8. */
export const textFile = (text: string): Outcome<ExportedFile> => done({ bytes: encoder.encode(text) });
