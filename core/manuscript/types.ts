/**
 * The report with every choice made: numbered, labelled, localised, citations and bibliography formatted.
 * Exporters read this and a template, never a CaseReport.
 */
import type { CitationItem } from '../report/document.ts';
import type { Language, Reference } from '../report/types.ts';
import type { Place } from '../template/types.ts';

/**
 * Letters printed alike. `link` is a web address; `to` an anchor inside the manuscript; `citation` the cluster that the letters
 * print, one of `Manuscript.clusters`; `element` names the citation, mention or value they are made from (`elementKey`); `note` is what
 * a raised number in the text leads to.
 */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly sup?: true;
  readonly sub?: true;
  readonly smallCaps?: true;
  readonly link?: string;
  readonly to?: string;
  readonly citation?: string;
  readonly element?: string;
  readonly note?: Note;
}

/**
 * A citation in a style of notes: its call is a raised number in the text, and this stands at the foot of the page or after the text.
 * Notes are numbered in the order of the text from 1; a form that moves figures and tables moves their calls with them.
 */
export interface Note {
  readonly number: number;
  readonly runs: readonly Run[];
}

export interface Manuscript {
  readonly language: Language;
  readonly template: string;
  readonly title: readonly Run[];
  readonly runningTitle: string;
  readonly authors: readonly PrintedAuthor[];
  readonly affiliations: readonly PrintedAffiliation[];
  /** "Correspondence: …", one line each. */
  readonly correspondence: readonly (readonly Run[])[];
  /** In printed order, from after the title block. */
  readonly divisions: readonly Division[];
  readonly bibliography: readonly BibliographyEntry[];
  /** What is cited: first what the bibliography was formatted from, in its order, then what a style lists in notes alone. */
  readonly references: readonly Reference[];
  /** What the clusters in the text cite, by their id, for formats that keep citations alive. */
  readonly clusters: Readonly<Record<string, readonly CitationItem[]>>;
}

export interface PrintedAuthor {
  readonly name: string;
  readonly given: string;
  readonly family: string;
  /** Marks of affiliations, and `*` for the corresponding author. */
  readonly marks: readonly string[];
  readonly orcid?: string;
  readonly email?: string;
  readonly corresponding?: true;
  /** Places in `Manuscript.affiliations`. */
  readonly affiliations: readonly number[];
}

export interface PrintedAffiliation {
  /** "1", or empty where there is one for all. */
  readonly mark: string;
  readonly text: string;
  /** What the text is made of. */
  readonly name: string;
  readonly city: string;
  readonly country: string;
}

/** A part as printed. `anchor` is unique in the manuscript. */
export interface Division {
  readonly kind: 'abstract' | 'section' | 'statement' | 'references' | 'floats';
  /** What it is to the template: 'abstract', 'observation', 'consent' …; 'floats' gathers figures and tables after the text. */
  readonly place: Exclude<Place, 'title'> | 'floats';
  readonly anchor: string;
  /** "I." or empty. */
  readonly number: string;
  readonly heading: string;
  /** Of this division, where it differs from the manuscript's. */
  readonly language: Language;
  readonly blocks: readonly PrintedBlock[];
  /** Below an abstract. */
  readonly keywords?: { readonly heading: string; readonly words: readonly string[] };
}

/** `source` names the block of the report that something is printed from (`blockKey`). */
export type PrintedBlock =
  | {
      readonly kind: 'paragraph';
      readonly runs: readonly Run[];
      readonly source?: string;
      /** Of a legend that stands for a figure kept in a file of its own: mentions lead to it. */
      readonly anchor?: string;
    }
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2;
      readonly number: string;
      readonly runs: readonly Run[];
      readonly anchor: string;
      readonly source?: string;
    }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly PrintedBlock[])[] }
  | PrintedTable
  | PrintedFigure
  | PrintedChart
  /** Where the bibliography stands. */
  | { readonly kind: 'bibliography' };

export interface Captions {
  readonly anchor: string;
  /** "Figure 1." */
  readonly label: string;
  readonly caption: readonly Run[];
  readonly source?: string;
}

export interface PrintedTable extends Captions {
  readonly kind: 'table';
  readonly headerRows: number;
  readonly rows: readonly (readonly PrintedCell[])[];
}

export interface PrintedCell {
  readonly runs: readonly Run[];
  readonly header: boolean;
  /** Numbers sit right. */
  readonly align: 'left' | 'right' | 'center';
}

export interface PrintedFigure extends Captions {
  readonly kind: 'figure';
  readonly alt: string;
  readonly credit: string;
  readonly columns: number;
  readonly panels: readonly PrintedPanel[];
}

export interface PrintedPanel {
  /** "A", or empty when there is one panel. */
  readonly letter: string;
  readonly label: string;
  readonly asset: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

export interface PrintedChart extends Captions {
  readonly kind: 'chart';
  /** Drawn by us; width and height in points. */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** Written from the data. */
  readonly alt: string;
}

export interface BibliographyEntry {
  readonly anchor: string;
  readonly reference: string;
  /** "1." or empty in author–date styles. */
  readonly label: string;
  readonly runs: readonly Run[];
}

/** What the citation engine gives, made before `resolve`. */
export interface FormattedCitations {
  /** By id of the citation. */
  readonly clusters: Readonly<Record<string, readonly Run[]>>;
  readonly bibliography: readonly {
    readonly reference: string;
    readonly label: string;
    readonly runs: readonly Run[];
  }[];
  /** Ids cited that the report does not hold. */
  readonly missing: readonly string[];
  /** In styles of notes the number of each citation's note by the citation's id; `clusters` are then what the notes say. */
  readonly notes?: Readonly<Record<string, number>>;
  /** Of citations whose authors stand in the sentence, by their ids: the names. One may then have no call: its list of runs is empty. */
  readonly names?: Readonly<Record<string, string>>;
  /** Set where the style prints no locators: the page that a citation names stands nowhere. */
  readonly hasNoLocators?: true;
  /** The style that the template asks for, where it is not here and a usual one was taken. */
  readonly unknownStyle?: string;
}
