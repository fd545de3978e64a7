/** What can be asked of a library, each over an open one. Run in a thread of its own (worker.ts) or in the caller's. */
import { join } from 'node:path';
import type { LibraryBackup, LibraryDifference, LibraryStatus } from '../../core/contract/library.ts';
import { lossesIn } from '../../core/formats/carried.ts';
import { referenceFormats } from '../../core/formats/index.ts';
import type { EntryProblem } from '../../core/formats/problems.ts';
import { type Common, commonOf } from '../../core/library/bulk.ts';
import { mergeChanges } from '../../core/library/merging.ts';
import type {
  ArticleFound,
  AttachedFile,
  CollectionCount,
  DuplicatesEvent,
  EditEvent,
  ImportEvent,
  KeptEntry,
  LibraryLink,
  LibraryPage,
  LibraryQuery,
  LinkedEntry,
  PastChange,
  Proposal,
  Settlement,
  TagCount,
  UndoEvent,
} from '../../core/library/types.ts';
import type { Standings } from '../../core/lookup/standing.ts';
import { done, failed, type Outcome } from '../../core/outcome.ts';
import type { CslItem } from '../../core/references/csl.ts';
import type { Applied, Changes } from './applying.ts';
import { whose } from './article-identity.ts';
import { describeFile, findFile, foldersOfFiles, foundHere, keepCopy } from './attaching.ts';
import { backUp, describedBackups, differenceFrom } from './backups.ts';
import { type EditRequest, editEntries, undoBatches } from './editing.ts';
import { type FollowingAsked, followingOperations } from './following/operations.ts';
import { collectionCounts, countsOf, tagCounts } from './groups.ts';
import { type ImportRequest, importReferences } from './importing.ts';
import type { OpenLibrary } from './library.ts';
import { historyOf } from './log.ts';
import { findPairs, keepApart } from './pairing.ts';
import { noBackup, noEntry } from './problems.ts';
import { proposalsIn, settle } from './proposals.ts';
import { keepStandings, standingsOf } from './standings.ts';
import { type MirrorAsked, mirrorOperations } from './sync/mirror/operations.ts';
import { standings } from './writing.ts';

/** Every operation by name: what it takes and what it gives. */
export interface Asked extends MirrorAsked, FollowingAsked {
  status: [Record<string, never>, LibraryStatus];
  list: [{ query: LibraryQuery; offset: number; limit: number }, LibraryPage];
  backups: [Record<string, never>, readonly LibraryBackup[]];
  difference: [{ at: number }, LibraryDifference];
  backUp: [Record<string, never>, null];
  /** Done by whoever holds the library open (`desk.ts`). */
  restore: [{ at: number }, null];
  ids: [{ query: LibraryQuery }, readonly string[]];
  reach: [{ query: LibraryQuery; letters: string; from: number }, number | null];
  entry: [{ id: string }, KeptEntry];
  entries: [{ ids: readonly string[] }, readonly KeptEntry[]];
  history: [{ id: string }, readonly PastChange[]];
  apply: [{ changes: Changes; label: string; by: string }, Applied];
  common: [{ ids: readonly string[] }, Common];
  collections: [Record<string, never>, readonly CollectionCount[]];
  tags: [Record<string, never>, readonly TagCount[]];
  proposals: [Record<string, never>, readonly Proposal[]];
  settle: [{ ids: readonly number[]; how: Settlement; by: string }, { readonly batch: number | null }];
  merge: [{ stays: string; goes: string; chosen: readonly string[]; by: string }, Applied];
  attach: [{ id: string; path: string; by: string }, Applied];
  attachCopy: [{ id: string; name: string; bytes: Uint8Array; by: string }, Applied];
  whose: [{ bytes: Uint8Array }, ArticleFound];
  locate: [{ id: string; file: string; by: string }, AttachedFile];
  standings: [{ ids: readonly string[] }, Standings];
  keepStandings: [{ standings: Standings }, null];
  apart: [{ one: string; other: string }, null];
  compare: [{ links: readonly LibraryLink[] }, readonly LinkedEntry[]];
  export: [
    {
      format: string;
      ids?: readonly string[] | undefined;
      query?: LibraryQuery | undefined;
      checked?: boolean | undefined;
      /** Citation keys, former ones among them. */
      keys?: readonly string[] | undefined;
      /** Journals by their short names, where they are known. */
      shortJournals?: boolean | undefined;
      /** Notes on entries are written with them. */
      withNotes?: boolean | undefined;
    },
    ExportedText,
  ];
}

export interface ExportedText {
  readonly text: string;
  readonly entries: number;
  /** Where it was checked: what the text does not say as the library has it. */
  readonly problems: readonly EntryProblem[];
}

/** As {@link Asked}, for what gives its answer piece by piece. */
export interface Streamed {
  import: [ImportRequest & { readonly by: string }, ImportEvent];
  edit: [EditRequest & { readonly by: string }, EditEvent];
  undo: [{ readonly batches: readonly number[]; readonly by: string }, UndoEvent];
  duplicates: [Record<string, never>, DuplicatesEvent];
}

/** What writes nothing, so that it waits for nobody who does. */
const READING: ReadonlySet<keyof Asked> = new Set<keyof Asked>([
  'status',
  'backups',
  'difference',
  'list',
  'ids',
  'entry',
  'entries',
  'history',
  'common',
  'collections',
  'tags',
  'proposals',
  'standings',
  'whose',
  'compare',
  'export',
  'followedOpen',
  'teamMembers',
  'teamConflicts',
  'teamSettledHere',
]);
export const isReading = (name: keyof Asked): boolean => READING.has(name);

type Operations = {
  readonly [Name in Exclude<keyof Asked, 'restore'>]: (
    library: OpenLibrary,
    input: Asked[Name][0],
  ) => Outcome<Asked[Name][1]>;
};
type Streams = {
  readonly [Name in keyof Streamed]: (
    library: OpenLibrary,
    input: Streamed[Name][0],
    signal: AbortSignal,
  ) => AsyncGenerator<Streamed[Name][1]>;
};

export const operations: Operations = {
  ...mirrorOperations,
  ...followingOperations,
  status: library => done({ ...countsOf(library.database), revision: library.revision(), warnings: library.warnings }),
  backups: ({ folder }) => done(describedBackups(folder)),
  backUp: ({ database, folder }) => {
    backUp(database, folder, 'asked', Date.now());
    return done(null);
  },
  difference: ({ database, folder }, { at }) => {
    const difference = differenceFrom(database, folder, at);
    return difference ? done(difference) : failed(noBackup());
  },
  list: ({ lister }, { query, offset, limit }) => done(lister.page(query, offset, limit)),
  ids: ({ lister }, { query }) => done(lister.ids(query)),
  reach: ({ lister }, { query, letters, from }) => done(lister.reach(query, letters, from)),
  entry: (library, { id }) => {
    const entry = library.entry(id);
    return entry ? done(entry) : failed(noEntry());
  },
  entries: (library, { ids }) => done(ids.flatMap(id => library.entry(id) ?? [])),
  history: ({ database }, { id }) => done(historyOf(database, id)),
  apply: (library, { changes, label, by }) => done(library.commit(changes, { label, by })),
  common: ({ database }, { ids }) => done(commonOf(standings(database, ids).map(({ entry }) => entry))),
  collections: ({ database }) => done(collectionCounts(database)),
  tags: ({ database }) => done(tagCounts(database)),
  proposals: ({ database }) => done(proposalsIn(database)),
  settle: (library, { ids, how, by }) => done({ batch: settle(library, ids, how, by) }),
  merge: (library, { stays, goes, chosen, by }) => {
    const [one, other] = [library.entry(stays), library.entry(goes)];
    if (!one || !other || stays === goes) return failed(noEntry());
    return done(library.commit(mergeChanges(one, other, chosen), { label: 'merge', by }));
  },
  attach: (library, { id, path, by }) => attach(library, id, describeFile(path, Date.now()), by),
  attachCopy: (library, { id, name, bytes, by }) => {
    const path = keepCopy(join(library.folder, 'files'), name, bytes);
    return path.ok ? attach(library, id, describeFile(path.value, Date.now()), by) : path;
  },
  whose: ({ database }, { bytes }) => done(whose(database, bytes)),
  locate: (library, { id, file: wanted, by }) => {
    const file = library.entry(id)?.files.find(each => each.id === wanted);
    if (!file) return failed(noEntry());
    const found = findFile(file, Date.now(), () => foldersOfFiles(library.database));
    if (!found.ok) return found;
    const value = isOfTeam(library, id) ? foundHere(file, found.value) : found.value;
    const isMoved = value.path !== file.path || value.hash !== file.hash || value.here?.hash !== file.here?.hash;
    if (isMoved) library.commit([{ entry: id, field: `file.${wanted}`, value }], { label: 'moved', by });
    return done(value);
  },
  standings: ({ database }, { ids }) => done(standingsOf(database, ids)),
  keepStandings: ({ database }, { standings }) => {
    keepStandings(database, standings);
    return done(null);
  },
  apart: ({ database }, { one, other }) => {
    keepApart(database, one, other);
    return done(null);
  },
  compare: (library, { links }) =>
    done(
      links.flatMap(({ entry, revision }) => {
        const now = followed(library, entry);
        // Each mirror of a team's library counts its own revisions: the same number on a colleague's computer says nothing.
        const isSame = now?.id === entry && now.revision === revision && !isOfTeam(library, entry);
        return now && !isSame ? [{ entry, now }] : [];
      }),
    ),
  export: (library, { format, ids, query = {}, checked, keys, ...how }) => {
    const wanted = keys ? idsByKey(library, keys) : (ids ?? library.lister.ids(query));
    const entries = wanted.flatMap(id => library.entry(id) ?? []);
    const references = entries.map(entry => ({ id: entry.key, item: exported(entry, how), kept: entry.kept }));
    const as = referenceFormats.find(({ id }) => id === format);
    const text = as?.write?.(references) ?? '';
    return done({ text, entries: entries.length, problems: as && checked ? lossesIn(as, references, text) : [] });
  },
};

/** Ids of entries by their citation keys, each once. */
function idsByKey({ database }: OpenLibrary, keys: readonly string[]): readonly string[] {
  return database
    .rows<readonly [string]>(
      `select e.id from json_each(?1) k join entries e on e.key = k.value and e.trashed = 0
       union select e.id from json_each(?1) k join aliases a on a.key = k.value join entries e on e.n = a.n and e.trashed = 0`,
      JSON.stringify(keys),
    )
    .map(([id]) => id);
}

/** An entry's item as it is written for other programs. */
function exported(
  { key, item, notes }: KeptEntry,
  {
    shortJournals,
    withNotes,
  }: { readonly shortJournals?: boolean | undefined; readonly withNotes?: boolean | undefined },
): CslItem {
  const short = item['container-title-short'];
  const annote = withNotes ? [item.annote, ...notes.map(({ text }) => text)].filter(Boolean).join('\n\n') : '';
  return {
    ...item,
    id: key,
    ...(shortJournals && short && { 'container-title': short }),
    ...(annote !== '' && { annote }),
  };
}

/** A file for an entry; the same file twice is one. */
function attach(library: OpenLibrary, id: string, file: Outcome<AttachedFile>, by: string): Outcome<Applied> {
  const entry = library.entry(id);
  if (!entry) return failed(noEntry());
  if (!file.ok) return file;
  const known = entry.files.find(({ hash }) => hash === file.value.hash);
  const value = { ...file.value, id: known?.id ?? file.value.id };
  return done(library.commit([{ entry: id, field: `file.${value.id}`, value }], { label: 'attach', by }));
}

/** Whether an entry is shared with a team. */
const isOfTeam = ({ database }: OpenLibrary, entry: string): boolean =>
  database.value('select 1 from team_fields where entry = ? limit 1', entry) !== undefined;

/** The entry, or the one that it was merged into. */
function followed(library: OpenLibrary, id: string): KeptEntry | null {
  let now = library.entry(id);
  for (const seen = new Set<string>(); now?.mergedInto && !seen.has(now.id); now = library.entry(now.mergedInto))
    seen.add(now.id);
  return now;
}

export const streams: Streams = {
  import: (library, { by, ...request }, signal) => importReferences(library, request, by, signal),
  edit: (library, { by, ...request }, signal) => editEntries(library, request, by, signal),
  undo: (library, { batches, by }, signal) => undoBatches(library, batches, by, signal),
  duplicates: ({ database }, _, signal) => findPairs(database, signal),
};
