/** The checks, and running them all. */
import { numberReport } from '../manuscript/number.ts';
import type { CaseReport } from '../report/types.ts';
import type { Template } from '../template/types.ts';
import { crossReferences } from './citing/cross-references.ts';
import { duplicateReferences } from './citing/duplicate-references.ts';
import { incompleteReferences } from './citing/incomplete-references.ts';
import { missingReferences } from './citing/missing-references.ts';
import { retractions } from './citing/retractions.ts';
import { unusedReferences } from './citing/unused-references.ts';
import { described } from './figures/described.ts';
import { images } from './figures/images.ts';
import { mentioned } from './figures/mentioned.ts';
import { order } from './figures/order.ts';
import { abstracts } from './journal/abstracts.ts';
import { limits } from './journal/limits.ts';
import { resolution } from './journal/resolution.ts';
import { statements } from './journal/statements.ts';
import { title } from './journal/title.ts';
import { quotedValues } from './numbers/quoted-values.ts';
import { series } from './numbers/series.ts';
import type { Check, CheckInput, Finding } from './types.ts';

export const checks: readonly Check[] = [
  missingReferences,
  retractions,
  duplicateReferences,
  incompleteReferences,
  unusedReferences,
  crossReferences,
  quotedValues,
  series,
  images,
  limits,
  title,
  abstracts,
  statements,
  resolution,
  mentioned,
  order,
  described,
];

const ORDER = { error: 0, warning: 1, note: 2 } as const;

/** What one check finds, under its name. */
function found(check: Check, input: CheckInput): readonly Finding[] {
  return check.run(input).map(finding => ({ check: check.id, ...finding }));
}

const gravestFirst = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity]);

/** What all checks find, gravest first. */
export function checkReport(
  report: CaseReport,
  template: Template,
  numbering = numberReport(report, template),
): readonly Finding[] {
  return gravestFirst(checks.flatMap(check => found(check, { report, template, numbering })));
}

/** The same in steps, for who must not be kept waiting: one check a step; the last gives what all have found. */
export function* checkInSteps(input: CheckInput): Generator<void, readonly Finding[]> {
  const findings: Finding[] = [];
  for (const check of checks) {
    findings.push(...found(check, input));
    yield;
  }
  return gravestFirst(findings);
}
