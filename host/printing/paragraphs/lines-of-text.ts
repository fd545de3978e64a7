/** A text block's lines, and what its first line stands for. */

import { getNodeId } from '../engine/modules.ts';
import type { Bookmark, LayoutNode, Line, WordInline } from '../engine/types.ts';
import { breakEvenly, breakLines, hasLooseLine, withRuns } from './breaking.ts';
import type { Hyphenator } from './hyphenation.ts';
import { copyOfWord } from './words.ts';

/**
 * A title's lines are of about one length, as many as the width asks for: the narrowest measure that needs no more of them, to within
 * these many points.
 */
const EVENNESS = 4;

function balancedWidth(words: readonly WordInline[], width: number): number {
  const count = (of: number) => {
    const lines = breakLines(
      words.map(word => copyOfWord(word)),
      of,
      null,
    );
    return lines.some(line => line.getWidth() > of) ? Infinity : lines.length;
  };
  const least = count(width);
  if (least < 2) return width;
  let [narrow, wide] = [width / 2, width];
  while (wide - narrow > EVENNESS) {
    const middle = (narrow + wide) / 2;
    if (count(middle) <= least) wide = middle;
    else narrow = middle;
  }
  return wide;
}

/** The block's lines for a width, from those that were broken before where there are any. */
export function linesOf(node: LayoutNode, width: number, hyphenate: Hyphenator | null): Line[] {
  if (node._set?.width === width) return node._set.lines;
  const lines = withRuns(brokenLines(node, width, hyphenate), node._runs ?? []);
  node._set = { width, lines };
  return lines;
}

function brokenLines(node: LayoutNode, width: number, hyphenate: Hyphenator | null): Line[] {
  const measured = node._measured;
  if (!measured) return fillable(breakLines(node._inlines ?? [], width, hyphenate));
  let kept = measured.linesOfWidth.get(width);
  if (!kept) {
    const words = measured.words.map(word => copyOfWord(word));
    kept = breakLines(words, node.tag === 'Title' ? balancedWidth(measured.words, width) : width, hyphenate);
    if (hyphenate && hasLooseLine(kept)) {
      const again = measured.words.map(word => copyOfWord(word));
      kept = breakEvenly(again, width, hyphenate) ?? kept;
    }
    measured.linesOfWidth.set(width, kept);
  }
  return kept.map(line => line.clone());
}

/** Tells words that stand for a page number which block's it is. */
function fillable(lines: Line[]): Line[] {
  for (const word of lines.flatMap(line => line.inlines)) {
    if (word._tocItemRef) word._pageNodeRef = word._tocItemRef;
    if (word._pageRef) word._pageNodeRef = word._pageRef._nodeRef;
  }
  return lines;
}

/** Notes on a block's first line what it stands for: a link's target, a bookmark, a page number to be filled in. */
export function nameLine(line: Line, node: LayoutNode): void {
  if (node.tocItem || node.id) line._node = node;
  const id = getNodeId(node);
  if (id) line.id = id;
  const bookmark = bookmarkOf(node);
  if (bookmark) line.bookmark = bookmark;
  if (node._tocItemRef) line._pageNodeRef = node._tocItemRef;
  if (node._pageRef) line._pageNodeRef = node._pageRef._nodeRef;
}

function bookmarkOf(node: LayoutNode): Bookmark | null {
  const source = node.outline ? node : Array.isArray(node.text) ? node.text.find(run => run.outline) : undefined;
  if (!source) return null;
  return {
    text: source.outlineText ?? plainText(source.text),
    id: source.id,
    parentId: source.outlineParentId,
    isExpanded: source.outlineExpanded ?? false,
  };
}

function plainText(text: LayoutNode['text']): string {
  if (Array.isArray(text)) return text.map(run => run._actualText ?? plainText(run.text)).join('');
  return text ?? '';
}
