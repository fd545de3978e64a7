/** Nodes from elsewhere made fit to come in: fresh ids, no figure twice, only what the place allows. */
import type { Node } from 'slate';
import type { DocumentElement, DocumentNode, Inline } from '../../../core/report/document.ts';
import { isFloating, isText, nodesOf } from '../../../core/report/parts.ts';
import { freshId } from '../identity.ts';
import type { CaseEditor } from '../types.ts';

/** Ids that stand in the document. */
function idsIn(editor: CaseEditor): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const part of editor.children as DocumentElement[])
    for (const node of nodesOf(part)) if (!isText(node) && 'id' in node) ids.add(node.id);
  return ids;
}

/** Parts give up their form: their blocks come in. */
function withoutParts(nodes: readonly Node[]): readonly DocumentNode[] {
  return (nodes as DocumentNode[]).flatMap(node => (!isText(node) && node.type === 'part' ? node.children : [node]));
}

/** A copy of pasted nodes in which every id is new where it is taken; figures that stand in the text are left out, and counted. */
export function fitIn(
  editor: CaseEditor,
  nodes: readonly Node[],
): { readonly nodes: Node[]; readonly figures: number } {
  const taken = new Set(idsIn(editor));
  const renamed = new Map<string, string>();
  let figures = 0;
  const fit = (node: DocumentNode): DocumentNode[] => {
    if (isText(node)) return [{ ...node }];
    if (isFloating(node) && node.type === 'figure' && taken.has(node.id)) {
      figures++;
      return [];
    }
    const children = (node.children as DocumentNode[]).flatMap(fit);
    if (!('id' in node)) return [{ ...node, children } as DocumentNode];
    const id = taken.has(node.id) ? freshId(node.type) : node.id;
    if (id !== node.id) renamed.set(node.id, id);
    taken.add(id);
    return [{ ...node, id, children } as DocumentNode];
  };
  const fitted = withoutParts(nodes).flatMap(fit);
  return { nodes: fitted.map(node => retargeted(node, renamed)) as Node[], figures };
}

/** Mentions inside the fragment follow what was pasted with them. */
function retargeted(node: DocumentNode, renamed: ReadonlyMap<string, string>): DocumentNode {
  if (isText(node) || renamed.size === 0) return node;
  if (node.type === 'cross-reference') return { ...node, target: renamed.get(node.target) ?? node.target };
  return {
    ...node,
    children: (node.children as DocumentNode[]).map(child => retargeted(child, renamed)),
  } as DocumentNode;
}

const INLINE: ReadonlySet<string> = new Set(['link', 'citation', 'cross-reference', 'value']);
const isInline = (node: DocumentNode): node is Inline => isText(node) || INLINE.has(node.type);

/** The inline nodes of some blocks, blocks parted by a space: for captions, cells and titles. */
export function inlinesOf(nodes: readonly Node[]): Inline[] {
  const inlines: Inline[] = [];
  let lineEnded = false;
  const walk = (node: DocumentNode) => {
    if (isInline(node)) {
      if (lineEnded) inlines.push({ text: ' ' });
      lineEnded = false;
      inlines.push(node);
      return;
    }
    lineEnded = inlines.length > 0;
    for (const child of node.children as DocumentNode[]) walk(child);
    lineEnded = inlines.length > 0;
  };
  for (const node of nodes as readonly DocumentNode[]) walk(node);
  return inlines;
}

/** Whether a fragment is letters alone: one block's inlines, which go into the line they are pasted in. */
export function isOneLine(nodes: readonly Node[]): boolean {
  const [only, ...others] = nodes as readonly DocumentNode[];
  if (only === undefined) return true;
  const paragraph = !isText(only) && only.type === 'paragraph' && others.length === 0;
  return paragraph || (nodes as readonly DocumentNode[]).every(isInline);
}
