/** Changes on their way to the host's journal: in order, one batch in flight, nothing dropped until it is kept. */
import type { HostClient } from '../../core/contract/contract.ts';
import type { Problem } from '../../core/outcome.ts';
import { UNFIT, type WholeOp } from '../../core/report/ops.ts';
import type { CaseReport } from '../../core/report/types.ts';
import { type Held, heldOf, NOTHING_HELD, told } from './telling.ts';
import type { Keeping } from './types.ts';

/** After this much rest what was typed is sent (milliseconds). */
const REST = 250;
/** While typing goes on without a rest, it is sent at least this often (milliseconds). */
const AT_MOST = 1000;
/** An answer that takes longer than this is told (milliseconds): a busy computer answers before. */
const LATE = 6000;

/** Code of the problem with which a host says that it does not have the report open. */
const CLOSED = 'report.closed';

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
  /** What the host holds at that revision. */
  readonly report: Pick<CaseReport, 'parts' | 'series'>;
  onKeeping(keeping: Keeping): void;
  /** The host has not answered for some seconds, or answers again. */
  onLate?(isLate: boolean): void;
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

/** The host did not answer: said once, worded for the author. */
function unansweredProblem(): Problem {
  return {
    code: 'session.unanswered',
    message: {
      en: 'Casewright’s local service does not answer',
      fr: 'Le service local de Casewright ne répond pas',
    },
    hint: {
      en: 'Your latest changes are only in this window. Keep it open; they are sent again as soon as the service is back. If it does not return, start Casewright again: this window finds it.',
      fr: 'Vos dernières modifications ne sont que dans cette fenêtre. Gardez-la ouverte ; elles seront renvoyées dès son retour. S’il ne revient pas, relancez Casewright : cette fenêtre le retrouvera.',
    },
  };
}

/** Sends the changes of one open report. */
export function sender(needs: Needs): Sender {
  const { host, document, onKeeping } = needs;
  let revision = needs.revision;
  let keptAt: number | null = null;
  /** What of the report the host has as it is known here. Of everything else the whole is sent. */
  let held: Held = heldOf(needs.report);
  /** A part that waits is the editor's own value, whole: what changed of it is told when it is sent. */
  let pending: readonly WholeOp[] = [];
  let inFlight: Promise<void> | null = null;
  let failing = false;
  let doubtful = false;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;

  function fail(batch: readonly WholeOp[], problem: Problem): void {
    held = NOTHING_HELD;
    pending = pending.reduce(queued, batch);
    failing = true;
    onKeeping({ state: 'failed', at: null, problem });
  }

  /** After an answer that never came, the host may or may not hold the batch: ask before sending again. */
  async function resynchronise(): Promise<Problem | null> {
    const answer = await host.call('report.resume', { document, again: true });
    if (!answer.ok) return answer.problem;
    // Ours alone can be one ahead, and only where an answer is missing; further ahead is another window's work, and `apply` says so.
    if (answer.value.revision <= revision + (doubtful ? 1 : 0)) revision = answer.value.revision;
    doubtful = false;
    return null;
  }

  /** Tells the host of changes, a call for each piece; gives why it did not take one. */
  async function tell(batch: readonly WholeOp[]): Promise<Problem | null> {
    for (const piece of told(batch, held)) {
      const answer = await host.call('report.apply', { document, base: revision, ops: [...piece.ops] });
      if (!answer.ok) return answer.problem;
      ({ revision, at: keptAt } = answer.value);
      held = piece.held;
    }
    return null;
  }

  async function sendOnce(): Promise<void> {
    const batch = pending;
    pending = [];
    since = null;
    onKeeping({ state: 'sending', at: null });
    const late = setTimeout(() => needs.onLate?.(true), LATE);
    try {
      const stuck = doubtful ? await resynchronise() : null;
      if (stuck) {
        fail(batch, stuck);
        return;
      }
      let refused = await tell(batch);
      // The host has something else than was thought: it is told the whole of everything.
      if (refused?.code === UNFIT) {
        held = NOTHING_HELD;
        refused = await tell(batch);
      }
      // Another window closed it, or the host forgot it: it is taken up again, once.
      if (refused?.code === CLOSED) refused = (await resynchronise()) ?? (await tell(batch));
      if (refused) {
        fail(batch, refused);
        return;
      }
      failing = false;
      if (pending.length === 0 && !needs.isBehind?.()) onKeeping({ state: 'journal', at: keptAt });
    } catch {
      doubtful = true;
      fail(batch, unansweredProblem());
    } finally {
      clearTimeout(late);
      needs.onLate?.(false);
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
