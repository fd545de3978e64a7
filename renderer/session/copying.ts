/** What copied text takes along of the open report, and what of it this report takes in. */
import { mention } from '../../core/manuscript/number.ts';
import { duplicateFinder } from '../../core/references/duplicates.ts';
import { namesInSentence } from '../../core/references/narrative.ts';
import type { Part } from '../../core/report/document.ts';
import type { Op } from '../../core/report/ops.ts';
import type { Reference } from '../../core/report/types.ts';
import { formatValue } from '../../core/timeline/value.ts';
import { type Carried, keyOf, voidsIn } from '../editor/paste/carried.ts';
import type { Printed } from '../editor/paste/written.ts';
import { freeId } from '../panels/references/adding.ts';
import type { Session } from './types.ts';

/** What is printed for the voids in copied parts, with the references that their citations need. */
export function printedFor({ store }: Session, parts: readonly Part[]): Printed {
  const { report, numbering, citations, template } = store.getState();
  const { language } = report;
  const voids = voidsIn(parts);
  const printed = voids.map((node): [string, string] => {
    switch (node.type) {
      case 'citation': {
        const text = (citations.clusters[node.id] ?? []).map(run => run.text).join('');
        // Elsewhere a note has no foot of a page to stand at.
        return [keyOf(node), citations.notes && text !== '' ? ` (${text})` : text];
      }
      case 'cross-reference':
        return [keyOf(node), mention(numbering.floats.get(node.target), node.panel, language)];
      case 'value': {
        const series = report.series.find(({ id }) => id === node.series);
        const point = series?.points.find(({ id }) => id === node.point);
        return [keyOf(node), series && point ? formatValue(point, series, language, node.show) : ''];
      }
    }
  });
  const cited = new Set(
    voids.flatMap(node => (node.type === 'citation' ? node.items.map(item => item.reference) : [])),
  );
  return {
    report: report.id,
    printed: Object.fromEntries(printed),
    names: Object.fromEntries(
      voids.flatMap(node => {
        if (node.type !== 'citation') return [];
        const names = namesInSentence(
          node,
          of => report.references.find(({ id }) => id === of),
          language,
          citations.names,
        );
        return names === '' ? [] : [[keyOf(node), names] as const];
      }),
    ),
    references: report.references.filter(({ id }) => cited.has(id)),
    headings: Object.fromEntries(
      [...numbering.parts].map(([key, { number, heading }]) => [key, `${number} ${heading}`.trim()]),
    ),
    labels: Object.fromEntries([...numbering.floats].map(([id, { label }]) => [id, label])),
    isRaised: !citations.notes && template.citations.kind === 'superscript',
  };
}

/** Takes the references of another report's text into this one; gives under which id each is known here. Null for text of this one. */
export function takingFrom(
  session: Session,
  { report: from, references }: Carried,
  label: string,
): ((reference: string) => string) | null {
  const { report } = session.store.getState();
  if (report.id === from) return null;
  const taken = new Set(report.references.map(({ id }) => id));
  const same = duplicateFinder(report.references);
  const ids = new Map<string, string>();
  const ops: Op[] = [];
  for (const reference of references) {
    const known = same(reference.item);
    const id = known?.id ?? freeId(reference.id, taken);
    ids.set(reference.id, id);
    if (known) continue;
    taken.add(id);
    const value: Reference = { ...reference, id, item: { ...reference.item, id } };
    ops.push({ set: 'reference', id, value });
  }
  if (ops.length > 0) session.dispatch(ops, label);
  return reference => ids.get(reference) ?? reference;
}
