import { Copy, MailOpen, ShieldCheck, Star, Trash2, Undo2 } from 'lucide-react';
import type { HostClient } from '../../../core/contract/contract.ts';
import { COUNTED } from '../../../core/library/bulk.ts';
import type { CollectionCount, TagCount } from '../../../core/library/types.ts';
import { Button } from '../../ui/Button.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/index.ts';
import { useAnswer } from '../asking.ts';
import type { Work } from '../working.ts';
import { BulkEdit } from './BulkEdit.tsx';
import { Chip, CollectionMenu, NewTag } from './EntryDetail.tsx';
import { TakeButtons } from './TakeButtons.tsx';

interface Props {
  readonly host: HostClient;
  /** Of the library: what the entries hold is counted anew with each. */
  readonly revision: number;
  readonly ids: readonly string[];
  readonly isTrash: boolean;
  readonly collections: readonly CollectionCount[];
  readonly tags: readonly TagCount[];
  readonly work: Work;
  readonly onMerge: () => void;
  /** Asks where they stand; null while that goes on. */
  readonly onCheck: (() => void) | null;
  readonly onTake?: ((cite: boolean) => void) | undefined;
}

/** Names a selection. Of a very large one its ends and size are enough. */
const which = (ids: readonly string[]) => (ids.length > 1000 ? `${ids.length} ${ids[0]} ${ids.at(-1)}` : ids.join());

/** Tags shown of the selected; more are seldom in use. */
const CHIPS = 40;

/** What can be done to several entries at once; each is one step to undo. */
export function SeveralDetail({
  host,
  revision,
  ids,
  isTrash,
  collections,
  tags,
  work,
  onMerge,
  onCheck,
  onTake,
}: Props) {
  const say = useWords('library');
  const format = useFormat();
  const all = (field: string, value: boolean | null, label: string) =>
    void work.edit(ids, { kind: 'field', field, value }, label);
  const trash = async () => {
    const edited = await work.edit(ids, { kind: 'field', field: 'trashed', value: !isTrash }, 'trash');
    if (edited === null) return;
    const formatted = format.number(edited.entries);
    work.did(edited.batches, { title: say(isTrash ? 'restored' : 'trashed', { count: edited.entries, formatted }) });
  };
  const answer = useAnswer(
    () => host.call('library.common', { ids: ids.slice(0, COUNTED) }),
    `${revision} ${which(ids)}`,
  );
  const common = answer?.ok ? answer.value : null;
  const part = (entries: number) =>
    common && entries < common.looked
      ? say('partOf', { entries: format.number(entries), of: format.number(common.looked) })
      : '';
  const filed = (common?.collections ?? []).flatMap(({ value, entries }) => {
    const collection = collections.find(({ id, trashed }) => id === value && !trashed);
    return collection ? [{ ...collection, entries }] : [];
  });
  return (
    <div className="library-detail">
      <h2>{say('several', { formatted: format.number(ids.length) })}</h2>
      <div className="library-several">
        {onTake && !isTrash && <TakeButtons onTake={onTake} />}
        <Button small icon={Star} onPress={() => all('starred', true, 'star')}>
          {say('starAll')}
        </Button>
        <Button small icon={Star} onPress={() => all('starred', false, 'star')}>
          {say('unstarAll')}
        </Button>
        <Button small icon={MailOpen} onPress={() => all('read', true, 'read')}>
          {say('readAll')}
        </Button>
        <Button small icon={MailOpen} onPress={() => all('read', false, 'read')}>
          {say('unreadAll')}
        </Button>
        {ids.length === 2 && !isTrash && (
          <Button small icon={Copy} onPress={onMerge}>
            {say('compare')}
          </Button>
        )}
        <Button small icon={ShieldCheck} isDisabled={onCheck === null} onPress={() => onCheck?.()}>
          {say('checkStanding')}
        </Button>
        <Button small icon={isTrash ? Undo2 : Trash2} onPress={() => void trash()}>
          {say(isTrash ? 'restore' : 'toTrash')}
        </Button>
      </div>
      <h3>{say('tagsAndCollections')}</h3>
      <div className="library-chips">
        {common?.tags.slice(0, CHIPS).map(({ value: tag, entries }) => (
          <Chip
            key={tag}
            label={`${tag}${part(entries)}`}
            remove={say('removeTagFromAll', { tag })}
            onRemove={() => all(`tag.${tag}`, null, 'tag')}
          />
        ))}
        {filed.map(({ id, name, entries }) => (
          <Chip
            key={id}
            folder
            label={`${name}${part(entries)}`}
            remove={say('leaveCollection', { name })}
            onRemove={() => all(`collection.${id}`, null, 'file')}
          />
        ))}
        <NewTag known={tags.map(({ tag }) => tag)} onTag={tag => all(`tag.${tag}`, true, 'tag')} />
        <CollectionMenu collections={collections} onChosen={id => all(`collection.${id}`, true, 'file')} />
      </div>
      {common !== null && common.looked < ids.length && (
        <p className="quiet xs">{say('lookedAt', { formatted: format.number(common.looked) })}</p>
      )}
      {!isTrash && <BulkEdit work={work} ids={ids} common={common} />}
    </div>
  );
}
