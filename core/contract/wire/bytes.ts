/**
 * A message as one frame of a socket: text where it holds no bytes; else a head length (4 bytes, big-endian), the JSON head with
 * `{"$bytes": [from, to]}` in the place of each byte array, and the bytes one after another.
 */
import type { Message } from './message.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Whether there are bytes anywhere in a value. Looking is many times quicker than a replacer is, and most messages have none. */
function hasBytes(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (value instanceof Uint8Array) return true;
  if (Array.isArray(value)) return value.some(hasBytes);
  for (const key in value) if (hasBytes((value as Record<string, unknown>)[key])) return true;
  return false;
}

/** The frame of a message. */
export function encode(message: Message): string | Uint8Array<ArrayBuffer> {
  if (!hasBytes(message)) return JSON.stringify(message);
  const parts: Uint8Array[] = [];
  let at = 0;
  const head = JSON.stringify(message, function (this: Record<string, unknown>, key, value) {
    const raw = this[key];
    if (!(raw instanceof Uint8Array)) return value;
    const from = at;
    at += raw.length;
    parts.push(raw);
    return { $bytes: [from, at] };
  });
  const headBytes = encoder.encode(head);
  const frame = new Uint8Array(4 + headBytes.length + at);
  new DataView(frame.buffer).setUint32(0, headBytes.length);
  frame.set(headBytes, 4);
  let place = 4 + headBytes.length;
  for (const part of parts) {
    frame.set(part, place);
    place += part.length;
  }
  return frame;
}

/** The message of a frame. Throws on what is no frame: whoever listens closes then. */
export function decode(frame: string | ArrayBuffer): Message {
  if (typeof frame === 'string') return JSON.parse(frame) as Message;
  const headLength = new DataView(frame).getUint32(0);
  const base = 4 + headLength;
  const head = decoder.decode(new Uint8Array(frame, 4, headLength));
  return JSON.parse(head, (_key, value) => {
    const range: unknown = value !== null && typeof value === 'object' ? value.$bytes : undefined;
    if (!Array.isArray(range)) return value;
    const [from, to] = range as [number, number];
    return new Uint8Array(frame, base + from, to - from);
  }) as Message;
}
