import { ChevronDown, ChevronRight, CornerDownRight, Ellipsis, Pencil, Plus, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { CollectionCount } from '../../../core/library/types.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Menu, Select } from '../../ui/Menu.tsx';
import { useWords } from '../../words/index.ts';
import { freshId } from '../asking.ts';
import { COLLECTION, DRAGGED, useDropPlace } from '../dragging.ts';
import type { Work } from '../working.ts';
import { Count } from './Count.tsx';
import { NameDialog } from './NameDialog.tsx';
import { type Branch, branches, placesFor, type Shelf } from './shelf.ts';

interface Props {
  readonly collections: readonly CollectionCount[];
  readonly shelf: Shelf;
  readonly onShelf: (shelf: Shelf) => void;
  readonly work: Work;
}

type Naming = { readonly id: string; readonly parent: string | null; readonly name: string; readonly isNew: boolean };

/** Collections as they stand in one another: made, named, moved, put away; references let go over one are filed there. */
export function Collections({ collections, shelf, onShelf, work }: Props) {
  const say = useWords('library');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [naming, setNaming] = useState<Naming | null>(null);
  const [moving, setMoving] = useState<Branch | null>(null);
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
  const move = (id: string, parent: string | null) => {
    const name = collections.find(each => each.id === id)?.name ?? '';
    if (id === parent || collections.find(each => each.id === id)?.parent === parent) return;
    if (parent !== null && !placesFor(collections, id).some(each => each.id === parent)) return;
    void work.apply([{ entry: `collection:${id}`, field: 'parent', value: parent }], 'collection', {
      title: say('movedCollection', { name }),
    });
  };
  const remove = ({ id, name, entries }: Branch) => {
    if (shelf.kind === 'collection' && shelf.id === id) onShelf({ kind: 'all' });
    void work.apply([{ entry: `collection:${id}`, field: 'trashed', value: true }], 'collection', {
      title: say('removedCollection', { name }),
      ...(entries > 0 && { hint: say('removedCollectionHint') }),
    });
  };
  const add = (parent: string | null) => setNaming({ id: freshId(), parent, name: '', isNew: true });
  const top = useDropPlace([COLLECTION], ([id]) => id !== undefined && move(id, null));
  return (
    <>
      <div className="library-side-head" {...top}>
        <h2>{say('collections')}</h2>
        <IconButton label={say('newCollection')} icon={Plus} onPress={() => add(null)} />
      </div>
      <ul>
        {branches(collections, folded).map(branch => (
          <Row
            key={branch.id}
            branch={branch}
            isFolded={folded.has(branch.id)}
            isShown={shelf.kind === 'collection' && shelf.id === branch.id}
            onFold={() => fold(branch.id)}
            onShow={() => onShelf({ kind: 'collection', id: branch.id })}
            onInner={() => add(branch.id)}
            onRename={() => setNaming({ id: branch.id, parent: null, name: branch.name, isNew: false })}
            onMove={collections.length > 1 ? () => setMoving(branch) : null}
            onRemove={() => remove(branch)}
            onEntries={ids =>
              void work.edit(ids, { kind: 'field', field: `collection.${branch.id}`, value: true }, 'file')
            }
            onCollection={id => move(id, branch.id)}
          />
        ))}
      </ul>
      {naming && (
        <NameDialog
          title={say(naming.isNew ? 'newCollection' : 'rename')}
          label={say('collectionName')}
          name={naming.name}
          onName={name => setNaming({ ...naming, name })}
          onKeep={() => save(naming)}
          onClose={() => setNaming(null)}
        />
      )}
      {moving && (
        <MoveDialog
          branch={moving}
          places={placesFor(collections, moving.id)}
          onMove={parent => {
            setMoving(null);
            move(moving.id, parent);
          }}
          onClose={() => setMoving(null)}
        />
      )}
    </>
  );
}

function Row(props: {
  readonly branch: Branch;
  readonly isFolded: boolean;
  readonly isShown: boolean;
  readonly onFold: () => void;
  readonly onShow: () => void;
  readonly onInner: () => void;
  readonly onRename: () => void;
  /** Null where there is no other place. */
  readonly onMove: (() => void) | null;
  readonly onRemove: () => void;
  readonly onEntries: (ids: readonly string[]) => void;
  readonly onCollection: (id: string) => void;
}) {
  const { id, name, depth, hasInner, within } = props.branch;
  const say = useWords('library');
  const place = useDropPlace([DRAGGED, COLLECTION], (ids, kind) => {
    if (kind === DRAGGED) props.onEntries(ids);
    else if (ids[0] !== undefined) props.onCollection(ids[0]);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof Element) || !event.target.matches('.nav-row')) return;
    if (event.key === 'F2') props.onRename();
    else if (event.key === 'Delete') props.onRemove();
    else if (hasInner && event.key === (props.isFolded ? 'ArrowRight' : 'ArrowLeft')) props.onFold();
    else return;
    event.preventDefault();
  };
  return (
    <li
      className="library-branch"
      style={{ paddingLeft: Math.min(depth, 6) * 16 }}
      draggable
      onDragStart={event => {
        event.dataTransfer.setData(COLLECTION, id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      {...place}
      onKeyDown={onKeyDown}
    >
      {hasInner ? (
        <IconButton
          label={say(props.isFolded ? 'unfold' : 'fold', { name })}
          icon={props.isFolded ? ChevronRight : ChevronDown}
          onPress={props.onFold}
        />
      ) : (
        <span className="library-fold" />
      )}
      <AriaButton className="nav-row" {...(props.isShown && { 'aria-current': 'page' })} onPress={props.onShow}>
        <span className="name" title={name}>
          {name}
        </span>
        <Count of={within} />
      </AriaButton>
      <Menu
        label={say('collectionActions', { name })}
        placement="bottom end"
        trigger={<IconButton label={say('collectionActions', { name })} icon={Ellipsis} />}
        entries={[
          { id: 'inner', label: say('newCollectionIn'), icon: Plus, onAction: props.onInner },
          { id: 'rename', label: say('rename'), icon: Pencil, shortcut: 'f2', onAction: props.onRename },
          ...(props.onMove
            ? [{ id: 'move', label: say('moveCollection'), icon: CornerDownRight, onAction: props.onMove }]
            : []),
          'line',
          { id: 'remove', label: say('removeCollection'), icon: Trash2, shortcut: 'delete', onAction: props.onRemove },
        ]}
      />
    </li>
  );
}

/** Where a collection is to stand: in another one, or outside of all. */
function MoveDialog(props: {
  readonly branch: Branch;
  readonly places: readonly Branch[];
  readonly onMove: (parent: string | null) => void;
  readonly onClose: () => void;
}) {
  const say = useWords('library');
  const [parent, setParent] = useState(props.branch.parent ?? '');
  return (
    <Dialog
      title={say('moveTitle', { name: props.branch.name })}
      onClose={props.onClose}
      footer={
        <Button kind="primary" onPress={() => props.onMove(parent === '' ? null : parent)}>
          {say('move')}
        </Button>
      }
    >
      <Select
        label={say('moveInto')}
        value={parent === '' ? 'outside' : parent}
        onChange={id => setParent(id === 'outside' ? '' : id)}
        options={[
          { id: 'outside', label: say('outside') },
          ...props.places.map(({ id, name, depth }) => ({ id, label: `${'\u2003'.repeat(depth)}${name}` })),
        ]}
      />
    </Dialog>
  );
}
