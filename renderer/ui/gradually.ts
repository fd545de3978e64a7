/** Long lists of heavy things: what is seen first is there at once, the rest comes while nothing else is to be done. */
import { useEffect, useState } from 'react';

/** How many are added at a time: less than a frame's work each. */
const STEP = 2;

/** How many of `count` things are drawn now: `first` at once, then some more after each frame, until all are. */
export function useGradually(count: number, first: number): number {
  const [drawn, setDrawn] = useState(first);
  const isWhole = drawn >= count;
  useEffect(() => {
    if (isWhole) return;
    // Behind the frame that shows the last ones: keys and the pointer come between.
    let later: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      later = setTimeout(() => setDrawn(drawn + STEP));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(later);
    };
  }, [drawn, isWhole]);
  return Math.min(drawn, count);
}
