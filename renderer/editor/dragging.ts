/** Selected text dragged to another place of the sheet; with Control or Alt a copy of it. */
import type { DragEvent } from 'react';
import { Editor, Range, type RangeRef } from 'slate';
import { ReactEditor } from 'slate-react';
import { moveText } from './structure/moving.ts';
import type { CaseEditor } from './types.ts';

export interface TextDragging {
  start(event: DragEvent): void;
  /** Acts where the text comes from the sheet itself, and gives whether it did. */
  drop(event: DragEvent): boolean;
  end(): void;
  /** The browser would delete what was dropped elsewhere, past the guards that keep parts whole. */
  prevents(event: InputEvent): boolean;
}

export function textDragging(editor: CaseEditor): TextDragging {
  let dragged: RangeRef | null = null;
  const end = () => {
    dragged?.unref();
    dragged = null;
  };
  return {
    end,
    start(event) {
      end();
      const { selection } = editor;
      if (!selection || Range.isCollapsed(selection)) {
        event.preventDefault();
        return;
      }
      editor.setFragmentData(event.dataTransfer);
      event.dataTransfer.effectAllowed = 'copyMove';
      dragged = Editor.rangeRef(editor, selection);
    },
    drop(event) {
      const range = dragged?.current;
      if (!range) return false;
      event.preventDefault();
      end();
      const place = ReactEditor.findEventRange(editor, event);
      moveText(editor, range, place.anchor, event.ctrlKey || event.altKey);
      ReactEditor.focus(editor);
      return true;
    },
    prevents(event) {
      if (event.inputType !== 'deleteByDrag') return false;
      event.preventDefault();
      return true;
    },
  };
}
