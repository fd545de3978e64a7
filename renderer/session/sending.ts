/** Changes on their way to the host's journal: in order, one batch in flight, nothing dropped until it is kept. */
import type { HostClient } from '../../core/contract/contract.ts';
import type { Problem } from '../../core/outcome.ts';
import { changedText, UNFIT } from '../../core/report/changed-text.ts';
import type { Part, PartKey } from '../../core/report/document.ts';
import type { Op, WholeOp } from '../../core/report/ops.ts';
import type { Keeping } from './types.ts';

/** After this much rest what was typed is sent (milliseconds). */
const REST = 250;
/** While typing goes on without a rest, it is sent at least this often (milliseconds). */
const AT_MOST = 1000;

export interface Sender {
  /** Data goes at once, text when typing rests. */
  push(ops: readonly WholeOp[], when: 'now' | 'at-rest'): void;
  /** Resolves when all that was pushed is in the journal, or could not be brought there. */
  flush(): Promise<void>;
  /** Tries again what failed; first asks the host where it stands. */
  retry(): void;
  /** The revision the host confirmed last. */
  revision(): number;
  /** Whether something is not in the journal yet. */
  isPending(): boolean;
  /** Says again where things stand, when what was to come did not. */
  restate(): void;
  stop(): void;
}

interface Needs {
  readonly host: HostClient;
  readonly document: string;
  readonly revision: number;
  /** The text at that revision. */
  readonly parts: readonly Part[];
  onKeeping(keeping: Keeping): void;
  /** Whether more was written than was pushed: all of it counts as on its way then. */
  isBehind?(): boolean;
}

/** Where an op puts something: a later op on the same place makes an earlier one needless. */
function placeOf(op: WholeOp): string {
  return 'key' in op ? `part ${op.key}` : 'id' in op ? `${op.set} ${op.id}` : op.set;
}

/** The queue with an op added; a pending value for the same place is replaced where it stands. */
export function queued(pending: readonly WholeOp[], op: WholeOp): readonly WholeOp[] {
  const place = placeOf(op);
  const index = pending.findLastIndex(each => placeOf(each) === place);
  const before = pending[index];
  // Taking away and putting in stay as they are: their order among others decides the order of the list.
  if (!before || before.value === null || op.value === null) return [...pending, op];
  const at = 'at' in before && before.at !== undefined ? { at: before.at } : {};
  return pending.with(index, { ...op, ...at } as WholeOp);
}

type HeldParts = ReadonlyMap<PartKey, Part>;

/** Ops as they are sent to a host that holds some parts: of one that only changed, what changed. Gives what it holds after them. */
export function narrowed(ops: readonly WholeOp[], held: HeldParts): { ops: readonly Op[]; held: HeldParts } {
  const after = new Map(held);
  const sent = ops.map((op): Op => {
    if (op.set !== 'part') return op;
    const before = after.get(op.key);
    if (op.value === null) {
      after.delete(op.key);
      return op;
    }
    after.set(op.key, op.value);
    return (before && op.at === undefined && changedText(before, op.value)) || op;
  });
  return { ops: sent, held: after };
}

/** Changes that the host takes in one call (`report.apply` in the contract). */
const AT_ONCE = 10_000;

/** The host did not answer: said once, worded for the author. */
function unansweredProblem(): Problem {
  return {
    code: 'session.unanswered',
    message: {
      en: 'Casewright’s local service does not answer',
      fr: 'Le service local de Casewright ne répond pas',
    },
    hint: {
      en: 'Your latest changes are only in this window. Keep it open; they are sent again as soon as the service is back.',
      fr: 'Vos dernières modifications ne sont que dans cette fenêtre. Gardez-la ouverte ; elles seront renvoyées dès son retour.',
    },
  };
}

/** Sends the changes of one open report. */
export function sender(needs: Needs): Sender {
  const { host, document, onKeeping } = needs;
  let revision = needs.revision;
  let keptAt: number | null = null;
  /** The parts as the host has them. Of those it is not known of, the whole is sent. */
  let held: HeldParts = new Map(needs.parts.map(part => [part.key, part]));
  /** A part that waits is the editor's own value, whole: what changed of it is told when it is sent. */
  let pending: readonly WholeOp[] = [];
  let inFlight: Promise<void> | null = null;
  let failing = false;
  let doubtful = false;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;

  function fail(batch: readonly WholeOp[], problem: Problem): void {
    held = new Map();
    pending = pending.reduce(queued, batch);
    failing = true;
    onKeeping({ state: 'failed', at: null, problem });
  }

  /** After an answer that never came, the host may or may not hold the batch: ask before sending again. */
  async function resynchronise(): Promise<Problem | null> {
    const answer = await host.call('report.resume', { document });
    if (!answer.ok) return answer.problem;
    // Ours alone can be one ahead; further ahead is another window's work, and `apply` says so.
    if (answer.value.revision <= revision + 1) revision = answer.value.revision;
    doubtful = false;
    return null;
  }

  async function sendOnce(): Promise<void> {
    const batch = pending.slice(0, AT_ONCE);
    pending = pending.slice(AT_ONCE);
    since = pending.length === 0 ? null : Date.now();
    onKeeping({ state: 'sending', at: null });
    try {
      const stuck = doubtful ? await resynchronise() : null;
      if (stuck) {
        fail(batch, stuck);
        return;
      }
      let sent = narrowed(batch, held);
      let answer = await host.call('report.apply', { document, base: revision, ops: [...sent.ops] });
      if (!answer.ok && answer.problem.code === UNFIT) {
        // The host has another text than was thought: it is told the whole of each part.
        sent = narrowed(batch, new Map());
        answer = await host.call('report.apply', { document, base: revision, ops: [...sent.ops] });
      }
      if (!answer.ok) {
        fail(batch, answer.problem);
        return;
      }
      held = sent.held;
      failing = false;
      revision = answer.value.revision;
      keptAt = answer.value.at;
      if (pending.length === 0 && !needs.isBehind?.()) onKeeping({ state: 'journal', at: keptAt });
    } catch {
      doubtful = true;
      fail(batch, unansweredProblem());
    }
  }

  function send(): void {
    clearTimeout(rest);
    if (inFlight || pending.length === 0) return;
    inFlight = sendOnce().finally(() => {
      inFlight = null;
      if (pending.length > 0 && !failing) schedule();
    });
  }

  function schedule(): void {
    clearTimeout(rest);
    const waited = since === null ? 0 : Date.now() - since;
    rest = setTimeout(send, Math.max(0, Math.min(REST, AT_MOST - waited)));
  }

  return {
    push(ops, when) {
      if (ops.length === 0) return;
      pending = ops.reduce(queued, pending);
      since ??= Date.now();
      if (when === 'now') send();
      else schedule();
    },
    async flush() {
      do {
        await inFlight;
        send();
        await inFlight;
      } while (pending.length > 0 && !failing);
    },
    retry() {
      failing = false;
      send();
    },
    revision: () => revision,
    isPending: () => pending.length > 0 || inFlight !== null,
    restate() {
      if (keptAt !== null && pending.length === 0 && !inFlight && !failing) onKeeping({ state: 'journal', at: keptAt });
    },
    stop: () => clearTimeout(rest),
  };
}
