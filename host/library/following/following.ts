/** The files that the own library follows: which, how they stand, read when they change. */
import { mkdir, readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { FollowedFile } from '../../../core/library/following.ts';
import { done, failed, type Outcome, type Problem } from '../../../core/outcome.ts';
import { latest } from '../../../core/streams.ts';
import { writeAtomically } from '../../documents/files.ts';
import { newId } from '../applying.ts';
import type { LibraryRoom } from '../room.ts';
import type { FilesTaken } from './files.ts';
import { fileLocked, fileMissing, LOCKED, notFollowed } from './problems.ts';
import { readSettled, USUAL, type Watching, watchFile } from './watching.ts';

export interface FollowingConfig {
  /** Where it is kept which files are followed. */
  readonly list: string;
  readonly room: LibraryRoom;
  /** Whom changes are told by. */
  readonly by: string;
  readonly watching?: Watching;
}

export interface Following {
  /** Begins to look after the files that were followed the last time. Without any, nothing is opened. */
  begin(): Promise<void>;
  /** All of them, now and at every change, until the signal is aborted. */
  files(signal: AbortSignal): AsyncGenerator<readonly FollowedFile[]>;
  follow(path: string): Promise<Outcome<FollowedFile>>;
  read(id: string): Promise<Outcome<FollowedFile>>;
  stop(id: string): Promise<Outcome<null>>;
  /** Takes over what waits for a decision after one was made. */
  waiting(id: string, counts: { readonly contested: number; readonly gone: number }): void;
  close(): Promise<void>;
}

interface Held {
  file: FollowedFile;
  /** Of the file as it was last read. */
  stamp: string | null;
  end: () => void;
  turn: Promise<unknown>;
  /** Of readings; the last one asked for counts. */
  round: number;
}

/** As the list keeps it. */
type Listed = Pick<Held, 'file' | 'stamp'>;

/** A list that was kept before files were attached says nothing of them. */
const NO_FILES = { files: 0, filesMissing: 0 };

export function createFollowing({ list, room, by, watching = USUAL }: FollowingConfig): Following {
  const held = new Map<string, Held>();
  const listeners = new Set<() => void>();
  let begun: Promise<void> | null = null;
  let isClosed = false;

  const tell = () => {
    for (const listener of listeners) listener();
  };
  let saving: Promise<unknown> = Promise.resolve();
  function save(): Promise<unknown> {
    saving = saving
      .then(() => mkdir(dirname(list), { recursive: true, mode: 0o700 }))
      .then(() => writeAtomically(list, JSON.stringify([...held.values()].map(({ file, stamp }) => ({ file, stamp })))))
      // What is followed is followed; the list is written again with the next change.
      .catch(() => {});
    return saving;
  }

  function hold({ file, stamp }: Listed): Held {
    const one: Held = { file, stamp, end: () => {}, turn: Promise.resolve(), round: 0 };
    held.set(file.id, one);
    return one;
  }
  function look(one: Held): void {
    one.end = watchFile(
      one.file.path,
      one.stamp,
      async stamp => {
        if (stamp !== null) return (await take(one)).ok || one.file.problem?.code !== LOCKED;
        await note(one, fileMissing(basename(one.file.path)));
        return true;
      },
      watching,
    );
  }
  async function note(one: Held, problem: Problem): Promise<void> {
    // One that stays locked is tried again and again, and said once.
    if (one.file.problem?.code === problem.code) return;
    one.file = { ...one.file, problem };
    tell();
    await save();
  }

  /** Reads a file into the library; one reading after the other. */
  function take(one: Held): Promise<Outcome<FollowedFile>> {
    const round = ++one.round;
    const next = one.turn.then(() => taken(one));
    one.turn = next.then(
      read => (read.ok ? attach(one, round) : undefined),
      () => {},
    );
    return next;
  }
  /** Attaches what the file names, some at a time: a library of thousands has gigabytes. Another reading begins it anew. */
  async function attach(one: Held, round: number): Promise<void> {
    const { id, path } = one.file;
    let after: string | null = null;
    do {
      const some: Outcome<FilesTaken> = await room.ask('followedFiles', { id, folder: dirname(path), after, by });
      if (!some.ok || !held.has(id)) return;
      const { next, ...counts }: FilesTaken = some.value;
      after = next;
      const isSame = counts.files === one.file.files && counts.filesMissing === one.file.filesMissing;
      one.file = { ...one.file, ...counts };
      if (!isSame) tell();
    } while (after !== null && round === one.round && !isClosed);
    await save();
  }
  async function taken(one: Held): Promise<Outcome<FollowedFile>> {
    const { id, path } = one.file;
    const name = basename(path);
    let read: Awaited<ReturnType<typeof readSettled>>;
    try {
      read = await readSettled(path, watching);
    } catch (error) {
      const problem = (error as NodeJS.ErrnoException).code === 'ENOENT' ? fileMissing(name) : fileLocked(name);
      await note(one, problem);
      return failed(problem);
    }
    if (isClosed) return failed(notFollowed());
    const merged = await room.ask('followedRead', { id, name, bytes: read.bytes, by });
    if (!merged.ok) {
      await note(one, merged.problem);
      return merged;
    }
    const { added, changed, ...counts } = merged.value;
    const isNews = added + changed > 0 || one.file.readAt === null;
    one.stamp = read.stamp;
    one.file = {
      ...one.file,
      ...counts,
      ...(isNews ? { added, changed } : {}),
      readAt: Date.now(),
      problem: null,
    };
    tell();
    await save();
    return done(one.file);
  }

  function begin(): Promise<void> {
    begun ??= (async () => {
      const text = await readFile(list, 'utf8').catch(() => '[]');
      let listed: readonly Listed[] = [];
      try {
        listed = JSON.parse(text) as readonly Listed[];
      } catch {
        // Which files were followed is forgotten; nothing of the library is.
      }
      for (const each of listed) look(hold({ ...each, file: { ...NO_FILES, ...each.file } }));
      if (listed.length > 0) tell();
    })();
    return begun;
  }

  return {
    begin,
    async *files(signal) {
      await begin();
      const listen = (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      };
      yield* latest(() => [...held.values()].map(({ file }) => file), listen, signal);
    },
    async follow(given) {
      await begin();
      const path = resolve(given);
      const same = [...held.values()].find(({ file }) => file.path === path);
      if (same) return take(same);
      const file: FollowedFile = {
        id: newId(),
        path,
        readAt: null,
        entries: 0,
        added: 0,
        changed: 0,
        troubled: 0,
        contested: 0,
        gone: 0,
        ...NO_FILES,
        problem: null,
      };
      const one = hold({ file, stamp: null });
      const first = await take(one);
      // One that was never read is none to follow: a wrong choice is said, and not kept.
      if (first.ok) look(one);
      else {
        held.delete(file.id);
        tell();
        await save();
      }
      return first;
    },
    async read(id) {
      await begin();
      const one = held.get(id);
      return one ? take(one) : failed(notFollowed());
    },
    async stop(id) {
      await begin();
      const one = held.get(id);
      if (!one) return failed(notFollowed());
      one.end();
      held.delete(id);
      tell();
      await save();
      return room.ask('followedForget', { id });
    },
    waiting(id, counts) {
      const one = held.get(id);
      if (!one) return;
      one.file = { ...one.file, ...counts };
      tell();
      void save();
    },
    async close() {
      isClosed = true;
      for (const { end } of held.values()) end();
      await Promise.all([...held.values()].map(({ turn }) => turn));
      await saving;
    },
  };
}
