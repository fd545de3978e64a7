/** Finding text: accents and case folded, œ as oe, over every letter of the document, across marks but never across blocks or voids. */
import { Editor, Element, type Node, type NodeEntry, type Path, Point, type Range, Text } from 'slate';
import { type FoldedAlong, foldAlong, stretchesOf } from '../../../core/folding.ts';
import type { CaseEditor } from '../types.ts';

export interface FindOptions {
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
}

/** Letters made comparable: spaces and apostrophes are what is typed for them. */
function comparable(text: string, matchCase: boolean): FoldedAlong {
  const { letters, starts } = foldAlong(text, matchCase);
  return { letters: letters.replace(/[\u00a0\u202f]/g, ' ').replace(/[’‘]/g, "'"), starts };
}

const isLetter = (text: string, at: number) => /[\p{L}\p{N}]/u.test(text[at] ?? '');

/** A block's leaves laid end to end; a void parts them like a character that nothing matches. */
function leavesOf(
  editor: CaseEditor,
  [block, path]: NodeEntry,
): { text: string; leaves: { at: number; path: Path; length: number }[] } {
  let text = '';
  const leaves: { at: number; path: Path; length: number }[] = [];
  const walk = (node: Node, here: Path) => {
    if (Text.isText(node)) {
      leaves.push({ at: text.length, path: here, length: node.text.length });
      text += node.text;
    } else if (Element.isElement(node) && editor.isVoid(node)) text += '\ufffc';
    else for (const [index, child] of node.children.entries()) walk(child as Node, [...here, index]);
  };
  walk(block, path);
  return { text, leaves };
}

/** Every place where a text stands, in order. */
export function findAll(editor: CaseEditor, sought: string, { matchCase, wholeWord }: FindOptions): readonly Range[] {
  const needle = comparable(sought, matchCase).letters;
  if (needle === '') return [];
  const ranges: Range[] = [];
  const blocks = Editor.nodes(editor, {
    at: [],
    mode: 'lowest',
    match: node => Element.isElement(node) && Editor.isBlock(editor, node),
  });
  for (const block of blocks) {
    const { text, leaves } = leavesOf(editor, block);
    const folded = comparable(text, matchCase);
    for (const { at, end, from: begin, to: until } of stretchesOf(needle, folded)) {
      if (wholeWord && (isLetter(folded.letters, at - 1) || isLetter(folded.letters, end))) continue;
      const from = leaves.findLast(leaf => leaf.at <= begin && begin < leaf.at + Math.max(leaf.length, 1));
      const to = leaves.find(leaf => leaf.at < until && until <= leaf.at + leaf.length);
      if (from && to)
        ranges.push({
          anchor: { path: from.path, offset: begin - from.at },
          focus: { path: to.path, offset: until - to.at },
        });
    }
  }
  return ranges;
}

/** Which of the places, in their order, is the first at or behind a point; behind the last one the first again. */
export function firstFrom(ranges: readonly Range[], point: Point): number {
  return Math.max(
    0,
    ranges.findIndex(({ anchor }) => !Point.isBefore(anchor, point)),
  );
}
