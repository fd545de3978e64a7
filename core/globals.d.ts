/**
 * The few things of the platform that the domain may use: they exist alike in windows, workers and Node, but live in
 * TypeScript's DOM or Node types, which the domain must not see.
 */
interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
declare const AbortController: { new (): { readonly signal: AbortSignal; abort(reason?: unknown): void } };
declare function queueMicrotask(task: () => void): void;
declare function structuredClone<T>(value: T): T;
declare const TextEncoder: { new (): { encode(text: string): Uint8Array<ArrayBuffer> } };
declare const TextDecoder: {
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): { decode(bytes: Uint8Array): string };
};
