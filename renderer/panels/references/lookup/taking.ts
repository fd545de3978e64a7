/** Works that were found, taken into the report once each, with what is known against them. */
import { useMemo } from 'react';
import type { Standing } from '../../../../core/lookup/standing.ts';
import { duplicateFinder } from '../../../../core/references/duplicates.ts';
import { ZOTERO_KEY } from '../../../../core/references/zotero.ts';
import type { Reference } from '../../../../core/report/types.ts';
import { useOpenSession, useSession } from '../../../session/context.tsx';
import { useWords } from '../../../words/index.ts';
import { adding } from '../adding.ts';

export interface FoundWork {
  readonly reference: Reference;
  readonly standing: Standing;
}

export interface Taking {
  /** The report's own reference of this work; null where it has none. */
  has(reference: Reference): Reference | null;
  take(works: readonly FoundWork[]): void;
}

export function useTaking(): Taking {
  const say = useWords('lookup');
  const session = useOpenSession();
  const references = useSession(state => state.report.references);
  return useMemo(() => {
    const find = duplicateFinder(references);
    return {
      // Zotero's key tells works apart that say too little of themselves.
      has: ({ item, kept }) =>
        find(item) ??
        references.find(({ kept: own }) => own?.[ZOTERO_KEY] !== undefined && own[ZOTERO_KEY] === kept?.[ZOTERO_KEY]) ??
        null,
      take: works => {
        const read = works.map(({ reference, standing }) =>
          standing.at === null ? reference : { ...reference, standing },
        );
        const added = adding(session.store.getState().report.references);
        added.take(read);
        const { ops } = added.result();
        if (ops.length > 0) session.dispatch(ops, say('undoAdd'));
      },
    };
  }, [references, session, say]);
}
