/** What the synchroniser and a window ask of a mirror, over its open library. */
import type { Choice, Member, ShownConflict } from '../../../../core/library/sync/types.ts';
import { done, failed, type Outcome } from '../../../../core/outcome.ts';
import type { OpenLibrary } from '../../library.ts';
import { noConflict } from '../problems.ts';
import type { Answer, Cursors, Found, Pulled, Witness } from '../wire.ts';
import { membersIn, openConflicts, settleConflict, settledHere, settledThere } from './conflicts.ts';
import { followMerges } from './merges.ts';
import { numberIn, setNumber } from './notes.ts';
import { gather, gatherSome, hold, type OutgoingPart, outgoing, release } from './outgoing.ts';
import {
  beginBringingBack,
  bringBack,
  contestAgain,
  endBringingBack,
  knownBetween,
  lostFields,
  witnessOf,
} from './set-back.ts';
import { acknowledge, take } from './taking.ts';

/** How far a mirror is behind or ahead of its team. */
export interface MirrorStanding {
  readonly cursors: Cursors;
  readonly pending: number;
  readonly held: number;
  readonly conflicts: number;
  readonly lastSync: number | null;
}

export interface MirrorAsked {
  /** Gathers a part of what was changed here; whether there is more. Whatever else is asked gathers the rest. */
  teamGather: [Record<string, never>, boolean];
  teamStanding: [Record<string, never>, MirrorStanding];
  teamOutgoing: [{ most: number; letters: number; after?: number }, OutgoingPart];
  teamAcknowledge: [{ answers: readonly Answer[] }, null];
  teamHold: [{ ids: readonly string[]; code: string }, null];
  teamRelease: [Record<string, never>, null];
  teamTake: [{ pulled: Pulled }, null];
  /** Lets what was changed here follow to entries that others merged; gives how many fields are to be sent for it. */
  teamFollowMerges: [Record<string, never>, number];
  /** What is known of a server that may have been put back to an older state, and bringing back what it lost: see `set-back.ts`. */
  teamWitness: [Record<string, never>, ReturnType<typeof witnessOf>];
  teamKnownBetween: [{ from: number; to: number }, Witness | null];
  teamBeginBringingBack: [{ common: number }, null];
  teamLostFields: [{ after: number; most: number }, readonly Witness[]];
  teamBringBack: [{ found: readonly Found[]; mayWrite: boolean }, null];
  teamEndBringingBack: [Record<string, never>, null];
  teamContestAgain: [Record<string, never>, number];
  /** All was sent and fetched at that time. */
  teamInStep: [{ at: number }, null];
  teamMembers: [Record<string, never>, readonly Member[]];
  teamConflicts: [Record<string, never>, readonly ShownConflict[]];
  teamSettle: [{ id: string; choice: Choice; by: string }, null];
  teamSettledHere: [Record<string, never>, readonly string[]];
  teamSettledThere: [{ ids: readonly string[] }, null];
}

type Operations = {
  readonly [Name in keyof MirrorAsked]: (
    library: OpenLibrary,
    input: MirrorAsked[Name][0],
  ) => Outcome<MirrorAsked[Name][1]>;
};

export const mirrorOperations: Operations = {
  teamGather: ({ database }) => done(gatherSome(database)),
  teamStanding: ({ database }) => {
    gather(database);
    const count = (sql: string) => database.value<number>(`select count(*) from ${sql}`) ?? 0;
    return done({
      cursors: {
        fields: numberIn(database, 'fields'),
        conflicts: numberIn(database, 'conflicts'),
        members: numberIn(database, 'members'),
      },
      pending: count('team_outgoing') + count('team_conflicts where settled = 1'),
      held: count('team_outgoing where problem is not null'),
      conflicts: count('team_conflicts where settled = 0'),
      lastSync: numberIn(database, 'synced') || null,
    });
  },
  teamOutgoing: ({ database }, { most, letters, after }) => done(outgoing(database, most, letters, after)),
  teamAcknowledge: (library, { answers }) => {
    acknowledge(library, answers);
    return done(null);
  },
  teamHold: ({ database }, { ids, code }) => {
    hold(database, ids, code);
    return done(null);
  },
  teamRelease: ({ database }) => {
    release(database);
    return done(null);
  },
  teamTake: (library, { pulled }) => {
    take(library, pulled);
    return done(null);
  },
  teamFollowMerges: library => done(followMerges(library)),
  teamWitness: ({ database }) => done(witnessOf(database)),
  teamKnownBetween: ({ database }, { from, to }) => done(knownBetween(database, from, to)),
  teamBeginBringingBack: (library, { common }) => {
    beginBringingBack(library, common);
    return done(null);
  },
  teamLostFields: ({ database }, { after, most }) => done(lostFields(database, after, most)),
  teamBringBack: (library, { found, mayWrite }) => {
    bringBack(library, found, mayWrite);
    return done(null);
  },
  teamEndBringingBack: library => {
    endBringingBack(library);
    return done(null);
  },
  teamContestAgain: library => done(contestAgain(library)),
  teamInStep: ({ database }, { at }) => {
    setNumber(database, 'synced', at);
    return done(null);
  },
  teamMembers: ({ database }) => done(membersIn(database)),
  teamConflicts: ({ database }) => done(openConflicts(database)),
  teamSettle: (library, { id, choice, by }) =>
    settleConflict(library, id, choice, by) ? done(null) : failed(noConflict()),
  teamSettledHere: ({ database }) => done(settledHere(database)),
  teamSettledThere: ({ database }, { ids }) => {
    settledThere(database, ids);
    return done(null);
  },
};
