import { useRef, useState } from 'react';

/** The same function at every rendering, which does what the last one given does: what it is given to need not render anew for it. */
export function useSteady<Values extends unknown[], Result>(run: (...values: Values) => Result): typeof run {
  const latest = useRef(run);
  latest.current = run;
  const [steady] = useState(
    () =>
      (...values: Values) =>
        latest.current(...values),
  );
  return steady;
}
