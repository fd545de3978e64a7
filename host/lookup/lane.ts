/** One service's queue: one request at a time, as far apart as the service wants, none while it asked for a rest. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from './clock.ts';
import { Fault } from './request.ts';

export interface Lane {
  /** Runs the work in its turn. A caller that gives up leaves the queue at once, and nobody behind waits for it. */
  run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Takes what an answer says of the service's limits. */
  heed(headers: IncomingHttpHeaders): void;
  /** No request before this moment (milliseconds). */
  rest(until: number): void;
  /** Until when the service asked for a rest; 0 where it did not. */
  readonly restsUntil: number;
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? '';

/** Milliseconds between two requests by `X-Rate-Limit-Limit: 50` and `X-Rate-Limit-Interval: 1s`; null where they are not there. */
export function rateOf(headers: IncomingHttpHeaders): number | null {
  const limit = Number(one(headers['x-rate-limit-limit']) || one(headers['x-ratelimit-limit']));
  const [, amount, unit] = /^\s*(\d+(?:\.\d+)?)\s*(ms|s|m)?\s*$/.exec(one(headers['x-rate-limit-interval'])) ?? [];
  if (!Number.isFinite(limit) || limit <= 0 || amount === undefined) return null;
  const milliseconds = Number(amount) * (unit === 'ms' ? 1 : unit === 'm' ? 60_000 : 1000);
  return Math.ceil(milliseconds / limit);
}

/** A service whose allowance is used up is left alone for an hour (milliseconds) at most, whatever it says. */
const LONGEST_RESET = 3600 * 1000;

/**
 * The moment from which a service that says that nothing is left may be asked again: `RateLimit-Remaining: 0` with `RateLimit-Reset` in
 * seconds from now or as a moment (draft-ietf-httpapi-ratelimit-headers and its forerunners); null where it says nothing of it.
 */
export function resetAt(headers: IncomingHttpHeaders, now: number): number | null {
  const said = (name: string) =>
    ['ratelimit', 'x-ratelimit', 'x-rate-limit'].map(kind => one(headers[`${kind}-${name}`]).trim()).find(Boolean) ??
    '';
  const reset = Number(said('reset'));
  if (said('remaining') === '' || Number(said('remaining')) > 0 || said('reset') === '' || !(reset > 0)) return null;
  const at = reset > 1e9 ? reset * 1000 : now + reset * 1000;
  return at > now && at - now <= LONGEST_RESET ? at : null;
}

/** The moment that `Retry-After` names: seconds from now, or a date (RFC 9110 §10.2.3); null where it names none. */
export function retryAt(headers: IncomingHttpHeaders, now: number): number | null {
  const stated = one(headers['retry-after']).trim();
  if (/^\d+(?:\.\d+)?$/.test(stated)) return now + Number(stated) * 1000;
  const at = stated === '' ? Number.NaN : Date.parse(stated);
  return Number.isNaN(at) ? null : Math.max(at, now);
}

export function createLane(spacing: number, clock: Clock): Lane {
  let apart = spacing;
  let last = Number.NEGATIVE_INFINITY;
  let rests = 0;
  let line: Promise<unknown> = Promise.resolve();
  return {
    async run(work, signal) {
      const before = line;
      let free = () => {};
      line = new Promise<void>(resolve => {
        free = resolve;
      });
      const turn = async () => {
        try {
          await before;
          if (signal?.aborted) throw new Fault('cancelled');
          await clock.wait(Math.max(last + apart, rests) - clock.now(), signal);
          last = clock.now();
          return await work();
        } finally {
          free();
        }
      };
      if (!signal) return turn();
      let leave = () => {};
      const gone = new Promise<never>((_, reject) => {
        leave = () => reject(new Fault('cancelled'));
        if (signal.aborted) leave();
        signal.addEventListener('abort', leave, { once: true });
      });
      const turned = turn();
      // Given up while waiting: its own turn ends by itself, without a request.
      turned.catch(() => {});
      return Promise.race([turned, gone]).finally(() => signal.removeEventListener('abort', leave));
    },
    heed(headers) {
      const stated = rateOf(headers);
      // Never faster than we meant to be: limits are shared by everybody behind one hospital's address.
      if (stated !== null) apart = Math.max(spacing, stated);
      const reset = resetAt(headers, clock.now());
      if (reset !== null) rests = Math.max(rests, reset);
    },
    rest(until) {
      rests = Math.max(rests, until);
    },
    get restsUntil() {
      return rests;
    },
  };
}
