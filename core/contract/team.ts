/** Teams' libraries in the contract: connecting, how far each is in step, members, conflicts, and the library itself. */
import './jitless.ts';
import * as z from 'zod';
import { entryIdSchema } from '../library/schema.ts';
import {
  CHOICES,
  type Member,
  type ShownConflict,
  type SyncStatus,
  TEAM_ROLES,
  type Team,
  type TeamRole,
} from '../library/sync/types.ts';
import type { Outcome } from '../outcome.ts';
import { library } from './library.ts';
import { call, type Names, stream } from './wire/method.ts';

/** A team whose library is mirrored on this computer. */
export interface ConnectedTeam extends Team {
  readonly host: string;
  readonly database: string;
  readonly login: string;
  /** False only for a server on this computer. */
  readonly isEncrypted: boolean;
  /** Whether the connection string is kept in the system's key store; where not, it is asked for at each start. */
  readonly isKept: boolean;
  /** The own role, as last heard of. */
  readonly role: TeamRole;
  readonly status: SyncStatus;
}

export type Connecting =
  | { readonly kind: 'connected'; readonly team: string }
  /** None or several: one has to be chosen, or made. */
  | { readonly kind: 'choose'; readonly login: string; readonly teams: readonly Team[] };

const outcome = <T>() => z.custom<Outcome<T>>();
const team = z.strictObject({ team: entryIdSchema });
const name = z.string().trim().min(1).max(200);
/** PostgreSQL's names are at most 63 bytes long. */
const login = z.string().min(1).max(63);

export type LibraryCalls = Names<typeof library, 'call'>;
export type LibraryStreams = Names<typeof library, 'stream'>;
const namesOf = <Name extends string>(mode: 'call' | 'stream') =>
  z.enum(
    Object.entries(library)
      .filter(([, method]) => method.mode === mode)
      .map(([method]) => method) as [Name, ...Name[]],
  );

export const teamMethods = {
  /** Now, and whenever something of it changes. */
  'team.status': stream(z.strictObject({}), z.custom<readonly ConnectedTeam[]>()),
  /** Connects to a team's server. `team` is one of those that it offered; `create` makes one. Also to give a new password. */
  'team.connect': call(
    z.strictObject({
      connection: z.string().min(1).max(4096),
      team: entryIdSchema.optional(),
      create: z.strictObject({ name, ownName: name }).optional(),
    }),
    outcome<Connecting>(),
  ),
  /** Sends and fetches at once. */
  'team.hurry': call(team, outcome<null>()),
  /** Forgets the connection. What is on this computer stays in its folder, with what was not sent yet. */
  'team.disconnect': call(team, outcome<null>()),
  'team.members': call(team, outcome<readonly Member[]>()),
  /** Takes a login in, or gives it another role or name; 'none' takes it out. For owners: the server sees to it. */
  'team.setRole': call(team.extend({ login, name, role: z.enum(TEAM_ROLES) }), outcome<null>()),
  'team.conflicts': call(team, outcome<readonly ShownConflict[]>()),
  'team.resolve': call(team.extend({ conflict: entryIdSchema, choice: z.enum(CHOICES) }), outcome<null>()),
  /** Any call of the own library, asked of the team's; `input` is that call's. */
  'team.library': call(team.extend({ method: namesOf<LibraryCalls>('call'), input: z.unknown() }), z.custom<unknown>()),
  'team.libraryStream': stream(
    team.extend({ method: namesOf<LibraryStreams>('stream'), input: z.unknown() }),
    z.custom<unknown>(),
  ),
} as const;
