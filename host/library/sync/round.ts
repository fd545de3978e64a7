/** One round of keeping a mirror and its team in step: send what was changed here, then fetch what came since. */
import type { SyncStatus } from '../../../core/library/sync/types.ts';
import type { Problem } from '../../../core/outcome.ts';
import type { LibraryRoom } from '../room.ts';
import type { MirrorAsked } from './mirror/operations.ts';
import { type Session, SessionError } from './session.ts';
import type { Answer, Cursors, Outgoing, Pulled, PulledField } from './wire.ts';

/** What a mirror is asked; a failure to open its file throws it as a {@link MirrorError}. */
export type Mirror = Pick<LibraryRoom, 'ask'>;

/** The mirror's own file cannot be used just now. */
export class MirrorError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Changes in one statement, and the letters of their values where these are many; fields in one page. */
const SENT = 2000;
const LETTERS = 2_000_000;
const FETCHED = 4000;

/**
 * Answers, and entries of which fields came, that a mirror takes in at once: whoever types meanwhile waits for one such part at most, which
 * is some 100 ms.
 */
const ANSWERS = 500;
const ENTRIES = 150;

export async function asked<Name extends keyof MirrorAsked>(
  mirror: Mirror,
  name: Name,
  input: MirrorAsked[Name][0],
): Promise<MirrorAsked[Name][1]> {
  const outcome = await mirror.ask(name, input as never);
  if (!outcome.ok) throw new MirrorError(outcome.problem);
  return outcome.value as MirrorAsked[Name][1];
}

/** Gathers what was changed here, in parts: whoever looks something up in the mirror meanwhile waits for one of them at most. */
export async function gathered(mirror: Mirror): Promise<void> {
  while (await asked(mirror, 'teamGather', {}));
}

/** How many fields of how many came so far. */
export type Fetching = SyncStatus['fetching'];

/**
 * Sends and fetches until there is nothing more of either, also of what follows from others' merges. `onStep` is called after each page of
 * it, and told how much is fetched where that is more than a page; `onSetBack` where the server had been put back to an older state. Throws
 * a {@link SessionError} where the server is lost or refuses.
 */
export async function syncRound(
  session: Session,
  mirror: Mirror,
  team: string,
  isEnded: () => boolean,
  onStep: (fetching: Fetching) => Promise<void> = async () => {},
  onSetBack: () => void = () => {},
): Promise<void> {
  await gathered(mirror);
  if (await isBroughtBack(session, mirror, team, isEnded)) onSetBack();
  const { isContested } = await asked(mirror, 'teamWitness', {});
  await sendAll(session, mirror, team, isEnded, onStep);
  if (isContested && (await mayWrite(session, team)) && (await asked(mirror, 'teamContestAgain', {})) > 0)
    await sendAll(session, mirror, team, isEnded, onStep);
  const settled = await asked(mirror, 'teamSettledHere', {});
  if (settled.length > 0 && !isEnded() && (await isSettled(session, team, settled)))
    await asked(mirror, 'teamSettledThere', { ids: settled });
  await fetchAll(session, mirror, team, isEnded, onStep);
  if (isEnded() || (await asked(mirror, 'teamFollowMerges', {})) === 0) return;
  await sendAll(session, mirror, team, isEnded, onStep);
  await fetchAll(session, mirror, team, isEnded, onStep);
}

/** Where the server was put back to an older backup, makes ready what it lost; whether that was so. */
async function isBroughtBack(session: Session, mirror: Mirror, team: string, isEnded: () => boolean): Promise<boolean> {
  const { witness, common } = await asked(mirror, 'teamWitness', {});
  // What was begun is ended before the witness is asked again: by then the server has part of it.
  if (common === 0) {
    if (witness === null || (await session.knows(team, witness))) return false;
    const last = typeof witness === 'number' ? Number.MAX_SAFE_INTEGER : witness.revision;
    await asked(mirror, 'teamBeginBringingBack', { common: await lastKnown(session, mirror, team, last) });
  }
  const isWriter = await mayWrite(session, team);
  for (let after = 0; !isEnded(); ) {
    const lost = await asked(mirror, 'teamLostFields', { after, most: SENT });
    if (lost.length === 0) {
      await asked(mirror, 'teamEndBringingBack', {});
      break;
    }
    const found = await session.find(team, lost);
    for (let at = 0; at < found.length; at += ANSWERS)
      await asked(mirror, 'teamBringBack', { found: found.slice(at, at + ANSWERS), mayWrite: isWriter });
    after = lost.at(-1)?.revision ?? after;
  }
  return true;
}

const mayWrite = async (session: Session, team: string): Promise<boolean> =>
  ['editor', 'owner'].includes(await session.role(team));

/** The last revision that mirror and server have in common, looked for by halves: up to it the server has all, after it nothing. */
async function lastKnown(session: Session, mirror: Mirror, team: string, last: number): Promise<number> {
  let [common, end] = [0, last];
  while (common < end) {
    const middle = common + Math.ceil((end - common) / 2);
    const known = await asked(mirror, 'teamKnownBetween', { from: middle, to: end });
    if (known && (await session.knows(team, known))) common = known.revision;
    else end = middle - 1;
  }
  return common;
}

/** While the server takes one part in, the next is made ready. */
async function sendAll(
  session: Session,
  mirror: Mirror,
  team: string,
  isEnded: () => boolean,
  onStep: (fetching: Fetching) => Promise<void>,
): Promise<void> {
  const next = (after: number) => asked(mirror, 'teamOutgoing', { most: SENT, letters: LETTERS, after });
  let part = await next(0);
  // Once more from the start at the end: what waited for an answer to an earlier change of its field has it by then.
  for (let isAgain = false; !isEnded(); ) {
    if (part.changes.length === 0) {
      if (isAgain) return;
      isAgain = true;
      part = await next(0);
      continue;
    }
    isAgain = false;
    const sending = session.push(team, part.changes);
    // It is waited for below; until then it may fail.
    sending.catch(() => {});
    const following = await next(part.last);
    await answered(session, mirror, team, part.changes, sending);
    await onStep(null);
    part = following;
  }
}

/** While the mirror takes one page in, the next is on its way. */
async function fetchAll(
  session: Session,
  mirror: Mirror,
  team: string,
  isEnded: () => boolean,
  onStep: (fetching: Fetching) => Promise<void>,
): Promise<void> {
  let done = 0;
  let of = 0;
  let { cursors } = await asked(mirror, 'teamStanding', {});
  let page = session.pull(team, cursors, FETCHED);
  while (!isEnded()) {
    const pulled = await page;
    const lists = [pulled.fields, pulled.conflicts, pulled.members];
    const isLast = lists.every(list => list.length < FETCHED);
    done += pulled.fields.length;
    if (!isLast) {
      cursors = after(cursors, pulled);
      if (of === 0) of = done + (await session.remaining(team, cursors.fields));
      page = session.pull(team, cursors, FETCHED);
      page.catch(() => {});
    }
    if (lists.some(list => list.length > 0))
      for (const part of inParts(pulled)) await asked(mirror, 'teamTake', { pulled: part });
    if (isLast) return;
    // Others go on changing it meanwhile.
    of = Math.max(of, done);
    await onStep({ done, of });
  }
}

/** Where the page after one begins. */
function after(before: Cursors, { fields, conflicts, members }: Pulled): Cursors {
  return {
    fields: fields.at(-1)?.revision ?? before.fields,
    conflicts: conflicts.at(-1)?.revision ?? before.conflicts,
    members: members.at(-1)?.revision ?? before.members,
  };
}

/** False for who may not do so any more: that waits for another role, and all else goes on. */
async function isSettled(session: Session, team: string, conflicts: readonly string[]): Promise<boolean> {
  try {
    await session.settle(team, conflicts);
    return true;
  } catch (error) {
    if (error instanceof SessionError && error.failure.kind === 'role') return false;
    throw error;
  }
}

/** A page in parts of some entries, in the order of their revisions; all that is no field comes with the first. */
function inParts({ fields, conflicts, members }: Pulled): readonly Pulled[] {
  const parts: PulledField[][] = [[]];
  let entries = new Set<string>();
  for (const field of fields) {
    if (entries.size === ENTRIES && !entries.has(field.entry)) {
      entries = new Set();
      parts.push([]);
    }
    entries.add(field.entry);
    parts.at(-1)?.push(field);
  }
  return parts.map((part, index) => ({
    fields: part,
    conflicts: index === 0 ? conflicts : [],
    members: index === 0 ? members : [],
  }));
}

/** Takes answers to what was sent; what the server cannot take, for its value or for the role, is held back so that the rest goes on. */
async function answered(
  session: Session,
  mirror: Mirror,
  team: string,
  changes: readonly Outgoing[],
  sending: Promise<readonly Answer[]>,
): Promise<void> {
  try {
    const answers = await sending;
    for (let at = 0; at < answers.length; at += ANSWERS)
      await asked(mirror, 'teamAcknowledge', { answers: answers.slice(at, at + ANSWERS) });
  } catch (error) {
    if (!(error instanceof SessionError)) throw error;
    const { kind, code } = error.failure;
    if (kind === 'role') await asked(mirror, 'teamHold', { ids: changes.map(({ id }) => id), code });
    else if (kind !== 'value') throw error;
    else if (changes.length === 1) await asked(mirror, 'teamHold', { ids: changes.map(({ id }) => id), code });
    else {
      // One value that cannot be stored is found by halves.
      const half = changes.length >> 1;
      for (const some of [changes.slice(0, half), changes.slice(half)])
        await answered(session, mirror, team, some, session.push(team, some));
    }
  }
}
