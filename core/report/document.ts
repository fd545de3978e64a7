/**
 * The text of a report, which is the Slate value itself: a list of parts, each a list of blocks.
 * Arrays are typed mutable because Slate's own types are; nobody mutates them.
 */
import type { ChartSettings } from './chart-settings.ts';
import type { Language, Moment } from './types.ts';

/** The four sections that every case report has, in their order. */
export const SECTION_KEYS = ['introduction', 'observation', 'discussion', 'conclusion'] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];

/** What the authors declare, after the text. */
export const DECLARATION_KEYS = [
  'consent',
  'ethics',
  'funding',
  'conflicts',
  'contributions',
  'acknowledgements',
  'perspective',
] as const;
export type DeclarationKey = (typeof DECLARATION_KEYS)[number];

export type AbstractKey = `abstract:${Language}`;
export type PartKey = 'title' | AbstractKey | SectionKey | DeclarationKey;

/** A fixed place in the report. Title: one paragraph. Abstract: paragraphs and headings. Declaration: paragraphs and lists. */
export interface Part {
  readonly type: 'part';
  readonly key: PartKey;
  children: Block[];
}

/** Letters with their marks. Absent is false, so that equal text has equal JSON. */
export interface Text {
  text: string;
  bold?: true;
  italic?: true;
  underline?: true;
  sup?: true;
  sub?: true;
}

export interface Link {
  readonly type: 'link';
  readonly url: string;
  children: Text[];
}

/** One reference in a citation cluster; labels are CSL's (`page`, `figure`, …). */
export interface CitationItem {
  readonly reference: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly locator?: string;
  readonly label?: string;
  readonly suppressAuthor?: true;
}

/** A citation cluster: printed as the style prints it. Void. */
export interface Citation {
  readonly type: 'citation';
  readonly id: string;
  readonly items: CitationItem[];
  /** The first work's authors stand in the sentence before the call, as the work has them when it is printed. */
  readonly narrative?: true;
  children: Text[];
}

/** A mention of a figure, table or chart by its block's id, with an optional panel letter. Void. */
export interface CrossReference {
  readonly type: 'cross-reference';
  readonly target: string;
  readonly panel?: string;
  children: Text[];
}

/** A value quoted from a series, so that a number lives once. Void. */
export interface QuotedValue {
  readonly type: 'value';
  readonly series: string;
  readonly point: string;
  /** What is printed: the number, with its unit, or also as measured where its series is shown in another unit. */
  readonly show: 'value' | 'value-unit' | 'both-units';
  children: Text[];
}

export type Inline = Text | Link | Citation | CrossReference | QuotedValue;
export type InlineElement = Exclude<Inline, Text>;

export interface Paragraph {
  readonly type: 'paragraph';
  children: Inline[];
}

/** A heading inside a section, or the label of a part of a structured abstract. Level 1 is directly below the section's own heading. */
export interface Heading {
  readonly type: 'heading';
  readonly level: 1 | 2;
  children: Inline[];
}

export interface List {
  readonly type: 'list';
  readonly ordered: boolean;
  children: ListItem[];
}

/** One paragraph, then at most one list inside it. */
export interface ListItem {
  readonly type: 'list-item';
  children: (Paragraph | List)[];
}

/** What is printed under a figure or chart, above a table; its number is not text. */
export interface Caption {
  readonly type: 'caption';
  children: Inline[];
}

/** A table typed by the author. `id` is what cross-references point at. The caption comes first, then rows of equal length. */
export interface Table {
  readonly type: 'table';
  readonly id: string;
  /** How many rows at the top are column headers. */
  readonly headerRows: number;
  children: (Caption | TableRow)[];
}

export interface TableRow {
  readonly type: 'table-row';
  children: TableCell[];
}

export interface TableCell {
  readonly type: 'table-cell';
  /** A header of its row. */
  readonly header?: true;
  children: Inline[];
}

/** Where a figure stands in the text; `id` is that of a record in `CaseReport.figures`. Holds its caption. */
export interface FigureBlock {
  readonly type: 'figure';
  readonly id: string;
  children: [Caption];
}

/** A chart of the timeline, numbered among the figures. `id` is its own. */
export interface ChartBlock {
  readonly type: 'chart';
  readonly id: string;
  readonly series: string[];
  readonly settings?: ChartSettings;
  children: [Caption];
}

/** A table of lab values read from the series, numbered among the tables. `id` is its own. */
export interface LabTableBlock {
  readonly type: 'lab-table';
  readonly id: string;
  readonly series: string[];
  /** Absent is every moment of the series. */
  readonly moments?: Moment[];
  /** What stands side by side; absent is the moments. */
  readonly across?: 'analytes';
  /** Values in the unit they were measured in as well, where they are shown in another. */
  readonly bothUnits?: true;
  children: [Caption];
}

/** What carries a number and a caption and can be cross-referenced. */
export type Floating = Table | FigureBlock | ChartBlock | LabTableBlock;
export type Block = Paragraph | Heading | List | Floating;
export type DocumentElement = Part | Block | ListItem | Caption | TableRow | TableCell | InlineElement;
export type DocumentNode = DocumentElement | Text;
