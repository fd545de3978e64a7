/** Copying entries of the library into a report, and taking over what changed in them since. */
import type { LinkedEntry } from '../../../core/library/types.ts';
import { knownWorks } from '../../../core/references/duplicates.ts';
import type { Op } from '../../../core/report/ops.ts';
import type { Reference } from '../../../core/report/types.ts';
import { freeId } from '../../panels/references/adding.ts';
import type { WholeEntry } from './whole.ts';

/** Copies entries into the open report, and cites them there; gives what takes that back, where it is not seen in the text. */
export type Taking = (entries: readonly WholeEntry[], cite: boolean) => (() => void) | null;

export interface Taken {
  readonly ops: readonly Op[];
  /** Ids of the references in the report, in the order of the entries, those included that were there. */
  readonly references: readonly string[];
}

/** What adds copies of entries to a report's references. One that is there already, by its link or by being the same work, stays. */
export function taking(known: readonly Reference[], entries: readonly WholeEntry[]): Taken {
  const taken = new Set(known.map(({ id }) => id));
  const added: Reference[] = [];
  const works = knownWorks<Reference>();
  const byEntry = new Map<string, Reference>();
  const know = (reference: Reference) => {
    works.add(reference);
    const entry = reference.library?.entry;
    if (entry !== undefined && !byEntry.has(entry)) byEntry.set(entry, reference);
  };
  for (const reference of known) know(reference);
  const references = entries.map(entry => {
    const same = byEntry.get(entry.id) ?? works.find(entry.item);
    if (same) return same.id;
    const id = freeId(entry.key, taken);
    taken.add(id);
    const copy = copyOf(entry, id);
    added.push(copy);
    know(copy);
    return id;
  });
  return { ops: added.map(value => ({ set: 'reference', id: value.id, value })), references };
}

function copyOf({ id: entry, revision, item, kept, standing }: WholeEntry, id: string): Reference {
  return {
    id,
    item: { ...item, id },
    ...(Object.keys(kept).length === 0 ? {} : { kept }),
    library: { entry, revision },
    ...(standing === undefined ? {} : { standing }),
  };
}

/** The copy as its entry stands now. What is known against the work stays, as long as it is the same work. */
export function takenChange({ id, item, standing }: Reference, { now }: LinkedEntry): Op {
  const isSame = item.DOI === now.item.DOI && item.PMID === now.item.PMID;
  return { set: 'reference', id, value: copyOf(standing && isSame ? { ...now, standing } : now, id) };
}
