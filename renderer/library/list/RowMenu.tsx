import type { ComponentProps } from 'react';
import type { HostClient } from '../../../core/contract/contract.ts';
import type { CollectionCount, EntryRow, KeptEntry } from '../../../core/library/types.ts';
import { done } from '../../../core/outcome.ts';
import { ContextMenu } from '../../ui/ContextMenu.tsx';
import { useWords } from '../../words/index.ts';
import { useAnswer } from '../asking.ts';
import type { Shelf } from '../shelves/shelf.ts';
import { type RowActions, rowMenu } from './row-menu.ts';

interface Props extends RowActions {
  readonly host: HostClient;
  readonly at: ComponentProps<typeof ContextMenu>['at'];
  readonly ids: readonly string[];
  /** The row with the keyboard; undefined where it was not read. */
  readonly row: EntryRow | undefined;
  readonly collections: readonly CollectionCount[];
  readonly shelf: Shelf;
  readonly onClose: () => void;
}

/** The menu of what is selected, by a press of the other button or the menu's key; of one reference it leads to its collections. */
export function RowMenu({ host, at, ids, row, collections, shelf, onClose, ...actions }: Props) {
  const say = useWords('library');
  const [id] = ids;
  const isOne = ids.length === 1 && id !== undefined;
  const entry = useAnswer<KeptEntry | null>(
    async () => (isOne ? host.call('library.entry', { id }) : done(null)),
    ids.length === 1 ? `${id}` : '',
  );
  if (entry === null) return null;
  const filed = entry.ok && entry.value ? entry.value.collections : [];
  return (
    <ContextMenu
      label={say('rowActions')}
      at={at}
      onClose={onClose}
      entries={rowMenu(
        {
          count: ids.length,
          row,
          filed: collections.filter(({ id: collection, trashed }) => !trashed && filed.includes(collection)),
          shelf,
        },
        actions,
        say,
      )}
    />
  );
}
