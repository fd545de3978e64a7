import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Moment } from '../../../../core/report/types.ts';
import { withPictures } from '../../../../core/timeline/drawing/pictures.ts';
import type { Drawing, ImageMark, Target } from '../../../../core/timeline/drawing/types.ts';
import { momentLabel, orderOf } from '../../../../core/timeline/moment.ts';
import { momentsOf } from '../../../../core/timeline/zero.ts';
import { useOpenSession } from '../../../session/context.tsx';
import { useLanguage, useWords } from '../../../words/index.ts';
import { describe } from './describe.ts';
import { type Course, useDrawing } from './drawn.ts';
import { heldOf, type MoveOp, movedTo, orderOfHeld } from './moving.ts';
import { panned, reaching, STEP, wholeSpan, zoomed } from './span.ts';
import { TargetCard } from './TargetCard.tsx';
import { isMark, keyOf, nextTarget } from './targets.ts';
import { type Dragged, usePointer } from './usePointer.ts';
import { useWidth } from './useWidth.ts';
import type { View } from './view.ts';
import { ZoomTools } from './ZoomTools.tsx';
import './course.css';

/** Narrowest drawing that can be read (pixels). */
const NARROWEST = 320;
/** Labels of the axis this near to that of the moment looked at would stand under it (pixels). */
const COVERED = 46;

export interface CourseDrawingProps {
  readonly course: Course;
  readonly images: readonly ImageMark[];
  readonly view: View;
  readonly onView: (view: View) => void;
  /** The moment of the grid's cursor. */
  readonly look: Moment | null;
  readonly onOpen: (target: Target) => void;
  readonly onChange: (op: MoveOp) => void;
  readonly tools?: ReactNode;
}

/**
 * The clinical timeline on the screen. What can be pointed at are the drawing's own targets: nothing is laid out twice. One tab
 * stop; the arrow keys go from one target to the next.
 */
export function CourseDrawing(props: CourseDrawingProps) {
  const { course, images, view, onView, look, onOpen, onChange } = props;
  const say = useWords('course');
  const language = useLanguage();
  const session = useOpenSession();
  const id = useId();
  const [frame, width] = useWidth(NARROWEST);
  const drawing = useDrawing(course, images, view, width);
  const whole = useMemo(
    () => wholeSpan([...momentsOf(course), ...images.map(({ at }) => at)], course.time),
    [course, images],
  );
  const [focused, setFocused] = useState<string | null>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const { hovered, forget, dragged, cursor, handlers, plot } = usePointer({
    drawing,
    course,
    view,
    whole,
    onView,
    onOpen,
    onChange,
  });

  const byKey = (key: string | null) => drawing?.targets.find(target => keyOf(target) === key) ?? null;
  const first = drawing ? nextTarget(drawing, null, 'first') : null;
  const current = byKey(focused) ?? first;
  const active = dragged ? byKey(dragged.key) : (byKey(hovered) ?? (hasFocus ? current : null));
  const shownCourse = dragged?.op ? withMoved(course, dragged.op) : course;
  const described = active && describe(active, { report: shownCourse, images, language, say });
  const lookAt = placeOfLook(drawing, course, described?.at ?? look);

  const svg = useMemo(
    () => (drawing ? withPictures(drawing.svg, asset => session.assetUrl(asset)) : ''),
    [drawing, session],
  );

  useEffect(() => {
    if (!hasFocus) return;
    list.current?.querySelector('[role="option"]')?.scrollIntoView({ block: 'nearest' });
  });

  const go = (way: Parameters<typeof nextTarget>[2]) => {
    if (!drawing) return;
    const next = nextTarget(drawing, current && keyOf(current), way);
    setFocused(next && keyOf(next));
  };
  const moveEnd = (end: 'start' | 'stop', by: 1 | -1) => {
    const held = current && heldOf(course, current, isMark(current) ? 'at' : end);
    if (!held || !drawing?.scale) return;
    const at = orderOfHeld(course, held, Math.floor(drawing.scale.span[1]));
    const op = at === null ? null : movedTo(course, held, Math.floor(at) + by);
    if (op) onChange(op);
  };
  const zoom = (factor: number | null, around?: number) => {
    if (!whole) return;
    onView({ ...view, span: factor === null ? null : zoomed(view.span, whole, factor, around) });
  };
  const placeOfCurrent = current && drawing?.scale ? drawing.scale.at((current.left + current.right) / 2) : undefined;
  const onKey = (event: React.KeyboardEvent) => {
    const far = event.ctrlKey || event.metaKey || event.altKey;
    const arrows = {
      ArrowLeft: 'left',
      ArrowRight: 'right',
      ArrowUp: 'up',
      ArrowDown: 'down',
      Home: 'first',
      End: 'last',
    } as const;
    const way = arrows[event.key as keyof typeof arrows];
    if (far && (event.key === 'ArrowLeft' || event.key === 'ArrowRight'))
      moveEnd(event.shiftKey ? 'start' : 'stop', event.key === 'ArrowRight' ? 1 : -1);
    else if (far) return;
    else if (way) go(way);
    else if (event.key === 'Enter' || event.key === ' ') {
      if (current) onOpen(current);
    } else if (event.key === '+' || event.key === '=') zoom(STEP, placeOfCurrent);
    else if (event.key === '-') zoom(1 / STEP, placeOfCurrent);
    else if (event.key === '0') zoom(null);
    else if (whole && event.key === 'PageDown') onView({ ...view, span: panned(view.span, whole, 0.5) });
    else if (whole && event.key === 'PageUp') onView({ ...view, span: panned(view.span, whole, -0.5) });
    else return;
    forget();
    event.preventDefault();
  };

  // A moment that the grid's cursor goes to comes into sight.
  const wanted = look && whole && view.span ? reaching(view.span, whole, orderOf(look, course.time)) : view.span;
  const lastLook = useRef(look);
  useEffect(() => {
    if (lastLook.current === look) return;
    lastLook.current = look;
    if (wanted !== view.span) onView({ ...view, span: wanted });
  });

  const gutter = drawing?.lanes.length ? gutterOf(drawing) : 0;
  const sentence = described ? [described.title, ...described.lines].join('. ') : '';
  return (
    <section className="course" aria-label={say('drawing')}>
      <div className="course-axis">
        <div className="course-tools" style={{ width: gutter }}>
          <ZoomTools view={view} course={course} hasImages={images.length > 0} onZoom={zoom} onView={onView} />
        </div>
        {drawing?.axis !== undefined && (
          <svg className="course-type" width={drawing.width} height={28} aria-hidden="true">
            {/* biome-ignore lint/security/noDangerouslySetInnerHtml: an SVG of our own making; its words are escaped where it is drawn */}
            <g dangerouslySetInnerHTML={{ __html: axisWithout(drawing.axis, lookAt?.x ?? null) }} />
            {lookAt && (
              <LookLabel x={lookAt.x} width={drawing.width} text={momentLabel(lookAt.at, course.time, language)} />
            )}
          </svg>
        )}
      </div>
      <div className="course-frame" ref={frame}>
        {drawing && (
          <div
            ref={plot}
            className="course-plot"
            style={{ width: drawing.width, height: drawing.height, cursor }}
            {...handlers}
          >
            <div
              className="course-type"
              role="img"
              aria-label={say('drawing')}
              aria-describedby={`${id}-words`}
              // biome-ignore lint/security/noDangerouslySetInnerHtml: an SVG of our own making; its words are escaped where it is drawn
              dangerouslySetInnerHTML={{ __html: svg }}
            />
            <p id={`${id}-words`} hidden>
              {drawing.alt}
            </p>
            {lookAt && <div className="course-look" style={{ left: lookAt.x }} />}
            {active && (
              <div
                className="course-mark"
                data-of={active.of}
                style={{
                  left: active.left,
                  top: active.top,
                  width: active.right - active.left,
                  height: active.bottom - active.top,
                }}
              />
            )}
            {dragged && active && <Ghost dragged={dragged} target={active} />}
            {described && active && (
              <TargetCard described={described} target={active} drawing={drawing} assetUrl={session.assetUrl} />
            )}
            {current && (
              <div
                ref={list}
                className="course-list-keys"
                role="listbox"
                tabIndex={0}
                aria-label={say('drawing')}
                aria-describedby={`${id}-hint`}
                aria-activedescendant={`${id}-option`}
                onKeyDown={onKey}
                onFocus={() => setHasFocus(true)}
                onBlur={() => setHasFocus(false)}
              >
                {/* biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and points here by aria-activedescendant */}
                <div
                  id={`${id}-option`}
                  role="option"
                  aria-selected="true"
                  className="course-option"
                  data-focused={hasFocus || undefined}
                  style={{
                    left: current.left - 3,
                    top: current.top - 3,
                    width: current.right - current.left + 6,
                    height: current.bottom - current.top + 6,
                  }}
                >
                  <span className="unseen">
                    {hasFocus && active === current
                      ? sentence
                      : titleOf(current, { report: course, images, language, say })}
                  </span>
                </div>
              </div>
            )}
            <p id={`${id}-hint`} hidden>
              {say('drawingHint')}
            </p>
          </div>
        )}
      </div>
    </section>
  );
}

function titleOf(target: Target, needs: Parameters<typeof describe>[1]): string {
  return describe(target, needs)?.title ?? '';
}

/** The course with the thing that is being moved, for what the card says meanwhile. */
function withMoved(course: Course, op: MoveOp): Course {
  const put = <T extends { readonly id: string }>(list: readonly T[], value: T | null) =>
    value ? list.map(each => (each.id === value.id ? value : each)) : list;
  if (op.set === 'treatment') return { ...course, treatments: put(course.treatments, op.value) };
  if (op.set === 'event') return { ...course, events: put(course.events, op.value) };
  if (op.set === 'stay') return { ...course, stays: put(course.stays, op.value) };
  if (op.set === 'phase') return { ...course, phases: put(course.phases, op.value) };
  return course;
}

/** Where the moment looked at stands, if it is in sight. */
function placeOfLook(drawing: Drawing | null, { time }: Course, at: Moment | null): { x: number; at: Moment } | null {
  if (!drawing?.scale || !at) return null;
  const order = orderOf(at, time);
  const { span, stretches } = drawing.scale;
  const isOn = stretches.some(({ from, to }) => order >= from - 1e-9 && order <= to + 1e-9);
  if (!isOn || order < span[0] || order > span[1]) return null;
  return { x: drawing.scale.across(order), at };
}

/** Width of the names beside the lanes: what stands left of the axis. */
function gutterOf({ scale }: Drawing): number {
  return Math.max(0, (scale?.stretches[0]?.left ?? 0) - 52);
}

/** Labels of the axis but for those that would stand under another one. */
function axisWithout(axis: string, x: number | null): string {
  if (x === null) return axis;
  return axis.replace(/<text x="([\d.-]+)"[^>]*>[^<]*<\/text>/g, (text, at: string) =>
    Math.abs(Number(at) - x) < COVERED ? '' : text,
  );
}

function LookLabel({ x, width, text }: { readonly x: number; readonly width: number; readonly text: string }) {
  const half = Math.max(18, text.length * 3.6 + 6);
  const middle = Math.min(Math.max(x, half), width - half);
  return (
    <g className="look-label">
      <rect x={middle - half} y={4} width={half * 2} height={20} rx={4} />
      <text x={middle} y={18} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}

/** The bar as it will be when the pointer lets go. */
function Ghost({ dragged, target }: { readonly dragged: Dragged; readonly target: Target }) {
  const half = (target.right - target.left) / 2;
  const [left, right] =
    dragged.end === 'at'
      ? [dragged.x - half, dragged.x + half]
      : dragged.end === 'stop'
        ? [target.left, Math.max(target.left + 3, dragged.x)]
        : [Math.min(dragged.x, target.right - 3), target.right];
  return (
    <div
      className="course-ghost"
      style={{ left, top: target.top, width: right - left, height: target.bottom - target.top }}
    />
  );
}
