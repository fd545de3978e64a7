import { type ReactNode, useEffect, useRef } from 'react';
import { ReactEditor, useSlateStatic } from 'slate-react';
import type { Block } from '../../../core/report/document.ts';
import { useDesk } from '../../session/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../words/index.ts';
import { AtBlock } from './AtBlock.tsx';

/** A card of choices beside a chart or a table of values. It takes the focus, and gives it back to the text when it is done. */
export function BlockCard(props: {
  readonly block: Block;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const say = useWords('chart');
  const editor = useSlateStatic();
  const desk = useDesk();
  const { block, label, onClose, children } = props;
  const card = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // The text is told, or it would take the focus back with its next caret.
    ReactEditor.blur(editor);
    card.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [editor]);
  const back = () => {
    onClose();
    ReactEditor.focus(editor);
  };
  return (
    <AtBlock block={block} className="chart-card">
      <form
        ref={card}
        aria-label={label}
        // Takes the focus when its ground is pressed: leaving the card closes it.
        tabIndex={-1}
        onBlur={event => {
          if (!event.currentTarget.contains(event.relatedTarget) && document.hasFocus()) onClose();
        }}
        onKeyDown={event => {
          if (event.key === 'Escape') back();
        }}
        onSubmit={event => {
          event.preventDefault();
          back();
        }}
      >
        <div className="chart-choices">{children}</div>
        <footer>
          <Button kind="link" small onPress={() => desk.show('timeline')}>
            {say('values')}
          </Button>
          <span className="grow" />
          <Button kind="primary" small type="submit">
            {say('done')}
          </Button>
        </footer>
      </form>
    </AtBlock>
  );
}
