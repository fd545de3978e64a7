import { type ReactNode, useEffect, useRef } from 'react';
import { ReactEditor, useSlateStatic } from 'slate-react';

/**
 * What is filled in in a card beside the text. It takes the focus, closes when it is left, and gives the focus back to the
 * text when it is done (Enter) or given up (Escape).
 */
export function CardForm(props: {
  readonly label: string;
  /** What has the focus at first, as a selector. */
  readonly first?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const editor = useSlateStatic();
  const form = useRef<HTMLFormElement>(null);
  const { label, first = 'input, button', onClose, children } = props;
  useEffect(() => {
    // The text is told, or it would take the focus back with its next caret.
    ReactEditor.blur(editor);
    form.current?.querySelector<HTMLElement>(first)?.focus();
  }, [editor, first]);
  const back = () => {
    onClose();
    ReactEditor.focus(editor);
  };
  return (
    <form
      ref={form}
      aria-label={label}
      // Takes the focus when its ground is pressed: leaving the card closes it.
      tabIndex={-1}
      onBlur={event => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        // A field that hands on what it holds gives the focus away and takes it back at once.
        setTimeout(() => {
          if (form.current && !form.current.contains(document.activeElement) && document.hasFocus()) onClose();
        });
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') back();
      }}
      onSubmit={event => {
        event.preventDefault();
        // A field that is still being filled in hands its text on when it is left.
        (document.activeElement as HTMLElement | null)?.blur();
        back();
      }}
    >
      {children}
    </form>
  );
}
