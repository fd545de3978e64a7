/** What is wrong with references of a case, as its pane lists it. */
import { knownStanding } from '../../../core/lookup/file-notices.ts';
import { type Lacking, lacking } from '../../../core/references/complete.ts';
import type { Reference } from '../../../core/report/types.ts';

/** References to which the list can be narrowed. */
export const NARROWED = ['unused', 'incomplete', 'noticed'] as const;
export type Narrowed = (typeof NARROWED)[number];

export interface Troubles {
  readonly of: Readonly<Record<Narrowed, ReadonlySet<string>>>;
  /** What cited ones would print without. */
  readonly lacks: ReadonlyMap<string, Lacking>;
}

/** `times` says how often each is cited; what nobody cites is not printed, and may lack what it likes. */
export function troublesOf(
  references: readonly Reference[],
  times: ReadonlyMap<string, number>,
  citations: Parameters<typeof lacking>[1],
): Troubles {
  const isCited = ({ id }: Reference) => (times.get(id) ?? 0) > 0;
  const lacks = new Map(
    references.filter(isCited).flatMap(({ id, item }) => {
      const what = lacking(item, citations);
      return what ? [[id, what]] : [];
    }),
  );
  const idsOf = (list: readonly Reference[]) => new Set(list.map(({ id }) => id));
  return {
    of: {
      unused: idsOf(references.filter(each => !isCited(each))),
      incomplete: new Set(lacks.keys()),
      noticed: idsOf(references.filter(reference => (knownStanding(reference)?.notices.length ?? 0) > 0)),
    },
    lacks,
  };
}
