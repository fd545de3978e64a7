import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { ToggleButton as AriaToggleButton } from 'react-aria-components';
import type { HostClient } from '../../../core/contract/contract.ts';
import { foldLetters } from '../../../core/folding.ts';
import type { TagCount } from '../../../core/library/types.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { SearchField } from '../../ui/Field.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/index.ts';
import { settled } from '../asking.ts';
import { DRAGGED, useDropPlace } from '../dragging.ts';
import type { Work } from '../working.ts';
import { NameDialog } from './NameDialog.tsx';

interface Props {
  readonly host: HostClient;
  readonly tags: readonly TagCount[];
  /** Those that the list is narrowed to. */
  readonly chosen: readonly string[];
  readonly onChosen: (tags: readonly string[]) => void;
  readonly work: Work;
}

/** Colours of tags, told apart by their names as well. */
const DOTS = 8;
/** Shown at first; a library taken over from elsewhere may have thousands. */
const SOME = 30;
/** Of more than that one is looked for by its letters. */
const MANY = 12;

/** Tags in use: one narrows the list to its references, several to those that have all of them; renamed and taken off everywhere; references let go over one get it. */
export function Tags({ host, tags, chosen, onChosen, work }: Props) {
  const say = useWords('library');
  const format = useFormat();
  const [naming, setNaming] = useState<{ readonly tag: string; readonly name: string } | null>(null);
  const [most, setMost] = useState(SOME);
  const [words, setWords] = useState('');
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
    if (chosen.includes(tag)) onChosen([...new Set(chosen.flatMap(each => (each !== tag ? each : (by ?? []))))]);
  };
  const save = ({ tag, name }: { readonly tag: string; readonly name: string }) => {
    setNaming(null);
    if (name.trim() !== '' && name.trim() !== tag) void replace(tag, name.trim());
  };
  const toggle = (tag: string) =>
    onChosen(chosen.includes(tag) ? chosen.filter(each => each !== tag) : [...chosen, tag]);
  const wanted = foldLetters(words.trim());
  // The colour of a tag is its own, whatever is looked for; what the list is narrowed to stays in sight.
  const listed = tags
    .map((each, index) => ({ ...each, dot: (index % DOTS) + 1 }))
    .filter(({ tag }) => wanted === '' || chosen.includes(tag) || foldLetters(tag).includes(wanted));
  const shown = listed.filter(({ tag }, index) => index < most || chosen.includes(tag));
  return (
    <>
      {tags.length > 0 && <h2>{say('tags')}</h2>}
      {tags.length > MANY && <SearchField label={say('findTag')} value={words} onChange={setWords} />}
      <ul>
        {shown.map(({ tag, entries, dot }) => (
          <Row
            key={tag}
            tag={tag}
            entries={format.number(entries)}
            dot={dot}
            isShown={chosen.includes(tag)}
            onShow={() => toggle(tag)}
            onRename={() => setNaming({ tag, name: tag })}
            onRemove={() => void replace(tag, null)}
            onEntries={ids => void work.edit(ids, { kind: 'field', field: `tag.${tag}`, value: true }, 'tag')}
          />
        ))}
      </ul>
      {listed.length > shown.length && (
        <Button kind="plain" small onPress={() => setMost(tags.length)}>
          {say('moreTags', { formatted: format.number(listed.length - shown.length) })}
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
      <AriaToggleButton className="nav-row" isSelected={props.isShown} onChange={props.onShow}>
        <i className="library-dot" style={{ background: `var(--chart-${props.dot})` }} />
        <span className="name">{props.tag}</span>
        <span className="meta">{props.entries}</span>
      </AriaToggleButton>
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
