import { ArchiveRestore } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { DropZone, type FileDropItem } from 'react-aria-components';
import type { HostClient } from '../../core/contract/contract.ts';
import type { CollectionCount, TagCount } from '../../core/library/types.ts';
import { useSurroundings } from '../app/surroundings.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { SearchField } from '../ui/Field.tsx';
import { Trouble } from '../ui/Said.tsx';
import { useSteady } from '../ui/steady.ts';
import { useWords } from '../words/index.ts';
import { settled, useAnswer, useRevision, useRows } from './asking.ts';
import { Backups } from './backups/Backups.tsx';
import { useWarned } from './backups/warned.ts';
import type { Taking } from './case/taking.ts';
import { useLibraryCommands } from './commands.ts';
import { Duplicates } from './doubles/Duplicates.tsx';
import { useDoubles } from './doubles/doubles.ts';
import { MergeView } from './doubles/MergeView.tsx';
import { attachByDoi, attachDropped, isArticle } from './entry/Files.tsx';
import { AddMenu, useAdding } from './incoming/Adding.tsx';
import { FollowDialog } from './incoming/FollowDialog.tsx';
import { useFollowed } from './incoming/followed.ts';
import { useImporting } from './incoming/importing.ts';
import { LibraryAside } from './LibraryAside.tsx';
import { LibraryNews } from './LibraryNews.tsx';
import { columnsOf, widthsOf, withWidth } from './list/columns.ts';
import { useCopying } from './list/copying.ts';
import { useDeeds } from './list/deeds.ts';
import { useEntering } from './list/entering.ts';
import { conditions, NO_FILTER } from './list/filters.ts';
import { LibraryFoot } from './list/LibraryFoot.tsx';
import { LibraryGrid } from './list/LibraryGrid.tsx';
import { ColumnsPanel, FilterPanel } from './list/ListTools.tsx';
import { useLooking } from './list/looking.ts';
import { EmptyLibrary, NothingFound } from './list/NothingListed.tsx';
import { useNarrow } from './list/narrow.ts';
import { RowMenu } from './list/RowMenu.tsx';
import { NOTHING, only, type Selection } from './list/selection.ts';
import { useChecking } from './list/standings.ts';
import { ExportPanel } from './outgoing/ExportPanel.tsx';
import { LibrarySide } from './shelves/LibrarySide.tsx';
import { useWork } from './working.ts';
import './library.css';

interface Props {
  readonly host: HostClient;
  /** Whose it is; absent for the own one. */
  readonly name?: string | null;
  /** Before the search field: the way back. */
  readonly leading?: ReactNode;
  /** Only beside an open report. */
  readonly onTake?: Taking;
  /** The open report, whose style references are copied in. */
  readonly document?: string;
  /** Opens a report that cites an entry; absent beside an open one. */
  readonly onReport?: (path: string) => void;
}

/** The library as a place of its own: what to look at on the left, the references, one of them whole on the right. */
export function LibraryView({ host, name, leading, onTake, document: report, onReport }: Props) {
  const say = useWords('library');
  const references = useWords('references');
  const isOwn = (name ?? null) === null;
  const followed = useFollowed(host, isOwn);
  const [following, setFollowing] = useState(false);
  const [isBackups, setBackups] = useState(false);
  const revision = useRevision(host);
  const { work, working } = useWork(host);
  const looking = useLooking();
  const { shelf, setShelf, text, words, setText, filter, setFilter, query } = looking;
  const { settings, changeSettings } = useSurroundings();
  const isNarrow = useNarrow();
  const columns = useMemo(() => columnsOf(settings.libraryColumns, isNarrow), [settings.libraryColumns, isNarrow]);
  const widths = useMemo(() => widthsOf(settings.libraryWidths), [settings.libraryWidths]);
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const [editing, setEditing] = useState(false);
  const [byHand, setByHand] = useState(false);
  const [merging, setMerging] = useState<readonly [string, string] | null>(null);
  const [tried, setTried] = useState(0);
  /** Selects the first in the list of entries that came in, where it shows one. */
  const showAmong = useSteady(async (ids: readonly string[]) => {
    const answer = await host.call('library.ids', { query }).catch(() => null);
    const wanted = new Set(ids);
    const at = answer?.ok ? answer.value.findIndex(id => wanted.has(id)) : -1;
    if (answer?.ok && at >= 0) setSelection(only(answer.value[at] as string, at));
  });
  const collection = shelf.kind === 'collection' ? shelf.id : null;
  const onCame = useSteady((added: readonly string[]) => arrived(added));
  const importing = useImporting(host, work, collection, onCame);
  const adding = useAdding(host, importing);
  const copying = useCopying(host, report);
  /** Where the menu of what is selected is open. */
  const [menu, setMenu] = useState<{ readonly x: number; readonly y: number } | null>(null);

  const checking = useChecking(host);
  const status = useAnswer(() => host.call('library.status', {}), `${revision} ${tried} ${checking.heard}`);
  const collections = useAnswer(() => host.call('library.collections', {}), `${revision} ${tried}`);
  const { doubles, setDoubles } = useDoubles(host, status?.ok ? status.value.entries : 0, importing.ended);
  const tags = useAnswer(() => host.call('library.tags', {}), `${revision} ${tried}`);
  const answered = useRows(host, query, `${revision} ${checking.heard}`);
  // What was typed is asked for a moment later.
  const rows = { ...answered, stale: answered.stale || words !== text };
  const grid = useRef<HTMLDivElement>(null);
  const heldOver = useRef<string | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const counts = status?.ok ? status.value : null;
  const isEmpty = counts?.entries === 0 && counts.trash === 0;
  const { enter, arrived } = useEntering({
    grid,
    rows,
    isEmpty,
    isImporting: importing.progress !== null,
    select: (id, at) => setSelection(only(id, at)),
    selectAmong: showAmong,
  });
  const ids = useMemo(() => [...selection.ids], [selection.ids]);
  // Who goes down the list with a key held sees rows first, and what is beside them once that is made.
  const beside = useDeferredValue(ids);
  const onSelect = (now: Selection) => {
    setSelection(now);
    setEditing(false);
  };
  const { take, selectAll, selectFar, mark, trash } = useDeeds({ host, work, query, ids, onSelect, onTake });
  // What stands round the list is not rendered anew for each key and row.
  const onTags = useSteady((now: readonly string[]) => setFilter({ ...filter, tags: now }));
  const onTag = useSteady((tag: string) => setFilter({ ...filter, tags: [...new Set([...filter.tags, tag])] }));
  const onHand = useSteady(() => setByHand(true));
  const onFollow = useSteady(() => setFollowing(true));
  const chooseFiles = useSteady(adding.chooseFiles);
  const paste = useSteady(adding.paste);
  const askOnline = useSteady(adding.ask);
  /** The keyboard goes back to the list from what was answered beside it. */
  const toList = () => requestAnimationFrame(() => grid.current?.focus());
  const onEditing = useSteady((now: boolean) => {
    setEditing(now);
    if (!now) toList();
  });
  const onMade = useSteady((id: string | null) => {
    setByHand(false);
    toList();
    if (id !== null) void showAmong([id]);
  });
  /** To an entry wherever it stands: among all, once these are listed. */
  const wanted = useRef<string | null>(null);
  const onShow = useSteady((id: string) => {
    wanted.current = id;
    setShelf({ kind: 'all' });
    setText('');
    setFilter(NO_FILTER);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query is what it waits for
  useEffect(() => {
    const id = wanted.current;
    if (id === null || words !== text) return;
    wanted.current = null;
    void showAmong([id]);
    toList();
  }, [query, words, text]);
  const onMerge = useSteady((one: string, other: string) => setMerging([one, other]));
  const onTaken = useSteady((cite: boolean, which: readonly string[]) => void take(cite, which));
  const showBackups = useSteady(() => setBackups(true));
  const toSearch = () => {
    search.current?.focus();
    search.current?.select();
  };
  useLibraryCommands({
    onFiles: chooseFiles,
    onPaste: paste,
    onHand,
    onAsk: askOnline,
    onFollow: isOwn ? onFollow : null,
    onBackups: isOwn ? showBackups : null,
    onShelf: setShelf,
    onSearch: toSearch,
    onSelectAll: () => void selectAll(),
    onCheck: ids.length > 0 && !checking.progress ? () => void checking.check(ids) : null,
    onUndo: () => void work.undo(),
  });
  useWarned(status?.ok ? status.value.warnings : undefined, isOwn ? showBackups : null);
  // Another list: what was selected in the one before says nothing here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    setSelection(NOTHING);
    setEditing(false);
    setMerging(null);
  }, [shelf, words, filter]);

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

  const collectionList = collections?.ok ? collections.value : NO_COLLECTIONS;
  const tagList = tags?.ok ? tags.value : NO_TAGS;
  const onKey = (event: KeyboardEvent) => {
    const isMod = event.ctrlKey || event.metaKey;
    const row = rows.row(rows.places.get(selection.current ?? '') ?? -1);
    if (isMod && event.key.toLowerCase() === 'a') void selectAll();
    else if (event.key === 'Delete' && ids.length > 0) void trash(shelf.kind !== 'trash');
    else if (!isMod && event.key === '/') toSearch();
    else if (event.key === 'Escape' && ids.length > 1 && row) setSelection(only(row.id, selection.at));
    else if (isMod && event.key.toLowerCase() === 'd' && row) mark('starred', !row.starred);
    else if (isMod && event.key.toLowerCase() === 'u' && row) mark('read', !row.read);
    else if (isMod && !event.shiftKey && event.key.toLowerCase() === 'c' && ids.length > 0)
      void copying.copy(ids, 'bibliography');
    else if (event.key === 'F2' && ids.length === 1) setEditing(true);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: one shortcut of the whole view
    <div
      className="library"
      onPaste={event => {
        const { files } = event.clipboardData;
        const text = event.clipboardData.getData('text/plain');
        if (isField(event.target) || (files.length === 0 && text.trim() === '')) return;
        event.preventDefault();
        if (files.length > 0) void importing.takeFiles([...files].filter(file => !isArticle(file)));
        else void importing.take({ bytes: new TextEncoder().encode(text) });
      }}
      onKeyDown={event => {
        if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'f') return;
        event.preventDefault();
        toSearch();
      }}
    >
      <nav className="library-side" aria-label={say('groups')} data-pane="">
        <LibrarySide
          host={host}
          name={name ?? say('mine')}
          counts={counts}
          collections={collectionList}
          tags={tagList}
          shelf={shelf}
          onShelf={setShelf}
          chosenTags={filter.tags}
          onTags={onTags}
          doubles={doubles}
          work={work}
        />
      </nav>
      <DropZone
        aria-label={references('dropHere')}
        className="library-main"
        onDrop={async event => {
          const dropped = event.items.filter((item): item is FileDropItem => item.kind === 'file');
          const files = await Promise.all(dropped.map(item => item.getFile()));
          const articles = files.filter(isArticle);
          const row = heldOver.current;
          heldOver.current = null;
          if (row !== null && articles.length > 0) await attachDropped(host, work, row, articles);
          else await attachByDoi(host, work, ids.length === 1 ? (ids[0] ?? null) : null, articles);
          if (articles.length < files.length) await importing.takeFiles(files.filter(file => !isArticle(file)));
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
              inputRef={search}
              autoFocus
            />
            {shelf.kind !== 'duplicates' && !merging && (
              <>
                <FilterPanel filter={filter} onFilter={setFilter} />
                <ColumnsPanel />
                {shelf.kind !== 'trash' && (
                  <ExportPanel host={host} ids={ids} query={query} total={rows.total} copying={copying} />
                )}
              </>
            )}
            {isOwn && <IconButton label={say('backups')} icon={ArchiveRestore} onPress={showBackups} />}
            <AddMenu
              onFiles={chooseFiles}
              onPaste={paste}
              onHand={onHand}
              onAsk={askOnline}
              onFollow={isOwn ? onFollow : null}
            />
            {adding.parts}
          </div>
          <LibraryNews
            work={work}
            working={working}
            importing={importing}
            checking={checking}
            followed={followed}
            onFollowed={() => setFollowing(true)}
            onDuplicates={() => setShelf({ kind: 'duplicates' })}
            instead={rows.instead}
            isTrash={shelf.kind === 'trash' && counts !== null && counts.trash > 0}
            onUnfilter={shelf.kind !== 'duplicates' && conditions(filter) > 0 ? () => setFilter(NO_FILTER) : null}
          />
          {shelf.kind === 'duplicates' ? (
            <Duplicates host={host} work={work} revision={`${revision} ${importing.ended}`} onCounted={setDoubles} />
          ) : merging ? (
            <MergeView
              host={host}
              work={work}
              one={merging[0]}
              other={merging[1]}
              onDone={() => {
                setMerging(null);
                setSelection(NOTHING);
                toList();
                void showAmong([merging[0]]);
              }}
              onBack={() => {
                setMerging(null);
                toList();
              }}
            />
          ) : isEmpty ? (
            <EmptyLibrary adding={adding} />
          ) : rows.total === 0 && !rows.waiting ? (
            <NothingFound words={words} filter={filter} shelf={shelf} />
          ) : (
            <LibraryGrid
              element={grid}
              columns={columns}
              widths={widths}
              onWidth={(id, width) => changeSettings({ libraryWidths: withWidth(settings.libraryWidths, id, width) })}
              rows={rows}
              selection={selection}
              onSelect={onSelect}
              onFarRange={(from, to) => void selectFar(from, to)}
              sort={looking.sort}
              onSort={looking.sortBy}
              onOpen={id => (onTake ? void take(true, [id]) : setEditing(true))}
              onKey={onKey}
              heldOver={heldOver}
              onReach={async (letters, from) => {
                const answer = await settled(host.call('library.reach', { query, letters, from }));
                return answer.ok ? answer.value : null;
              }}
              onMenu={setMenu}
            />
          )}
          <LibraryFoot
            total={shelf.kind === 'duplicates' || merging ? undefined : counts === null ? null : rows.total}
            selected={ids.length}
            enter={rows.total === 0 || shelf.kind === 'duplicates' || merging ? null : onTake ? 'keyCite' : 'keyEdit'}
          />
        </main>
      </DropZone>
      <aside className="library-aside" aria-label={say('detail')} data-pane="">
        <LibraryAside
          host={host}
          revision={revision}
          ids={beside}
          shelf={shelf}
          collections={collectionList}
          tags={tagList}
          work={work}
          checking={checking}
          byHand={byHand}
          isEmpty={isEmpty || shelf.kind === 'duplicates' || (rows.total === 0 && !rows.waiting)}
          editing={editing}
          onEditing={onEditing}
          onMade={onMade}
          onShelf={setShelf}
          onTag={onTag}
          onShow={onShow}
          onMerge={onMerge}
          onTake={onTake && onTaken}
          onReport={onReport}
        />
      </aside>
      {menu && (
        <RowMenu
          host={host}
          at={menu}
          ids={ids}
          row={rows.row(rows.places.get(selection.current ?? '') ?? -1)}
          collections={collectionList}
          shelf={shelf}
          onClose={() => setMenu(null)}
          onTake={onTake ? cite => void take(cite) : null}
          onEdit={() => setEditing(true)}
          onCopy={what => void copying.copy(ids, what)}
          onMark={mark}
          onCompare={() => setMerging([ids[0] as string, ids[1] as string])}
          onCheck={checking.progress ? null : () => void checking.check(ids)}
          onShelf={setShelf}
          onLeave={id => void work.edit(ids, { kind: 'field', field: `collection.${id}`, value: null }, 'file')}
          onTrash={() => void trash(shelf.kind !== 'trash')}
        />
      )}
      {isBackups && (
        <Backups
          host={host}
          isBusy={working !== null || importing.progress !== null}
          onRestored={() => {
            work.forget();
            importing.dismiss();
            setShelf({ kind: 'all' });
            setSelection(NOTHING);
            setTried(now => now + 1);
          }}
          onClose={() => setBackups(false)}
        />
      )}
      {following && <FollowDialog host={host} files={followed ?? []} onClose={() => setFollowing(false)} />}
    </div>
  );
}

const isField = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

const NO_COLLECTIONS: readonly CollectionCount[] = [];
const NO_TAGS: readonly TagCount[] = [];
