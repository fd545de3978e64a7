/** Handlers of look-ups. */
import type { lookup } from '../../core/contract/lookup.ts';
import type { Implementation } from '../../core/contract/wire/method.ts';
import { readFreeText } from '../../core/lookup/free-text.ts';
import type { Standing, Standings } from '../../core/lookup/standing.ts';
import { done, failed } from '../../core/outcome.ts';
import type { Reference } from '../../core/report/types.ts';
import type { Documents } from '../documents/documents.ts';
import { notOpen } from '../documents/problems.ts';
import type { LibraryRoom } from '../library/room.ts';
import type { Lookup, LookupConfig } from '../lookup/lookup.ts';
import type { Home } from './home.ts';

export interface LookupRooms {
  readonly lookup: LookupConfig;
  readonly documents: Documents;
  readonly home: Home;
  readonly library: LibraryRoom;
}

export function createLookupHandlers({
  lookup: config,
  documents,
  home,
  library,
}: LookupRooms): Implementation<typeof lookup> {
  let loading: Promise<Lookup> | undefined;
  const service = () => {
    loading ??= import('../lookup/lookup.ts').then(({ createLookup }) => createLookup(config));
    return loading;
  };
  return {
    'lookup.state': async () => ({
      on: (await home.settings()).lookups === 'on',
      // Nothing was asked yet, nothing failed.
      offline: (await loading)?.isOffline() ?? false,
    }),
    'lookup.identifiers': async ({ text }, signal) => (await service()).identifiers(text, signal),
    'lookup.find': async ({ text, document, online }, signal) => {
      const report = document === undefined ? undefined : documents.report(document);
      const here = { report: report?.references ?? [], library: await inLibrary(library, text) };
      return (await service()).find(text, here, online, signal);
    },
    'lookup.search': async ({ where, query, after }, signal) => (await service()).search(where, query, signal, after),
    'lookup.standings': async ({ document, again }, signal) => {
      const report = documents.report(document);
      if (!report) return failed(notOpen());
      return done(await (await service()).standings(report.references, knownOf(report.references), signal, again));
    },
    'lookup.standingsOf': async ({ references }, signal) =>
      done(await (await service()).standings(references, {}, signal, true)),
  };
}

/** What the report keeps of its references' standings. */
function knownOf(references: readonly Reference[]): Standings {
  const known: Record<string, Standing> = {};
  for (const { id, standing } of references) if (standing) known[id] = standing;
  return known;
}

/** Entries of the library that share the printed title's telling words: few, to be compared in full. */
async function inLibrary(library: LibraryRoom, text: string): Promise<readonly Reference[]> {
  const { title, authors } = readFreeText(text);
  const words = title
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length > 4)
    .slice(0, 4);
  if (words.length === 0) return [];
  const query = { text: [...words, ...authors.slice(0, 1)].join(' ') };
  const found = await library.ask('list', { query, offset: 0, limit: 20 });
  if (!found.ok || found.value.rows.length === 0) return [];
  const entries = await library.ask('entries', { ids: found.value.rows.map(({ id }) => id) });
  if (!entries.ok) return [];
  return entries.value.map(({ key, item, kept }) => ({ id: key, item: { ...item, id: key }, kept }));
}
