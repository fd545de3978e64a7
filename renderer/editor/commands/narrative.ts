/** A citation whose authors stand in the sentence before it: letters of the author's, so that every format prints them. */
import { Editor, Node, Path, type Point, Text, Transforms } from 'slate';
import { isType } from '../structure/places.ts';
import type { CaseEditor } from '../types.ts';

/** Between names and call: the two stay on a line. */
const JOINT = '\u00a0';

/** The text before an element, with the point of its end. */
function before(editor: CaseEditor, path: Path): { readonly text: string; readonly end: Point } | null {
  if (!Path.hasPrevious(path)) return null;
  const at = Path.previous(path);
  const node = Node.get(editor, at);
  return Text.isText(node) ? { text: node.text, end: Editor.end(editor, at) } : null;
}

/** Puts the names before the citation and lets an author–date style print the year alone; or takes both back. */
export function setNarrative(editor: CaseEditor, path: Path, names: string, on: boolean): void {
  const citation = Node.get(editor, path);
  if (!isType(citation, 'citation')) return;
  const [first, ...others] = citation.items;
  if (!first) return;
  const { suppressAuthor: _, ...rest } = first;
  const items = [on ? { ...rest, suppressAuthor: true as const } : rest, ...others];
  const written = before(editor, path);
  Editor.withoutNormalizing(editor, () => {
    Transforms.setNodes(editor, { items }, { at: path });
    if (!written || names === '') return;
    const { text, end } = written;
    const sentence = text.replace(/\s+$/u, '');
    if (on && !sentence.endsWith(names)) {
      const gap = text === '' || /[\s([«“]$/u.test(text) ? '' : ' ';
      Transforms.insertText(editor, `${gap}${names}${JOINT}`, { at: end });
    }
    if (!on && text.endsWith(`${names}${JOINT}`)) {
      const from = { path: end.path, offset: text.length - names.length - JOINT.length };
      Transforms.delete(editor, { at: { anchor: from, focus: end } });
    }
  });
}
