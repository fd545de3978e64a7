import { useState } from 'react';
import { useWords } from '../words/index.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Field } from './Field.tsx';

export interface PasteDialogProps {
  readonly title: string;
  readonly field: string;
  readonly note: string;
  /** Names what happens with the text. */
  readonly accept: string;
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}

/** Takes a text that was copied elsewhere: references, a table of results. */
export function PasteDialog({ title, field, note, accept, onText, onClose }: PasteDialogProps) {
  const say = useWords('shell');
  const [text, setText] = useState('');
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button kind="primary" isDisabled={text.trim() === ''} onPress={() => onText(text)}>
            {accept}
          </Button>
        </>
      }
    >
      <Field label={field} note={note} multiline autoFocus value={text} onChange={setText} />
    </Dialog>
  );
}
