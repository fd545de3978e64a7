/** Numbers follow the text; the same numbers stay the same value, so that nothing is drawn anew for a keystroke. */
import { type Numbering, numberReport } from '../../core/manuscript/number.ts';
import type { CaseReport } from '../../core/report/types.ts';
import type { Template } from '../../core/template/types.ts';

function sameMap<K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>, same: (one: V, other: V) => boolean): boolean {
  if (a.size !== b.size) return false;
  const others = b.entries();
  // Order counts: it is that of the page.
  for (const [key, value] of a) {
    const other = others.next().value;
    if (!other || other[0] !== key || !same(value, other[1])) return false;
  }
  return true;
}

/** The numbering of a report; `before` itself where no number changed. */
export function renumber(before: Numbering | null, report: CaseReport, template: Template): Numbering {
  const next = numberReport(report, template);
  if (!before) return next;
  const citations =
    next.citations.length === before.citations.length &&
    next.citations.every((citation, index) => citation === before.citations[index])
      ? before.citations
      : next.citations;
  const parts = sameMap(next.parts, before.parts, (a, b) => a.number === b.number && a.heading === b.heading)
    ? before.parts
    : next.parts;
  const headings = sameMap(next.headings, before.headings, (a, b) => a === b) ? before.headings : next.headings;
  const floats = sameMap(next.floats, before.floats, (a, b) => a.label === b.label && a.number === b.number)
    ? before.floats
    : next.floats;
  const same =
    citations === before.citations &&
    parts === before.parts &&
    headings === before.headings &&
    floats === before.floats;
  return same ? before : { parts, headings, floats, citations };
}
