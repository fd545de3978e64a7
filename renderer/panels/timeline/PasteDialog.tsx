import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { useWords } from '../../words/index.ts';

/** Takes a table of results as text. */
export function PasteDialog(props: { readonly onText: (text: string) => void; readonly onClose: () => void }) {
  const say = useWords('timeline');
  const [text, setText] = useState('');
  return (
    <Dialog
      title={say('pasteTitle')}
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={props.onClose}>{say('cancel')}</Button>
          <Button kind="primary" isDisabled={text.trim() === ''} onPress={() => props.onText(text)}>
            {say('pasteRead')}
          </Button>
        </>
      }
    >
      <Field label={say('pasteField')} note={say('pasteNote')} multiline autoFocus value={text} onChange={setText} />
    </Dialog>
  );
}
