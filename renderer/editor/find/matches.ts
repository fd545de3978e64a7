/** Finding text: accents and case folded, over every letter of the document, across marks but never across blocks or voids. */
import { Editor, Element, type Node, type NodeEntry, type Path, type Range, Text } from 'slate';
import type { CaseEditor } from '../types.ts';

export interface FindOptions {
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
}

/** Letters made comparable, one for one, so that places stay. */
function comparable(text: string, matchCase: boolean): string {
  let out = '';
  for (let index = 0; index < text.length; index++) {
    const letter = text[index] as string;
    const base = letter.normalize('NFD').replace(/\p{M}/gu, '').charAt(0) || letter;
    const folded = matchCase ? base : base.toLowerCase();
    out += folded.length === 1 ? folded : letter;
  }
  return out.replace(/[\u00a0\u202f]/g, ' ').replace(/[’‘]/g, "'");
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
  const needle = comparable(sought.normalize('NFC'), matchCase);
  if (needle === '') return [];
  const ranges: Range[] = [];
  const blocks = Editor.nodes(editor, {
    at: [],
    mode: 'lowest',
    match: node => Element.isElement(node) && Editor.isBlock(editor, node),
  });
  for (const block of blocks) {
    const { text, leaves } = leavesOf(editor, block);
    const letters = comparable(text, matchCase);
    for (let at = letters.indexOf(needle); at >= 0; at = letters.indexOf(needle, at + needle.length)) {
      const end = at + needle.length;
      if (wholeWord && (isLetter(letters, at - 1) || isLetter(letters, end))) continue;
      const from = leaves.findLast(leaf => leaf.at <= at && at < leaf.at + Math.max(leaf.length, 1));
      const to = leaves.find(leaf => leaf.at < end && end <= leaf.at + leaf.length);
      if (from && to)
        ranges.push({
          anchor: { path: from.path, offset: at - from.at },
          focus: { path: to.path, offset: end - to.at },
        });
    }
  }
  return ranges;
}
