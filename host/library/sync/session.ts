/** One connection to a team's server, and what can be said over it. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { type ConnectionOptions, checkServerIdentity } from 'node:tls';
import type pg from 'pg';
import { TEAM_ROLES, type Team, type TeamRole } from '../../../core/library/sync/types.ts';
import type { Connection } from './connection.ts';
import {
  type Failure,
  failureOf,
  newerServer,
  noAuthorities,
  noSchema,
  olderPostgres,
  olderServer,
} from './problems.ts';
import { SERVER_VERSION } from './server/index.ts';
import type {
  Answer,
  Cursors,
  Found,
  Outgoing,
  Pulled,
  PulledConflict,
  PulledField,
  PulledMember,
  Witness,
} from './wire.ts';

/** Milliseconds: to connect, for any one answer, and to say goodbye. */
const CONNECTING = 10_000;
const ANSWERING = 60_000;
/** For an answer that a living server has at once: a line that was lost without a word is known by it. */
const AT_ONCE = 10_000;
const LEAVING = 1000;

/** PostgreSQL 15, as it numbers itself. */
const OLDEST = 150_000;

/** A failure of the server or the way to it, told apart. */
export class SessionError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.problem.code);
    this.failure = failure;
  }
}

export interface Session {
  readonly login: string;
  teams(): Promise<readonly (Team & { readonly role: TeamRole })[]>;
  createTeam(team: Team, ownName: string): Promise<void>;
  /** All or none; what came before is not taken in twice. */
  push(team: string, changes: readonly Outgoing[]): Promise<readonly Answer[]>;
  settle(team: string, conflicts: readonly string[]): Promise<void>;
  /** What came after the cursors: at most `most` of each kind. */
  pull(team: string, after: Cursors, most: number): Promise<Pulled>;
  /** Whether the team ever had this; without one whether it has come as far as a revision. */
  knows(team: string, witness: Witness | number): Promise<boolean>;
  /** What the server has of fields now, in the order asked for. */
  find(team: string, fields: readonly Witness[]): Promise<readonly Found[]>;
  /** How many fields come after a revision. */
  remaining(team: string, after: number): Promise<number>;
  /** The caller's role now. */
  role(team: string): Promise<TeamRole>;
  /** Takes somebody in, or changes what they are called and may do. For owners. */
  appoint(team: string, login: string, name: string, role: TeamRole): Promise<void>;
  /** Hears that something of the team changed, as long as the connection lasts. */
  listen(team: string, listener: () => void): Promise<void>;
  /** Whether there is still somebody at the other end: rejects after some seconds of silence. */
  ping(within?: number): Promise<void>;
  /** Called once, when the connection is gone. */
  onClose(listener: () => void): void;
  close(): Promise<void>;
}

/** TLS as libpq's `verify-full` has it: a chain to a trusted authority, and a certificate made out to this host. */
async function tlsFor({ host, authorities }: Connection): Promise<ConnectionOptions> {
  const ca = authorities === null ? undefined : await readFile(authorities, 'utf8').catch(() => null);
  if (ca === null) throw new SessionError({ kind: 'refused', code: '', problem: noAuthorities() });
  return {
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    checkServerIdentity: (_, certificate) => checkServerIdentity(host, certificate),
    ...(ca === undefined ? {} : { ca }),
  };
}

/** Connects and looks whether server and program are of one version. Throws a {@link SessionError}. */
export async function openSession(connection: Connection): Promise<Session> {
  const { Client } = (await import('pg')).default;
  // Every setting is given, so that none is taken from the environment.
  const client = new Client({
    host: connection.host,
    port: connection.port,
    database: connection.database,
    user: connection.login,
    password: connection.password,
    ssl: connection.isEncrypted ? await tlsFor(connection) : false,
    connectionTimeoutMillis: CONNECTING,
    query_timeout: ANSWERING,
    statement_timeout: ANSWERING,
    keepAlive: true,
    keepAliveInitialDelayMillis: AT_ONCE,
    application_name: 'Casewright',
    client_encoding: 'UTF8',
  });
  let isOpen = true;
  const closed: (() => void)[] = [];
  const gone = () => {
    if (!isOpen) return;
    isOpen = false;
    for (const listener of closed) listener();
  };
  client.on('error', gone);
  client.on('end', gone);

  async function query<Row>(
    sql: string,
    values: readonly unknown[] = [],
    within: number = ANSWERING,
  ): Promise<readonly Row[]> {
    const config = { text: sql, values: values as unknown[], query_timeout: within };
    try {
      const { rows } = await client.query<Row & pg.QueryResultRow>(config);
      return rows;
    } catch (error) {
      throw new SessionError(failureOf(error));
    }
  }
  /** Who may not even look at the team's tables is no member of the group any more, whatever their role in the team. */
  async function ofGroup<Row>(rows: Promise<readonly Row[]>): Promise<readonly Row[]> {
    try {
      return await rows;
    } catch (error) {
      throw error instanceof SessionError && error.failure.kind === 'role' ? refused(noSchema()) : error;
    }
  }
  async function schemaVersion(): Promise<number> {
    try {
      const [row] = await query<{ version: number | null }>(
        'select max(number)::integer as version from casewright_schema.versions',
      );
      return row?.version ?? 0;
    } catch (error) {
      const isMissing = error instanceof SessionError && error.failure.problem.code === 'team.schema';
      const [server] = isMissing
        ? await query<{ number: string }>("select current_setting('server_version_num') as number")
        : [];
      if (server && Number(server.number) < OLDEST)
        throw refused(olderPostgres(Math.floor(Number(server.number) / 10_000)));
      throw error;
    }
  }

  try {
    await client.connect();
  } catch (error) {
    await ended(client);
    throw new SessionError(failureOf(error));
  }
  try {
    const version = await schemaVersion();
    if (version > SERVER_VERSION) throw refused(newerServer(version, SERVER_VERSION));
    if (version < SERVER_VERSION) throw refused(olderServer(version, SERVER_VERSION));
  } catch (error) {
    await ended(client);
    throw error;
  }

  return {
    login: connection.login,
    async teams() {
      const rows = await ofGroup(
        query<{ id: string; name: string; role: string }>(
          `select t.id, t.name, m.role from casewright.teams t
         join casewright.members m on m.team = t.id and m.login = current_user where m.role <> 'none' order by t.name`,
        ),
      );
      return rows.map(({ id, name, role }) => ({ id, name, role: roleOf(role) }));
    },
    async createTeam({ id, name }, ownName) {
      await query('select casewright.create_team($1, $2, $3)', [id, name, ownName]);
    },
    async push(team, changes) {
      const column = (name: keyof Outgoing) => changes.map(change => change[name]);
      const rows = await query<AnswerRow>('select * from casewright.take_changes($1, $2, $3, $4, $5, $6, $7)', [
        team,
        column('id'),
        column('entry'),
        column('field'),
        column('base'),
        column('value'),
        column('at'),
      ]);
      const sent = new Map(changes.map(({ id, value }) => [id, value]));
      return rows.map(row => answerOf(row, sent.get(row.id) ?? null));
    },
    async settle(team, conflicts) {
      await query('select casewright.settle($1, $2)', [team, conflicts]);
    },
    async pull(team, after, most) {
      const after_ = (table: string, columns: string) =>
        `select ${columns} from casewright.${table} where team = $1 and revision > $2 order by revision limit $3`;
      const members = await query<MemberRow>(after_('members', 'login, name, role, revision'), [
        team,
        after.members,
        most,
      ]);
      const conflicts = await query<ConflictRow>(
        after_(
          'conflicts',
          `id, entry, field, standing, standing_by, standing_at, other, other_by, other_at,
           settled_at is not null as settled, revision`,
        ),
        [team, after.conflicts, most],
      );
      const fields = await query<FieldRow>(
        `select entry, field, value, revision, changed_by, changed_at from casewright.fields_after($1, $2, $3)`,
        [team, after.fields, most],
      );
      return { members: members.map(memberOf), conflicts: conflicts.map(conflictOf), fields: fields.map(fieldOf) };
    },
    async knows(team, witness) {
      const [sql, values] =
        typeof witness === 'number'
          ? ['select 1 from casewright.fields where team = $1 and revision >= $2 limit 1', [team, witness]]
          : [
              `select 1 from casewright.changes where team = $1 and revision = $2 and entry = $3 and field = $4
               union all
               select 1 from casewright.fields where team = $1 and revision = $2 and entry = $3 and field = $4 limit 1`,
              [team, witness.revision, witness.entry, witness.field],
            ];
      return (await query(sql as string, values as unknown[])).length > 0;
    },
    async find(team, fields) {
      const rows = await query<{ revision: string; taken_at: string }>(
        `select coalesce(f.revision, 0) as revision, coalesce(c.taken_at, f.changed_at, 0) as taken_at
         from unnest($2::text[], $3::text[]) with ordinality u (entry, field, n)
         left join lateral (
           select o.revision, o.changed_at from casewright.fields o
           where o.team = $1 and o.entry = u.entry and o.field = u.field limit 1
         ) f on true
         left join lateral (
           select o.taken_at from casewright.changes o
           where o.team = $1 and o.revision = f.revision and o.entry = u.entry and o.field = u.field and o.outcome = 'taken' limit 1
         ) c on true
         order by u.n`,
        [team, fields.map(({ entry }) => entry), fields.map(({ field }) => field)],
      );
      return rows.flatMap(({ revision, taken_at }, index) => {
        const field = fields[index];
        return field ? [{ ...field, revision: Number(revision), takenAt: Number(taken_at) }] : [];
      });
    },
    async remaining(team, after) {
      const [row] = await query<{ count: string }>(
        'select count(*) from casewright.fields where team = $1 and revision > $2',
        [team, after],
      );
      return Number(row?.count ?? 0);
    },
    async role(team) {
      const [row] = await ofGroup(
        query<{ role: string }>(
          'select role from casewright.members where team = $1 and login = current_user',
          [team],
          AT_ONCE,
        ),
      );
      return roleOf(row?.role ?? 'none');
    },
    async appoint(team, login, name, role) {
      await query('select casewright.invite($1, $2, $3, $4)', [team, login, name, role]);
    },
    async listen(team, listener) {
      client.on('notification', () => listener());
      await query(`listen ${channelOf(team)}`);
    },
    async ping(within = AT_ONCE) {
      await query('select 1', [], within);
    },
    onClose(listener) {
      if (isOpen) closed.push(listener);
      else listener();
    },
    async close() {
      await ended(client);
      gone();
    },
  };
}

/** Says goodbye, and does not wait for a server that is silent. */
async function ended(client: pg.Client): Promise<void> {
  const goodbye = client.end().catch(() => {});
  await Promise.race([goodbye, new Promise(resolve => setTimeout(resolve, LEAVING).unref())]);
  (client as unknown as { connection: { stream: Socket } }).connection.stream.destroy();
}

const refused = (problem: Failure['problem']) => new SessionError({ kind: 'refused', code: '', problem });

/** By which the server tells of a team's changes: `casewright.tell` has the same. Whoever does not know the team's id cannot listen. */
const channelOf = (team: string): string =>
  `casewright_${createHash('sha256').update(team, 'utf8').digest('hex').slice(0, 40)}`;

const roleOf = (role: string): TeamRole => TEAM_ROLES.find(known => known === role) ?? 'none';

// PostgreSQL's bigint comes as text.
interface AnswerRow {
  readonly id: string;
  readonly outcome: Answer['outcome'];
  readonly revision: string;
  readonly is_as_sent: boolean;
  /** Null where it is what was sent. */
  readonly value: string | null;
  readonly standing_revision: string | null;
  readonly changed_by: string | null;
  readonly changed_at: string | null;
}

function answerOf(row: AnswerRow, sent: string | null): Answer {
  const standing =
    row.standing_revision === null
      ? null
      : {
          value: row.is_as_sent ? sent : row.value,
          revision: Number(row.standing_revision),
          by: row.changed_by ?? '',
          at: Number(row.changed_at),
        };
  return { id: row.id, outcome: row.outcome, revision: Number(row.revision), standing };
}

interface FieldRow {
  readonly entry: string;
  readonly field: string;
  readonly value: string | null;
  readonly revision: string;
  readonly changed_by: string;
  readonly changed_at: string;
}

const fieldOf = ({ entry, field, value, revision, changed_by, changed_at }: FieldRow): PulledField => ({
  entry,
  field,
  value,
  revision: Number(revision),
  by: changed_by,
  at: Number(changed_at),
});

interface ConflictRow {
  readonly id: string;
  readonly entry: string;
  readonly field: string;
  readonly standing: string | null;
  readonly standing_by: string;
  readonly standing_at: string;
  readonly other: string | null;
  readonly other_by: string;
  readonly other_at: string;
  readonly settled: boolean;
  readonly revision: string;
}

const conflictOf = (row: ConflictRow): PulledConflict => ({
  id: row.id,
  entry: row.entry,
  field: row.field,
  standing: row.standing,
  standingBy: row.standing_by,
  standingAt: Number(row.standing_at),
  other: row.other,
  otherBy: row.other_by,
  otherAt: Number(row.other_at),
  isSettled: row.settled,
  revision: Number(row.revision),
});

interface MemberRow {
  readonly login: string;
  readonly name: string;
  readonly role: string;
  readonly revision: string;
}

const memberOf = ({ login, name, role, revision }: MemberRow): PulledMember => ({
  login,
  name,
  role,
  revision: Number(revision),
});
