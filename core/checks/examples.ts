/** Making small reports for checks' examples. */
import type { Block, Inline, PartKey } from '../report/document.ts';
import type { CaseReport } from '../report/types.ts';

/** The report with other blocks in one part. */
export function withPart(report: CaseReport, key: PartKey, ...children: Block[]): CaseReport {
  return { ...report, parts: report.parts.map(part => (part.key === key ? { ...part, children } : part)) };
}

export const paragraph = (...children: (Inline | string)[]): Block => ({
  type: 'paragraph',
  children: children.map(child => (typeof child === 'string' ? { text: child } : child)),
});
