/**
 * Keeps a mirror in step with its team as long as the program runs. Nobody waits for it: the mirror is read and changed as if there were
 * no server.
 *
 * Two connections: one asks, the other only listens for the server's notifications. Where that one is lost or impossible (some
 * poolers), the server is asked every few seconds until listening works again. A lost connection is tried again after a pause that
 * doubles, by a random part of it, so that the computers of a ward do not come back at one moment.
 */
import type { SyncState, SyncStatus, TeamRole } from '../../../core/library/sync/types.ts';
import type { Problem } from '../../../core/outcome.ts';
import type { LibraryRoom } from '../room.ts';
import { internal, notAMember, wasSetBack } from './problems.ts';
import { asked, type Fetching, gathered, MirrorError, syncRound } from './round.ts';
import { type Session, SessionError } from './session.ts';

/** All in milliseconds. */
export interface Rhythm {
  /** Between two questions to the server while it tells of changes by itself, and while it does not. */
  readonly live: number;
  readonly polling: number;
  /** The first pause before trying again, and the longest. */
  readonly firstPause: number;
  readonly longestPause: number;
  /** Before trying again where somebody has to do something first. */
  readonly refused: number;
  /** A change here is sent so long after it, with what follows it meanwhile; one elsewhere is fetched so long after it was told of. */
  readonly gathering: number;
  readonly hearing: number;
}

export const RHYTHM: Rhythm = {
  live: 60_000,
  polling: 5000,
  firstPause: 1000,
  longestPause: 60_000,
  refused: 300_000,
  gathering: 300,
  hearing: 30,
};

/** Closing does not wait longer (milliseconds). */
const CLOSING = 2000;

/** While much is sent or fetched, it is told how far that is so often (milliseconds). */
const COUNTING = 500;

export interface SyncNeeds {
  readonly team: string;
  readonly mirror: Pick<LibraryRoom, 'ask' | 'onChange'>;
  /** Connects anew. Rejects with a {@link SessionError}. */
  readonly open: () => Promise<Session>;
  readonly rhythm?: Rhythm;
  /** Hears of a bug, after which this is not in step any more. */
  readonly report?: (error: unknown) => void;
}

export interface Syncing {
  status(): SyncStatus;
  /** Hears of every new status, until the signal is aborted. */
  onStatus(listener: (status: SyncStatus) => void, signal: AbortSignal): void;
  /** Tries at once, without waiting for the end of a pause. */
  hurry(): void;
  close(): Promise<void>;
}

/** The pause before the nth try (from 0): doubling up to the longest, of it a random part, at least half. */
export function pauseBefore(
  tries: number,
  { firstPause, longestPause }: Rhythm,
  random: () => number = Math.random,
): number {
  const whole = Math.min(longestPause, firstPause * 2 ** Math.min(tries, 30));
  return Math.round(whole * (0.5 + random() / 2));
}

/** Begins at once. */
export function startSyncing({ team, mirror, open, rhythm = RHYTHM, report = () => {} }: SyncNeeds): Syncing {
  const ending = new AbortController();
  const isEnded = () => ending.signal.aborted;
  const listeners = new Set<(status: SyncStatus) => void>();
  let status: SyncStatus = {
    state: 'connecting',
    isLive: false,
    pending: 0,
    held: 0,
    conflicts: 0,
    fetching: null,
    lastSync: null,
    problem: null,
  };
  let session: Session | null = null;
  /** In the last round. */
  let role: TeamRole = 'none';
  let listening: Session | null = null;
  /** What the team should hear of as long as the program runs, though all is well again. */
  let told: Problem | null = null;
  /** Something happened since the last round began. */
  let isDue = true;
  /** It was told by the server, and nothing was changed here. */
  let isHeard = false;
  let wake = () => {};
  /** How far the mirror is, and how often in a row the server told of changes where there were none: anybody who can log in may say so. */
  let cursors = '';
  let empty = 0;

  function say(change: Partial<SyncStatus>): void {
    const next = { ...status, ...change };
    if (JSON.stringify(next) === JSON.stringify(status)) return;
    status = next;
    for (const listener of listeners) listener(status);
  }

  async function count(change: {
    readonly state?: SyncState;
    readonly problem?: Problem | null;
    readonly fetching?: Fetching;
  }): Promise<void> {
    await gathered(mirror);
    const standing = await asked(mirror, 'teamStanding', {});
    const { pending, held, conflicts, lastSync } = standing;
    cursors = JSON.stringify(standing.cursors);
    say({ fetching: null, ...change, pending, held, conflicts, lastSync });
  }

  /** Waits so long, or until something is due. */
  function pause(length: number): Promise<void> {
    if (isDue || isEnded()) return Promise.resolve();
    return new Promise(resolve => {
      const timer = setTimeout(done, length);
      timer.unref?.();
      function done() {
        clearTimeout(timer);
        wake = () => {};
        resolve();
      }
      wake = done;
    });
  }

  function due(): void {
    isDue = true;
    isHeard = false;
    wake();
  }

  function heard(): void {
    isHeard ||= !isDue;
    isDue = true;
    wake();
  }

  async function round(): Promise<void> {
    const [wasHeard, before] = [isHeard, cursors];
    isDue = false;
    isHeard = false;
    let current = session;
    if (!current) {
      // While it is only tried again, what was said of the last try stands.
      if (status.state === 'current' || status.state === 'syncing') say({ state: 'connecting' });
      current = await open();
      if (isEnded()) return void (await current.close());
      session = current;
      current.onClose(() => {
        if (session !== current) return;
        session = null;
        due();
      });
      role = 'none';
    }
    const now = await current.role(team);
    if (now === 'none') throw new SessionError({ kind: 'refused', code: '', problem: notAMember() });
    // What was held back for the role, or for what the server was, is tried again.
    if (now !== role) await asked(mirror, 'teamRelease', {});
    role = now;
    await count({ problem: told });
    if (status.pending > 0 || status.state !== 'current') say({ state: 'syncing' });
    let counted = 0;
    await syncRound(
      current,
      mirror,
      team,
      isEnded,
      async fetching => {
        // What still waits is counted by going through it.
        if (Date.now() - counted < COUNTING) return;
        await count({ fetching });
        counted = Date.now();
      },
      () => {
        told = wasSetBack(role);
        say({ problem: told });
      },
    );
    await asked(mirror, 'teamInStep', { at: Date.now() });
    await count({ state: 'current', problem: told });
    empty = wasHeard && cursors === before ? empty + 1 : 0;
  }

  async function drop(): Promise<void> {
    const dropped = session;
    session = null;
    await dropped?.close();
  }

  async function run(): Promise<void> {
    let tries = 0;
    while (!isEnded()) {
      try {
        await round();
        tries = 0;
        await pause(status.isLive ? rhythm.live : rhythm.polling);
        // What else is changed at that moment goes with it.
        if (isDue && !isEnded())
          await delay(isHeard ? Math.min(rhythm.polling, rhythm.hearing * 2 ** empty) : rhythm.gathering);
      } catch (error) {
        await drop();
        if (isEnded()) return;
        const { kind, problem } = failureFrom(error);
        await count({ state: kind === 'lost' ? 'offline' : 'refused', problem }).catch(() =>
          say({ state: 'refused', problem }),
        );
        isDue = false;
        await restingUnless(kind === 'lost' ? pauseBefore(tries, rhythm) : rhythm.refused);
        tries++;
      }
    }
  }

  /** Changes here do not cut the pause short: they would only knock at a closed door. */
  async function restingUnless(length: number): Promise<void> {
    const until = Date.now() + length;
    isHurried = false;
    while (!isEnded() && !isHurried && Date.now() < until) {
      isDue = false;
      await pause(until - Date.now());
      await count({}).catch(() => {});
    }
    isDue = true;
  }
  let isHurried = false;

  async function listen(): Promise<void> {
    let tries = 0;
    while (!isEnded()) {
      try {
        const opened = await open();
        if (isEnded()) return void (await opened.close());
        const lost = new Promise<void>(resolve => opened.onClose(resolve));
        listening = opened;
        await opened.listen(team, heard);
        tries = 0;
        say({ isLive: true });
        // What came between the last question and now was told to nobody; and the server is there again.
        isHurried = true;
        due();
        await Promise.race([lost, silent(opened)]);
      } catch (error) {
        failureFrom(error);
      }
      await listening?.close();
      listening = null;
      say({ isLive: false });
      due();
      await delay(pauseBefore(tries++, rhythm));
    }
  }

  /** Ends when a line that only listens has nobody at its other end any more: that is told by no word of the network's. */
  async function silent(line: Session): Promise<void> {
    for (;;) {
      await delay(rhythm.live);
      if (isEnded() || listening !== line) return;
      try {
        await line.ping();
      } catch {
        return;
      }
    }
  }

  function delay(length: number): Promise<void> {
    if (isEnded()) return Promise.resolve();
    return new Promise(resolve => {
      const timer = setTimeout(done, length);
      function done() {
        clearTimeout(timer);
        ending.signal.removeEventListener('abort', done);
        resolve();
      }
      ending.signal.addEventListener('abort', done);
    });
  }

  mirror.onChange(() => due(), ending.signal);
  const broken = (error: unknown) => {
    ending.abort();
    say({ state: 'refused', isLive: false, problem: internal() });
    report(error);
  };
  const running = run().catch(broken);
  const hearing = listen().catch(broken);

  return {
    status: () => status,
    onStatus(listener, signal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
    hurry() {
      isHurried = true;
      due();
    },
    async close() {
      ending.abort();
      wake();
      const ended = Promise.all([drop(), listening?.close(), running, hearing]);
      // One that is just connecting to a silent server ends by itself.
      await Promise.race([ended, new Promise(resolve => setTimeout(resolve, CLOSING).unref())]);
    },
  };
}

/** What failed; a bug is thrown on. */
function failureFrom(error: unknown): { readonly kind: 'lost' | 'refused'; readonly problem: Problem } {
  if (error instanceof MirrorError) return { kind: 'refused', problem: error.problem };
  if (!(error instanceof SessionError)) throw error;
  const { kind, problem } = error.failure;
  return { kind: kind === 'lost' ? 'lost' : 'refused', problem };
}
