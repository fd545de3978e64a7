/** The messages of the wire, and the wire itself: anything that carries whole messages both ways. */
import type { FaultCode } from './fault.ts';

export type Message =
  | {
      readonly kind: 'ask';
      readonly id: number;
      readonly method: string;
      readonly input: unknown;
      readonly stream?: true;
    }
  /** The reader has room for more items. */
  | { readonly kind: 'more'; readonly id: number; readonly count: number }
  /** The reader has gone: nothing more is sent. */
  | { readonly kind: 'stop'; readonly id: number }
  /** The work is to end where it is; the reader stays for what it says of that. */
  | { readonly kind: 'halt'; readonly id: number }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'item'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'end'; readonly id: number }
  | {
      readonly kind: 'fault';
      readonly id: number;
      readonly code: FaultCode;
      readonly message: string;
      readonly details?: unknown;
    };

export interface Wire {
  send(message: Message): void;
  /** Called once. Messages sent before are kept by the carrier. */
  listen(onMessage: (message: Message) => void, onClose: () => void): void;
}

/** Items a stream may run ahead of its reader, so that a slow window is never flooded. */
export const AHEAD = 16;
