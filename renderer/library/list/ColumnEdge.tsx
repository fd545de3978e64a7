import { type PointerEvent, useRef } from 'react';

/** Pixels that a press moves before it is a drag. */
const SLACK = 3;

/**
 * The edge of a column's head: dragged, it makes the column wider or narrower; pressed twice, as wide as usual. By keyboard that is done
 * where columns are chosen. `side` is the one on which it stands: that towards the title, which has the room.
 */
export function ColumnEdge(props: {
  readonly side: 'start' | 'end';
  /** Called while it is dragged, and once it was let go. */
  readonly onWidth: (width: number, isDone: boolean) => void;
  readonly onUsual: () => void;
}) {
  const from = useRef<{ readonly x: number; readonly width: number; moved: boolean } | null>(null);
  const widthAt = (event: PointerEvent): number | null => {
    const begun = from.current;
    if (!begun) return null;
    const by = (event.clientX - begun.x) * (props.side === 'end' ? 1 : -1);
    begun.moved ||= Math.abs(by) > SLACK;
    return begun.moved ? begun.width + by : null;
  };
  const end = (event: PointerEvent) => {
    const width = widthAt(event);
    from.current = null;
    if (width !== null) props.onWidth(width, true);
  };
  return (
    <span
      className={`column-edge ${props.side}`}
      aria-hidden="true"
      onPointerDown={event => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        const { width } = (event.currentTarget.parentElement as HTMLElement).getBoundingClientRect();
        from.current = { x: event.clientX, width, moved: false };
      }}
      onPointerMove={event => {
        const width = widthAt(event);
        if (width !== null) props.onWidth(width, false);
      }}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={props.onUsual}
    />
  );
}
