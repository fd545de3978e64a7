/** Which elements are inline, and which hold no text of their own. */
import type { CaseEditor } from '../types.ts';

const INLINE: ReadonlySet<string> = new Set(['link', 'citation', 'cross-reference', 'value']);
const VOID: ReadonlySet<string> = new Set(['citation', 'cross-reference', 'value']);

export function withElements(editor: CaseEditor): CaseEditor {
  const { isInline, isVoid, isElementReadOnly } = editor;
  editor.isInline = element => INLINE.has(element.type) || isInline(element);
  editor.isVoid = element => VOID.has(element.type) || isVoid(element);
  editor.isElementReadOnly = element => isElementReadOnly(element);
  // Chunks keep a keystroke in a long report from reconciling every paragraph; those out of sight are not laid out. About a screen
  // each: larger ones lay out more than is seen, smaller ones give the browser more of them to look after.
  editor.getChunkSize = node => (node === editor || (node as { type?: string }).type === 'part' ? 8 : null);
  return editor;
}
