import { useCallback, useState } from 'react';

/** A ref, and the width that its element has now (pixels, whole); at least `narrowest`. */
export function useWidth(narrowest: number) {
  const [width, setWidth] = useState(0);
  const element = useCallback(
    (shown: HTMLDivElement) => {
      const observer = new ResizeObserver(
        ([entry]) => entry && setWidth(Math.max(narrowest, Math.floor(entry.contentRect.width))),
      );
      observer.observe(shown);
      return () => observer.disconnect();
    },
    [narrowest],
  );
  return [element, width] as const;
}
