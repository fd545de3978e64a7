/** What is dragged within the window: entries onto collections, tags and the text; collections into one another. */
import { type DragEvent, useState } from 'react';

/** Under this name rows are dragged: ids, one a line. */
export const DRAGGED = 'application/x-casewright-entries';
/** Under this one a collection: its id. */
export const COLLECTION = 'application/x-casewright-collection';

/** Ids under a name; none where something else is dragged. */
export const draggedIds = ({ dataTransfer }: DragEvent, kind: string): readonly string[] =>
  dataTransfer.getData(kind).split('\n').filter(Boolean);

/** What makes an element take one of these kinds, and shows that it would. */
export function useDropPlace(kinds: readonly string[], onDrop: (ids: readonly string[], kind: string) => void) {
  const [isOver, setOver] = useState(false);
  const kindOf = ({ dataTransfer }: DragEvent) => kinds.find(kind => dataTransfer.types.includes(kind));
  return {
    ...(isOver && { 'data-drop-target': '' }),
    onDragOver: (event: DragEvent) => {
      if (kindOf(event) === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      const kind = kindOf(event);
      setOver(false);
      if (kind === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      onDrop(draggedIds(event, kind), kind);
    },
  };
}
