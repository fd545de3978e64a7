/** What the views of the library ask the host, and what they show of its answers. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { HostClient } from '../../core/contract/contract.ts';
import type { EntryRow, LibraryQuery } from '../../core/library/types.ts';
import { done, failed, type Outcome } from '../../core/outcome.ts';
import { notifyProblem } from '../app/notices/notices.ts';
import { unexpectedProblem } from '../app/opening.ts';

/** Grows whenever the library changes, whoever changed it. */
export function useRevision(host: HostClient): number {
  const [revision, setRevision] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    void (async () => {
      try {
        // Each counts: a library that was put back as it was may be of the number that it had before.
        for await (const _ of host.stream('library.changes', {}, { signal: controller.signal }))
          setRevision(now => now + 1);
      } catch {
        // The host has gone: the window says so, and asks anew when it is back.
      }
    })();
    return () => controller.abort();
  }, [host]);
  return revision;
}

/** The answer to a question, asked anew when `key` changes, which names all that it depends on; the last answer stays until then. */
export function useAnswer<T>(ask: () => Promise<Outcome<T>>, key: string): Outcome<T> | null {
  const [answer, setAnswer] = useState<Outcome<T> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what the question depends on
  useEffect(() => {
    let left = false;
    ask().then(
      value => !left && setAnswer(value),
      () => !left && setAnswer(failed(unexpectedProblem())),
    );
    return () => {
      left = true;
    };
  }, [key]);
  return answer;
}

/** Rows asked for at once. */
const PAGE = 100;
/** Rows on either side of what is in sight that are asked for with it. */
const AHEAD = 40;

export interface Rows {
  readonly total: number;
  readonly instead: string | null;
  /** Nothing was answered yet. */
  readonly waiting: boolean;
  /** The rows are those of another query than the one asked now: they are shown, and nothing may be done with them. */
  readonly stale: boolean;
  readonly problem: Outcome<never> | null;
  /** What these rows are the rows of: another query, another name. */
  readonly of: string;
  row(index: number): EntryRow | undefined;
  /** Where the entries that were read stand. */
  readonly places: ReadonlyMap<string, number>;
  /** Sees to it that these rows are there. */
  want(first: number, last: number): void;
}

interface Answered {
  readonly key: string;
  readonly query: LibraryQuery;
  readonly total: number;
  readonly instead: string | null;
  readonly rows: ReadonlyMap<number, EntryRow>;
}

/** The rows of a query, page by page as they come into sight. Rows of before stay until those of now are there. */
export function useRows(host: HostClient, query: LibraryQuery, revision: number | string): Rows {
  const key = `${revision} ${JSON.stringify(query)}`;
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [problem, setProblem] = useState<Outcome<never> | null>(null);
  const latest = useRef(key);
  const asked = useRef(new Set<string>());
  const seen = useRef<readonly [number, number]>([0, PAGE - 1]);
  latest.current = key;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says the same as the query
  const ask = useCallback(
    (page: number) => {
      const name = `${key} ${page}`;
      if (asked.current.has(name)) return;
      asked.current.add(name);
      host.call('library.list', { query, offset: page * PAGE, limit: PAGE }).then(
        answer => {
          if (latest.current !== key) return;
          if (!answer.ok) {
            setProblem(answer);
            return;
          }
          setProblem(null);
          const { rows, total, instead } = answer.value;
          setAnswered(before => {
            const kept = before?.key === key ? before.rows : new Map<number, EntryRow>();
            const now = new Map(kept);
            for (const [index, row] of rows.entries()) now.set(page * PAGE + index, row);
            return { key, query, total, instead, rows: now };
          });
        },
        () => asked.current.delete(name),
      );
    },
    [host, key],
  );
  const want = useCallback(
    (first: number, last: number) => {
      seen.current = [first, last];
      // Those that come next as well: who scrolls on finds them there.
      const until = Math.floor((last + AHEAD) / PAGE);
      for (let page = Math.max(0, Math.floor((first - AHEAD) / PAGE)); page <= until; page++) ask(page);
    },
    [ask],
  );
  useEffect(() => {
    // The list itself may have asked for its rows already.
    for (const name of asked.current) if (!name.startsWith(`${key} `)) asked.current.delete(name);
    want(...seen.current);
  }, [want, key]);

  const places = useMemo(() => new Map([...(answered?.rows ?? [])].map(([index, { id }]) => [id, index])), [answered]);
  const of = useMemo(() => JSON.stringify(answered?.query ?? null), [answered?.query]);
  return {
    of,
    total: answered?.total ?? 0,
    instead: answered?.instead ?? null,
    waiting: answered === null,
    // Of an older revision they are stale no longer than a blink, and are acted on by what they are, not by where they stand.
    stale: answered !== null && answered.query !== query && of !== JSON.stringify(query),
    problem,
    row: index => answered?.rows.get(index),
    places,
    want,
  };
}

/** An answer whose failure was told. */
export async function settled<T>(asked: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    const answer = await asked;
    if (!answer.ok) notifyProblem(answer.problem);
    return answer.ok ? done(answer.value) : answer;
  } catch {
    const problem = unexpectedProblem();
    notifyProblem(problem);
    return failed(problem);
  }
}

/** A new id of an entry, note or collection. */
export const freshId = (): string => crypto.randomUUID();
