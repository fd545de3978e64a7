/** Cards in the top layer, beside what they speak of. */
import { type RefObject, useLayoutEffect, useRef } from 'react';

/** What is kept free between a card and the window's edge, in pixels. */
export const EDGE = 8;

/**
 * Shows a card in the top layer and puts it where `place` says: each time it is drawn, and whenever the text scrolls or the card
 * or the window changes its size. `place` is given the box of what the card belongs to; while that has none (between a change
 * and its drawing) the card stays where it is.
 */
export function useTopLayer(
  card: RefObject<HTMLElement | null>,
  boxOf: () => DOMRect,
  place: (card: HTMLElement, box: DOMRect) => readonly [left: number, top: number],
): void {
  const again = useRef(() => {});
  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return;
    element.showPopover();
    const watch = new ResizeObserver(() => again.current());
    watch.observe(element);
    const moved = () => again.current();
    window.addEventListener('scroll', moved, true);
    window.addEventListener('resize', moved);
    return () => {
      watch.disconnect();
      window.removeEventListener('scroll', moved, true);
      window.removeEventListener('resize', moved);
    };
  }, [card]);
  useLayoutEffect(() => {
    again.current = () => {
      if (!card.current) return;
      let box: DOMRect;
      try {
        box = boxOf();
      } catch {
        // Between a change and its drawing.
        return;
      }
      const [left, top] = place(card.current, box);
      card.current.style.left = `${Math.max(EDGE, Math.min(left, window.innerWidth - card.current.offsetWidth - EDGE))}px`;
      card.current.style.top = `${Math.max(EDGE, top)}px`;
    };
    again.current();
  });
}
