/** Commands of the library: all of them where it is shown, and elsewhere those that lead there. */
import {
  ArchiveRestore,
  ClipboardPaste,
  Copy,
  FileInput,
  Fingerprint,
  FolderSync,
  Globe,
  LibraryBig,
  PencilLine,
  Search,
  ShieldCheck,
  Trash2,
  Undo2,
} from 'lucide-react';
import { useOffered, wish } from '../app/commands/offered.ts';
import type { Command } from '../app/commands/types.ts';
import { useWords } from '../words/index.ts';
import type { Shelf } from './shelves/shelf.ts';

interface Deeds {
  readonly onFiles: () => void;
  readonly onPaste: () => void;
  readonly onHand: () => void;
  readonly onAsk: (how: 'identifier' | 'search') => void;
  /** Null where the library follows no file, and has no backups of its own. */
  readonly onFollow: (() => void) | null;
  readonly onBackups: (() => void) | null;
  readonly onShelf: (shelf: Shelf) => void;
  readonly onSearch: () => void;
  readonly onSelectAll: () => void;
  /** Null while nothing is selected, or they are asked about already. */
  readonly onCheck: (() => void) | null;
  readonly onUndo: () => void;
}

/** What can be wished for from elsewhere. */
type Wished = 'files' | 'text' | 'identifier' | 'search' | 'hand' | 'duplicates' | 'trash' | 'backups';

/** How those are named and found. */
function useNamed(): Readonly<Record<Wished, Omit<Command, 'run'>>> {
  const say = useWords('commands');
  const group = say('groupLibrary');
  const adding = { group, also: `${group} ${say('addAlso')}` };
  return {
    files: { ...adding, id: 'library-files', label: say('addFiles'), icon: FileInput },
    text: { ...adding, id: 'library-text', label: say('addText'), icon: ClipboardPaste },
    identifier: { ...adding, id: 'library-identifier', label: say('addIdentifier'), icon: Fingerprint },
    search: { ...adding, id: 'library-online', label: say('addSearch'), icon: Globe },
    hand: { ...adding, id: 'library-hand', label: say('addHand'), icon: PencilLine },
    duplicates: {
      group,
      id: 'library-duplicates',
      label: say('findDuplicates'),
      also: `${group} ${say('findDuplicatesAlso')}`,
      icon: Copy,
    },
    trash: { group, id: 'library-trash', label: say('showTrash'), also: group, icon: Trash2 },
    backups: { group, id: 'library-backups', label: say('showBackups'), also: group, icon: ArchiveRestore },
  };
}

/** Offered while the library is shown; its undo comes before that of a case below it. */
export function useLibraryCommands(deeds: Deeds): void {
  const say = useWords('commands');
  const named = useNamed();
  const { onFollow, onBackups, onCheck, onShelf } = deeds;
  const group = say('groupLibrary');
  const shelf = (kind: Exclude<Shelf['kind'], 'collection'>, label: string): Command => ({
    group,
    id: `library-${kind}`,
    label,
    run: () => onShelf({ kind }),
  });
  useOffered([
    { ...named.files, run: deeds.onFiles },
    { ...named.text, run: deeds.onPaste },
    { ...named.identifier, run: () => deeds.onAsk('identifier') },
    { ...named.search, run: () => deeds.onAsk('search') },
    { ...named.hand, run: deeds.onHand },
    ...(onFollow
      ? [
          {
            group,
            id: 'library-follow',
            label: say('followFile'),
            also: say('followAlso'),
            icon: FolderSync,
            run: onFollow,
          },
        ]
      : []),
    { group, id: 'library-find', label: say('searchLibrary'), shortcut: 'mod+f', icon: Search, run: deeds.onSearch },
    { group, id: 'library-select', label: say('selectAll'), run: deeds.onSelectAll },
    {
      group,
      id: 'library-check',
      label: say('checkSelected'),
      icon: ShieldCheck,
      isDisabled: onCheck === null,
      run: () => onCheck?.(),
    },
    {
      group,
      id: 'library-undo',
      label: say('undoLibrary'),
      shortcut: 'mod+z',
      notInFields: true,
      icon: Undo2,
      run: deeds.onUndo,
    },
    { ...named.duplicates, run: () => onShelf({ kind: 'duplicates' }) },
    { ...shelf('all', say('showAll')), icon: LibraryBig },
    shelf('starred', say('showStarred')),
    shelf('unread', say('showUnread')),
    shelf('unfiled', say('showUnfiled')),
    shelf('noticed', say('showNoticed')),
    { ...named.trash, run: () => onShelf({ kind: 'trash' }) },
    ...(onBackups ? [{ ...named.backups, run: onBackups }] : []),
  ]);
}

/** For a view that can show the library: listed when their words are typed, and done there. */
export function useWaysToLibrary(onShow: () => void): readonly Command[] {
  return Object.values(useNamed()).map(command => ({
    ...command,
    onlySought: true,
    run: () => {
      onShow();
      wish(command.id);
    },
  }));
}
