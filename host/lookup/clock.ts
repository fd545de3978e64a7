/** Time as the queue sees it; tests bring their own. */
import { setTimeout as after } from 'node:timers/promises';
import { Fault } from './request.ts';

export interface Clock {
  now(): number;
  /** Rests for so many milliseconds; rejects with a {@link Fault} as soon as the signal says so. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  async wait(milliseconds, signal) {
    if (signal?.aborted) throw new Fault('cancelled');
    if (milliseconds <= 0) return;
    try {
      await after(milliseconds, undefined, signal ? { signal } : {});
    } catch {
      throw new Fault('cancelled');
    }
  },
};
