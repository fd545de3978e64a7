/**
 * Which program has the folder of an open report: the one whose mark lies in it and lives. A second one must not go on with that
 * journal, as each would write over what the other keeps.
 *
 *     <documents>/<id>/owner-<random>.json   { machine, pid, start }, its time renewed while the report is open
 *
 * Each program writes its own mark first and looks for others only then: of two that begin at once both may be refused, and never
 * do both go on.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { writeAtomically } from './files.ts';

/** A running program, as another one can tell whether it still runs. */
export interface Program {
  /** The machine, and where its processes are numbered apart (containers), that numbering. */
  readonly machine: string;
  readonly pid: number;
  /** When it began, as its system tells it; empty where the system does not (only Linux does, in a file). */
  readonly start: string;
}

export interface Ownership {
  /** Whether it still is: a program that slept too long may have been taken for gone. */
  holds(): Promise<boolean>;
  leave(): Promise<void>;
}

/** So often a mark is renewed, and so old it counts as left where nothing else can be known (milliseconds). */
const RENEW = 5_000;
const STALE = 15_000;

const MARK = /^owner-[0-9a-f-]+\.json$/;

const textOr = (read: () => string): string => {
  try {
    return read().trim();
  } catch {
    return '';
  }
};

/**
 * The boot and the tick at which a process began (proc_pid_stat(5), fields 3 and 22): `ended` for one that only waits to be
 * cleared away, empty where it cannot be known.
 */
function startOf(pid: number): string {
  const status = textOr(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  // The name, in parentheses, may hold anything.
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  const ticks = fields[19];
  if (ticks === undefined) return '';
  if (state === 'Z' || state === 'X') return 'ended';
  return `${textOr(() => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1'))} ${ticks}`;
}

/** A process of this machine; this one unless another is named. */
export const programOf = (pid: number = process.pid): Program => ({
  machine: `${hostname()} ${textOr(() => readlinkSync('/proc/self/ns/pid'))}`.trim(),
  pid,
  start: startOf(pid),
});

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It runs, and belongs to somebody else.
    return (error as { code?: string }).code === 'EPERM';
  }
}

/** Whether the program of a mark lives: known at once on the same machine, guessed from the age of its mark on another. */
function lives(program: Program, age: number): boolean {
  const { machine } = programOf();
  if (program.machine === machine) {
    if (!isThere(program.pid)) return false;
    const start = startOf(program.pid);
    if (program.start !== '' && start !== '') return start === program.start;
  }
  return age < STALE;
}

interface Mark {
  readonly name: string;
  readonly isLive: boolean;
}

async function marksIn(folder: string): Promise<readonly Mark[]> {
  const names = (await readdir(folder).catch(() => [])).filter(name => MARK.test(name));
  const marks = await Promise.all(names.map(name => markOf(folder, name)));
  return marks.flatMap(mark => (mark ? [mark] : []));
}

/** A mark; null where it went away meanwhile. One that cannot be read is taken for a living program's. */
async function markOf(folder: string, name: string): Promise<Mark | null> {
  const path = join(folder, name);
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    const age = Date.now() - mtimeMs;
    return { name, isLive: lives(programIn(text), age) };
  } catch (error) {
    return (error as { code?: string }).code === 'ENOENT' ? null : { name, isLive: true };
  }
}

/** What a mark says; one that a failing disk spoilt is some machine's, and its age decides. */
function programIn(text: string): Program {
  try {
    const { machine, pid, start } = JSON.parse(text) as Program;
    if (typeof machine === 'string' && Number.isInteger(pid) && pid > 0 && typeof start === 'string')
      return { machine, pid, start };
  } catch {
    // Falls through.
  }
  return { machine: '', pid: 0, start: '' };
}

/** Whether a living program has the report of this folder. */
export const isOwned = async (folder: string): Promise<boolean> => (await marksIn(folder)).some(({ isLive }) => isLive);

/** Makes `program` the owner of a report's folder, which is there; null where a living one is already. */
export async function takeOwnership(folder: string, program: Program): Promise<Ownership | null> {
  const name = `owner-${randomUUID()}.json`;
  const path = join(folder, name);
  await writeAtomically(path, JSON.stringify(program));
  const others = (await marksIn(folder)).filter(mark => mark.name !== name);
  if (others.some(({ isLive }) => isLive)) {
    await rm(path, { force: true });
    return null;
  }
  for (const left of others) await rm(join(folder, left.name), { force: true });
  const renewing = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, RENEW);
  renewing.unref();
  return {
    holds: () =>
      stat(path).then(
        () => true,
        () => false,
      ),
    leave: async () => {
      clearInterval(renewing);
      await rm(path, { force: true });
    },
  };
}
