import { Plus } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Button as AriaButton, FileTrigger } from 'react-aria-components';
import { referenceEndings } from '../../core/formats/endings.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { PasteDialog } from '../ui/PasteDialog.tsx';
import { useWords } from '../words/index.ts';
import type { useImporting } from './importing.ts';

/** The ways in which references come into a library, offered in a menu and where a library is empty. */
export function useAdding(importing: ReturnType<typeof useImporting>): {
  readonly chooseFiles: () => void;
  readonly paste: () => void;
  /** What they need on the page: the system's choice of files, and a field to paste into. */
  readonly parts: ReactNode;
} {
  const say = useWords('library');
  const [pasting, setPasting] = useState(false);
  const files = useRef<HTMLButtonElement>(null);
  return {
    chooseFiles: () => files.current?.click(),
    paste: () => setPasting(true),
    parts: (
      <>
        <FileTrigger
          acceptedFileTypes={referenceEndings}
          allowsMultiple
          onSelect={chosen => void importing.takeFiles([...(chosen ?? [])])}
        >
          <AriaButton ref={files} className="unseen" aria-hidden="true" excludeFromTabOrder>
            {say('fromFile')}
          </AriaButton>
        </FileTrigger>
        {pasting && (
          <PasteDialog
            title={say('pasteTitle')}
            field={say('pasteField')}
            note={say('pasteHint')}
            accept={say('pasteRead')}
            onClose={() => setPasting(false)}
            onText={pasted => {
              setPasting(false);
              void importing.take({ bytes: new TextEncoder().encode(pasted) });
            }}
          />
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
