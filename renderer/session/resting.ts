import { useEffect, useState } from 'react';

/** A value that follows another once that has not changed for a while (milliseconds): for what need not keep up with a key. */
export function useResting<T>(value: T, rest = 200): T {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setShown(value), rest);
    return () => clearTimeout(timer);
  }, [value, rest]);
  return shown;
}
