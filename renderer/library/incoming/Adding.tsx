import { Plus } from 'lucide-react';
import { memo, type ReactNode, useState } from 'react';
import type { HostClient } from '../../../core/contract/contract.ts';
import { referenceEndings } from '../../../core/formats/endings.ts';
import { IdentifierDialog } from '../../panels/references/lookup/IdentifierDialog.tsx';
import { SearchDialog } from '../../panels/references/lookup/SearchDialog.tsx';
import { PasteReferences } from '../../panels/references/PasteReferences.tsx';
import { Button } from '../../ui/Button.tsx';
import { useFilePicker } from '../../ui/file-picker.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useWords } from '../../words/index.ts';
import { useLibraryTaking } from './found-works.ts';
import type { Importing } from './importing.ts';

/** The ways in which references come into a library, offered in a menu and where a library is empty. */
export function useAdding(
  host: HostClient,
  importing: Importing,
): {
  readonly chooseFiles: () => void;
  readonly paste: () => void;
  readonly ask: (how: 'identifier' | 'search') => void;
  /** What they need on the page: the system's choice of files, and a field to paste into. */
  readonly parts: ReactNode;
} {
  const [pasting, setPasting] = useState(false);
  const [asking, setAsking] = useState<'identifier' | 'search' | null>(null);
  const taking = useLibraryTaking(host, importing);
  const files = useFilePicker({
    accept: referenceEndings,
    several: true,
    onFiles: chosen => void importing.takeFiles(chosen),
  });
  return {
    chooseFiles: files.choose,
    paste: () => setPasting(true),
    ask: setAsking,
    parts: (
      <>
        {files.part}
        {asking === 'identifier' && <IdentifierDialog taking={taking} onClose={() => setAsking(null)} />}
        {asking === 'search' && <SearchDialog taking={taking} onClose={() => setAsking(null)} />}
        {pasting && (
          <PasteReferences onClose={() => setPasting(false)} onBytes={bytes => void importing.take({ bytes })} />
        )}
      </>
    ),
  };
}

/** The menu of them; only the own library follows a file. */
export const AddMenu = memo(function AddMenu(props: {
  readonly onFiles: () => void;
  readonly onPaste: () => void;
  readonly onHand: () => void;
  readonly onAsk: (how: 'identifier' | 'search') => void;
  readonly onFollow: (() => void) | null;
}) {
  const say = useWords('library');
  const follow = useWords('following');
  const online = useWords('lookup');
  const { onFiles, onPaste, onHand, onAsk, onFollow } = props;
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
        'line',
        {
          id: 'identifier',
          label: online('byIdentifier'),
          note: online('byIdentifierNote'),
          onAction: () => onAsk('identifier'),
        },
        { id: 'search', label: online('searchOnline'), onAction: () => onAsk('search') },
        'line',
        { id: 'hand', label: say('byHand'), onAction: onHand },
        ...(onFollow
          ? (['line', { id: 'follow', label: follow('menu'), note: follow('menuNote'), onAction: onFollow }] as const)
          : []),
      ]}
    />
  );
});
