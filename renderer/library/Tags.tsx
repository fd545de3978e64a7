import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { HostClient } from '../../core/contract/contract.ts';
import type { TagCount } from '../../core/library/types.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { useFormat } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import { settled } from './asking.ts';
import { DRAGGED, useDropPlace } from './dragging.ts';
import { NameDialog } from './NameDialog.tsx';
import type { Shelf } from './shelf.ts';
import type { Work } from './working.ts';

interface Props {
  readonly host: HostClient;
  readonly tags: readonly TagCount[];
  readonly shelf: Shelf;
  readonly onShelf: (shelf: Shelf) => void;
  readonly work: Work;
}

/** Colours of tags, told apart by their names as well. */
const DOTS = 8;
/** Shown at first; a library taken over from elsewhere may have thousands. */
const SOME = 30;

/** Tags in use: one shows its references; renamed and taken off everywhere; references let go over one get it. */
export function Tags({ host, tags, shelf, onShelf, work }: Props) {
  const say = useWords('library');
  const format = useFormat();
  const [naming, setNaming] = useState<{ readonly tag: string; readonly name: string } | null>(null);
  const [most, setMost] = useState(SOME);
  /** Takes a tag off all that have it, those in the trash too, and puts another on; one step to undo. */
  const replace = async (tag: string, by: string | null) => {
    const held: string[] = [];
    for (const trash of [false, true]) {
      const answer = await settled(host.call('library.ids', { query: { tags: [tag], ...(trash && { trash }) } }));
      if (!answer.ok) return;
      held.push(...answer.value);
    }
    const batches: number[] = [];
    const put =
      by === null || (await work.edit(held, { kind: 'field', field: `tag.${by}`, value: true }, 'tag', batches));
    if (put === null) return;
    if ((await work.edit(held, { kind: 'field', field: `tag.${tag}`, value: null }, 'tag', batches)) === null) return;
    work.did(batches, {
      title: by === null ? say('tagRemoved', { tag }) : say('tagRenamed', { tag, name: by }),
    });
    if (shelf.kind === 'tag' && shelf.tag === tag) onShelf(by === null ? { kind: 'all' } : { kind: 'tag', tag: by });
  };
  const save = ({ tag, name }: { readonly tag: string; readonly name: string }) => {
    setNaming(null);
    if (name.trim() !== '' && name.trim() !== tag) void replace(tag, name.trim());
  };
  return (
    <>
      {tags.length > 0 && <h2>{say('tags')}</h2>}
      <ul>
        {tags.slice(0, most).map(({ tag, entries }, index) => (
          <Row
            key={tag}
            tag={tag}
            entries={format.number(entries)}
            dot={(index % DOTS) + 1}
            isShown={shelf.kind === 'tag' && shelf.tag === tag}
            onShow={() => onShelf({ kind: 'tag', tag })}
            onRename={() => setNaming({ tag, name: tag })}
            onRemove={() => void replace(tag, null)}
            onEntries={ids => void work.edit(ids, { kind: 'field', field: `tag.${tag}`, value: true }, 'tag')}
          />
        ))}
      </ul>
      {tags.length > most && (
        <Button kind="plain" small onPress={() => setMost(tags.length)}>
          {say('moreTags', { formatted: format.number(tags.length - most) })}
        </Button>
      )}
      {naming && (
        <NameDialog
          title={say('rename')}
          label={say('tagName')}
          name={naming.name}
          note={
            naming.name.trim() !== naming.tag && tags.some(({ tag }) => tag === naming.name.trim())
              ? say('tagThere')
              : say('tagNote')
          }
          onName={name => setNaming({ ...naming, name })}
          onKeep={() => save(naming)}
          onClose={() => setNaming(null)}
        />
      )}
    </>
  );
}

function Row(props: {
  readonly tag: string;
  readonly entries: string;
  readonly dot: number;
  readonly isShown: boolean;
  readonly onShow: () => void;
  readonly onRename: () => void;
  readonly onRemove: () => void;
  readonly onEntries: (ids: readonly string[]) => void;
}) {
  const say = useWords('library');
  const place = useDropPlace([DRAGGED], ids => props.onEntries(ids));
  return (
    <li className="library-branch" {...place}>
      <AriaButton className="nav-row" {...(props.isShown && { 'aria-current': 'page' })} onPress={props.onShow}>
        <i className="library-dot" style={{ background: `var(--chart-${props.dot})` }} />
        <span className="name">{props.tag}</span>
        <span className="meta">{props.entries}</span>
      </AriaButton>
      <Menu
        label={say('collectionActions', { name: props.tag })}
        placement="bottom end"
        trigger={<IconButton label={say('collectionActions', { name: props.tag })} icon={Ellipsis} />}
        entries={[
          { id: 'rename', label: say('rename'), icon: Pencil, onAction: props.onRename },
          { id: 'remove', label: say('removeTagEverywhere'), icon: Trash2, onAction: props.onRemove },
        ]}
      />
    </li>
  );
}
