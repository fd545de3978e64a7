/** One question to the host at a time: its answer, that it is under way, and the way to stop it. */
import { useEffect, useRef, useState } from 'react';
import { notifyProblem } from '../../../app/notices/notices.ts';
import { unexpectedProblem } from '../../../app/opening.ts';

export interface Question<T> {
  readonly answer: T | null;
  readonly isAsking: boolean;
  ask(question: (signal: AbortSignal) => Promise<T>): void;
  stop(): void;
}

export function useQuestion<T>(): Question<T> {
  const [answer, setAnswer] = useState<T | null>(null);
  const [isAsking, setAsking] = useState(false);
  const running = useRef<AbortController | null>(null);
  const stop = () => {
    running.current?.abort();
    running.current = null;
    setAsking(false);
  };
  useEffect(() => () => running.current?.abort(), []);
  const ask = async (question: (signal: AbortSignal) => Promise<T>) => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    setAsking(true);
    try {
      const given = await question(mine.signal);
      if (running.current === mine) setAnswer(given);
    } catch {
      if (running.current === mine) notifyProblem(unexpectedProblem());
    } finally {
      if (running.current === mine) stop();
    }
  };
  return { answer, isAsking, ask: question => void ask(question), stop };
}
