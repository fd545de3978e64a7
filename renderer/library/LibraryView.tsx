import { type KeyboardEvent, type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { DropZone, type FileDropItem } from 'react-aria-components';
import type { HostClient } from '../../core/contract/contract.ts';
import type { KeptEntry, LibraryQuery, SortKey } from '../../core/library/types.ts';
import type { Standings } from '../../core/lookup/standing.ts';
import { done } from '../../core/outcome.ts';
import { fileName } from '../app/files/choosing.ts';
import { notify } from '../app/notices/notices.ts';
import { ReferenceForm } from '../panels/references/ReferenceForm.tsx';
import { Button } from '../ui/Button.tsx';
import { SearchField } from '../ui/Field.tsx';
import { Keys } from '../ui/Keys.tsx';
import { Banner, Trouble } from '../ui/Said.tsx';
import { useFormat } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import { AddMenu, useAdding } from './Adding.tsx';
import { freshId, settled, useAnswer, useRevision, useRows } from './asking.ts';
import { Duplicates } from './Duplicates.tsx';
import { EntryDetail } from './EntryDetail.tsx';
import { FollowDialog } from './FollowDialog.tsx';
import { needsLooking, useFollowed } from './followed.ts';
import { ImportCard } from './ImportCard.tsx';
import { useImporting } from './importing.ts';
import { LibraryGrid } from './LibraryGrid.tsx';
import { LibrarySide } from './LibrarySide.tsx';
import { MergeView } from './MergeView.tsx';
import { Progress } from './Progress.tsx';
import { SeveralDetail } from './SeveralDetail.tsx';
import { NOTHING, only, type Selection } from './selection.ts';
import { queryOf, type Shelf } from './shelf.ts';
import { useChecking } from './standings.ts';
import { useWork } from './working.ts';
import './library.css';

interface Props {
  readonly host: HostClient;
  /** Whose it is; absent for the own one. */
  readonly name?: string | null;
  /** Before the search field: the way back. */
  readonly leading?: ReactNode;
  /** Only beside an open report: copies entries into it. */
  readonly onTake?: (entries: readonly KeptEntry[], cite: boolean) => void;
}

/** The library as a place of its own: what to look at on the left, the references, one of them whole on the right. */
export function LibraryView({ host, name, leading, onTake }: Props) {
  const say = useWords('library');
  const follow = useWords('following');
  const references = useWords('references');
  const format = useFormat();
  const isOwn = (name ?? null) === null;
  const followed = useFollowed(host, isOwn);
  const [following, setFollowing] = useState(false);
  const revision = useRevision(host);
  const { work, working } = useWork(host);
  const [shelf, setShelf] = useState<Shelf>({ kind: 'all' });
  const [text, setText] = useState('');
  const words = useDeferredValue(text);
  const [sort, setSort] = useState<{ by: SortKey; descending: boolean } | null>(null);
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const [editing, setEditing] = useState(false);
  const [byHand, setByHand] = useState(false);
  const [merging, setMerging] = useState<readonly [string, string] | null>(null);
  const [tried, setTried] = useState(0);
  const importing = useImporting(host, work, shelf.kind === 'collection' ? shelf.id : null);
  const adding = useAdding(importing);

  const query = useMemo(
    (): LibraryQuery => ({
      ...queryOf(shelf),
      ...(words.trim() === '' ? {} : { text: words }),
      ...(sort === null ? {} : { sort: sort.by, descending: sort.descending }),
    }),
    [shelf, words, sort],
  );
  const status = useAnswer(() => host.call('library.status', {}), `${revision} ${tried}`);
  const collections = useAnswer(() => host.call('library.collections', {}), `${revision} ${tried}`);
  const tags = useAnswer(() => host.call('library.tags', {}), `${revision} ${tried}`);
  const checking = useChecking(host);
  const answered = useRows(host, query, `${revision} ${checking.heard}`);
  // What was typed is asked for a moment later.
  const rows = { ...answered, stale: answered.stale || words !== text };
  const grid = useRef<HTMLDivElement>(null);
  /** The keyboard went from the search field to a list that was not read yet. */
  const isEntering = useRef(false);
  const first = rows.stale ? undefined : rows.row(0);
  const enter = () => {
    grid.current?.focus();
    isEntering.current = first === undefined;
    if (first) setSelection(only(first.id, 0));
  };
  useEffect(() => {
    if (!isEntering.current || !first) return;
    isEntering.current = false;
    if (document.activeElement === grid.current) setSelection(only(first.id, 0));
  }, [first]);
  const ids = useMemo(() => [...selection.ids], [selection]);
  const [single] = ids;
  const entry = useAnswer<KeptEntry | null>(
    async () => (ids.length === 1 && single ? host.call('library.entry', { id: single }) : NONE),
    `${revision} ${ids.length} ${single}`,
  );

  const standing = useAnswer<Standings>(
    async () => (ids.length === 1 && single ? host.call('library.standings', { ids: [single] }) : done({})),
    `${revision} ${checking.heard} ${ids.length} ${single}`,
  );

  const warned = useRef(false);
  useEffect(() => {
    const [warning] = status?.ok ? status.value.warnings : [];
    if (!warning || warned.current) return;
    warned.current = true;
    notify({ severity: 'warning', title: warning.message, hint: warning.hint, code: warning.code });
  }, [status]);
  // Another list: what was selected in the one before says nothing here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    setSelection(NOTHING);
    setEditing(false);
    setMerging(null);
  }, [shelf, words]);

  if (status && !status.ok)
    return (
      <div className="library-trouble">
        {leading}
        <Trouble
          title={say('notOpened')}
          problem={status.problem}
          actions={<Button onPress={() => setTried(now => now + 1)}>{say('retry')}</Button>}
        />
      </div>
    );

  const counts = status?.ok ? status.value : null;
  const collectionList = collections?.ok ? collections.value : [];
  const tagList = tags?.ok ? tags.value : [];
  const shown = entry?.ok ? entry.value : null;
  const isEmpty = counts?.entries === 0 && counts.trash === 0;
  const selectAll = async () => {
    const answer = await settled(host.call('library.ids', { query }));
    if (answer.ok) setSelection({ ids: new Set(answer.value), at: 0, current: answer.value[0] ?? null, from: 0 });
  };
  const selectFar = async (from: number, to: number) => {
    const answer = await settled(host.call('library.ids', { query }));
    if (!answer.ok) return;
    const between = answer.value.slice(Math.min(from, to), Math.max(from, to) + 1);
    setSelection({ ids: new Set(between), at: to, current: answer.value[to] ?? null, from });
    setEditing(false);
  };
  const take = async (cite: boolean, which: readonly string[] = ids) => {
    const entries: KeptEntry[] = [];
    for (let from = 0; from < which.length; from += AT_ONCE) {
      const answer = await settled(host.call('library.entries', { ids: which.slice(from, from + AT_ONCE) }));
      if (!answer.ok) return;
      entries.push(...answer.value);
    }
    onTake?.(entries, cite);
  };
  const mark = (field: 'starred' | 'read' | 'trashed', value: boolean) =>
    void work.edit(ids, { kind: 'field', field, value }, field);
  const onKey = (event: KeyboardEvent) => {
    const isMod = event.ctrlKey || event.metaKey;
    const row = rows.row(rows.places.get(selection.current ?? '') ?? -1);
    if (isMod && event.key.toLowerCase() === 'a') void selectAll();
    else if (isMod && event.key.toLowerCase() === 'z') void work.undo();
    else if (event.key === 'Delete' && ids.length > 0) mark('trashed', shelf.kind !== 'trash');
    else if (!isMod && event.key === 's' && row) mark('starred', !row.starred);
    else if (!isMod && event.key === 'r' && row) mark('read', !row.read);
    else if (event.key === 'F2' && ids.length === 1) setEditing(true);
    else return;
    event.preventDefault();
  };
  const sortBy = (by: SortKey) =>
    setSort(now =>
      now?.by !== by
        ? { by, descending: by === 'year' }
        : now.descending === (by === 'year')
          ? { by, descending: !now.descending }
          : null,
    );

  return (
    <div className="library">
      <nav className="library-side" aria-label={say('groups')} data-pane="">
        <LibrarySide
          name={name ?? say('mine')}
          counts={counts}
          collections={collectionList}
          tags={tagList}
          shelf={shelf}
          onShelf={setShelf}
          work={work}
        />
      </nav>
      <DropZone
        aria-label={references('dropHere')}
        className="library-main"
        onDrop={async event => {
          const dropped = event.items.filter((item): item is FileDropItem => item.kind === 'file');
          await importing.takeFiles(await Promise.all(dropped.map(item => item.getFile())));
        }}
      >
        <main className="library-list" aria-label={say('references')} data-pane="">
          <div className="library-tools">
            {leading}
            <SearchField
              label={say('searchLabel')}
              placeholder={say('search')}
              value={text}
              onChange={setText}
              onDown={enter}
              autoFocus
            />
            <AddMenu
              onFiles={adding.chooseFiles}
              onPaste={adding.paste}
              onHand={() => setByHand(true)}
              onFollow={isOwn ? () => setFollowing(true) : null}
            />
            {adding.parts}
          </div>
          {working && <Progress title={say(working.kind)} {...working} onStop={working.stop} />}
          {importing.progress && <Progress title={say('importing')} {...importing.progress} onStop={importing.stop} />}
          {importing.imported && (
            <ImportCard
              imported={importing.imported}
              onUndo={() => {
                void work.undo(importing.imported?.batches);
                importing.dismiss();
              }}
              onLook={() => {
                setShelf({ kind: 'duplicates' });
                importing.dismiss();
              }}
              onClose={importing.dismiss}
            />
          )}
          {followed?.filter(needsLooking).map(file => (
            <Banner
              key={file.id}
              severity={file.problem ? 'warning' : 'note'}
              live
              actions={
                <Button small onPress={() => setFollowing(true)}>
                  {follow('look')}
                </Button>
              }
            >
              {follow(file.problem ? 'fails' : 'waits', { name: fileName(file.path) })}
            </Banner>
          ))}
          {checking.progress && checking.progress.of > 1 && (
            <Progress title={say('checking')} {...checking.progress} onStop={checking.stop} />
          )}
          {rows.instead !== null && (
            <Banner severity="note" live>
              {say('instead', { words: rows.instead })}
            </Banner>
          )}
          {shelf.kind === 'duplicates' ? (
            <Duplicates host={host} work={work} revision={`${revision} ${importing.ended}`} />
          ) : merging ? (
            <MergeView
              host={host}
              work={work}
              one={merging[0]}
              other={merging[1]}
              onDone={() => {
                setMerging(null);
                setSelection(NOTHING);
              }}
            />
          ) : isEmpty ? (
            <div className="blank">
              <h2>{say('none')}</h2>
              <p>{say('noneHint')}</p>
              <div className="blank-actions">
                <Button onPress={adding.chooseFiles}>{say('fromFile')}</Button>
                <Button onPress={adding.paste}>{say('fromText')}</Button>
              </div>
            </div>
          ) : rows.total === 0 && !rows.waiting ? (
            <p className="library-none quiet">{say(words.trim() === '' ? 'noneHere' : 'noMatch')}</p>
          ) : (
            <LibraryGrid
              element={grid}
              rows={rows}
              selection={selection}
              onSelect={now => {
                setSelection(now);
                setEditing(false);
              }}
              onFarRange={(from, to) => void selectFar(from, to)}
              sort={sort}
              onSort={sortBy}
              onOpen={id => (onTake ? void take(true, [id]) : setEditing(true))}
              onKey={onKey}
            />
          )}
          <footer className="library-foot">
            <span role="status">
              {counts === null
                ? say('opening')
                : say('sorted', { count: rows.total, formatted: format.number(rows.total) })}
            </span>
            {ids.length > 0 && (
              <span>{say('selected', { count: ids.length, formatted: format.number(ids.length) })}</span>
            )}
            <span className="grow" />
            <span>
              <Keys of="↵" /> {say(onTake ? 'keyCite' : 'keyEdit')}
            </span>
            <span>
              <Keys of="s" /> {say('keyStar')}
            </span>
          </footer>
        </main>
      </DropZone>
      <aside className="library-aside" aria-label={say('detail')} data-pane="">
        {byHand ? (
          <ReferenceForm
            item={{ id: 'new', type: 'article-journal' }}
            isNew
            onCancel={() => setByHand(false)}
            onSave={item => {
              setByHand(false);
              const id = freshId();
              void work.apply(
                [
                  {
                    entry: id,
                    field: 'new',
                    value: { item, ...(shelf.kind === 'collection' ? { collections: [shelf.id] } : {}) },
                  },
                ],
                'add',
              );
            }}
          />
        ) : ids.length > 1 ? (
          <SeveralDetail
            host={host}
            revision={revision}
            ids={ids}
            isTrash={shelf.kind === 'trash'}
            collections={collectionList}
            tags={tagList}
            work={work}
            onCheck={checking.progress ? null : () => void checking.check(ids)}
            onMerge={() => setMerging([ids[0] as string, ids[1] as string])}
            onTake={onTake && (cite => void take(cite))}
          />
        ) : shown && ids.length === 1 ? (
          <EntryDetail
            key={shown.id}
            host={host}
            entry={shown}
            standing={standing?.ok ? standing.value[shown.id] : undefined}
            onCheck={checking.progress ? null : () => void checking.check([shown.id])}
            collections={collectionList}
            tags={tagList}
            work={work}
            editing={editing}
            onEditing={setEditing}
            onTake={onTake && (cite => void take(cite, [shown.id]))}
          />
        ) : (
          <p className="library-none quiet">{say('selectOne')}</p>
        )}
      </aside>
      {following && <FollowDialog host={host} files={followed ?? []} onClose={() => setFollowing(false)} />}
    </div>
  );
}

/** The most entries that are asked for in one question. */
const AT_ONCE = 1000;

/** No entry is asked for. */
const NONE = { ok: true, value: null } as const;
