/** Canonical JSON: the same report always gives the same bytes, whatever order its keys came in. */
import type { CaseReport } from './types.ts';

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** JSON with keys in order and absent fields left out, compact. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

/** The text of `report.json`: canonical, one field a line at most, ending in a line feed. What was unknown when read is written back. */
export function writeReport(report: CaseReport): string {
  const { extra, ...known } = report;
  return `${JSON.stringify(sorted({ ...extra, ...known }), null, 1)}\n`;
}
