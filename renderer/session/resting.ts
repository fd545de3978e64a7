import { useEffect, useRef, useState } from 'react';
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

/**
 * A part of the session's state that need not follow every key: looked at again at most every `pause` milliseconds, and once more
 * when typing ends. A component that is shown for something else then must be another one (by its React key).
 */
export function useSessionAtTimes<T>(select: (state: SessionState) => T, pause = 400): T {
  const { store } = useOpenSession();
  const [shown, setShown] = useState(() => select(store.getState()));
  const selecting = useRef(select);
  selecting.current = select;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = store.subscribe(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        setShown(() => selecting.current(store.getState()));
      }, pause);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [store, pause]);
  return shown;
}
