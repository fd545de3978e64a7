/** A journal's (or house's) way to print a report: data only, read from `templates/<id>/template.json`. */
import type { Words } from '../outcome.ts';
import { type PartKey, SECTION_KEYS } from '../report/document.ts';
import type { Language } from '../report/types.ts';

/** Version of the file; older ones are brought up to it (`migrate.ts`). */
export const TEMPLATE_VERSION = 2;

/** Part keys a template speaks of: abstracts of either language are one. */
export type PartKind = Exclude<PartKey, `abstract:${Language}`> | 'abstract';

/** What stands on paper, in this order; the bibliography and the title are places too. */
export type Place = PartKind | 'references';

/**
 * How sure a rule is: read on the journal's own current page; read on an older page of it or a copy elsewhere; or only heard
 * of. A rule that nobody knows is absent from its template.
 */
export type Confidence = 'confirmed' | 'likely' | 'not confirmed';

/** Where a rule is written, and when that was read. */
export interface Basis {
  /** Address or title of the page; may be empty where the rule is not confirmed. */
  readonly source: string;
  /** `YYYY-MM-DD`; empty where it was not read. */
  readonly read: string;
  readonly confidence: Confidence;
}

export interface Rule<T> extends Basis {
  readonly value: T;
}

export interface Template {
  readonly version: typeof TEMPLATE_VERSION;
  readonly id: string;
  readonly name: Words;
  /** One sentence for the list of templates. */
  readonly description: Words;
  /** Absent for a shape that belongs to no journal: it asks for nothing that is not in its file. */
  readonly journal?: Journal;
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
  readonly statements: readonly Rule<PartKind>[];
  readonly limits: readonly Limit[];
  readonly title: TitleRules;
  readonly figures: FigureRules;
  /** How the file for the editors is set. */
  readonly manuscript: ManuscriptRules;
  /** Names of files in the submission package, without their ending; `{n}` stands for the number of a figure or table. */
  readonly files: Readonly<Partial<Record<PackageFile, Rule<string>>>>;
  /** What is sent with the manuscript beside what every journal is sent; absent where nobody knows. */
  readonly enclosures?: readonly Rule<Enclosure>[];
  /** What the copy for reviewers may not hold; absent where nobody knows whether one is asked for. */
  readonly anonymous?: Rule<readonly Telling[]>;
}

export interface Journal {
  readonly name: string;
  /** Its instructions for authors. */
  readonly address: string;
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
  /** Where these are written, as far as it is known. */
  readonly basis?: Basis;
}

export interface CitationRules {
  /** A CSL file in the template's folder (`style.csl`), or the id of a style of the CSL project (`bmj`). */
  readonly style: string;
  /** Whether clusters are numbers raised above the line: punctuation then comes before them in English. */
  readonly kind: 'superscript' | 'bracket' | 'author-date';
  /** The style itself, where it is one that the user added: so the template prints alike on another computer. */
  readonly csl?: string;
  /** The English of terms, dates and quotation marks in citations of an English report; American where nothing is said. */
  readonly english?: English;
  readonly basis?: Basis;
}

export type English = 'en-US' | 'en-GB';

export const COUNTED = [
  'title',
  'runningTitle',
  'abstract',
  'text',
  ...SECTION_KEYS,
  'references',
  'figures',
  'tables',
  /** Figures and tables together. */
  'floats',
  /** Photographs and drawings, each panel for itself. */
  'images',
  'authors',
  'keywords',
  /** Everything, in pages. */
  'manuscript',
] as const;
export type Counted = (typeof COUNTED)[number];

export const UNITS = ['words', 'characters', 'items', 'pages'] as const;
export type Unit = (typeof UNITS)[number];

/** How much of something may stand in the report, and where that is written. */
export interface Limit extends Basis {
  readonly of: Counted;
  readonly in: Unit;
  readonly max?: number;
  readonly min?: number;
  /** Of abstracts, titles and keywords: only in this language. */
  readonly language?: Language;
}

/** Words as an author may write them; letter case does not matter. */
export interface TitleRules {
  /** One of these, in the report's language. */
  readonly contains?: Rule<Readonly<Record<Language, readonly string[]>>>;
  /** None of these. */
  readonly avoids?: Rule<Readonly<Record<Language, readonly string[]>>>;
}

export type FigureFormat = 'tiff' | 'jpeg' | 'png' | 'gif' | 'eps' | 'pdf' | 'svg';

export interface FigureRules {
  /** Best first. */
  readonly formats?: Rule<readonly FigureFormat[]>;
  /** Least pixels to an inch, of photographs and of drawings with lines. */
  readonly resolution?: Rule<{ readonly photograph?: number; readonly drawing?: number }>;
  /** Widths printed, in millimetres. */
  readonly widths?: Rule<readonly number[]>;
}

export interface ManuscriptRules {
  /** 2 is double. */
  readonly spacing?: Rule<number>;
  readonly lineNumbers?: Rule<boolean>;
  /** Where figures and tables stand: in the text, after it, or in files of their own. */
  readonly figures?: Rule<FloatPlace>;
  readonly tables?: Rule<FloatPlace>;
}

export type FloatPlace = 'text' | 'end' | 'separate';

export type PackageFile =
  | 'manuscript'
  | 'anonymous'
  | 'titlePage'
  | 'coverLetter'
  | 'consent'
  | 'figure'
  | 'table'
  | 'references';

/** The CARE checklist, and the report's values and course as data. */
export const ENCLOSURES = ['checklist', 'data'] as const;
export type Enclosure = (typeof ENCLOSURES)[number];

/** What tells who wrote a report. */
export type Telling =
  | 'authors'
  | 'affiliations'
  | Extract<PartKind, 'acknowledgements' | 'contributions' | 'funding' | 'conflicts' | 'ethics'>;

/** Whether a statement is asked for. */
export const asksFor = ({ statements }: Pick<Template, 'statements'>, kind: PartKind): boolean =>
  statements.some(({ value }) => value === kind);
