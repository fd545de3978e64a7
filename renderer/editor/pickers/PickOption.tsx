import type { ReactNode } from 'react';
import type { Picker } from './usePicker.ts';

interface Props<T> {
  readonly picker: Picker<T>;
  /** Its place among the picker's items. */
  readonly at: number;
  readonly className: string;
  readonly onPick: () => void;
  readonly children: ReactNode;
}

/** One choice of a picker at the caret: picked by the mouse here, by the keyboard from the text, which keeps the focus. */
export function PickOption<T>({ picker, at, className, onPick, children }: Props<T>) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the text keeps the focus and points here by aria-activedescendant
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the text's
    <div
      id={picker.optionId(at)}
      role="option"
      aria-selected={at === picker.index}
      className={className}
      onMouseDown={event => event.preventDefault()}
      onClick={onPick}
      onMouseMove={() => at !== picker.index && picker.point(at)}
    >
      {children}
    </div>
  );
}
