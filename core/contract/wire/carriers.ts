/** Wires over what exists: ports of windows, workers and Electron, web sockets, and a pair in memory. */
import { decode, encode } from './bytes.ts';
import type { Message, Wire } from './message.ts';

/** A MessagePort of the DOM or of `node:worker_threads`. */
export interface DomPort {
  postMessage(message: unknown): void;
  start(): void;
  // Each platform has an event type of its own; what is read of it is checked when the message is.
  // biome-ignore lint/suspicious/noExplicitAny: the common ground of those event types
  addEventListener(type: 'message' | 'close', listener: (event: any) => void): void;
}

/** Electron's MessagePortMain. */
export interface MainPort {
  postMessage(message: unknown): void;
  start(): void;
  on(type: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(type: 'close', listener: () => void): unknown;
}

/** A wire over a port, which clones messages, bytes included. */
export function portWire(port: DomPort | MainPort): Wire {
  return {
    send: message => port.postMessage(message),
    listen(onMessage, onClose) {
      const receive = (event: { data: unknown }) => onMessage(event.data as Message);
      if ('addEventListener' in port) {
        port.addEventListener('message', receive);
        port.addEventListener('close', onClose);
      } else {
        port.on('message', receive);
        port.on('close', onClose);
      }
      port.start();
    },
  };
}

/** A web socket, as browsers and the `ws` package have it. */
export interface Socket {
  binaryType: string;
  send(data: string | Uint8Array<ArrayBuffer>): void;
  close(code?: number): void;
  // Each platform has an event type of its own; what is read of it is checked when the message is.
  // biome-ignore lint/suspicious/noExplicitAny: the common ground of those event types
  addEventListener(type: 'message' | 'close', listener: (event: any) => void): void;
}

/** A wire over an open socket. A frame that is no message closes it. */
export function socketWire(socket: Socket): Wire {
  return {
    send: message => socket.send(encode(message)),
    listen(onMessage, onClose) {
      socket.binaryType = 'arraybuffer';
      socket.addEventListener('message', (event: { data: string | ArrayBuffer }) => {
        let message: Message;
        try {
          message = decode(event.data);
        } catch {
          // 1007: data not consistent with the type of the message (RFC 6455, 7.4.1).
          socket.close(1007);
          return;
        }
        onMessage(message);
      });
      socket.addEventListener('close', onClose);
    },
  };
}

/** Both ends in one process; messages are cloned as on a real wire. `close` ends both. */
export function pairWire(): readonly [Wire, Wire, { close(): void }] {
  const receivers: ((message: Message) => void)[] = [];
  const closers: (() => void)[] = [];
  const end = (mine: 0 | 1): Wire => ({
    send: message => {
      const copy = structuredClone(message);
      queueMicrotask(() => receivers[1 - mine]?.(copy));
    },
    listen: (onMessage, onClose) => {
      receivers[mine] = onMessage;
      closers[mine] = onClose;
    },
  });
  const close = () => {
    for (const closer of closers) closer?.();
  };
  return [end(0), end(1), { close }];
}
