/** What the pointer does on the drawing: looks, opens, drags an end or the axis, zooms with Ctrl and the wheel. */
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Drawing, Target } from '../../../../core/timeline/drawing/types.ts';
import type { Course } from './drawn.ts';
import { type Held, heldOf, type MoveOp, movedTo } from './moving.ts';
import { panned, type Span, STEP, zoomed } from './span.ts';
import { handleAt, keyOf, targetAt } from './targets.ts';
import type { View } from './view.ts';

type End = 'start' | 'stop' | 'at';

export interface Dragged {
  readonly key: string;
  readonly end: End;
  /** Where the end or the mark is now, in the drawing. */
  readonly x: number;
  /** What letting go will do; null where nothing changes. */
  readonly op: MoveOp | null;
}

interface Needs {
  readonly drawing: Drawing | null;
  readonly course: Course;
  readonly view: View;
  readonly whole: Span | null;
  readonly onView: (view: View) => void;
  readonly onOpen: (target: Target) => void;
  readonly onChange: (op: MoveOp) => void;
}

/** A press that moves less than this is a click (pixels). */
const STILL = 4;

type Press =
  | { readonly on: 'end'; readonly target: Target; readonly held: Held; readonly end: End; readonly x: number }
  | { readonly on: 'axis'; readonly x: number; readonly span: Span | null }
  | { readonly on: 'target'; readonly x: number; readonly target: Target };

export function usePointer({ drawing, course, view, whole, onView, onOpen, onChange }: Needs) {
  const plot = useRef<HTMLDivElement>(null);
  const press = useRef<Press | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const [cursor, setCursor] = useState('default');

  const place = (event: { clientX: number; clientY: number }) => {
    const box = plot.current?.getBoundingClientRect();
    return box ? ([event.clientX - box.left, event.clientY - box.top] as const) : ([0, 0] as const);
  };
  const holding = (target: Target | null, x: number) => {
    const end = target && handleAt(target, x);
    const held = end && heldOf(course, target, end);
    return held ? { end, held } : null;
  };

  // The wheel must be kept from zooming the page, which a passive listener cannot do.
  const latest = useRef({ drawing, view, whole, onView });
  useEffect(() => {
    latest.current = { drawing, view, whole, onView };
  });
  const isDrawn = drawing !== null;
  useEffect(() => {
    const element = plot.current;
    if (!element || !isDrawn) return;
    const onWheel = (event: WheelEvent) => {
      const now = latest.current;
      if (!now.whole || !now.drawing?.scale || !(event.ctrlKey || (event.shiftKey && now.view.span))) return;
      event.preventDefault();
      const x = event.clientX - element.getBoundingClientRect().left;
      const delta = event.deltaY || event.deltaX;
      const span = event.ctrlKey
        ? zoomed(now.view.span, now.whole, delta < 0 ? STEP : 1 / STEP, now.drawing.scale.at(x))
        : panned(now.view.span, now.whole, delta > 0 ? 0.1 : -0.1);
      now.onView({ ...now.view, span });
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [isDrawn]);

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || !drawing) return;
    const [x, y] = place(event);
    const target = targetAt(drawing, x, y);
    const hold = holding(target, x);
    if (target && hold) press.current = { on: 'end', target, ...hold, x };
    else if (target) press.current = { on: 'target', target, x };
    else press.current = { on: 'axis', x, span: view.span };
    if (press.current.on !== 'target') plot.current?.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!drawing?.scale) return;
    const [x, y] = place(event);
    const now = press.current;
    if (now?.on === 'end') {
      if (Math.abs(x - now.x) < STILL && !dragged) return;
      const [least, most] = [drawing.scale.stretches[0]?.left ?? 0, drawing.scale.stretches.at(-1)?.right ?? 0];
      const order = drawing.scale.at(Math.min(Math.max(x, least), most));
      const op = movedTo(course, now.held, order);
      setDragged({ key: keyOf(now.target), end: now.end, x: drawing.scale.across(Math.round(order)), op });
    } else if (now?.on === 'axis' && now.span && whole) {
      const days = drawing.scale.at(now.x) - drawing.scale.at(x);
      const width = now.span[1] - now.span[0];
      // Measured from the last place, as the scale moves with it.
      press.current = { ...now, x, span: panned(now.span, whole, days / width) };
      onView({ ...view, span: press.current.span });
    } else {
      const target = targetAt(drawing, x, y);
      setHovered(target && keyOf(target));
      setCursor(holding(target, x) ? 'ew-resize' : target ? 'pointer' : view.span ? 'grab' : 'default');
    }
  };
  const onPointerUp = (event: PointerEvent) => {
    const now = press.current;
    press.current = null;
    const [x] = place(event);
    if (dragged) {
      setDragged(null);
      if (dragged.op) onChange(dragged.op);
    } else if (now && now.on !== 'axis' && Math.abs(x - now.x) < STILL) onOpen(now.target);
  };
  const stop = () => {
    press.current = null;
    setDragged(null);
  };
  return {
    plot,
    hovered: dragged ? null : hovered,
    /** The keys take over from a pointer that only lies there. */
    forget: () => setHovered(null),
    dragged,
    cursor: dragged ? 'ew-resize' : cursor,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: stop,
      onPointerLeave: () => {
        if (!press.current) setHovered(null);
      },
    },
  };
}
