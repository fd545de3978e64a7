import { memo } from 'react';
import type { HostClient } from '../../core/contract/contract.ts';
import type { CollectionCount, KeptEntry, TagCount } from '../../core/library/types.ts';
import { fileStanding, withFile } from '../../core/lookup/file-notices.ts';
import type { Standings } from '../../core/lookup/standing.ts';
import { done } from '../../core/outcome.ts';
import { ReferenceForm } from '../panels/references/ReferenceForm.tsx';
import { useWords } from '../words/index.ts';
import { freshId, useAnswer } from './asking.ts';
import { EntryDetail } from './entry/EntryDetail.tsx';
import { SeveralDetail } from './entry/SeveralDetail.tsx';
import type { Checking } from './list/standings.ts';
import type { Shelf } from './shelves/shelf.ts';
import type { Work } from './working.ts';

interface Props {
  readonly host: HostClient;
  readonly revision: number;
  readonly ids: readonly string[];
  readonly shelf: Shelf;
  readonly collections: readonly CollectionCount[];
  readonly tags: readonly TagCount[];
  readonly work: Work;
  readonly checking: Checking;
  /** A new reference is typed. */
  readonly byHand: boolean;
  /** There is nothing to select. */
  readonly isEmpty: boolean;
  readonly editing: boolean;
  readonly onEditing: (editing: boolean) => void;
  /** The form of a new reference is left; null where none was made. */
  readonly onMade: (id: string | null) => void;
  readonly onShelf: (shelf: Shelf) => void;
  readonly onTag: (tag: string) => void;
  readonly onShow: (id: string) => void;
  readonly onMerge: (one: string, other: string) => void;
  readonly onTake?: ((cite: boolean, ids: readonly string[]) => void) | undefined;
  readonly onReport?: ((path: string) => void) | undefined;
}

/** Beside the list: the one that is selected, whole; what can be done with several; a new one. */
export const LibraryAside = memo(function LibraryAside(props: Props) {
  const { host, revision, ids, shelf, collections, tags, work, checking, onTake } = props;
  const say = useWords('library');
  const [single] = ids;
  const isOne = ids.length === 1 && single !== undefined;
  const entry = useAnswer<KeptEntry | null>(
    async () => (isOne ? host.call('library.entry', { id: single }) : done(null)),
    `${revision} ${ids.length} ${single}`,
  );
  const standing = useAnswer<Standings>(
    async () => (isOne ? host.call('library.standings', { ids: [single] }) : done({})),
    `${revision} ${checking.heard} ${ids.length} ${single}`,
  );
  const shown = entry?.ok ? entry.value : null;
  const check = checking.progress ? null : () => void checking.check(ids);
  if (props.byHand)
    return (
      <ReferenceForm
        item={{ id: 'new', type: 'article-journal' }}
        isNew
        onCancel={() => props.onMade(null)}
        onSave={async item => {
          const value = { item, ...(shelf.kind === 'collection' ? { collections: [shelf.id] } : {}) };
          // What was refused stays written in the form.
          const id = freshId();
          if (await work.apply([{ entry: id, field: 'new', value }], 'add')) props.onMade(id);
        }}
      />
    );
  if (ids.length > 1)
    return (
      <SeveralDetail
        host={host}
        revision={revision}
        ids={ids}
        isTrash={shelf.kind === 'trash'}
        collections={collections}
        tags={tags}
        work={work}
        onCheck={check}
        onMerge={() => props.onMerge(ids[0] as string, ids[1] as string)}
        onTake={onTake && (cite => onTake(cite, ids))}
      />
    );
  if (shown && isOne)
    return (
      <EntryDetail
        key={shown.id}
        host={host}
        entry={shown}
        standing={withFile(
          standing?.ok ? standing.value[shown.id] : undefined,
          fileStanding(shown.kept, String(shown.item.title ?? '')),
        )}
        onCheck={check}
        collections={collections}
        tags={tags}
        work={work}
        editing={props.editing}
        onEditing={props.onEditing}
        onShelf={props.onShelf}
        onTag={props.onTag}
        onShow={props.onShow}
        onTake={onTake && (cite => onTake(cite, [shown.id]))}
        onReport={props.onReport}
      />
    );
  return props.isEmpty ? null : <p className="library-none quiet">{say('selectOne')}</p>;
});
