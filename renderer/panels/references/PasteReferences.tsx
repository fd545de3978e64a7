import { PasteDialog } from '../../ui/PasteDialog.tsx';
import { useWords } from '../../words/index.ts';

/** References pasted as text, for a case or a library. */
export function PasteReferences({
  onBytes,
  onClose,
}: {
  readonly onBytes: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly onClose: () => void;
}) {
  const say = useWords('references');
  return (
    <PasteDialog
      title={say('pasteTitle')}
      field={say('pasteField')}
      note={say('pasteHint')}
      accept={say('pasteRead')}
      onClose={onClose}
      onText={text => {
        onClose();
        onBytes(new TextEncoder().encode(text));
      }}
    />
  );
}
