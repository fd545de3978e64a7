/** References dragged out of the library and let go over the text: cited there. */
import { type DragEvent, useCallback } from 'react';
import { Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import { useShownLibrary } from '../../panels/team/whose.tsx';
import { useOpenSession } from '../../session/context.tsx';
import { settled } from '../asking.ts';
import { DRAGGED } from '../dragging.ts';
import { useTaking } from './CaseLibrary.tsx';
import { wholeEntries } from './whole.ts';

/** For the text's `onDragOver`: a browser lets text alone be dropped into text, unless it is told otherwise. */
export function takeEntryOver(event: DragEvent): boolean {
  if (!event.dataTransfer.types.includes(DRAGGED)) return false;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
  return true;
}

/** For the text's `onDrop`: gives true where it was ours, so that nothing else is done with it. */
export function useEntryDrop(): (event: DragEvent) => boolean {
  const { editor, host: own } = useOpenSession();
  const { host } = useShownLibrary(own);
  const take = useTaking();
  return useCallback(
    event => {
      const ids = event.dataTransfer.getData(DRAGGED).split('\n').filter(Boolean);
      if (ids.length === 0) return false;
      event.preventDefault();
      Transforms.select(editor, ReactEditor.findEventRange(editor, event));
      void settled(wholeEntries(host, ids.slice(0, 1000))).then(answer => {
        if (answer.ok) take(answer.value, true);
      });
      return true;
    },
    [editor, host, take],
  );
}
