/** The window's end: calls as promises, streams as async generators, both cancelled by a signal. */
import { createQueue } from '../../streams.ts';
import { Fault } from './fault.ts';
import { AHEAD, type Message, type Wire } from './message.ts';
import type { Client, Contract } from './method.ts';

const GONE: Message = { kind: 'fault', id: 0, code: 'closed', message: 'the host has gone' };

function faultOf(message: Message): Fault {
  return message.kind === 'fault'
    ? new Fault(message.code, message.message, message.details)
    : new Fault('internal', 'an answer that does not belong here');
}

/** A client over a wire. After the wire closes, everything rejects with `closed`. */
export function connect<C extends Contract>(wire: Wire): Client<C> {
  let last = 0;
  let closed = false;
  const open = new Map<number, (message: Message) => void>();
  const listeners: (() => void)[] = [];

  wire.listen(
    message => open.get(message.id)?.(message),
    () => {
      closed = true;
      for (const receive of [...open.values()]) receive(GONE);
      for (const listener of listeners) listener();
    },
  );

  function ask(method: string, input: unknown, stream: boolean, receive: (message: Message) => void): number {
    const id = ++last;
    if (closed) {
      queueMicrotask(() => receive(GONE));
      return id;
    }
    open.set(id, receive);
    wire.send(stream ? { kind: 'ask', id, method, input, stream: true } : { kind: 'ask', id, method, input });
    return id;
  }

  function stop(id: number): void {
    if (open.delete(id) && !closed) wire.send({ kind: 'stop', id });
  }

  return {
    onClose: listener => {
      if (closed) queueMicrotask(listener);
      else listeners.push(listener);
    },

    call: (method, input, { signal } = {}) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        const abort = () => {
          stop(id);
          reject(signal?.reason);
        };
        const id = ask(method, input, false, message => {
          open.delete(id);
          signal?.removeEventListener('abort', abort);
          if (message.kind === 'answer') resolve(message.value as never);
          else reject(faultOf(message));
        });
        signal?.addEventListener('abort', abort, { once: true });
      }),

    async *stream(method, input, { signal, halt } = {}) {
      signal?.throwIfAborted();
      const messages = createQueue<Message>();
      let taken = 0;
      const abort = () => messages.fail(signal?.reason);
      const id = ask(method, input, true, messages.add);
      const end = () => !closed && wire.send({ kind: 'halt', id });
      signal?.addEventListener('abort', abort, { once: true });
      halt?.addEventListener('abort', end, { once: true });
      if (halt?.aborted) end();
      try {
        for await (const message of messages.all()) {
          signal?.throwIfAborted();
          if (message.kind !== 'item') {
            open.delete(id);
            if (message.kind === 'end') return;
            throw faultOf(message);
          }
          taken++;
          if (taken % (AHEAD / 2) === 0 && !closed) wire.send({ kind: 'more', id, count: AHEAD / 2 });
          yield message.value as never;
        }
      } finally {
        // Leaving the loop, throwing and cancelling all stop the host's work.
        signal?.removeEventListener('abort', abort);
        halt?.removeEventListener('abort', end);
        stop(id);
      }
    },
  };
}
