/** What runs in the page: notes when what was waited for is painted, and how long the window's thread was taken meanwhile. */

/** Milliseconds since the report was chosen; null while it has not come. */
export interface Moments {
  chosen: number;
  /** Text of the report stands on the screen. */
  readable: number | null;
  /** A letter that was typed stands on the screen. */
  typed: number | null;
  /** Citations and the bibliography are set. */
  cited: number | null;
  /** The first page of the preview is painted. */
  previewed: number | null;
  /** Each time the window's thread was taken for longer than 50 ms: from when, and for how long. */
  stops: [number, number][];
}

declare global {
  interface Window {
    opening: Moments;
    /** Where a letter can be typed: in the middle of the first paragraph in sight. */
    place: { x: number; y: number } | null;
  }
}

/** Begins to watch; `row` is what is pressed to open the report, `letters` what is typed into it. */
export function watch({ row, letters }: { readonly row: string; readonly letters: string }): void {
  const moments: Moments = { chosen: 0, readable: null, typed: null, cited: null, previewed: null, stops: [] };
  window.opening = moments;
  window.place = null;
  window.addEventListener(
    'pointerdown',
    event => {
      if (moments.chosen === 0 && (event.target as Element).closest(row)) moments.chosen = event.timeStamp;
    },
    true,
  );
  new PerformanceObserver(list => {
    for (const { startTime, duration } of list.getEntries())
      if (moments.chosen > 0) moments.stops.push([startTime - moments.chosen, duration]);
  }).observe({ type: 'longtask' });

  const first = () =>
    [...document.querySelectorAll<HTMLElement>('[data-slate-editor] p[data-slate-node]')].find(
      ({ textContent }) => textContent.length > 40,
    );
  const seen: Record<'readable' | 'typed' | 'cited' | 'previewed', () => boolean> = {
    readable: () => document.querySelector('[data-part=conclusion] p') !== null && first() !== undefined,
    typed: () => (first()?.textContent ?? '').includes(letters),
    cited: () => document.querySelector('[data-part=references] li') !== null,
    previewed: () => document.querySelector('.pdf-page img') !== null,
  };
  const look = () => {
    for (const [name, isSeen] of Object.entries(seen) as [keyof typeof seen, () => boolean][]) {
      if (moments[name] !== null || !isSeen()) continue;
      moments[name] = -1;
      // In a frame, and then after it: what was put in is painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          moments[name] = performance.now() - moments.chosen;
          if (name !== 'readable') return;
          const box = first()?.getBoundingClientRect();
          if (box) window.place = { x: box.left + 60, y: box.top + 8 };
        };
        port2.postMessage(null);
      });
    }
  };
  document.addEventListener('DOMContentLoaded', () =>
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true }),
  );
}
