import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { useWords } from '../../words/index.ts';

/** Asks for the name of something in the library; Enter keeps it. */
export function NameDialog(props: {
  readonly title: string;
  readonly label: string;
  readonly name: string;
  readonly note?: string;
  readonly onName: (name: string) => void;
  readonly onKeep: () => void;
  readonly onClose: () => void;
}) {
  const say = useWords('library');
  const { title, label, name, note, onName, onKeep, onClose } = props;
  return (
    <Dialog
      // The menu that asked for it ends in dots.
      title={title.replace('…', '')}
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onKeep}>
          {say('keep')}
        </Button>
      }
    >
      <Field
        label={label}
        autoFocus
        value={name}
        {...(note !== undefined && { note })}
        onChange={onName}
        onEnter={onKeep}
      />
    </Dialog>
  );
}
