/**
 * What is pasted into a field of a form comes in as it does into the text: without letters that no file can hold or nobody sees, which
 * would be printed, searched and compared all the same.
 */
import { cleaned, cleanedLine } from '../editor/paste/letters.ts';

/** Inputs that are texts; not passwords and secrets, which are what they are. */
const LINES = new Set(['text', 'search', 'email', 'url', 'tel']);

/** What a field is given for a pasted text; null where the browser's own paste gives the same. */
export function pastedInto(field: { readonly tagName: string; readonly type: string }, text: string): string | null {
  const isArea = field.tagName === 'TEXTAREA';
  if (!isArea && !(field.tagName === 'INPUT' && LINES.has(field.type))) return null;
  const clean = isArea ? cleaned(text) : cleanedLine(text);
  return clean === text ? null : clean;
}

/** Watches the whole page; gives the way to stop. A field that takes a paste itself is left to it. */
export function cleanPastes(page: Document): () => void {
  const onPaste = (event: ClipboardEvent) => {
    const { target, clipboardData } = event;
    if (event.defaultPrevented || !clipboardData) return;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    if (target.readOnly || target.disabled) return;
    const clean = pastedInto(target, clipboardData.getData('text/plain'));
    if (clean === null) return;
    event.preventDefault();
    // As if it had been typed: the field's own undo takes it back.
    page.execCommand(clean === '' ? 'delete' : 'insertText', false, clean);
  };
  page.addEventListener('paste', onPaste);
  return () => page.removeEventListener('paste', onPaste);
}
