import { startTransition, useEffect, useRef, useState } from 'react';
import { useOpenSession } from './context.tsx';
import type { SessionState } from './types.ts';

/** A value that follows another once that has not changed for a while (milliseconds): for what need not keep up with a key. */
export function useResting<T>(value: T, rest = 200): T {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setShown(value), rest);
    return () => clearTimeout(timer);
  }, [value, rest]);
  return shown;
}

/** After this much rest what counts the text looks again (milliseconds): longer than between two takings of typed text. */
const COUNTING_REST = 800;
/** While typing goes on without a rest, it looks at least this often (milliseconds). */
const COUNTING_AT_MOST = 3000;

/**
 * A part of the session's state that need not follow every key: looked at again when typing rests, and now and then while it does
 * not. A component that is shown for something else then must be another one (by its React key).
 */
export function useSessionAtTimes<T>(select: (state: SessionState) => T): T {
  const { store } = useOpenSession();
  const [shown, setShown] = useState(() => select(store.getState()));
  const selecting = useRef(select);
  selecting.current = select;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let since: number | null = null;
    const look = () => {
      since = null;
      // Drawn a slice at a time: a key comes between.
      startTransition(() => setShown(() => selecting.current(store.getState())));
    };
    const unsubscribe = store.subscribe(() => {
      since ??= Date.now();
      clearTimeout(timer);
      timer = setTimeout(look, Math.max(0, Math.min(COUNTING_REST, since + COUNTING_AT_MOST - Date.now())));
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [store]);
  return shown;
}
