/** The host's end: validates what comes, runs the handlers, keeps streams at their reader's pace. */
import { Fault } from './fault.ts';
import { AHEAD, type Message, type Wire } from './message.ts';
import type { Contract, Implementation } from './method.ts';

interface Job {
  readonly abort: () => void;
  /** Nobody reads what it gives. */
  isLeft: boolean;
  credit: number;
  wake: () => void;
}

type Ask = Extract<Message, { kind: 'ask' }>;
type Handler = (input: unknown, signal: AbortSignal) => unknown;

/**
 * Answers a contract over a wire until it closes, which aborts what is under way. `report` hears of every error that is no
 * {@link Fault}; the caller is told only that something internal failed.
 */
export function serve<C extends Contract>(
  contract: C,
  implementation: Implementation<C>,
  wire: Wire,
  report: (error: unknown, method: string) => void,
): void {
  const jobs = new Map<number, Job>();

  async function run(ask: Ask): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    const job: Job = { abort: () => controller.abort(), isLeft: false, credit: AHEAD, wake: () => {} };
    try {
      const method = Object.hasOwn(contract, ask.method) ? contract[ask.method] : undefined;
      if (!method || (method.mode === 'stream') !== (ask.stream === true) || jobs.has(ask.id))
        throw new Fault('bad-input', 'no such method');
      jobs.set(ask.id, job);
      const input = method.input.safeParse(ask.input);
      if (!input.success) {
        const details = input.error.issues.map(issue => ({ path: issue.path.join('.'), expected: issue.code }));
        throw new Fault('bad-input', `input of ${ask.method} is not as agreed`, details);
      }
      const handler = implementation[ask.method] as Handler;
      if (method.mode === 'call') {
        const value = await handler(input.data, signal);
        if (!job.isLeft) wire.send({ kind: 'answer', id: ask.id, value });
        return;
      }
      for await (const value of handler(input.data, signal) as AsyncIterable<unknown>) {
        if (job.isLeft) return;
        wire.send({ kind: 'item', id: ask.id, value });
        job.credit--;
        while (job.credit <= 0 && !job.isLeft) {
          await new Promise<void>(resolve => {
            job.wake = resolve;
          });
        }
        if (job.isLeft) return;
      }
      wire.send({ kind: 'end', id: ask.id });
    } catch (error) {
      if (job.isLeft) return;
      // Work that was to end and throws because of that has nothing more to say.
      if (signal.aborted) wire.send({ kind: 'end', id: ask.id });
      else if (error instanceof Fault) wire.send(faultMessage(ask.id, error));
      else {
        report(error, ask.method);
        wire.send({ kind: 'fault', id: ask.id, code: 'internal', message: 'internal error' });
      }
    } finally {
      if (jobs.get(ask.id) === job) jobs.delete(ask.id);
    }
  }

  wire.listen(
    message => {
      // The window is not trusted with the shape of its messages either.
      if (!message || typeof message !== 'object' || !Number.isSafeInteger(message.id)) return;
      if (message.kind === 'ask') {
        if (typeof message.method === 'string') void run(message);
        return;
      }
      const job = jobs.get(message.id);
      if (!job) return;
      if (message.kind === 'more') job.credit += Math.max(0, Math.min(AHEAD, Math.trunc(message.count) || 0));
      else if (message.kind === 'halt') job.abort();
      else if (message.kind === 'stop') {
        job.isLeft = true;
        job.abort();
      }
      job.wake();
    },
    () => {
      for (const job of jobs.values()) {
        job.isLeft = true;
        job.abort();
        job.wake();
      }
    },
  );
}

function faultMessage(id: number, { code, message, details }: Fault): Message {
  return details === undefined ? { kind: 'fault', id, code, message } : { kind: 'fault', id, code, message, details };
}
