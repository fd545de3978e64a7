/** A work that a service gave, taken into the library and the case with its abstract and what stands against it. */
import { useCallback } from 'react';
import type { Standing } from '../../../core/lookup/standing.ts';
import { duplicateFinder } from '../../../core/references/duplicates.ts';
import type { Op } from '../../../core/report/ops.ts';
import type { Reference } from '../../../core/report/types.ts';
import { notifyProblem } from '../../app/notices/notices.ts';
import type { Candidate } from '../../library/case/candidates.ts';
import { keepInLibrary } from '../../library/incoming/keeping.ts';
import { adding } from '../../panels/references/adding.ts';
import { useShownLibrary } from '../../panels/team/whose.tsx';
import { useOpenSession } from '../../session/context.tsx';
import { useWords } from '../../words/index.ts';
import type { FoundOnline } from './online.ts';

/** Gives the reference to cite: the library's entry of the work, or the case's own where the library would not have it. */
export function useTakeFound(): (work: FoundOnline) => Promise<Reference | null> {
  const say = useWords('lookup');
  const session = useOpenSession();
  const { host } = useShownLibrary(session.host);
  return useCallback(
    async ({ foundIn, ...work }) => {
      const reference: Reference = { ...work, id: work.id.slice(foundIn.length + 1) };
      const known = () => duplicateFinder(session.store.getState().report.references)(reference.item);
      const entry = await keepInLibrary(host, reference).catch(() => null);
      if (entry?.ok) {
        const candidate: Candidate = { ...reference, item: entry.value.item, entry: entry.value };
        return known() ?? candidate;
      }
      // Whatever becomes of the library, the case has what it cites.
      if (entry) notifyProblem(entry.problem);
      const added = adding(session.store.getState().report.references);
      added.take([reference]);
      const { ops } = added.result();
      if (ops.length > 0) session.dispatch(ops, say('undoAdd'));
      return known();
    },
    [host, session, say],
  );
}

/** References that are added, with what is known to stand against the work. */
export function withStanding(ops: readonly Op[], standing: Standing | undefined): readonly Op[] {
  if (standing === undefined) return ops;
  return ops.map(op => (op.set === 'reference' && op.value ? { ...op, value: { ...op.value, standing } } : op));
}
