/** The reports that are open, each with its journal, its file and the lock on that file. */
import { randomUUID } from 'node:crypto';
import { mkdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Opened, Recoverable, Saved } from '../../core/contract/values.ts';
import { done, failed, type Outcome, type Problem } from '../../core/outcome.ts';
import type { Op } from '../../core/report/ops.ts';
import { textOf } from '../../core/report/text.ts';
import type { CaseReport } from '../../core/report/types.ts';
import { REPORT_SAFE, readChosen, writeChosen } from './files.ts';
import {
  createJournal,
  isAhead,
  type Journal,
  journalsFor,
  keptAsset,
  listJournals,
  readingJournal,
  removeJournal,
  resumeJournal,
} from './journal.ts';
import { fileAt, isOwned, type Ownership, type Program, programOf, reportIn, takeOwnership } from './owner.ts';
import { type Assets, packReport, readPack } from './pack.ts';
import {
  behind,
  changedBehind,
  changedOutside,
  exists,
  fileLocked,
  noPath,
  notKept,
  notOpen,
  openElsewhere,
  unfit,
} from './problems.ts';
import { isChangedSince, type Seen, seenIn } from './seen.ts';

interface OpenDocument {
  readonly id: string;
  readonly journal: Journal;
  /** The right to write to the journal; null for a report that is only read. */
  readonly ownership: Ownership | null;
  /** The right to write to its file; null where it has none, or where none can be asked for. */
  lock: Ownership | null;
  /** How many windows opened it: it is closed when the last of them closes it. */
  windows: number;
}

export interface Documents {
  /** Starts a report that has no file yet. */
  create(report: CaseReport, assets: Assets, warnings?: readonly Problem[]): Promise<Opened>;
  open(path: string): Promise<Outcome<Opened>>;
  /**
   * Opens a file for reading alone: it is not locked, and nothing is written for it. Changes that a window made since and keeps are
   * read with it, and stay as they are kept.
   */
  read(path: string): Promise<Outcome<Opened>>;
  openBytes(bytes: Uint8Array, name: string): Promise<Outcome<Opened>>;
  recoverable(): Promise<readonly Recoverable[]>;
  /** `again` is asked by a window that has opened it already. */
  resume(id: string, again?: boolean): Promise<Outcome<Opened>>;
  /**
   * Starts a report without a file of what a window holds of an open one that could not be brought to it; its images come along. The
   * open report stays as it is.
   */
  keepCopy(id: string, report: CaseReport): Promise<Outcome<Opened>>;
  /** Removes what is kept of a report that no program has open. */
  discard(id: string): Promise<Outcome<null>>;
  apply(id: string, base: number, ops: readonly Op[]): Promise<Outcome<{ revision: number; at: number }>>;
  save(id: string, path: string | undefined, replace: boolean): Promise<Outcome<Saved>>;
  close(id: string): Promise<void>;
  closeAll(): Promise<void>;
  /** Whether a window shows the reports: without one, another program may take them over at once. All that was sent is kept first. */
  attend(isAttended: boolean): Promise<void>;
  report(id: string): CaseReport | null;
  revision(id: string): number;
  /** When it was last changed (milliseconds). */
  changedAt(id: string): number;
  /** All images of an open report. */
  assets(id: string): Promise<Assets>;
  asset(id: string, name: string): Promise<Uint8Array | null>;
  addAsset(id: string, name: string, bytes: Uint8Array): Promise<void>;
}

/** The title as plain text; what a list shows. Empty where none was written. */
export function titleOf(report: CaseReport): string {
  const title = report.parts.find(part => part.key === 'title');
  return title ? textOf(title).trim() : '';
}

/** Open reports below `folder`, which is this user's own; `program` is who opens them. */
export function createDocuments(folder: string, program: Program = programOf()): Documents {
  const open = new Map<string, OpenDocument>();
  const folderOf = (id: string) => join(folder, id);
  let turn: Promise<unknown> = Promise.resolve();
  /** One opening at a time: a second of the same report finds it open, and is not taken for another program. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = turn.then(work);
    turn = next.catch(() => {});
    return next;
  }

  /** What is being written: nobody else may begin before it is on the disk. */
  const writes = new Set<Promise<unknown>>();
  async function writing<T>(work: Promise<T>): Promise<T> {
    writes.add(work);
    try {
      return await work;
    } finally {
      writes.delete(work);
    }
  }
  let attending: Promise<unknown> = Promise.resolve();
  /** Whether the journal may be written to: always, but for one that another program took up while this one slept or rested. */
  async function isOurs({ ownership }: OpenDocument): Promise<boolean> {
    await attending;
    return ownership === null || ownership.holds();
  }
  const rightsOf = ({ ownership, lock }: OpenDocument) => [ownership, lock].filter(right => right !== null);

  /** Forgets a report that another program took over while no window showed it here. */
  async function drop(document: OpenDocument): Promise<void> {
    open.delete(document.id);
    await document.journal.close();
    for (const right of rightsOf(document)) await right.leave();
  }

  /** The report of an id that is open here and still this program's. */
  async function ownNow(id: string): Promise<OpenDocument | null> {
    const document = open.get(id);
    if (!document) return null;
    if (await isOurs(document)) return document;
    await drop(document);
    return null;
  }

  async function start(
    report: CaseReport,
    assets: Assets,
    path: string | null,
    lock: Ownership | null,
    at = Date.now(),
    seen: Seen | null = null,
  ): Promise<OpenDocument> {
    const id = randomUUID();
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const snapshot = { report, revision: 0, path, savedRevision: path === null ? null : 0, at, seen };
    const journal = await createJournal(folderOf(id), snapshot, assets);
    const ownership = await takeOwnership(reportIn(folderOf(id)), program);
    const document = { id, journal, ownership, lock, windows: 1 };
    open.set(id, document);
    return document;
  }

  function opened({ id, journal }: OpenDocument, recovered: boolean, warnings: readonly Problem[]): Opened {
    const { report, revision, path, savedRevision } = journal.now;
    return { document: id, report, revision, path, inFile: revision === savedRevision, recovered, warnings };
  }

  /** What is open already, for a window more. */
  function openedOnceMore(document: OpenDocument): Outcome<Opened> {
    document.windows += 1;
    return done(opened(document, false, []));
  }

  async function resume(id: string, again = false): Promise<Outcome<Opened>> {
    const already = await ownNow(id);
    if (already) return again ? done(opened(already, false, [])) : openedOnceMore(already);
    if (!(await isThere(folderOf(id)))) return failed(notOpen());
    const ownership = await takeOwnership(reportIn(folderOf(id)), program);
    if (!ownership) return failed(openElsewhere());
    let journal: Journal | null = null;
    try {
      journal = await resumeJournal(folderOf(id));
    } finally {
      if (!journal) await ownership.leave();
    }
    if (!journal) return failed(notOpen());
    const path = journal.now.path;
    const lock = path === null ? done(null) : await lockFile(path, program);
    const document = { id, journal, ownership, lock: lock.ok ? lock.value : null, windows: 1 };
    open.set(id, document);
    return done(opened(document, true, (await isOvertaken(journal)) ? [changedBehind(path as string)] : []));
  }

  async function openNow(path: string): Promise<Outcome<Opened>> {
    for (const { id, journal } of [...open.values()])
      if (journal.now.path === path) {
        const document = await ownNow(id);
        if (document) return openedOnceMore(document);
      }
    const journals = await journalsFor(folder, path);
    for (const { id } of journals) if (await isOwned(reportIn(folderOf(id)))) return failed(openElsewhere(path));
    const kept = journals.find(isAhead);
    if (kept) return resume(kept.id);
    const bytes = await readChosen(path);
    if (!bytes.ok) return bytes;
    const read = readPack(bytes.value, basename(path));
    if (!read.ok) return read;
    const lock = await lockFile(path, program);
    if (!lock.ok) return lock;
    const { report, assets, warnings } = read.value;
    // Its last change, as far as its file knows: what is made of the same file is the same tomorrow.
    const at = await changedOnDisk(path);
    const seen = await seenIn(path, bytes.value);
    return done(opened(await start(report, assets, path, lock.value, at, seen), false, warnings));
  }

  return {
    create: async (report, assets, warnings = []) => opened(await start(report, assets, null, null), false, warnings),

    open: path => inTurn(() => openNow(path)),

    async read(path) {
      const id = randomUUID();
      const begin = (journal: Journal, recovered: boolean, warnings: readonly Problem[]) => {
        const document = { id, journal, ownership: null, lock: null, windows: 1 };
        open.set(id, document);
        return done(opened(document, recovered, warnings));
      };
      const kept = (await journalsFor(folder, path)).find(isAhead);
      if (kept) {
        const journal = readingJournal(kept.snapshot, name => keptAsset(folderOf(kept.id), name));
        return begin(journal, true, []);
      }
      const bytes = await readChosen(path);
      if (!bytes.ok) return bytes;
      const read = readPack(bytes.value, basename(path));
      if (!read.ok) return read;
      const { report, assets, warnings } = read.value;
      const snapshot = { report, revision: 0, path, savedRevision: 0, at: await changedOnDisk(path) };
      return begin(
        readingJournal(snapshot, async name => assets.get(name) ?? null),
        false,
        warnings,
      );
    },

    async openBytes(bytes, name) {
      const read = readPack(bytes, name);
      if (!read.ok) return read;
      const { report, assets, warnings } = read.value;
      return done(opened(await start(report, assets, null, null), false, warnings));
    },

    async recoverable() {
      const kept = await listJournals(folder);
      return kept
        .filter(({ id, snapshot }) => !open.has(id) && snapshot.revision !== (snapshot.savedRevision ?? 0))
        .map(({ id, snapshot }) => ({
          document: id,
          title: titleOf(snapshot.report),
          path: snapshot.path,
          at: snapshot.at,
        }));
    },

    resume: (id, again) => inTurn(() => resume(id, again)),

    async keepCopy(id, report) {
      const document = open.get(id);
      if (!document) return failed(notOpen());
      const has = await assetsOf(document, report);
      return done(opened(await start(report, has, null, null), false, []));
    },

    async discard(id) {
      if (open.has(id) || (await isOwned(reportIn(folderOf(id))))) return failed(openElsewhere());
      await removeJournal(folderOf(id));
      return done(null);
    },

    async apply(id, base, ops) {
      const document = open.get(id);
      if (!document) return failed(notOpen());
      if (!(await isOurs(document))) return failed(openElsewhere());
      try {
        const kept = await writing(document.journal.append(base, ops));
        if (kept === 'behind') return failed(behind());
        if (kept === 'unfit') return failed(unfit());
        return done({ revision: kept.revision, at: kept.at });
      } catch (error) {
        return failed(notKept(error));
      }
    },

    async save(id, path, replace) {
      const document = open.get(id);
      if (!document) return failed(notOpen());
      const { journal } = document;
      const target = path ?? journal.now.path;
      if (target === null) return failed(noPath());
      if (!(await isOurs(document))) return failed(openElsewhere(target));
      const elsewhere = target !== journal.now.path;
      if (elsewhere) {
        if (!replace && (await readChosen(target)).ok) return failed(exists(target));
        const lock = await lockFile(target, program);
        if (!lock.ok) return lock;
        await document.lock?.leave();
        document.lock = lock.value;
      } else if (!replace && (await isOvertaken(journal))) return failed(changedOutside(target));
      const { report, revision } = journal.now;
      const bytes = packReport(report, await assetsOf(document));
      const written = await writing(writeChosen(target, bytes, REPORT_SAFE));
      if (!written.ok) return written;
      await writing(journal.saved(target, revision, await seenIn(target, bytes)));
      return done({ path: target, at: Date.now(), revision });
    },

    async close(id) {
      const document = open.get(id);
      if (!document) return;
      document.windows -= 1;
      if (document.windows > 0) return;
      open.delete(id);
      const { ownership, journal, lock } = document;
      await attending;
      await journal.close();
      await lock?.leave();
      if (!ownership) return;
      const { revision, savedRevision } = journal.now;
      // All that was written is in the file, or nothing was written at all.
      if (revision === (savedRevision ?? 0) && (await ownership.wake())) await removeJournal(folderOf(id));
      await ownership.leave();
    },

    attend(isAttended) {
      const next = attending.then(async () => {
        if (!isAttended) await Promise.allSettled([...writes]);
        for (const right of [...open.values()].flatMap(rightsOf))
          await (isAttended ? right.wake() : right.rest()).catch(() => {});
      });
      attending = next;
      return next;
    },

    async closeAll() {
      for (const document of [...open.values()]) {
        document.windows = 1;
        await this.close(document.id);
      }
    },

    report: id => open.get(id)?.journal.now.report ?? null,
    revision: id => open.get(id)?.journal.now.revision ?? 0,
    changedAt: id => open.get(id)?.journal.now.at ?? 0,
    assets: async id => {
      const document = open.get(id);
      return document ? assetsOf(document) : new Map();
    },
    asset: async (id, name) => {
      const document = open.get(id);
      return document && /^[0-9a-f]{64}\.(jpg|png)$/.test(name) ? document.journal.asset(name) : null;
    },
    addAsset: async (id, name, bytes) => {
      const document = open.get(id);
      if (document) await writing(document.journal.addAsset(name, bytes));
    },
  };
}

/** The images of a report that is open, or of what a window holds of it. */
async function assetsOf({ journal }: OpenDocument, report: CaseReport = journal.now.report): Promise<Assets> {
  const assets = new Map<string, Uint8Array>();
  for (const { name } of report.assets) {
    const bytes = await journal.asset(name);
    if (bytes) assets.set(name, bytes);
  }
  return assets;
}

/** Whether somebody else wrote to the report's file since it was last read or written here. */
async function isOvertaken({ now: { path, seen } }: Journal): Promise<boolean> {
  return path !== null && !!seen && isChangedSince(path, seen);
}

/** Keeps a second program from writing over the same file. A file that is not there yet is locked all the same. */
async function lockFile(path: string, program: Program): Promise<Outcome<Ownership | null>> {
  try {
    const lock = await takeOwnership(fileAt(path), program);
    if (lock) return done(lock);
  } catch {
    // A folder that takes no mark takes no report either: saving says so.
    return done(null);
  }
  return failed(fileLocked(path));
}

/** When a file was last written (milliseconds); now, where its disk does not say. */
const changedOnDisk = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => Math.floor(mtimeMs),
    () => Date.now(),
  );

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
