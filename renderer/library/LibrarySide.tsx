import {
  BookMarked,
  ChevronDown,
  ChevronRight,
  Copy,
  Ellipsis,
  Inbox,
  LibraryBig,
  type LucideIcon,
  MailOpen,
  Plus,
  Star,
  Trash2,
} from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { CollectionCount, LibraryCounts, TagCount } from '../../core/library/types.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { Menu } from '../ui/Menu.tsx';
import { useFormat } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import { freshId } from './asking.ts';
import { DRAGGED } from './LibraryGrid.tsx';
import { branches, type Shelf } from './shelf.ts';
import type { Work } from './working.ts';

interface Props {
  /** Whose library it is. */
  readonly name: string;
  readonly counts: LibraryCounts | null;
  readonly collections: readonly CollectionCount[];
  readonly tags: readonly TagCount[];
  readonly shelf: Shelf;
  readonly onShelf: (shelf: Shelf) => void;
  readonly work: Work;
}

type Naming = { readonly id: string; readonly parent: string | null; readonly name: string; readonly isNew: boolean };

/** What marks the shelf that is looked at. */
const current = (is: boolean) => (is ? { 'aria-current': 'page' as const } : {});

/** Colours of tags, told apart by their names as well. */
const DOTS = 8;

/** What the library can be narrowed to: everything, what is not filed, collections in one another, tags. */
export function LibrarySide({ name, counts, collections, tags, shelf, onShelf, work }: Props) {
  const say = useWords('library');
  const format = useFormat();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [naming, setNaming] = useState<Naming | null>(null);
  const kinds: readonly [Exclude<Shelf['kind'], 'collection' | 'tag'>, LucideIcon, number | undefined][] = [
    ['all', LibraryBig, counts?.entries],
    ['unfiled', Inbox, counts?.unfiled],
    ['starred', Star, counts?.starred],
    ['unread', MailOpen, counts?.unread],
    ['duplicates', Copy, undefined],
    ['trash', Trash2, counts?.trash],
  ];
  const fold = (id: string) => {
    const now = new Set(folded);
    if (!now.delete(id)) now.add(id);
    setFolded(now);
  };
  const save = ({ id, parent, name, isNew }: Naming) => {
    setNaming(null);
    if (name.trim() === '') return;
    const entry = `collection:${id}`;
    void work.apply(
      [
        { entry, field: 'name', value: name.trim() },
        ...(isNew && parent !== null ? [{ entry, field: 'parent', value: parent }] : []),
      ],
      'collection',
    );
  };
  const put = (event: DragEvent, field: string) => {
    const ids = event.dataTransfer.getData(DRAGGED).split('\n').filter(Boolean);
    if (ids.length === 0) return;
    event.preventDefault();
    void work.apply(
      ids.map(entry => ({ entry, field, value: true })),
      'file',
    );
  };
  const takes = (field: string) => ({
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes(DRAGGED)) event.preventDefault();
    },
    onDrop: (event: DragEvent) => put(event, field),
  });
  const add = (parent: string | null) => setNaming({ id: freshId(), parent, name: '', isNew: true });

  return (
    <>
      <h2>{name}</h2>
      <ul>
        {kinds.map(([kind, Icon, count]) => (
          <li key={kind}>
            <AriaButton className="nav-row" {...current(shelf.kind === kind)} onPress={() => onShelf({ kind })}>
              <Icon className="icon" />
              <span className="name">{say(kind)}</span>
              <span className="meta">{count === undefined ? '' : format.number(count)}</span>
            </AriaButton>
          </li>
        ))}
      </ul>
      <div className="library-side-head">
        <h2>{say('collections')}</h2>
        <IconButton label={say('newCollection')} icon={Plus} onPress={() => add(null)} />
      </div>
      <ul>
        {branches(collections, folded).map(({ id, name, depth, hasInner, entries }) => (
          <li key={id} className="library-branch" style={{ paddingLeft: depth * 16 }} {...takes(`collection.${id}`)}>
            {hasInner ? (
              <IconButton
                label={say(folded.has(id) ? 'unfold' : 'fold', { name })}
                icon={folded.has(id) ? ChevronRight : ChevronDown}
                onPress={() => fold(id)}
              />
            ) : (
              <span className="library-fold" />
            )}
            <AriaButton
              className="nav-row"
              {...current(shelf.kind === 'collection' && shelf.id === id)}
              onPress={() => onShelf({ kind: 'collection', id })}
            >
              <span className="name">{name}</span>
              <span className="meta">{format.number(entries)}</span>
            </AriaButton>
            <Menu
              label={say('collectionActions', { name })}
              placement="bottom end"
              trigger={<IconButton label={say('collectionActions', { name })} icon={Ellipsis} />}
              entries={[
                { id: 'inner', label: say('newCollectionIn'), icon: Plus, onAction: () => add(id) },
                {
                  id: 'rename',
                  label: say('rename'),
                  icon: BookMarked,
                  onAction: () => setNaming({ id, parent: null, name, isNew: false }),
                },
                'line',
                {
                  id: 'remove',
                  label: say('removeCollection'),
                  icon: Trash2,
                  onAction: () => {
                    if (shelf.kind === 'collection' && shelf.id === id) onShelf({ kind: 'all' });
                    void work.apply([{ entry: `collection:${id}`, field: 'trashed', value: true }], 'collection');
                  },
                },
              ]}
            />
          </li>
        ))}
      </ul>
      {tags.length > 0 && <h2>{say('tags')}</h2>}
      <ul>
        {tags.map(({ tag, entries }, index) => (
          <li key={tag} {...takes(`tag.${tag}`)}>
            <AriaButton
              className="nav-row"
              {...current(shelf.kind === 'tag' && shelf.tag === tag)}
              onPress={() => onShelf({ kind: 'tag', tag })}
            >
              <i className="library-dot" style={{ background: `var(--chart-${(index % DOTS) + 1})` }} />
              <span className="name">{tag}</span>
              <span className="meta">{format.number(entries)}</span>
            </AriaButton>
          </li>
        ))}
      </ul>
      {naming && (
        <Dialog
          title={say(naming.isNew ? 'newCollection' : 'rename').replace('…', '')}
          onClose={() => setNaming(null)}
          footer={
            <Button kind="primary" onPress={() => save(naming)}>
              {say('keep')}
            </Button>
          }
        >
          <Field
            label={say('collectionName')}
            autoFocus
            value={naming.name}
            onChange={name => setNaming({ ...naming, name })}
            onEnter={() => save(naming)}
          />
        </Dialog>
      )}
    </>
  );
}
