/**
 * What keeps an open report alive: a folder of this user's with a snapshot, the ops since then, and the images.
 * A line is on the disk (fsync) before the window hears of it, so that a killed process loses nothing that was called kept.
 *
 *     <documents>/<id>/snapshot.json   { report, revision, path, savedRevision, at, seen }
 *     <documents>/<id>/journal.jsonl   <sha-256, 16 hex> { revision, at, ops }
 *     <documents>/<id>/assets/<name>
 *
 * One program writes to it at a time: see `owner.ts`.
 */
import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { applyFitting, type Op } from '../../core/report/ops.ts';
import { readReport } from '../../core/report/parse.ts';
import type { CaseReport } from '../../core/report/types.ts';
import { canonicalJson } from '../../core/report/write.ts';
import { writeAtomically } from './files.ts';
import type { Seen } from './seen.ts';

export interface Snapshot {
  readonly report: CaseReport;
  readonly revision: number;
  /** The file this report belongs to. */
  readonly path: string | null;
  /** The revision that this file holds, or null where it holds none. */
  readonly savedRevision: number | null;
  readonly at: number;
  /** What the file held when it was last read or written here; absent in what older programs kept. */
  readonly seen?: Seen | null;
}

interface Entry {
  readonly revision: number;
  readonly at: number;
  readonly ops: readonly Op[];
}

/**
 * After so much of ops, or as much as the snapshot is long, that is written anew. It is some quarter of an hour of typing, read again in a
 * moment; and what comes in many pieces does not have all before it written for each.
 */
const COMPACT_AT = 2 ** 20;

const checksum = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

function lineOf(entry: Entry): string {
  const text = canonicalJson(entry);
  return `${checksum(text)} ${text}\n`;
}

/** Whole lines with a right checksum, up to the first that is torn. */
function entriesOf(text: string): readonly Entry[] {
  const entries: Entry[] = [];
  for (const line of text.split('\n')) {
    const body = line.slice(17);
    if (line.slice(0, 16) !== checksum(body)) break;
    entries.push(JSON.parse(body) as Entry);
  }
  return entries;
}

export interface Journal {
  readonly folder: string;
  /** What is kept now. */
  readonly now: Snapshot;
  /**
   * Adds a change that was built on revision `base`; on the disk when it resolves. Nothing is added where another came before it
   * (`behind`) or it changes what is not what is kept (`unfit`).
   */
  append(base: number, ops: readonly Op[]): Promise<Snapshot | 'behind' | 'unfit'>;
  /** Remembers that the file holds a revision: the one that was written, as changes may have come since. */
  saved(path: string, revision: number, seen: Seen | null): Promise<Snapshot>;
  addAsset(name: string, bytes: Uint8Array): Promise<void>;
  asset(name: string): Promise<Uint8Array | null>;
  close(): Promise<void>;
}

const assetPath = (folder: string, name: string) => join(folder, 'assets', name);

/** Gives how long it is. */
async function writeSnapshot(folder: string, snapshot: Snapshot): Promise<number> {
  const text = canonicalJson(snapshot);
  await writeAtomically(join(folder, 'snapshot.json'), text);
  return text.length;
}

/** Starts the journal of a report that was just opened or made. */
export async function createJournal(
  folder: string,
  first: Snapshot,
  assets: ReadonlyMap<string, Uint8Array>,
): Promise<Journal> {
  await mkdir(join(folder, 'assets'), { recursive: true, mode: 0o700 });
  for (const [name, bytes] of assets) await writeFile(assetPath(folder, name), bytes, { mode: 0o600 });
  return openJournal(folder, first, await writeSnapshot(folder, first));
}

/** A report that is only read: nothing is written for it. `readAsset` gives the bytes of its images. */
export function readingJournal(now: Snapshot, readAsset: Journal['asset']): Journal {
  const refuse = () => Promise.reject(new Error('a report opened for reading is not changed'));
  return {
    folder: '',
    now,
    append: refuse,
    saved: refuse,
    addAsset: refuse,
    asset: readAsset,
    close: async () => {},
  };
}

/** Reads an image that a journal's folder keeps. */
export const keptAsset = (folder: string, name: string): Promise<Uint8Array | null> =>
  readFile(assetPath(folder, name)).catch(() => null);

/** What a folder keeps, or null where there is nothing that can be read. */
export async function readJournal(folder: string): Promise<Snapshot | null> {
  const text = await readFile(join(folder, 'snapshot.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  let snapshot: Snapshot;
  try {
    snapshot = JSON.parse(text) as Snapshot;
  } catch {
    return null;
  }
  const read = readReport(snapshot.report, 'journal');
  if (!read.ok) return null;
  let now: Snapshot = { ...snapshot, report: read.value.report };
  const lines = await readFile(join(folder, 'journal.jsonl'), 'utf8').catch(() => '');
  for (const entry of entriesOf(lines)) {
    if (entry.revision !== now.revision + 1) continue;
    const applied = applyFitting(now.report, entry.ops);
    // What was changed on something else than what was before it is not believed, nor what follows it.
    if (!applied) break;
    now = { ...now, report: applied.report, revision: entry.revision, at: entry.at };
  }
  return now;
}

/** Goes on with a journal of an earlier session. */
export async function resumeJournal(folder: string): Promise<Journal | null> {
  const now = await readJournal(folder);
  if (!now) return null;
  return openJournal(folder, now, await writeSnapshot(folder, now));
}

async function openJournal(folder: string, first: Snapshot, length: number): Promise<Journal> {
  const path = join(folder, 'journal.jsonl');
  let file: FileHandle = await open(path, 'w', 0o600);
  let now = first;
  let size = 0;
  let snapshotSize = length;
  /** A line may have been written in part: what follows it would not be read again. */
  let torn = false;
  let queue: Promise<unknown> = Promise.resolve();
  /** One change at a time, in order. */
  function inOrder<T>(work: () => Promise<T>): Promise<T> {
    const next = queue.then(work, work);
    queue = next.catch(() => {});
    return next;
  }
  async function compact(): Promise<void> {
    snapshotSize = await writeSnapshot(folder, now);
    await file.close();
    file = await open(path, 'w', 0o600);
    size = 0;
    torn = false;
  }
  return {
    folder,
    get now() {
      return now;
    },
    append: (base, ops) =>
      inOrder(async () => {
        if (base !== now.revision) return 'behind';
        const applied = applyFitting(now.report, ops);
        if (!applied) return 'unfit';
        const { report } = applied;
        const entry: Entry = { revision: now.revision + 1, at: Date.now(), ops };
        const line = lineOf(entry);
        if (torn) await compact();
        torn = true;
        await file.write(line);
        await file.datasync();
        torn = false;
        size += line.length;
        now = { ...now, report, revision: entry.revision, at: entry.at };
        if (size > Math.max(COMPACT_AT, snapshotSize)) await compact();
        return now;
      }),
    saved: (path, revision, seen) =>
      inOrder(async () => {
        now = { ...now, path, savedRevision: revision, seen };
        await compact();
        return now;
      }),
    addAsset: (name, bytes) => writeAtomically(assetPath(folder, name), bytes),
    asset: name => keptAsset(folder, name),
    close: () => inOrder(() => file.close()),
  };
}

export interface KeptJournal {
  readonly id: string;
  readonly snapshot: Snapshot;
}

/** Folders of journals, newest change first. */
export async function listJournals(documents: string): Promise<readonly KeptJournal[]> {
  return journalsOf(documents, await readdir(documents).catch(() => []));
}

async function journalsOf(documents: string, names: readonly string[]): Promise<readonly KeptJournal[]> {
  const found = await Promise.all(names.map(async id => ({ id, snapshot: await readJournal(join(documents, id)) })));
  return found
    .flatMap(({ id, snapshot }) => (snapshot ? [{ id, snapshot }] : []))
    .sort((a, b) => b.snapshot.at - a.snapshot.at);
}

/** The journals of reports that belong to a file, newest change first. */
export async function journalsFor(documents: string, path: string): Promise<readonly KeptJournal[]> {
  const names = await readdir(documents).catch(() => []);
  // Only journals of that very file are read and checked in full.
  const own = await Promise.all(names.map(async id => ((await pathOf(join(documents, id))) === path ? [id] : [])));
  return journalsOf(documents, own.flat());
}

/** Whether a journal keeps changes which the file of its report does not hold. */
export const isAhead = ({ snapshot }: KeptJournal): boolean => snapshot.revision !== snapshot.savedRevision;

/** The file that a journal's report belongs to, as its snapshot says. */
async function pathOf(folder: string): Promise<string | null> {
  const text = await readFile(join(folder, 'snapshot.json'), 'utf8').catch(() => '{}');
  try {
    return (JSON.parse(text) as Partial<Snapshot>).path ?? null;
  } catch {
    return null;
  }
}

/** Removes a journal for good. */
export async function removeJournal(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
