/** Whether the window has room for little more than titles. */
import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 1100px)');

function listen(changed: () => void): () => void {
  narrow.addEventListener('change', changed);
  return () => narrow.removeEventListener('change', changed);
}

export const useNarrow = (): boolean => useSyncExternalStore(listen, () => narrow.matches);
