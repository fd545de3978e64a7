/** What a .casereport holds: plain JSON, one schema version. */
import type { LibraryLink } from '../library/types.ts';
import type { Standing } from '../lookup/standing.ts';
import type { CslItem } from '../references/csl.ts';
import type { Template } from '../template/types.ts';
import type { ClinicalEvent, Patient, Phase, Stay, Treatment } from './course.ts';
import type { Part } from './document.ts';

export const SCHEMA_VERSION = 2;

/** Languages a report can be written in. */
export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface CaseReport {
  readonly format: 'casereport';
  readonly version: typeof SCHEMA_VERSION;
  readonly id: string;
  /** Of the document; the interface has its own. */
  readonly language: Language;
  /** Id of the template. */
  readonly template: string;
  /** The template itself where it does not come with the program, so that the report prints alike on another computer. */
  readonly ownTemplate?: Template;
  readonly front: Front;
  /** Title, abstract(s), four sections, declarations: the Slate value, in this order. */
  readonly parts: readonly Part[];
  /** Those the report can cite, complete copies, in the order they were added. */
  readonly references: readonly Reference[];
  readonly figures: readonly Figure[];
  readonly series: readonly Series[];
  readonly treatments: readonly Treatment[];
  readonly events: readonly ClinicalEvent[];
  readonly stays: readonly Stay[];
  readonly phases: readonly Phase[];
  /** Absent where nothing is known. */
  readonly patient?: Patient;
  readonly time: TimeSettings;
  readonly assets: readonly Asset[];
  /** Top-level parts written by something newer or unknown: kept and written back. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

export interface Front {
  readonly runningTitle: string;
  readonly authors: readonly Author[];
  readonly affiliations: readonly Affiliation[];
  readonly keywords: readonly Keywords[];
}

export interface Author {
  readonly id: string;
  readonly given: string;
  readonly family: string;
  /** Bare, as 0000-0002-1825-0097. */
  readonly orcid?: string;
  readonly email?: string;
  /** Ids, in the order printed. */
  readonly affiliations: readonly string[];
  readonly corresponding?: true;
}

export interface Affiliation {
  readonly id: string;
  /** Department and institution as printed. */
  readonly name: string;
  readonly city: string;
  readonly country: string;
}

export interface Keywords {
  readonly language: Language;
  readonly words: readonly string[];
}

/** A reference as the report holds it: `item.id` equals `id`. */
export interface Reference {
  readonly id: string;
  readonly item: CslItem;
  /** Fields of the source format that CSL has no place for, as written there. */
  readonly kept?: Readonly<Record<string, string>>;
  /** The entry of the author's library that it was copied from. */
  readonly library?: LibraryLink;
  /** What was last found of its being retracted or corrected, with the moment; absent where nobody asked. */
  readonly standing?: Standing;
  /** Ids of references that look like it and that the author said are other works. */
  readonly apart?: readonly string[];
}

export interface Figure {
  readonly id: string;
  /** Left to right, top to bottom; lettered A, B, C… when more than one. */
  readonly panels: readonly Panel[];
  readonly columns: number;
  /** Alternative text of the whole figure. */
  readonly alt: string;
  readonly credit: string;
}

export interface Panel {
  readonly id: string;
  /** Name of an asset. */
  readonly asset: string;
  /** Printed with the letter, such as "D15" or "H&E, ×40". */
  readonly label: string;
  readonly moment?: Moment;
  readonly alt: string;
}

/** An image inside the file, named by its SHA-256: `<hex>.jpg` or `<hex>.png`. Holds no metadata of its source. */
export interface Asset {
  readonly name: string;
  readonly type: 'image/jpeg' | 'image/png';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Size in bytes. */
  readonly size: number;
}

/** A calendar day (`YYYY-MM-DD`, with `Thh:mm` where known), or a day relative to the report's day 0. */
export type Moment = { readonly date: string } | { readonly day: number };

export interface TimeSettings {
  /** The calendar day that is day 0, where dates are known. */
  readonly dayZero?: string;
  /** What day 0 is, in the author's words ("admission"). */
  readonly dayZeroIs: string;
  readonly show: 'days' | 'weeks' | 'dates';
  /** The moment that shown days are counted from, where it is another than day 0, and what it is. Nothing stored changes by it. */
  readonly countFrom?: { readonly at: Moment; readonly is: string };
  /** Moments that the grid of values has a column for before it has a value. */
  readonly columns?: readonly Moment[];
}

/** The values of one analyte, vital sign or score in one unit. */
export interface Series {
  readonly id: string;
  readonly analyte: string;
  /** Absent is a laboratory's analyte. */
  readonly kind?: 'vital' | 'score';
  readonly loinc?: string;
  /** As printed. */
  readonly unit: string;
  /** The unit that chart, table and text show, where it is another than that of the values. */
  readonly shownUnit?: string;
  /** Reference range in the same unit; an open end is absent. */
  readonly range: { readonly low?: number; readonly high?: number };
  /** Ordered by moment. */
  readonly points: readonly Point[];
}

export type Comparator = '<' | '<=' | '>' | '>=';

export interface Point {
  readonly id: string;
  readonly at: Moment;
  /** In the series' unit; null where the laboratory printed words ("neg", "++"). */
  readonly value: number | null;
  readonly comparator?: Comparator;
  /** As the laboratory marked it ("H", "L", "*"). */
  readonly flag?: string;
  /** The laboratory's text, never changed by us; a value typed here is its own. */
  readonly asPrinted: string;
  /** As the laboratory says; 'superseded' is replaced by a later point at its moment: kept and exported, neither drawn nor quoted. */
  readonly status?: 'preliminary' | 'corrected' | 'amended' | 'superseded';
  /** Its own reference range, where it differs from its series'. */
  readonly range?: Series['range'];
}
