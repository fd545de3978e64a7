import { useWords } from '../../../words/index.ts';
import type { Shown } from './model.ts';

/** A value of the grid; outside its reference range it is bold, with an arrow, and said aloud. */
export function Value({ shown: { text, out } }: { readonly shown: Shown }) {
  const say = useWords('timeline');
  if (!out) return <>{text}</>;
  return (
    <>
      <i className="flag" aria-hidden="true">
        {out === 'high' ? '↑' : '↓'}
      </i>
      <b>{text}</b>
      <span className="unseen">, {say(out)}</span>
    </>
  );
}
