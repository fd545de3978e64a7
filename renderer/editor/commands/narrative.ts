/** A citation whose authors stand in the sentence before it. The names are the work's, and follow it when it is put right. */
import { Editor, Node, Path, type Point, Text, Transforms } from 'slate';
import { NAMES_JOINT } from '../../../core/references/narrative.ts';
import type { Citation } from '../../../core/report/document.ts';
import { isType } from '../structure/places.ts';
import type { CaseEditor } from '../types.ts';

/** The text before an element, with the point of its end. */
function before(editor: CaseEditor, path: Path): { readonly text: string; readonly end: Point } | null {
  if (!Path.hasPrevious(path)) return null;
  const at = Path.previous(path);
  const node = Node.get(editor, at);
  return Text.isText(node) ? { text: node.text, end: Editor.end(editor, at) } : null;
}

/** Whether a citation's authors stand in its sentence: made, or typed by the author of an older report. */
export const isNarrative = ({ narrative, items }: Citation): boolean =>
  narrative === true || items[0]?.suppressAuthor === true;

/**
 * Lets a citation name its authors before its call, which an author–date style then prints as a year alone; or takes both back.
 * The same names, where somebody typed them there, give way.
 */
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
    if (on) Transforms.setNodes(editor, { narrative: true }, { at: path });
    else Transforms.unsetNodes(editor, 'narrative', { at: path });
    if (!written || names === '') return;
    const { text, end } = written;
    const typed = on ? text.replace(/\s+$/u, '') : text;
    const ending = on ? names : `${names}${NAMES_JOINT}`;
    if (typed.endsWith(ending)) {
      const from = { path: end.path, offset: typed.length - ending.length };
      Transforms.delete(editor, { at: { anchor: from, focus: end } });
    } else if (on && /[\p{L}\p{N}.,;:!?%)\]]$/u.test(text)) {
      // A raised call stands close to its word; names do not.
      Transforms.insertText(editor, ' ', { at: end });
    }
  });
}
