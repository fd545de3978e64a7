/** Long lists of heavy things: what is seen first is there at once, the rest comes while nothing else is to be done. */
import { useEffect, useState } from 'react';
import { behindFrame } from './behind-frame.ts';

/** How many are added at a time: less than a frame's work each. */
const STEP = 2;

/** How many of `count` things are drawn now: `first` at once, then some more after each frame, until all are. */
export function useGradually(count: number, first: number): number {
  const [drawn, setDrawn] = useState(first);
  const isWhole = drawn >= count;
  useEffect(() => {
    if (isWhole) return;
    return behindFrame(() => setDrawn(drawn + STEP));
  }, [drawn, isWhole]);
  return Math.min(drawn, count);
}
