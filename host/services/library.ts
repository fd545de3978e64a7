/** Handlers of the reference library: who asks is who is logged in on this computer. */
import { userInfo } from 'node:os';
import type { library } from '../../core/contract/library.ts';
import type { Implementation } from '../../core/contract/wire/method.ts';
import { timesCited } from '../../core/library/citing.ts';
import { done } from '../../core/outcome.ts';
import type { CaseReport } from '../../core/report/types.ts';
import { latest } from '../../core/streams.ts';
import { writeChosen } from '../documents/files.ts';
import type { LibraryRoom } from '../library/room.ts';

/** The name that changes are kept under. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user without a name in the system.
    return 'me';
  }
}

/** Notes in the library which report cites which of its entries; on saving, without making anybody wait. */
export function citingNotes(room: LibraryRoom): (report: CaseReport, path: string) => Promise<void> {
  /** What each report cited when it was last saved. */
  const before = new Map<string, readonly string[]>();
  /** An entry that was merged is counted with the one that it became part of. */
  async function followed(times: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, number>> {
    if (times.size === 0) return times;
    const answer = await room.ask('compare', { links: [...times.keys()].map(entry => ({ entry, revision: -1 })) });
    const now = new Map(answer.ok ? answer.value.map(one => [one.entry, one.now.id]) : []);
    const together = new Map<string, number>();
    for (const [entry, count] of times) {
      const id = now.get(entry) ?? entry;
      together.set(id, (together.get(id) ?? 0) + count);
    }
    return together;
  }
  return async (report, path) => {
    const { id } = report;
    const times = await followed(timesCited(report));
    const entries = [...times.keys()];
    const field = `cited.${id}`;
    const gone = (before.get(id) ?? []).filter(entry => !times.has(entry));
    before.set(id, entries);
    const changes = [
      ...entries.map(entry => ({ entry, field, value: { report: id, path, times: times.get(entry) ?? 0 } })),
      ...gone.map(entry => ({ entry, field, value: null })),
    ];
    if (changes.length > 0) await room.ask('apply', { changes, label: 'cited', by: userName() });
  };
}

/** `by` is whom changes are told by: in a team, as people know them there. */
export function createLibraryHandlers(room: LibraryRoom, by: string = userName()): Implementation<typeof library> {
  return {
    'library.status': () => room.ask('status', {}),
    'library.backups': () => room.ask('backups', {}),
    'library.backUp': () => room.ask('backUp', {}),
    'library.restore': input => room.ask('restore', input),
    'library.difference': input => room.ask('difference', input),
    'library.list': input => room.ask('list', input),
    'library.ids': input => room.ask('ids', input),
    'library.reach': input => room.ask('reach', input),
    'library.entry': input => room.ask('entry', input),
    'library.entries': input => room.ask('entries', input),
    'library.history': input => room.ask('history', input),
    'library.apply': input => room.ask('apply', { ...input, by }),
    'library.common': input => room.ask('common', input),
    'library.edit': (input, signal) => room.stream('edit', { ...input, by }, signal),
    'library.undo': (input, signal) => room.stream('undo', { ...input, by }, signal),
    'library.collections': () => room.ask('collections', {}),
    'library.tags': () => room.ask('tags', {}),
    'library.import': (input, signal) => room.stream('import', { ...input, by }, signal),
    'library.proposals': () => room.ask('proposals', {}),
    'library.settle': input => room.ask('settle', { ...input, by }),
    'library.duplicates': (_, signal) => room.stream('duplicates', {}, signal),
    'library.merge': input => room.ask('merge', { ...input, by }),
    'library.attach': input => room.ask('attach', { ...input, by }),
    'library.attachCopy': input => room.ask('attachCopy', { ...input, by }),
    'library.whose': input => room.ask('whose', input),
    'library.locate': input => room.ask('locate', { ...input, by }),
    'library.standings': input => room.ask('standings', input),
    'library.keepStandings': input => room.ask('keepStandings', input),
    'library.apart': input => room.ask('apart', input),
    'library.compare': input => room.ask('compare', input),
    'library.export': input => room.ask('export', input),
    'library.exportFile': async ({ path, ...input }) => {
      const made = await room.ask('export', { ...input, checked: true });
      if (!made.ok) return made;
      const { text, entries, problems } = made.value;
      const written = await writeChosen(path, new TextEncoder().encode(text));
      return written.ok ? done({ entries, problems }) : written;
    },
    'library.changes': (_, signal) => changes(room, signal),
  };
}

/** Revisions as they come; of several that came while nobody took one, the last. */
async function* changes(room: LibraryRoom, signal: AbortSignal): AsyncGenerator<{ readonly revision: number }> {
  let last: number | null = null;
  const listen = (changed: () => void) => {
    const listening = new AbortController();
    room.onChange(revision => {
      last = revision;
      changed();
    }, listening.signal);
    return () => listening.abort();
  };
  for await (const revision of latest(() => last, listen, signal)) if (revision !== null) yield { revision };
}
