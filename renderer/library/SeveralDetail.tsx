import { Copy, Folder, MailOpen, Minus, Quote, ShieldCheck, Star, Tag, Trash2, Undo2 } from 'lucide-react';
import type { Change, CollectionCount, TagCount } from '../../core/library/types.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { useFormat } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import type { Work } from './asking.ts';
import { CollectionMenu, NewTag } from './EntryDetail.tsx';

interface Props {
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

/** What can be done to several entries at once; each is one step to undo. */
export function SeveralDetail({ ids, isTrash, collections, tags, work, onMerge, onCheck, onTake }: Props) {
  const say = useWords('library');
  const format = useFormat();
  const all = (field: string, value: unknown, label: string) => {
    const changes: Change[] = ids.map(entry => ({ entry, field, value }));
    void work.apply(changes, label);
  };
  /** Tags and collections to be taken from all; those that none has change nothing. */
  const leaving = [
    ...tags.map(({ tag }) => ({
      id: `tag.${tag}`,
      label: tag,
      icon: Tag,
      onAction: () => all(`tag.${tag}`, null, 'tag'),
    })),
    ...collections
      .filter(({ trashed }) => !trashed)
      .map(({ id, name }) => ({
        id: `collection.${id}`,
        label: name,
        icon: Folder,
        onAction: () => all(`collection.${id}`, null, 'file'),
      })),
  ];
  return (
    <div className="library-detail">
      <h2>{say('several', { formatted: format.number(ids.length) })}</h2>
      <div className="library-several">
        {onTake && !isTrash && (
          <>
            <Button kind="primary" icon={Quote} onPress={() => onTake(true)}>
              {say('cite')}
            </Button>
            <Button onPress={() => onTake(false)}>{say('addToCase')}</Button>
          </>
        )}
        {ids.length === 2 && !isTrash && (
          <Button icon={Copy} onPress={onMerge}>
            {say('compare')}
          </Button>
        )}
        <Button icon={Star} onPress={() => all('starred', true, 'star')}>
          {say('star')}
        </Button>
        <Button icon={Star} onPress={() => all('starred', false, 'star')}>
          {say('unstar')}
        </Button>
        <Button icon={MailOpen} onPress={() => all('read', true, 'read')}>
          {say('markRead')}
        </Button>
        <Button icon={MailOpen} onPress={() => all('read', false, 'read')}>
          {say('markUnread')}
        </Button>
        <Button icon={ShieldCheck} isDisabled={onCheck === null} onPress={() => onCheck?.()}>
          {say('checkStanding')}
        </Button>
        <Button icon={isTrash ? Undo2 : Trash2} onPress={() => all('trashed', !isTrash, 'trash')}>
          {say(isTrash ? 'restore' : 'toTrash')}
        </Button>
      </div>
      <h3>{say('tagsAndCollections')}</h3>
      <div className="library-chips">
        <NewTag known={tags.map(({ tag }) => tag)} onTag={tag => all(`tag.${tag}`, true, 'tag')} />
        <CollectionMenu collections={collections} onChosen={id => all(`collection.${id}`, true, 'file')} />
        {leaving.length > 0 && (
          <Menu
            label={say('takeAway')}
            trigger={
              <Button small kind="plain" icon={Minus}>
                {say('takeAway')}
              </Button>
            }
            entries={leaving}
          />
        )}
      </div>
    </div>
  );
}
