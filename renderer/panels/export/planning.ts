/** What the submission package would hold, as the report stands; follows when writing rests. */
import { useEffect, useState } from 'react';
import type { Problem } from '../../../core/outcome.ts';
import type { PackagePlan, PackageRole } from '../../../core/package/types.ts';
import { unexpectedProblem } from '../../app/opening.ts';
import { useOpenSession, useSession } from '../../session/context.tsx';

/** After this much rest the plan is made anew (milliseconds). */
const REST = 400;

export type Planned =
  | { readonly kind: 'planned'; readonly plan: PackagePlan }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** The plan; null until there is one. What was planned before stays until the next is there. */
export function usePlan(template: string, include: readonly PackageRole[]): Planned | null {
  const session = useOpenSession();
  const report = useSession(state => state.report);
  const [planned, setPlanned] = useState<Planned | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the report asks for a new plan
  useEffect(() => {
    const stop = new AbortController();
    const rest = setTimeout(async () => {
      try {
        await session.flush();
        const wanted = { document: session.document, template, include: [...include] };
        const answer = await session.host.call('package.plan', wanted, { signal: stop.signal });
        if (!stop.signal.aborted)
          setPlanned(answer.ok ? { kind: 'planned', plan: answer.value } : { kind: 'failed', problem: answer.problem });
      } catch {
        if (!stop.signal.aborted) setPlanned({ kind: 'failed', problem: unexpectedProblem() });
      }
    }, REST);
    return () => {
      clearTimeout(rest);
      stop.abort();
    };
  }, [session, report, template, include]);
  return planned;
}
