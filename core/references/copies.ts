/** A work that a report holds as two references: finding it, and making it one. The citations follow. */
import { duplicateIndex, type SameBecause } from '../library/duplicates.ts';
import { entryFrom, withField } from '../library/fields.ts';
import { mergeChanges } from '../library/merging.ts';
import type { Entry } from '../library/types.ts';
import type { CitationItem, DocumentNode } from '../report/document.ts';
import type { Op } from '../report/ops.ts';
import { citationsOf, isText } from '../report/parts.ts';
import type { CaseReport, Reference } from '../report/types.ts';
import { firstCitations } from './cited.ts';
import { workFacts } from './duplicates.ts';

/** Two references of a report that are one work: certainly, or likely (`alike`, for a person to look at). */
export interface Copies {
  readonly stays: Reference;
  readonly goes: Reference;
  readonly because: SameBecause;
}

/** Pairs of references that are, or seem to be, one work. The one that is cited first stays. */
export function copiesIn(report: CaseReport): readonly Copies[] {
  const order = new Map([...firstCitations(report).keys()].map((id, index) => [id, index]));
  const place = ({ id }: Reference) => order.get(id) ?? Number.POSITIVE_INFINITY;
  const inOrder = report.references.toSorted((one, other) => {
    const [first, second] = [place(one), place(other)];
    return first === second ? 0 : first - second;
  });
  const byId = new Map(report.references.map(reference => [reference.id, reference]));
  const index = duplicateIndex(id => byId.get(id)?.item ?? null);
  const pairs: Copies[] = [];
  for (const reference of inOrder) {
    const facts = workFacts(reference.item);
    const found = index.find(facts, () => reference.item);
    const stays = found && byId.get(found.id);
    if (stays && !areSaidApart(stays, reference)) pairs.push({ stays, goes: reference, because: found.because });
    else index.add(reference.id, facts);
  }
  return pairs;
}

/** Whether the author said that two references are two works, whatever they look like. */
export const areSaidApart = (one: Reference, other: Reference): boolean =>
  (one.apart?.includes(other.id) ?? false) || (other.apart?.includes(one.id) ?? false);

/**
 * What the author says of a pair that is two works. It is kept with the reference, in the report: it is true for everybody who
 * opens it, for its checks and the command line, and can be undone like any change.
 */
export const apartOp = ({ stays, goes }: Copies): Op => ({
  set: 'reference',
  id: goes.id,
  value: { ...goes, apart: [...new Set([...(goes.apart ?? []), stays.id])].sort() },
});

/** A reference as an entry of a library, to be laid beside another. */
export const asEntry = ({ id, item, kept }: Reference): Entry => entryFrom(id, id, { item, ...(kept && { kept }) });

/**
 * The one reference that two become: all fields of `stays`, those of `goes` that it lacks, and of the fields named in `chosen`
 * (such as `item.title`) the other's value.
 */
export function mergedCopy({ stays, goes }: Copies, chosen: readonly string[] = []): Reference {
  const [one, other] = [asEntry(stays), asEntry(goes)];
  const { item, kept } = mergeChanges(one, other, chosen)
    .filter(({ entry }) => entry === stays.id)
    .reduce((entry, { field, value }) => withField(entry, field, value), one);
  const library = stays.library ?? goes.library;
  // What was said last of its standing: it is the same work.
  const [last] = [stays.standing, goes.standing]
    .flatMap(standing => standing ?? [])
    .toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0));
  const apart = [...new Set([...(stays.apart ?? []), ...(goes.apart ?? [])])].sort();
  return {
    id: stays.id,
    item,
    ...(Object.keys(kept).length > 0 && { kept }),
    ...(library && { library }),
    ...(last && { standing: last }),
    ...(apart.length > 0 && { apart }),
  };
}

/**
 * The works of a citation after a merge. Where it would cite the same work twice it cites it once, unless that would lose what is
 * said with one of them: pages of the same kind are joined ("12, 45"), other words stay apart.
 */
export function recited(items: readonly CitationItem[], stays: string, goes: string): readonly CitationItem[] {
  if (!items.some(({ reference }) => reference === goes)) return items;
  const merged: CitationItem[] = [];
  for (const item of items) {
    const now = item.reference === goes ? { ...item, reference: stays } : item;
    const at = now.reference === stays ? merged.findIndex(({ reference }) => reference === stays) : -1;
    const both = at < 0 ? null : joined(merged[at] as CitationItem, now);
    if (both) merged[at] = both;
    else merged.push(now);
  }
  return merged;
}

/** Nothing is said with it. */
const isBare = ({ prefix, suffix, locator }: CitationItem) => !prefix && !suffix && locator === undefined;

/** Two calls of one work in a row as one; null where words between them would be lost. */
function joined(one: CitationItem, other: CitationItem): CitationItem | null {
  if (isBare(other)) return one;
  if (isBare(one)) {
    const { suppressAuthor: _, ...said } = other;
    return one.suppressAuthor ? { ...said, suppressAuthor: true } : said;
  }
  if (one.suffix || other.prefix) {
    const same = (['prefix', 'suffix', 'locator', 'label'] as const).every(key => one[key] === other[key]);
    return same ? one : null;
  }
  const suffix = other.suffix === undefined ? {} : { suffix: other.suffix };
  const isSamePlace = other.locator === one.locator && other.label === one.label;
  if (other.locator === undefined || isSamePlace) return { ...one, ...suffix };
  const label = other.label === undefined ? {} : { label: other.label };
  if (one.locator === undefined) return { ...one, locator: other.locator, ...label, ...suffix };
  return one.label === other.label ? { ...one, locator: `${one.locator}, ${other.locator}`, ...suffix } : null;
}

/** What merging changes in the text. */
export interface Following {
  /** Citations of the one that goes. */
  readonly citations: number;
  /** Those among them that cite both, and then cite the work once. */
  readonly together: number;
}

export function followingOf(report: CaseReport, { stays, goes }: Copies): Following {
  const citing = report.parts
    .flatMap(({ children }) => citationsOf(children))
    .filter(({ items }) => items.some(({ reference }) => reference === goes.id));
  const isTogether = ({ items }: { readonly items: readonly CitationItem[] }) =>
    items.length > recited(items, stays.id, goes.id).length;
  return { citations: citing.length, together: citing.filter(isTogether).length };
}

/** The references' part of a merge: one takes its fields, the other goes. */
export const copyOps = (copies: Copies, chosen: readonly string[] = []): readonly Op[] => [
  { set: 'reference', id: copies.stays.id, value: mergedCopy(copies, chosen) },
  { set: 'reference', id: copies.goes.id, value: null },
];

/** All of a merge, where no editor holds the text: its citations follow. */
export function mergeOps(report: CaseReport, copies: Copies): readonly Op[] {
  const { stays, goes } = copies;
  const parts = report.parts.flatMap((part): Op[] => {
    const children = part.children.map(block => following(block, stays.id, goes.id));
    return children.every((block, index) => block === part.children[index])
      ? []
      : [{ set: 'part', key: part.key, value: { ...part, children } }];
  });
  return [...parts, ...copyOps(copies)];
}

/** A node with its citations following; the node itself where none changes. */
function following<Node extends DocumentNode>(node: Node, stays: string, goes: string): Node {
  if (isText(node)) return node;
  if (node.type === 'citation') {
    const items = recited(node.items, stays, goes);
    return items === node.items ? node : { ...node, items };
  }
  const before: readonly DocumentNode[] = node.children;
  const children = before.map(child => following(child, stays, goes));
  return children.every((child, index) => child === before[index]) ? node : { ...node, children };
}
