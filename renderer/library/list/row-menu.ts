/** What the menu of a row offers: all that can be done with what is selected, each with its keys. */
import {
  ClipboardCopy,
  Copy,
  FolderMinus,
  FolderOpen,
  Mail,
  MailOpen,
  Pencil,
  Plus,
  Quote,
  ShieldCheck,
  Star,
  StarOff,
  Trash2,
  Undo2,
} from 'lucide-react';
import type { CollectionCount, EntryRow } from '../../../core/library/types.ts';
import type { MenuEntry } from '../../ui/Menu.tsx';
import type { Say } from '../../words/index.ts';
import type { Shelf } from '../shelves/shelf.ts';
import type { Copied } from './copying.ts';

interface Selected {
  readonly count: number;
  /** The row with the keyboard; undefined where it was not read. */
  readonly row: EntryRow | undefined;
  /** Collections that the one selected stands in. */
  readonly filed: readonly CollectionCount[];
  readonly shelf: Shelf;
}

export interface RowActions {
  /** Null where no report is open. */
  readonly onTake: ((cite: boolean) => void) | null;
  readonly onEdit: () => void;
  readonly onCopy: (what: Copied) => void;
  readonly onMark: (field: 'starred' | 'read', value: boolean) => void;
  readonly onCompare: () => void;
  /** Null while that goes on. */
  readonly onCheck: (() => void) | null;
  readonly onShelf: (shelf: Shelf) => void;
  readonly onLeave: (collection: string) => void;
  readonly onTrash: () => void;
}

/** Collections of one reference that are named; more are told beside the list. */
const NAMED = 5;

export function rowMenu(
  { count, row, filed, shelf }: Selected,
  on: RowActions,
  say: Say<'library'>,
): (MenuEntry | 'line')[] {
  const isOne = count === 1;
  const isTrash = shelf.kind === 'trash';
  const others = filed.filter(({ id }) => shelf.kind !== 'collection' || shelf.id !== id).slice(0, NAMED);
  return [
    ...(on.onTake && !isTrash
      ? ([
          { id: 'cite', label: say('cite'), icon: Quote, onAction: () => on.onTake?.(true) },
          { id: 'take', label: say('addToCase'), icon: Plus, onAction: () => on.onTake?.(false) },
          'line',
        ] as const)
      : []),
    ...(isOne ? [{ id: 'edit', label: say('edit'), icon: Pencil, shortcut: 'f2', onAction: on.onEdit }] : []),
    {
      id: 'copy',
      label: say('copyReferences', { count }),
      icon: ClipboardCopy,
      shortcut: 'mod+c',
      onAction: () => on.onCopy('bibliography'),
    },
    { id: 'copy-citation', label: say('copyCitation'), icon: ClipboardCopy, onAction: () => on.onCopy('citation') },
    'line',
    {
      id: 'star',
      label: say(row?.starred ? 'unstar' : 'star'),
      icon: row?.starred ? StarOff : Star,
      shortcut: 'mod+d',
      onAction: () => on.onMark('starred', !row?.starred),
    },
    {
      id: 'read',
      label: say(row?.read ? 'markUnread' : 'markRead'),
      icon: row?.read ? Mail : MailOpen,
      shortcut: 'mod+u',
      onAction: () => on.onMark('read', !row?.read),
    },
    ...(count === 2 && !isTrash ? [{ id: 'compare', label: say('compare'), icon: Copy, onAction: on.onCompare }] : []),
    {
      id: 'check',
      label: say('checkStanding'),
      icon: ShieldCheck,
      isDisabled: on.onCheck === null,
      onAction: () => on.onCheck?.(),
    },
    'line',
    ...(isOne
      ? others.map(({ id, name }) => ({
          id: `in ${id}`,
          label: say('showIn', { name }),
          icon: FolderOpen,
          onAction: () => on.onShelf({ kind: 'collection', id }),
        }))
      : []),
    ...(shelf.kind === 'collection'
      ? [
          {
            id: 'leave',
            label: say('leaveThis'),
            icon: FolderMinus,
            onAction: () => on.onLeave(shelf.id),
          },
        ]
      : []),
    {
      id: 'trash',
      label: say(isTrash ? 'restore' : 'toTrash'),
      icon: isTrash ? Undo2 : Trash2,
      shortcut: 'delete',
      onAction: on.onTrash,
    },
  ];
}
