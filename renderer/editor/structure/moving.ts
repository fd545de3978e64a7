/** Text taken from one place to another. */
import { Editor, Point, Range, Transforms } from 'slate';
import type { CaseEditor } from '../types.ts';

/** What stands behind a citation, mention or value that a point is in; the point itself elsewhere. */
function outsideVoid(editor: CaseEditor, point: Point): Point {
  const [, path] = Editor.void(editor, { at: point, mode: 'highest' }) ?? [];
  return path ? (Editor.after(editor, path) ?? point) : point;
}

/**
 * Moves a selected stretch to a point, or puts a copy there, as one step; what it leaves behind stays as after any deletion. The
 * stretch is selected where it comes to stand. False where the point lies in the stretch.
 */
export function moveText(editor: CaseEditor, range: Range, point: Point, isCopy: boolean): boolean {
  const [start, end] = Range.edges(range);
  const at = outsideVoid(editor, point);
  if (Point.compare(at, start) >= 0 && Point.compare(at, end) <= 0) return false;
  editor.asOne(() => {
    const to = Editor.pointRef(editor, at, { affinity: 'backward' });
    Transforms.select(editor, range);
    const fragment = editor.getFragment();
    if (!isCopy) {
      editor.deleteFragment();
      // What was left is put right before anything comes beside it.
      const was = Editor.isNormalizing(editor);
      Editor.setNormalizing(editor, true);
      Editor.normalize(editor);
      Editor.setNormalizing(editor, was);
    }
    const place = to.unref();
    if (!place) throw new Error('the place of a moved text went with it');
    Transforms.select(editor, place);
    editor.insertFragment(fragment);
  });
  return true;
}
