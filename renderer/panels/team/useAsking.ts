/** Asking the host for something that can fail in words: whether it is under way, and what it failed of. */
import { useState } from 'react';
import type { Outcome, Problem } from '../../../core/outcome.ts';
import { unexpectedProblem } from '../../app/opening.ts';

export interface Asking {
  readonly isBusy: boolean;
  readonly problem: Problem | null;
  /** Gives the answer's value, null where there is none. */
  ask<T>(question: () => Promise<Outcome<T>>): Promise<T | null>;
}

export function useAsking(): Asking {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  return {
    isBusy,
    problem,
    async ask(question) {
      setBusy(true);
      setProblem(null);
      try {
        const answer = await question();
        if (answer.ok) return answer.value;
        setProblem(answer.problem);
      } catch {
        setProblem(unexpectedProblem());
      } finally {
        setBusy(false);
      }
      return null;
    },
  };
}
