/** The reference library in the contract. It opens in the background: a call waits until it is open, nothing else does. */
import './jitless.ts';
import * as z from 'zod';
import type { EntryProblem } from '../formats/problems.ts';
import { BULK_VARIABLES, BULK_WHERE, COUNTED, type Common, isBulkField, isFittingText } from '../library/bulk.ts';
import { changeSchema, entryIdSchema, querySchema } from '../library/schema.ts';
import type {
  ArticleFound,
  AttachedFile,
  CollectionCount,
  DuplicatesEvent,
  EditEvent,
  ImportEvent,
  KeptEntry,
  LibraryCounts,
  LibraryPage,
  LinkedEntry,
  PastChange,
  Proposal,
  TagCount,
  UndoEvent,
} from '../library/types.ts';
import { SETTLEMENTS } from '../library/types.ts';
import type { Standings } from '../lookup/standing.ts';
import type { Outcome, Problem } from '../outcome.ts';
import { standingSchema } from '../report/schema.ts';
import { call, stream } from './wire/method.ts';

const outcome = <T>() => z.custom<Outcome<T>>();
const nothing = z.strictObject({});
const ids = z.array(entryIdSchema).max(200_000);
const word = z.string().min(1).max(100);
/** By its time. */
const backup = z.strictObject({ at: z.number().int().nonnegative() });
const batches = z.array(z.number().int().positive()).max(10_000);

const fieldEdit = z.strictObject({
  kind: z.literal('field'),
  field: z.string().max(300).refine(isBulkField, 'not a field that many entries share'),
  value: z.boolean().nullable(),
});
const variableEdit = z
  .strictObject({
    kind: z.literal('variable'),
    variable: z.enum(BULK_VARIABLES),
    text: z.string().max(1000).trim(),
    where: z.enum(BULK_WHERE),
  })
  .refine(({ variable, text }) => isFittingText(variable, text), 'text does not fit the variable');

export interface LibraryStatus extends LibraryCounts {
  readonly revision: number;
  /** What had to be done to open it: put back from a backup, begun anew. */
  readonly warnings: readonly Problem[];
}

/** A copy of the library as it was at a time (milliseconds). */
export interface LibraryBackup {
  readonly at: number;
  /** Made once a day, before a migration, when somebody asked for it, or before the library was replaced. */
  readonly kind: 'daily' | 'migration' | 'asked' | 'replaced';
  /** How many references it has, without its trash. */
  readonly entries: number;
}

/** What would be otherwise, were the library as a backup has it: counted without the trash. */
export interface LibraryDifference {
  /** References that came in since, or were put back from the trash. */
  readonly gone: number;
  /** Those that were changed since, and would be as they were. */
  readonly changed: number;
  /** Those that are there no longer, and would be again. */
  readonly back: number;
}

/** What a change did. `batch` is to undo it by, null where nothing changed. */
export interface LibraryApplied {
  readonly batch: number | null;
  /** Ids of entries made or changed. */
  readonly entries: readonly string[];
}

export const library = {
  'library.status': call(nothing, outcome<LibraryStatus>()),
  'library.backups': call(nothing, outcome<readonly LibraryBackup[]>()),
  /** Makes one now. */
  'library.backUp': call(nothing, outcome<null>()),
  /** Puts the backup of a time in the place of the library, of which a backup is made before. */
  'library.restore': call(backup, outcome<null>()),
  /** What that would change. */
  'library.difference': call(backup, outcome<LibraryDifference>()),
  'library.list': call(
    z.strictObject({
      query: querySchema,
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(1000),
    }),
    outcome<LibraryPage>(),
  ),
  /** Ids of all that a query finds, in the order of its list. */
  'library.ids': call(z.strictObject({ query: querySchema }), outcome<readonly string[]>()),
  /**
   * Where in a list stands the first, from a place on and then from its beginning, whose title or first author begins with these letters;
   * in a list sorted by titles, authors or journals only by that. Null where none does.
   */
  'library.reach': call(
    z.strictObject({
      query: querySchema,
      letters: z.string().min(1).max(100),
      from: z.number().int().nonnegative(),
    }),
    outcome<number | null>(),
  ),
  'library.entry': call(z.strictObject({ id: entryIdSchema }), outcome<KeptEntry>()),
  'library.entries': call(z.strictObject({ ids: ids.max(1000) }), outcome<readonly KeptEntry[]>()),
  /** The changes of an entry, the newest first: the last five hundred. */
  'library.history': call(z.strictObject({ id: entryIdSchema }), outcome<readonly PastChange[]>()),
  /** All of it in one batch; `label` says what it was, for the history. */
  'library.apply': call(
    z.strictObject({ changes: z.array(changeSchema).max(200_000), label: word }),
    outcome<LibraryApplied>(),
  ),
  /** What entries hold of what can be set in all of them at once. */
  'library.common': call(z.strictObject({ ids: ids.max(COUNTED) }), outcome<Common>()),
  /**
   * The same done to many entries, some hundred at a time, each a batch; `label` says what it was, for the history. Long work. Cancelled
   * by its signal: what was done until then stays, and is undone by its batches.
   */
  'library.edit': stream(
    z.strictObject({ ids, edit: z.union([fieldEdit, variableEdit]), label: word }),
    z.custom<EditEvent>(),
  ),
  /**
   * Takes batches back, the last first; fields that were changed again since stay, and are counted. Long work. Cancelled by its signal:
   * what was taken back until then stays so.
   */
  'library.undo': stream(z.strictObject({ batches }), z.custom<UndoEvent>()),
  'library.collections': call(nothing, outcome<readonly CollectionCount[]>()),
  'library.tags': call(nothing, outcome<readonly TagCount[]>()),
  /** Long work. Cancelled by its signal: what came in until then stays, and is undone by its batches. */
  'library.import': stream(
    z.strictObject({
      bytes: z.instanceof(Uint8Array),
      name: z.string().max(1000).optional(),
      tags: z.array(z.string().min(1).max(1000)).max(100).optional(),
      collections: z.array(entryIdSchema).max(100).optional(),
      doubling: z.boolean().optional(),
    }),
    z.custom<ImportEvent>(),
  ),
  /** What imports brought that seems to be there already. */
  'library.proposals': call(nothing, outcome<readonly Proposal[]>()),
  'library.settle': call(
    z.strictObject({ ids: z.array(z.number().int().positive()).max(100_000), how: z.enum(SETTLEMENTS) }),
    outcome<{ readonly batch: number | null }>(),
  ),
  /** Pairs that seem to be one work. Long work. */
  'library.duplicates': stream(nothing, z.custom<DuplicatesEvent>()),
  /**
   * `stays` takes all that it lacks from `goes`, and of the fields in `chosen` (`item.title` …) the other's value; `goes` is
   * put in the trash and found by its key and id as before.
   */
  'library.merge': call(
    z.strictObject({ stays: entryIdSchema, goes: entryIdSchema, chosen: z.array(word).max(1000) }),
    outcome<LibraryApplied>(),
  ),
  /** A file of this computer for an entry; it stays where it is. */
  'library.attach': call(
    z.strictObject({ id: entryIdSchema, path: z.string().min(1).max(4096) }),
    outcome<LibraryApplied>(),
  ),
  /** The same of a file that was let go over the window, of which only its content is known: a copy is kept with the library. */
  'library.attachCopy': call(
    z.strictObject({ id: entryIdSchema, name: z.string().min(1).max(1000), bytes: z.instanceof(Uint8Array) }),
    outcome<LibraryApplied>(),
  ),
  /** Which work a PDF is by the DOI that it names, and the entry that has it. Asks nobody, and changes nothing. */
  'library.whose': call(z.strictObject({ bytes: z.instanceof(Uint8Array) }), outcome<ArticleFound>()),
  /** Where an attached file is now, looked for when it was moved or renamed; the entry keeps the new place. */
  'library.locate': call(z.strictObject({ id: entryIdSchema, file: entryIdSchema }), outcome<AttachedFile>()),
  /** Where entries stand, of those that were asked about; asks nobody. */
  'library.standings': call(z.strictObject({ ids: ids.max(1000) }), outcome<Standings>()),
  /** Keeps what a look-up told (lookup.standingsOf), on this computer alone. */
  'library.keepStandings': call(
    z.strictObject({ standings: z.record(entryIdSchema, standingSchema) }),
    outcome<null>(),
  ),
  /** Two entries that look alike are two works: they are not asked about again. */
  'library.apart': call(z.strictObject({ one: entryIdSchema, other: entryIdSchema }), outcome<null>()),
  /** Of entries that a report copied, those that changed since, or were merged. */
  'library.compare': call(
    z.strictObject({
      links: z.array(z.strictObject({ entry: entryIdSchema, revision: z.number().int().nonnegative() })).max(100_000),
    }),
    outcome<readonly LinkedEntry[]>(),
  ),
  /**
   * Those named, else all that the query finds, as a text of one of the reference formats that are written. Where it is to be
   * `checked`, it is read again, and what it does not say as the library has it is a problem with its line in the text.
   */
  'library.export': call(
    z.strictObject({
      format: word,
      ids: ids.optional(),
      query: querySchema.optional(),
      checked: z.boolean().optional(),
    }),
    outcome<{ readonly text: string; readonly entries: number; readonly problems: readonly EntryProblem[] }>(),
  ),
  /** The same, checked, as a file of the user's choosing; what stood there was agreed to be replaced. */
  'library.exportFile': call(
    z.strictObject({
      format: word,
      path: z.string().min(1).max(4096),
      ids: ids.optional(),
      query: querySchema.optional(),
    }),
    outcome<{ readonly entries: number; readonly problems: readonly EntryProblem[] }>(),
  ),
  /** The library's revision, now and whenever it changes, whoever changed it. Does not open it. */
  'library.changes': stream(nothing, z.custom<{ readonly revision: number }>()),
} as const;

/** The user's own library, read by other programs of this computer. */
export const sharing = {
  /** Brings it in step with the settings; gives the address to read from, null where it is off. */
  'library.sharing': call(nothing, outcome<string | null>()),
} as const;
