/** `casewright refs dedupe REPORT`: works that a report holds as two references, and making them one. */
import { type Copies, copiesIn, mergeOps } from '../../core/references/copies.ts';
import { applyAll, type Op } from '../../core/report/ops.ts';
import type { CaseReport } from '../../core/report/types.ts';
import { changeAndSave, readingReport, withReport } from '../opening.ts';
import { EXIT, print, type Shell } from '../shell.ts';

/** Exit codes: 0 nothing is left to decide, 1 something is. */
export function dedupeReport(shell: Shell, file: string, merge: boolean): Promise<void> {
  if (!merge) return readingReport(shell, file, async ({ report }) => show(shell, 0, copiesIn(report)));
  return withReport(shell, file, async opened => {
    const { ops, report, merged } = mergingOf(opened.report);
    if (ops.length > 0 && !(await changeAndSave(shell, opened, ops))) return;
    show(shell, merged, copiesIn(report));
  });
}

/** Merges what is certainly one work, a pair at a time: of three copies the second merge sees what the first made. */
function mergingOf(start: CaseReport): { ops: readonly Op[]; report: CaseReport; merged: number } {
  let report = start;
  let merged = 0;
  const ops: Op[] = [];
  for (;;) {
    const next = copiesIn(report).find(({ because }) => because !== 'alike');
    if (!next) return { ops, report, merged };
    const own = mergeOps(report, next);
    ops.push(...own);
    report = applyAll(report, own).report;
    merged++;
  }
}

function show(shell: Shell, merged: number, pairs: readonly Copies[]): void {
  const described = pairs.map(({ stays, goes, because }) => ({
    because,
    entries: [stays, goes].map(({ id, item }) => ({ id, title: item.title ?? '' })),
  }));
  const lines = described.map(({ because, entries }) =>
    [`${because}:`, ...entries.map(({ id, title }) => `  ${id}  ${title}`)].join('\n'),
  );
  const summary = shell.text({
    en: `${merged} merged, ${pairs.length} pairs to compare`,
    fr: `${merged} fusionnées, ${pairs.length} paires à comparer`,
  });
  print(shell, { merged, pairs: described }, [...lines, summary]);
  if (pairs.length > 0) shell.leave(EXIT.findings);
}
