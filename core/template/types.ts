/** A journal's (or house's) way to print a report: data only, read from `templates/<id>/template.json`. */
import type { Words } from '../outcome.ts';
import type { PartKey } from '../report/document.ts';
import type { Language } from '../report/types.ts';

/** Part keys a template speaks of: abstracts of either language are one. */
export type PartKind = Exclude<PartKey, `abstract:${Language}`> | 'abstract';

/** What stands on paper, in this order; the bibliography and the title are places too. */
export type Place = PartKind | 'references';

export interface Template {
  readonly id: string;
  readonly name: Words;
  /** One sentence for the list of templates. */
  readonly description: Words;
  /** Languages it is meant for; the first is the default of a new report. */
  readonly languages: readonly Language[];
  readonly page: PageSetup;
  readonly numbering: Numbering;
  /** Order on paper, from the first part after the title block. */
  readonly order: readonly Exclude<Place, 'title'>[];
  readonly headings: Readonly<Record<Place | 'keywords', Words>>;
  readonly labels: Labels;
  readonly abstract: AbstractRules;
  readonly citations: CitationRules;
  /** Statements asked for. */
  readonly statements: readonly PartKind[];
  readonly limits: readonly Limit[];
}

export interface PageSetup {
  readonly size: 'A4' | 'LETTER';
  /** Millimetres: left, top, right, bottom. */
  readonly margins: readonly [number, number, number, number];
  /** Points. */
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly columns: 1 | 2;
  /** The title block alone on the first page, or above the text. */
  readonly titlePage: boolean;
  readonly lineNumbers: boolean;
  readonly justified: boolean;
}

export interface Numbering {
  /** Of the four sections; abstracts, statements and references carry none. */
  readonly sections: 'roman' | 'decimal' | 'none';
  /** Of headings inside a section: "II.1." after roman, "2.1." after decimal. */
  readonly headings: 'decimal' | 'none';
}

/** Words before a number ("Figure", "Fig.", "Tableau"), in each language, and what ends the label in a caption. */
export interface Labels {
  readonly figure: Words;
  readonly table: Words;
  readonly after: string;
}

export interface AbstractRules {
  /** Which languages an abstract is asked for in, beside the document's own. */
  readonly also: readonly Language[];
  /** Headings of a structured abstract; empty for a plain one. */
  readonly structure: readonly Words[];
}

export interface CitationRules {
  /** CSL file in the template's folder. */
  readonly style: string;
  /** Whether clusters are numbers raised above the line: punctuation then comes before them in English. */
  readonly kind: 'superscript' | 'bracket' | 'author-date';
}

export type Counted =
  | 'title'
  | 'runningTitle'
  | 'abstract'
  | 'text'
  | 'introduction'
  | 'observation'
  | 'discussion'
  | 'conclusion'
  | 'references'
  | 'figures'
  | 'tables'
  | 'authors'
  | 'keywords';

/** How much of something may stand in the report, and where that is written. */
export interface Limit {
  readonly of: Counted;
  readonly in: 'words' | 'characters' | 'items';
  readonly max?: number;
  readonly min?: number;
  readonly source: string;
  /** Date the source was read, `YYYY-MM-DD`; empty when it was not. */
  readonly read: string;
  readonly confirmed: boolean;
}
