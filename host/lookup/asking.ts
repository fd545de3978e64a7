/** The one polite queue in front of all services: setting, cache, turns, patience, and words for what fails. */
import { done, failed, type Outcome } from '../../core/outcome.ts';
import type { AnswerCache } from './cache.ts';
import { type Clock, systemClock } from './clock.ts';
import { createLane, type Lane, retryAt } from './lane.ts';
import { busy, faultProblem, lookupsOff, notAccepted, outOfOrder, unreadable } from './problems.ts';
import { proxyOn, type SystemRoutes } from './proxy.ts';
import { type Answer, Fault, request } from './request.ts';
import { SERVICES, type Service, type ServiceId } from './services.ts';

export interface Asked {
  /** 200, or 404 where the service knows nothing of what was asked. */
  readonly status: 200 | 404;
  readonly text: string;
  /** When the service answered (milliseconds). */
  readonly at: number;
}

export interface Question {
  readonly service: ServiceId;
  /** Below the service's base, without query. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** An answer from the disk is taken up to this age (milliseconds). */
  readonly lasts: number;
  readonly signal?: AbortSignal | undefined;
}

export interface AskingConfig {
  readonly cache: AnswerCache;
  /** Looked at before every request: off means none at all. */
  readonly settings: () => Promise<{ readonly on: boolean; readonly contact: string }>;
  readonly version: string;
  /** Where services are, instead of their own addresses. */
  readonly bases?: Partial<Readonly<Record<ServiceId, string>>>;
  readonly clock?: Clock;
  /** Milliseconds for one request. */
  readonly timeout?: number;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The system's own word about proxies, asked where the environment says nothing. */
  readonly systemRoutes?: SystemRoutes | undefined;
}

export interface Asking {
  /**
   * The answer to a question, from the disk or from the service. Tried again, ever more slowly, where the service is busy or
   * out of order; a failure says why. `read` is what makes sense of the text: what it gives null for is no answer, and is not kept.
   */
  ask<T>(
    question: Question,
    read: (asked: Asked) => T | null,
    /** Whether an answer says that there is nothing: it is kept for {@link NOTHING_LASTS} at most. */
    isNothing?: (value: T) => boolean,
  ): Promise<Outcome<{ readonly value: T; readonly at: number }>>;
  /** Whether the last that was heard of any service is that it cannot be reached. */
  isOffline(): boolean;
}

/** How long (milliseconds) it is believed that a service has no such work: new ones are registered every day. */
export const NOTHING_LASTS = 24 * 3600 * 1000;
/** Requests for one question at most. */
const TRIES = 3;
/** The first wait before trying again (milliseconds); doubled each time. */
const FIRST_WAIT = 1000;
/** A service that asks for a longer rest (milliseconds) is left alone, and the user told. */
const LONGEST_WAIT = 20_000;
/** After no connection was found, so long (milliseconds) it is taken to be still missing: a list of fifty does not wait fifty times. */
const OFFLINE_LASTS = 5000;

/** Too much was asked of it. */
const isBusy = ({ status, headers }: Answer) =>
  status === 429 || (status === 503 && headers['retry-after'] !== undefined);
/** Only then does `Retry-After` speak of the service; with a redirection it means something else. */
const asksForRest = ({ status }: Answer) => status === 429 || status >= 500;

export function createAsking(config: AskingConfig): Asking {
  const { cache, settings, version, bases = {}, clock = systemClock, timeout = 15_000 } = config;
  const lanes = new Map<ServiceId, Lane>();
  /** When each was last out of reach, nothing having come from it since. */
  const away = new Map<ServiceId, number>();

  function laneOf({ id, spacing }: Service): Lane {
    const lane = lanes.get(id) ?? createLane(spacing, clock);
    lanes.set(id, lane);
    return lane;
  }

  function addressOf(service: Service, { path, query = {} }: Question, contact: string): URL {
    const url = new URL(path, bases[service.id] ?? service.base);
    for (const [name, value] of Object.entries({ ...query, ...service.etiquette(contact) }))
      url.searchParams.set(name, value);
    return url;
  }

  async function send(service: Service, question: Question, contact: string): Promise<Answer> {
    const url = addressOf(service, question, contact);
    const agent = `Casewright/${version}${contact === '' ? '' : ` (mailto:${contact})`}`;
    return request(url, {
      headers: { 'user-agent': agent, accept: 'application/json, application/xml;q=0.9, */*;q=0.5' },
      timeout,
      signal: question.signal,
      proxy: await proxyOn(url, config.environment ?? process.env, config.systemRoutes),
    });
  }

  /** An answer of 200 or 404, or the problem that is left after all tries. */
  async function answered(service: Service, question: Question): Promise<Outcome<Answer>> {
    const lane = laneOf(service);
    for (let attempt = 1; ; attempt++) {
      // Somebody who is turned away does not stand in line behind a long rest.
      const rest = lane.restsUntil - clock.now();
      if (rest > LONGEST_WAIT) return failed(busy(service, Math.ceil(rest / 1000)));
      const isLast = attempt === TRIES;
      let wait = FIRST_WAIT * 2 ** (attempt - 1) * (1 + Math.random() / 4);
      let problem = outOfOrder(service, 0);
      try {
        const answer = await lane.run(async () => {
          const { on, contact } = await settings();
          // Turned off while this one stood in line.
          if (!on) return null;
          const sent = await send(service, question, contact);
          // Still in its turn: who stands next in line waits as these headers ask.
          lane.heed(sent.headers);
          const until = asksForRest(sent) ? retryAt(sent.headers, clock.now()) : null;
          if (until !== null) lane.rest(until);
          return sent;
        }, question.signal);
        if (answer === null) return failed(lookupsOff());
        away.delete(service.id);
        if (answer.status === 200 || answer.status === 404) return done(answer);
        // A network that asks to sign in first sends elsewhere.
        if (answer.status < 400) return failed(unreadable(service));
        if (answer.status === 407) return failed(faultProblem('proxy', service));
        if (!isBusy(answer) && answer.status < 500) return failed(notAccepted(service, answer.status));
        const until = asksForRest(answer) ? retryAt(answer.headers, clock.now()) : null;
        if (until !== null) wait = until - clock.now();
        problem = isBusy(answer)
          ? busy(service, until === null ? null : Math.max(1, Math.ceil(wait / 1000)))
          : outOfOrder(service, answer.status);
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        problem = faultProblem(error.kind, service);
        if (error.kind === 'offline') away.set(service.id, clock.now());
        // Whoever waited twice for nothing has waited enough.
        if (error.kind !== 'broken' && !(error.kind === 'slow' && attempt === 1)) return failed(problem);
      }
      if (isLast || wait > LONGEST_WAIT) return failed(problem);
      try {
        await clock.wait(wait, question.signal);
      } catch {
        return failed(faultProblem('cancelled', service));
      }
    }
  }

  return {
    async ask(question, read, isNothing = () => false) {
      const service = SERVICES[question.service];
      if (question.signal?.aborted) return failed(faultProblem('cancelled', service));
      const key = `${service.id} ${addressOf({ ...service, etiquette: () => ({}) }, question, '').href}`;
      if (!(await settings()).on) return failed(lookupsOff());
      const kept = await cache.read(key, question.lasts, clock.now());
      if (kept && (kept.status === 200 || kept.status === 404)) {
        const value = read({ status: kept.status, text: kept.text, at: kept.at });
        const isFresh = value !== null && (!isNothing(value) || clock.now() - kept.at <= NOTHING_LASTS);
        if (isFresh) return done({ value, at: kept.at });
      }
      if (clock.now() - (away.get(service.id) ?? Number.NEGATIVE_INFINITY) < OFFLINE_LASTS)
        return failed(faultProblem('offline', service));
      const answer = await answered(service, question);
      if (!answer.ok) return answer;
      const { status, text } = answer.value;
      const asked: Asked = { status: status as 200 | 404, text, at: clock.now() };
      const value = read(asked);
      if (value === null) return failed(unreadable(service));
      await cache.write(key, { at: asked.at, status, text });
      return done({ value, at: asked.at });
    },
    isOffline: () => away.size > 0,
  };
}
