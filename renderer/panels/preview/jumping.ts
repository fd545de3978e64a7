/** From the page to the text by a press, and the caret's block marked on the page. */
import type { PrintedPlace } from '../../../core/export/types.ts';
import type { Pages } from './pages.ts';
import { placeAt } from './places.ts';

/** The caret has come to rest; while letters are typed it has not before the text is taken (milliseconds). */
const REST = 150;
const TYPING_REST = 900;

/** Around what is marked, in points. */
const MARGIN = 3;

interface Options {
  readonly scroller: HTMLElement;
  readonly pages: Pages;
  /** What the caret stands in now. */
  sourceAtCaret(): string | null;
  onJump(source: string): void;
}

export interface Jumping {
  /** Other pages are shown, with these places. */
  take(places: readonly PrintedPlace[]): void;
  /** Brings what the caret stands in into view; false where these pages do not show it. */
  showCaret(): boolean;
  destroy(): void;
}

export function createJumping({ scroller, pages, sourceAtCaret, onJump }: Options): Jumping {
  let places: readonly PrintedPlace[] = [];
  let at: string | null = null;
  let marks: HTMLElement[] = [];
  let hovered: HTMLElement | null = null;
  let lastLetter = Number.NEGATIVE_INFINITY;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const placesOf = (source: string | null) => places.filter(place => place.source === source);

  function boxFor(place: PrintedPlace, className: string): HTMLElement | null {
    const page = pages.pageAt(place.page);
    if (!page) return null;
    const box = document.createElement('div');
    box.className = className;
    // In shares of the page, so that it holds at every size.
    const share = (value: number, of: number) => `${(value / of) * 100}%`;
    box.style.left = share(place.left - MARGIN, page.width);
    box.style.top = share(place.top - MARGIN, page.height);
    box.style.width = share(place.width + 2 * MARGIN, page.width);
    box.style.height = share(place.height + 2 * MARGIN, page.height);
    page.box.append(box);
    return box;
  }

  function draw(): void {
    for (const mark of marks) mark.remove();
    marks = placesOf(at).flatMap(place => boxFor(place, 'pdf-here') ?? []);
  }

  function follow(): void {
    const now = sourceAtCaret();
    // A block that is being written has another name until its pages come: it stays marked where it was.
    if (now === at || (now !== null && performance.now() - lastLetter < TYPING_REST && placesOf(now).length === 0))
      return;
    at = now;
    draw();
  }

  const onSelection = () => {
    clearTimeout(rest);
    rest = setTimeout(follow, performance.now() - lastLetter < TYPING_REST ? TYPING_REST : REST);
  };
  const onKey = ({ key }: KeyboardEvent) => {
    if (key.length === 1 || key === 'Backspace' || key === 'Delete' || key === 'Enter') lastLetter = performance.now();
  };

  function placeUnder(event: MouseEvent): PrintedPlace | undefined {
    const box = event.target instanceof Element ? event.target.closest<HTMLElement>('.pdf-page') : null;
    const number = box ? [...scroller.children].indexOf(box) + 1 : 0;
    const page = pages.pageAt(number);
    if (!box || page?.box !== box) return undefined;
    const { left, top, width } = box.getBoundingClientRect();
    const scale = page.width / width;
    return placeAt(places, number, (event.clientX - left) * scale, (event.clientY - top) * scale);
  }

  const onMove = (event: MouseEvent) => {
    const place = placeUnder(event);
    hovered?.remove();
    hovered = place ? boxFor(place, 'pdf-there') : null;
  };
  const onLeave = () => {
    hovered?.remove();
    hovered = null;
  };
  const onClick = (event: MouseEvent) => {
    const place = placeUnder(event);
    if (place) onJump(place.source);
  };

  document.addEventListener('selectionchange', onSelection);
  document.addEventListener('keydown', onKey, true);
  scroller.addEventListener('mousemove', onMove);
  scroller.addEventListener('mouseleave', onLeave);
  scroller.addEventListener('click', onClick);
  return {
    take(next) {
      places = next;
      at = sourceAtCaret();
      draw();
    },
    showCaret() {
      at = sourceAtCaret();
      draw();
      marks[0]?.scrollIntoView({ block: 'center' });
      return marks.length > 0;
    },
    destroy() {
      clearTimeout(rest);
      document.removeEventListener('selectionchange', onSelection);
      document.removeEventListener('keydown', onKey, true);
      scroller.removeEventListener('mousemove', onMove);
      scroller.removeEventListener('mouseleave', onLeave);
      scroller.removeEventListener('click', onClick);
    },
  };
}
