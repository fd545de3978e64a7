/** Making small reports for checks' examples. */
import type { Block, CrossReference, FigureBlock, Inline, PartKey, Table } from '../report/document.ts';
import type { CaseReport } from '../report/types.ts';

/** The report with other blocks in one part. */
export function withPart(report: CaseReport, key: PartKey, ...children: Block[]): CaseReport {
  return { ...report, parts: report.parts.map(part => (part.key === key ? { ...part, children } : part)) };
}

export const paragraph = (...children: (Inline | string)[]): Block => ({
  type: 'paragraph',
  children: children.map(child => (typeof child === 'string' ? { text: child } : child)),
});

export const mentionOf = (target: string): CrossReference => ({
  type: 'cross-reference',
  target,
  children: [{ text: '' }],
});

export const figureBlock = (id: string, caption: string): FigureBlock => ({
  type: 'figure',
  id,
  children: [{ type: 'caption', children: [{ text: caption }] }],
});

/** A table of one cell. */
export const emptyTable = (id: string): Table => ({
  type: 'table',
  id,
  headerRows: 0,
  children: [
    { type: 'caption', children: [{ text: 'Settings' }] },
    { type: 'table-row', children: [{ type: 'table-cell', children: [{ text: '1' }] }] },
  ],
});
