import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { referenceEndings } from '../../core/formats/endings.ts';
import { PasteReferences } from '../panels/references/PasteReferences.tsx';
import { Button } from '../ui/Button.tsx';
import { useFilePicker } from '../ui/file-picker.tsx';
import { Menu } from '../ui/Menu.tsx';
import { useWords } from '../words/index.ts';
import type { useImporting } from './importing.ts';

/** The ways in which references come into a library, offered in a menu and where a library is empty. */
export function useAdding(importing: ReturnType<typeof useImporting>): {
  readonly chooseFiles: () => void;
  readonly paste: () => void;
  /** What they need on the page: the system's choice of files, and a field to paste into. */
  readonly parts: ReactNode;
} {
  const [pasting, setPasting] = useState(false);
  const files = useFilePicker({
    accept: referenceEndings,
    several: true,
    onFiles: chosen => void importing.takeFiles(chosen),
  });
  return {
    chooseFiles: files.choose,
    paste: () => setPasting(true),
    parts: (
      <>
        {files.part}
        {pasting && (
          <PasteReferences onClose={() => setPasting(false)} onBytes={bytes => void importing.take({ bytes })} />
        )}
      </>
    ),
  };
}

/** The menu of them; only the own library follows a file. */
export function AddMenu(props: {
  readonly onFiles: () => void;
  readonly onPaste: () => void;
  readonly onHand: () => void;
  readonly onFollow: (() => void) | null;
}) {
  const say = useWords('library');
  const follow = useWords('following');
  const { onFiles, onPaste, onHand, onFollow } = props;
  return (
    <Menu
      label={say('add')}
      placement="bottom end"
      trigger={
        <Button kind="primary" icon={Plus}>
          {say('add')}
        </Button>
      }
      entries={[
        // The menu closes first: a choice of files takes the focus.
        { id: 'file', label: say('fromFile'), onAction: () => setTimeout(onFiles) },
        { id: 'text', label: say('fromText'), onAction: onPaste },
        { id: 'hand', label: say('byHand'), onAction: onHand },
        ...(onFollow
          ? (['line', { id: 'follow', label: follow('menu'), note: follow('menuNote'), onAction: onFollow }] as const)
          : []),
      ]}
    />
  );
}
