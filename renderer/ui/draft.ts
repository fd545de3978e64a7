/** A field that keeps what is typed to itself and hands it on when it is left: one undo step a field. */
import { useState } from 'react';

interface Draft {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur: () => void;
  readonly onEnter: () => void;
}

/** `value` is what is kept; `onDone` gets what was typed, if it differs. */
export function useDraft(value: string, onDone: (value: string) => void): Draft {
  const [typed, setTyped] = useState<string | null>(null);
  const leave = () => {
    if (typed !== null && typed !== value) onDone(typed);
    setTyped(null);
  };
  return { value: typed ?? value, onChange: setTyped, onBlur: leave, onEnter: leave };
}
