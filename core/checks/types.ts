/** What a check finds, and what a check is. */
import type { Numbering } from '../manuscript/number.ts';
import type { Words } from '../outcome.ts';
import type { PartKey } from '../report/document.ts';
import type { CaseReport } from '../report/types.ts';
import type { Template } from '../template/types.ts';

export type Severity = 'error' | 'warning' | 'note';

/** Where a finding stands: what the window goes to. */
export interface Place {
  readonly part?: PartKey;
  /** Id of a figure, chart or table. */
  readonly block?: string;
  readonly citation?: string;
  /** Id of a reference, shown in its pane where no citation is named. */
  readonly reference?: string;
}

export interface Finding {
  /** Id of the check. */
  readonly check: string;
  readonly severity: Severity;
  readonly message: Words;
  /** What to do about it. */
  readonly hint: Words;
  readonly place: Place;
}

export interface CheckInput {
  readonly report: CaseReport;
  readonly template: Template;
  readonly numbering: Numbering;
}

/** A report that a check is silent about, and one in which it finds something: its test, and its documentation. */
export interface Examples {
  readonly silent: (blank: CaseReport) => CaseReport;
  readonly finds: (blank: CaseReport) => CaseReport;
  /** Where it looks for what few templates ask for: one that does. */
  readonly template?: (usual: Template) => Template;
}

export interface Check {
  readonly id: string;
  readonly area: 'journal' | 'citing' | 'figures' | 'numbers';
  /** What it looks for, in one sentence. */
  readonly about: Words;
  readonly run: (input: CheckInput) => readonly Omit<Finding, 'check'>[];
  readonly examples: Examples;
}
