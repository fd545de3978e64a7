/** Handlers of teams' libraries. A mirror of each is in a folder of its own; the server is spoken to beside it. */
import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { library } from '../../core/contract/library.ts';
import type { ConnectedTeam, Connecting, teamMethods } from '../../core/contract/team.ts';
import type { Implementation } from '../../core/contract/wire/method.ts';
import type { BulkEdit } from '../../core/library/bulk.ts';
import { isShared } from '../../core/library/sync/shared.ts';
import type { SyncStatus, Team, TeamRole } from '../../core/library/sync/types.ts';
import { done, failed, type Outcome, type Problem } from '../../core/outcome.ts';
import type { CaseReport } from '../../core/report/types.ts';
import { latest } from '../../core/streams.ts';
import { writeAtomically } from '../documents/files.ts';
import { newId } from '../library/applying.ts';
import { createLibraryRoom, type LibraryRoom } from '../library/room.ts';
import { type Connection, parseConnection, shownConnection } from '../library/sync/connection.ts';
import { atFirst, connectionNotKept, noTeam, notAllowed, onlyReading } from '../library/sync/problems.ts';
import { openSession, type Session, SessionError } from '../library/sync/session.ts';
import { type Syncing, startSyncing } from '../library/sync/syncing.ts';
import type { SecretStore } from '../secrets/types.ts';
import { citingNotes, createLibraryHandlers } from './library.ts';

export interface TeamNeeds {
  /** Has a folder for each team, and the list of them. */
  readonly folder: string;
  readonly secrets: SecretStore;
  /** The built thread of a library; null works in this thread. */
  readonly worker: URL | string | null;
  /** Hears of a bug in the background. */
  readonly report: (error: unknown) => void;
}

/** A connected team as its list keeps it: nothing secret. */
type Listed = Omit<ConnectedTeam, 'role' | 'status' | 'isKept'>;

interface Running {
  readonly listed: Listed;
  readonly room: LibraryRoom;
  /** Null until the connection string is entered. */
  syncing: Syncing | null;
  open: (() => Promise<Session>) | null;
  isKept: boolean;
  /** While the key store is asked, which may wait for somebody to unlock it; the mirror is read meanwhile. */
  unlocking: Promise<void> | null;
  role: TeamRole;
  readonly noteCiting: ReturnType<typeof citingNotes>;
  /** How people of the team call the user. */
  name: string;
  readonly ending: AbortController;
}

export interface TeamServices {
  /** Notes which report cites which entries of teams; by whoever may change them. */
  noteCiting(report: CaseReport, path: string): Promise<void>;
  readonly handlers: Implementation<typeof teamMethods>;
  close(): Promise<void>;
}

/** Methods that change a library. A reader's would be held back for ever: they are stopped before. */
const CHANGING: ReadonlySet<string> = new Set([
  'library.apply',
  'library.restore',
  'library.edit',
  'library.attach',
  'library.attachCopy',
  'library.undo',
  'library.settle',
  'library.import',
  'library.merge',
]);

/** Nothing is opened or connected before a window asks for teams. */
export function createTeamServices({ folder, secrets, worker, report }: TeamNeeds): TeamServices {
  const listFile = join(folder, 'teams.json');
  const running = new Map<string, Running>();
  const listeners = new Set<() => void>();
  let started: Promise<void> | null = null;

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const listen = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const secretName = (team: string) => `team-${team}`;

  async function readList(): Promise<readonly Listed[]> {
    try {
      return JSON.parse(await readFile(listFile, 'utf8')) as readonly Listed[];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      if (!(error instanceof SyntaxError)) throw error;
      // What was changed there and not sent is in the mirrors: they stay connected under the names of their folders.
      await rename(listFile, `${listFile}.damaged-${Date.now()}`);
      const found = await readdir(folder, { withFileTypes: true });
      return found
        .filter(entry => entry.isDirectory())
        .map(({ name }) => ({ id: name, name, host: '', database: '', login: '', isEncrypted: true }));
    }
  }
  async function writeList(): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeAtomically(listFile, JSON.stringify([...running.values()].map(({ listed }) => listed)));
  }

  function start(): Promise<void> {
    started ??= (async () => {
      try {
        for (const listed of await readList()) {
          const team = await run(listed, null, false, 'reader');
          team.unlocking = unlock(team).catch(report);
        }
      } catch (error) {
        started = null;
        throw error;
      }
    })();
    return started;
  }

  /** Connects with what the key store has, where it has it. */
  async function unlock(team: Running): Promise<void> {
    const text = await secrets.get(secretName(team.listed.id)).catch(() => null);
    team.unlocking = null;
    // Connected anew by hand, or closed, in the meantime.
    if (running.get(team.listed.id) !== team || team.ending.signal.aborted) return;
    team.isKept = text !== null;
    const connection = text === null ? null : parseConnection(text);
    if (connection?.ok) speak(team, connection.value);
    tell();
  }

  async function run(listed: Listed, connection: Connection | null, isKept: boolean, role: TeamRole): Promise<Running> {
    const room = running.get(listed.id)?.room ?? createLibraryRoom(join(folder, listed.id), worker);
    const team: Running = {
      listed,
      room,
      syncing: null,
      open: null,
      isKept,
      unlocking: null,
      role,
      name: listed.login,
      noteCiting: citingNotes(room),
      ending: new AbortController(),
    };
    running.set(listed.id, team);
    if (connection) speak(team, connection);
    await learn(team);
    return team;
  }

  /** Who the user is in the team, as the mirror last heard of it. */
  async function learn(team: Running): Promise<void> {
    const members = await team.room.ask('teamMembers', {});
    const self = members.ok ? members.value.find(({ login }) => login === team.listed.login) : undefined;
    team.role = self?.role ?? team.role;
    team.name = self?.name ?? team.name;
    tell();
  }

  /** Begins to keep the mirror in step. */
  function speak(team: Running, connection: Connection): void {
    const open = () => openSession(connection);
    team.open = open;
    team.syncing = startSyncing({ team: team.listed.id, mirror: team.room, open, report });
    team.syncing.onStatus(() => void learn(team).catch(report), team.ending.signal);
  }

  async function statusOf({ syncing, room, unlocking }: Running): Promise<SyncStatus> {
    if (syncing) return syncing.status();
    const standing = await room.ask('teamStanding', {});
    const counts = standing.ok ? standing.value : { pending: 0, held: 0, conflicts: 0, lastSync: null };
    const { pending, held, conflicts, lastSync } = counts;
    const isWaiting = standing.ok && unlocking !== null;
    const reason = isWaiting ? null : standing.ok ? connectionNotKept() : standing.problem;
    return {
      state: isWaiting ? 'connecting' : 'refused',
      isLive: false,
      pending,
      held,
      conflicts,
      fetching: null,
      lastSync,
      problem: reason,
    };
  }

  const teams = (): Promise<readonly ConnectedTeam[]> =>
    Promise.all(
      [...running.values()].map(async team => {
        const { listed, role, isKept } = team;
        return { ...listed, role, isKept, status: await statusOf(team) };
      }),
    );

  async function* statuses(signal: AbortSignal): AsyncGenerator<readonly ConnectedTeam[]> {
    await start();
    yield* latest(teams, listen, signal);
  }

  async function connect(
    text: string,
    wanted: string | undefined,
    create: { name: string; ownName: string } | undefined,
  ) {
    await start();
    const parsed = parseConnection(text);
    if (!parsed.ok) return parsed;
    const connection = parsed.value;
    const answer = await withSession(connection, async (session): Promise<Outcome<Connecting>> => {
      let offered: readonly (Team & { readonly role: TeamRole })[] = await session.teams();
      let chosen =
        offered.find(({ id }) => id === wanted) ?? (offered.length === 1 && !create ? offered[0] : undefined);
      if (create) {
        chosen = { id: newId(), name: create.name, role: 'owner' };
        await session.createTeam(chosen, create.ownName);
        offered = [...offered, chosen];
      }
      if (!chosen)
        return done({ kind: 'choose', login: session.login, teams: offered.map(({ id, name }) => ({ id, name })) });
      await stop(chosen.id);
      const isKept = await secrets.set(secretName(chosen.id), text);
      const { host, database, login, isEncrypted } = shownConnection(connection);
      await run(
        { id: chosen.id, name: chosen.name, host, database, login, isEncrypted },
        connection,
        isKept,
        chosen.role,
      );
      await writeList();
      tell();
      return done({ kind: 'connected', team: chosen.id });
    });
    return answer.ok || running.has(wanted ?? '') ? answer : failed(atFirst(answer.problem));
  }

  /** Ends speaking to the server; the mirror stays open. */
  async function stop(id: string): Promise<void> {
    const team = running.get(id);
    if (!team) return;
    team.ending.abort();
    await team.syncing?.close();
    team.syncing = null;
  }

  async function withTeam<T>(id: string, work: (team: Running) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    await start();
    const team = running.get(id);
    return team ? work(team) : failed(noTeam());
  }

  /** A session for what only the server can do, of a team that is connected. */
  async function onServer(id: string, work: (session: Session) => Promise<void>): Promise<Outcome<null>> {
    return withTeam(id, async team => {
      await team.unlocking;
      const { open, syncing } = team;
      if (!open) return failed(connectionNotKept());
      return withSession(open, async session => {
        await work(session);
        syncing?.hurry();
        return done(null);
      });
    });
  }

  const changing = (team: Running, method: string, input: unknown): Problem | null =>
    CHANGING.has(method) && team.role === 'reader' && !isPersonal(method, input) ? onlyReading() : null;

  return {
    async noteCiting(report, path) {
      for (const team of running.values())
        if (team.role === 'editor' || team.role === 'owner') await team.noteCiting(report, path);
    },
    handlers: {
      'team.status': (_, signal) => statuses(signal),
      'team.connect': ({ connection, team, create }) => connect(connection, team, create),
      'team.hurry': ({ team }) =>
        withTeam(team, async ({ syncing }) => {
          syncing?.hurry();
          return done(null);
        }),
      'team.disconnect': ({ team: id }) =>
        withTeam(id, async ({ room }) => {
          await stop(id);
          await room.close();
          running.delete(id);
          await secrets.remove(secretName(id));
          await writeList();
          tell();
          return done(null);
        }),
      'team.members': ({ team }) => withTeam(team, ({ room }) => room.ask('teamMembers', {})),
      'team.setRole': ({ team, login, name, role }) =>
        onServer(team, session => session.appoint(team, login, name, role)),
      'team.conflicts': ({ team }) => withTeam(team, ({ room }) => room.ask('teamConflicts', {})),
      'team.resolve': ({ team, conflict, choice }) =>
        withTeam(team, async ({ room, role, name, syncing }) => {
          if (role === 'reader') return failed(notAllowed());
          const settled = await room.ask('teamSettle', { id: conflict, choice, by: name });
          syncing?.hurry();
          return settled;
        }),
      'team.library': ({ team: id, method, input }, signal) =>
        withTeam(id, async team => {
          const checked = await checkedInput(method, input);
          const problem = changing(team, method, checked);
          if (problem) return failed(problem);
          const handler = createLibraryHandlers(team.room, team.name)[method] as Handler<Outcome<unknown>>;
          return handler(checked, signal);
        }),
      'team.libraryStream': async function* ({ team: id, method, input }, signal) {
        await start();
        const team = running.get(id);
        const checked = await checkedInput(method, input);
        const problem = team ? changing(team, method, checked) : noTeam();
        if (!team || problem) {
          yield { kind: 'failed', problem };
          return;
        }
        const handler = createLibraryHandlers(team.room, team.name)[method] as Handler<AsyncIterable<unknown>>;
        yield* handler(checked, signal);
      },
    },
    async close() {
      await started?.catch(() => {});
      for (const [id, { room }] of running) {
        await stop(id);
        await room.close();
      }
    },
  };
}

type Handler<Result> = (input: unknown, signal: AbortSignal) => Result;

/** The contract, with its validators, is loaded with the first question: a command line without a window has no other use for it. */
async function checkedInput(method: keyof typeof library, input: unknown): Promise<unknown> {
  const { library } = await import('../../core/contract/library.ts');
  return library[method].input.parse(input);
}

/** Whether only what stays with a person is changed: read, starred. */
function isPersonal(method: string, input: unknown): boolean {
  if (method === 'library.edit') {
    const { edit } = input as { edit: BulkEdit };
    return edit.kind === 'field' && !isShared(edit.field);
  }
  return (
    method === 'library.apply' &&
    (input as { changes: readonly { field: string }[] }).changes.every(
      ({ field }) => field !== 'new' && !isShared(field),
    )
  );
}

/** Opens a session for one piece of work; what the server refuses is a failure, worded. */
async function withSession<T>(
  connection: Connection | (() => Promise<Session>),
  work: (session: Session) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  let session: Session | null = null;
  try {
    session = await (typeof connection === 'function' ? connection() : openSession(connection));
    return await work(session);
  } catch (error) {
    if (error instanceof SessionError) return failed(error.failure.problem);
    throw error;
  } finally {
    await session?.close();
  }
}
