import { type ReactNode, useEffect, useState } from 'react';
import { behindFrame } from './behind-frame.ts';

/** Draws its children so many frames after what stands around them: a heavy view is seen at once, and its parts come one by one. */
export function Later({ frames, children }: { readonly frames: number; readonly children: ReactNode }) {
  const [left, setLeft] = useState(frames);
  useEffect(() => {
    if (left === 0) return;
    return behindFrame(() => setLeft(left - 1));
  }, [left]);
  return left === 0 ? children : null;
}
