/** A field that keeps what is typed to itself and hands it on when it is left, or when typing in it rests. */
import { useEffect, useRef, useState } from 'react';

interface Draft {
  readonly value: string;
  /** Whether it is being typed in. */
  readonly isTyped: boolean;
  readonly onChange: (value: string) => void;
  readonly onBlur: () => void;
  readonly onEnter: () => void;
}

/** What is typed is handed on after so long without a key (milliseconds): what a report is shown to keep, it keeps. */
const REST = 800;

/**
 * `value` is what is kept; `onDone` gets what was typed, if it differs: each rest is an undo step of its own, as in the text.
 * Where a change is told to others or gives a message, `when` is `left`: half a word is no change there.
 */
export function useDraft(value: string, onDone: (value: string) => void, when: 'rest' | 'left' = 'rest'): Draft {
  const [typed, setTyped] = useState<string | null>(null);
  const handOn = () => {
    if (typed !== null && typed !== value) onDone(typed);
  };
  const latest = useRef(handOn);
  latest.current = handOn;
  useEffect(() => {
    if (typed === null || when === 'left') return;
    const rest = setTimeout(() => latest.current(), REST);
    return () => clearTimeout(rest);
  }, [typed, when]);
  const leave = () => {
    handOn();
    setTyped(null);
  };
  return { value: typed ?? value, isTyped: typed !== null, onChange: setTyped, onBlur: leave, onEnter: leave };
}

/**
 * Has the field that is typed in hand on what it holds, as if it were left; the focus stays. For what reads the report
 * while a field has the focus: saving by the keyboard, closing the window, pressing a choice beside it.
 */
export function settleField(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  field.blur();
  field.focus({ preventScroll: true });
}
