/**
 * What a copied piece of text takes along of its report, so that it says the same in another one: references of its citations, and
 * the printed text of what the other report does not hold.
 */
import type {
  Citation,
  CrossReference,
  DocumentElement,
  DocumentNode,
  Inline,
  QuotedValue,
} from '../../../core/report/document.ts';
import { isText, nodesOf } from '../../../core/report/parts.ts';
import type { Reference } from '../../../core/report/types.ts';

type Void = Citation | CrossReference | QuotedValue;

export interface Carried {
  /** Id of the report that it was copied from. */
  readonly report: string;
  /** What is printed for each citation, mention and value, by {@link keyOf}. */
  readonly printed: Readonly<Record<string, string>>;
  readonly references: readonly Reference[];
}

/** The clipboard's type of {@link Carried}, beside that of the nodes. */
export const CARRIED = 'application/x-casewright-carried';

export const isVoid = (node: DocumentNode): node is Void =>
  !isText(node) && (node.type === 'citation' || node.type === 'cross-reference' || node.type === 'value');

export function keyOf(node: Void): string {
  switch (node.type) {
    case 'citation':
      return `citation ${node.id}`;
    case 'cross-reference':
      return `mention ${node.target} ${node.panel ?? ''}`;
    case 'value':
      return `value ${node.series} ${node.point} ${node.show}`;
  }
}

export const voidsIn = (nodes: readonly DocumentNode[]): readonly Void[] =>
  nodes.flatMap(node => [...nodesOf(node)]).filter(isVoid);

/** What a clipboard carries; null where it is none of ours. */
export function carriedIn(text: string): Carried | null {
  try {
    const { report, printed, references } = JSON.parse(text) as Carried;
    return typeof report === 'string' && typeof printed === 'object' && Array.isArray(references)
      ? { report, printed, references }
      : null;
  } catch {
    return null;
  }
}

/**
 * The nodes as another report can hold them: citations of its own references (`idOf`), mentions of what comes along, else what was
 * printed; figures, charts and tables of results stay behind, and are counted.
 */
export function settledElsewhere(
  nodes: readonly DocumentNode[],
  { printed }: Carried,
  idOf: (reference: string) => string,
): { readonly nodes: readonly DocumentNode[]; readonly left: number } {
  const tables = new Set(
    nodes
      .flatMap(node => [...nodesOf(node)])
      .flatMap(node => (!isText(node) && node.type === 'table' ? [node.id] : [])),
  );
  let left = 0;
  const settle = (node: DocumentNode): DocumentNode[] => {
    if (isText(node)) return [node];
    if (node.type === 'figure' || node.type === 'chart' || node.type === 'lab-table') {
      left++;
      return [];
    }
    if (node.type === 'citation')
      return [{ ...node, items: node.items.map(item => ({ ...item, reference: idOf(item.reference) })) }];
    if (node.type === 'value' || (node.type === 'cross-reference' && !tables.has(node.target)))
      return [{ text: printed[keyOf(node)] ?? '' } satisfies Inline];
    return [{ ...node, children: (node.children as DocumentNode[]).flatMap(settle) } as DocumentElement];
  };
  return { nodes: nodes.flatMap(settle), left };
}
