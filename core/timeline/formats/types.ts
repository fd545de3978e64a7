/** What reading a laboratory's file gives: series, what must be asked, and what was not understood. */
import type { Words } from '../../outcome.ts';
import type { Language, Moment, Series } from '../../report/types.ts';
import type { Quantity } from '../quantity.ts';
import type { Decimal } from '../quantity-number.ts';
import type { DateOrder } from '../read-moment.ts';
import type { Remembered, ShapeMemory } from './memory.ts';
import type { WarningKind } from './warnings.ts';
import type { Epoch } from './xlsx/dates.ts';

/** Hears what share of a file has been read, from 0 to 1. */
export type Step = (share: number) => void;

/** A step of a part of the work, which begins and ends at such shares of the whole. */
export const within =
  (step: Step, from: number, to: number): Step =>
  share =>
    step(from + share * (to - from));

/** What a column holds. */
export type ColumnRole =
  | 'analyte'
  | 'value'
  /** The laboratory's own text, where a column beside it has the number: what this program writes. */
  | 'printed'
  | 'comparator'
  | 'unit'
  | 'moment'
  /** The hour, where a column beside the date has it. */
  | 'time'
  | 'low'
  | 'high'
  | 'range'
  | 'flag'
  | 'status'
  | 'loinc'
  | 'specimen'
  | 'comment'
  | 'patient'
  /** In long files: the result of the sample before, and its date. */
  | 'earlier-value'
  | 'earlier-moment'
  /** In wide files: the values of one analyte, or of one moment. */
  | 'values'
  | 'ignore';

export interface Column {
  /** As in the file; "1", "2" … where it has no header. */
  readonly name: string;
  /** As in the file. */
  readonly header: string;
  readonly role: ColumnRole;
  /** A few cells, to recognise it by. */
  readonly samples: readonly string[];
}

/** Long: a row a value. Wide: a row an analyte with moments as columns, or a row a moment with analytes as columns. */
export type Shape = 'long' | 'wide-moments' | 'wide-analytes';

/** The answer that a value without a date is of the day of the row above it, as cells that were merged are. */
export const AS_ABOVE = 'as-above';

/** Answers that change nothing: the question was seen. */
export const AS_PRINTED = 'as-printed';
export const APART = 'apart';
export const EVERYBODY = 'everybody';

/** What the user said of a file; what is absent is guessed where the file decides it, else asked. */
export interface LabOptions {
  readonly shape?: Shape;
  /** By index of column; what is not given is guessed. */
  readonly roles?: Readonly<Record<number, ColumnRole>>;
  readonly dateOrder?: DateOrder;
  readonly decimal?: Decimal;
  /** Names of the sheets to read; all that hold a table where absent. */
  readonly sheets?: readonly string[];
  /** Units of series that have none, by the series' name as printed. */
  readonly units?: Readonly<Record<string, string>>;
  /** Which analyte an ambiguous name is (an id of the table of analytes, or {@link AS_PRINTED}), by the name as printed. */
  readonly analytes?: Readonly<Record<string, string>>;
  /** The year of dates that have none: "2024", or "2023-2024" where July to December are of the first and the rest of the second. */
  readonly year?: string;
  /** What words in the place of a date mean ("Admission", "M3", "mai 2024"), by the words; '' for values without any. A day or date. */
  readonly moments?: Readonly<Record<string, string>>;
  /** The one unit that an analyte's series go over into, by the series' name; {@link APART} where they stay. */
  readonly joined?: Readonly<Record<string, string>>;
  /** The unit that was meant where another was printed, by "name (unit)"; {@link AS_PRINTED} where it was right. */
  readonly meantUnits?: Readonly<Record<string, string>>;
  /** The calendar that bare day numbers of a text file count in. */
  readonly epoch?: Epoch;
  /** Of a file of several patients, whose rows are read; {@link EVERYBODY} for all. */
  readonly patient?: string;
  /** What was answered about files before, by their shape. */
  readonly memory?: ShapeMemory;
  /** Of {@link memory}, what is of this file's shape: a reader puts it here. */
  readonly recalled?: Remembered;
  /** Of the file's words, where it is known: "TP" is total protein in English, prothrombin time in French. */
  readonly language?: Language;
}

/** How far a result can be relied on, as its source says; 'superseded' where a later one in the file replaces it. */
export type ResultStatus =
  | 'final'
  | 'preliminary'
  | 'corrected'
  | 'amended'
  | 'superseded'
  | 'entered-in-error'
  | 'deleted'
  | 'cancelled'
  | 'registered'
  | 'unknown';

/** Where in its file something stands: the number of a row (1-based, as a spreadsheet counts), or words that are the same in every language. */
export type Place = number | string;

/** One result as a reader of a format found it. */
export interface LabResult {
  /** As printed. */
  readonly analyte: string;
  /** As the source states it, never a guess. */
  readonly loinc?: string;
  readonly specimen?: string;
  readonly unit: string;
  /** Null where no day could be made of what was printed. */
  readonly at: Moment | null;
  /** ISO local time as precise as the source, or "day 3"; null where there is none. */
  readonly stated: string | null;
  /** Where no day could be made of what stands in the place of a date, and the user can say one: why, and what stands there. */
  readonly undated?: { readonly kind: 'date-not-read' | 'date-partial' | 'date-missing'; readonly text: string };
  readonly quantity: Quantity;
  readonly asPrinted: string;
  /** As printed; empty where there is none. */
  readonly flag: string;
  readonly range: Series['range'];
  readonly status: ResultStatus | null;
  readonly place: Place;
}

/** What a human should look at: which kind, where it stands, and in words. */
export interface LabWarning {
  readonly kind: WarningKind;
  readonly where: Place;
  readonly detail: Words;
  /** The text that could be read in two ways, or was not understood. */
  readonly sample?: string;
  /** Name of the analyte it is about, as its series has it. */
  readonly analyte?: string;
  /** Where it can be answered. */
  readonly question?: LabQuestion;
}

/** A choice, in words that say what follows from it: "3 April 2024", "all in mmol/L: 1.0 g/L → 5.55". */
export interface Choice {
  readonly id: string;
  readonly words: Words;
}

/** What a file leaves open and a user can answer; see `answered` for the option that an answer becomes. */
export interface LabQuestion {
  /** What its answer is kept under: a name or words as printed; empty where it is the whole file's. */
  readonly about: string;
  readonly choices: readonly Choice[];
  /** What can be answered in words of one's own. */
  readonly own?: 'unit' | 'year' | 'moment';
  /** What the options say; absent while it is open. */
  readonly answer?: string;
}

/** What a reader of one format gives; series are made of it for all formats alike. */
export interface RawReading {
  readonly results: readonly LabResult[];
  readonly warnings: readonly LabWarning[];
  /** What is remembered of files of this shape. */
  readonly recalled?: Remembered;
  /** The shape of the file, where its columns are part of it. */
  readonly shapeKey?: string;
  /** For tables: how they were read. */
  readonly table?: { readonly shape: Shape; readonly columns: readonly Column[] };
  /** For workbooks: every sheet that holds a table. */
  readonly sheets?: readonly string[];
}

/** The values of one analyte in one unit, in order of time. */
export interface LabSeries {
  readonly id: string;
  readonly analyte: string;
  /** Id in the table of analytes, where its name was recognised. */
  readonly recognised?: string;
  readonly loinc?: string;
  /** What the table of analytes suggests for this unit. */
  readonly suggestedLoinc?: string;
  readonly unit: string;
  readonly results: readonly LabResult[];
}

export interface LabReading {
  /** Id of the format it was read as. */
  readonly format: string;
  readonly series: readonly LabSeries[];
  /** What is open or should be known. */
  readonly warnings: readonly LabWarning[];
  /** What was asked and the options answer; each with its question. */
  readonly answered: readonly LabWarning[];
  readonly table?: { readonly shape: Shape; readonly columns: readonly Column[] };
  readonly sheets?: readonly string[];
  /** What answers about this file are remembered under. */
  readonly shapeKey: string;
  /** What was remembered of files of this shape, and was taken where the file leaves it open. */
  readonly recalled?: Remembered;
  /** How many values were read. */
  readonly values: number;
  /** How many stay outside a report because they have no day yet. */
  readonly undated: number;
}

/** A reading as a window shows it and a report takes it. */
export interface LabImport extends Omit<LabReading, 'series'> {
  readonly series: readonly Series[];
  /** LOINC codes to suggest, by id of series. */
  readonly suggestedLoinc: Readonly<Record<string, string>>;
}
