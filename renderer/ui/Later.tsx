import { type ReactNode, useEffect, useState } from 'react';

/** Draws its children so many frames after what stands around them: a heavy view is seen at once, and its parts come one by one. */
export function Later({ frames, children }: { readonly frames: number; readonly children: ReactNode }) {
  const [left, setLeft] = useState(frames);
  useEffect(() => {
    if (left === 0) return;
    let behind: ReturnType<typeof setTimeout> | undefined;
    // Behind the frame, so that it is painted before the next part is begun.
    const frame = requestAnimationFrame(() => {
      behind = setTimeout(() => setLeft(left - 1));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(behind);
    };
  }, [left]);
  return left === 0 ? children : null;
}
