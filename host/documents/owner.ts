/**
 * Which program has something open: the one whose mark lies beside it and lives. There are two such things: the folder of an open
 * report, since a second program that went on with its journal would write over what the first keeps, and the report's file.
 *
 *     <documents>/<id>/owner-<random>.json          { machine, pid, start, rests }, its time renewed while the report is open
 *     <folder of the file>/.<name>.lock-<random>    the same
 *
 * Each program writes its own mark first and looks for others only then: of two that begin at once both may be refused, and never
 * do both go on.
 *
 * A program whose last window was closed rests: it keeps what it has for a window that only reloads, and gives it up to any other
 * program, which takes the resting mark away. Before it writes again it wakes: with a new mark, and only if the old one is still there.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
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
  /** Whether it still is: a program that slept too long may have been taken for gone. Never while it rests. */
  holds(): Promise<boolean>;
  /** From now on another program may take it. */
  rest(): Promise<void>;
  /** Goes on as before; false where another program took it meanwhile. */
  wake(): Promise<boolean>;
  leave(): Promise<void>;
}

/** What is owned: a folder, and how the marks of its owner are named. */
export interface Owned {
  readonly folder: string;
  readonly begins: string;
  /** Who may read the marks: beside a file in a shared folder, whoever may read that. */
  readonly mode: number;
}

/** The folder of an open report. */
export const reportIn = (folder: string): Owned => ({ folder, begins: 'owner-', mode: 0o600 });

/** A file that a user chose. */
export const fileAt = (path: string): Owned => ({
  folder: dirname(path),
  begins: `.${basename(path)}.lock-`,
  mode: 0o644,
});

/** So often a mark is renewed, and so old it counts as left where nothing else can be known (milliseconds). */
const RENEW = 5_000;
const STALE = 15_000;

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
  readonly path: string;
  readonly state: 'lives' | 'rests' | 'left';
}

/** What stands in a mark. */
interface Said extends Program {
  readonly rests?: true;
}

async function marksOf({ folder, begins }: Owned): Promise<readonly Mark[]> {
  const names = await readdir(folder).catch(() => []);
  const own = names.filter(
    name => name.startsWith(begins) && /^[0-9a-f-]{36}(?:\.json)?$/.test(name.slice(begins.length)),
  );
  const marks = await Promise.all(own.map(name => markAt(join(folder, name))));
  return marks.flatMap(mark => (mark ? [mark] : []));
}

/** A mark; null where it went away meanwhile. The age of one that may not be read decides. */
async function markAt(path: string): Promise<Mark | null> {
  const [text, status] = await Promise.all([readFile(path, 'utf8').catch(() => ''), stat(path).catch(() => null)]);
  if (!status) return null;
  const said = saidIn(text);
  if (!lives(said, Date.now() - status.mtimeMs)) return { path, state: 'left' };
  return { path, state: said.rests ? 'rests' : 'lives' };
}

/** What a mark says; one that a failing disk spoilt is some machine's, and its age decides. */
function saidIn(text: string): Said {
  try {
    const { machine, pid, start, rests } = JSON.parse(text) as Said;
    if (typeof machine === 'string' && Number.isInteger(pid) && pid > 0 && typeof start === 'string')
      return { machine, pid, start, ...(rests === true ? { rests } : {}) };
  } catch {
    // Falls through.
  }
  return { machine: '', pid: 0, start: '' };
}

/** Whether a living program has something open, and does not rest. */
export const isOwned = async (owned: Owned): Promise<boolean> =>
  (await marksOf(owned)).some(({ state }) => state === 'lives');

const isThereStill = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Two programs that each see the other begin try again after a while that is not the same for both (milliseconds). */
const AGAIN = 60;
const TRIES = 4;

/**
 * Makes `program` the owner of something whose folder is there; null where a living one is already.
 * @throws what the disk says where no mark can be written
 */
export async function takeOwnership(owned: Owned, program: Program): Promise<Ownership | null> {
  const write = async (said: Said, path = join(owned.folder, `${owned.begins}${randomUUID()}`)) => {
    await writeAtomically(path, JSON.stringify(said), owned.mode);
    return path;
  };
  /** A new mark, if no other program's is in its way; `old` must still be there. */
  const claim = async (old: string | null): Promise<string | null> => {
    const path = await write(program);
    const others = (await marksOf(owned)).filter(mark => mark.path !== path && mark.path !== old);
    if (others.some(({ state }) => state === 'lives') || (old !== null && !(await isThereStill(old)))) {
      await rm(path, { force: true });
      return null;
    }
    for (const left of others) await rm(left.path, { force: true });
    if (old !== null) await rm(old, { force: true });
    return path;
  };
  const first = await claim(null);
  if (first === null) return null;
  let path = first;
  let isResting = false;
  const renewing = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, RENEW);
  renewing.unref();
  let turn: Promise<unknown> = Promise.resolve();
  /** One step at a time, in order. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = turn.then(work);
    turn = next.catch(() => {});
    return next;
  }
  return {
    holds: () => inTurn(async () => !isResting && (await isThereStill(path))),
    rest: () =>
      inTurn(async () => {
        if (isResting || !(await isThereStill(path))) return;
        await write({ ...program, rests: true }, path);
        isResting = true;
      }),
    wake: () =>
      inTurn(async () => {
        for (let tries = 0; isResting && tries < TRIES && (await isThereStill(path)); tries++) {
          if (tries > 0) await new Promise(resolve => setTimeout(resolve, AGAIN * (1 + Math.random())));
          const claimed = await claim(path);
          if (claimed === null) continue;
          path = claimed;
          isResting = false;
        }
        return !isResting && (await isThereStill(path));
      }),
    leave: () =>
      inTurn(async () => {
        clearInterval(renewing);
        await rm(path, { force: true });
      }),
  };
}
