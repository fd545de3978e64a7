/** Copying entries of the library into a report, and taking over what changed in them since. */
import type { KeptEntry, LinkedEntry } from '../../core/library/types.ts';
import { duplicateFinder } from '../../core/references/duplicates.ts';
import type { Op } from '../../core/report/ops.ts';
import type { Reference } from '../../core/report/types.ts';
import { freeId } from '../panels/references/adding.ts';

export interface Taken {
  readonly ops: readonly Op[];
  /** Ids of the references in the report, in the order of the entries, those included that were there. */
  readonly references: readonly string[];
}

/** What adds copies of entries to a report's references. One that is there already, by its link or by being the same work, stays. */
export function taking(known: readonly Reference[], entries: readonly KeptEntry[]): Taken {
  const taken = new Set(known.map(({ id }) => id));
  const added: Reference[] = [];
  const references = entries.map(entry => {
    const here = [...known, ...added];
    const same = here.find(({ library }) => library?.entry === entry.id) ?? duplicateFinder(here)(entry.item);
    if (same) return same.id;
    const id = freeId(entry.key, taken);
    taken.add(id);
    added.push(copyOf(entry, id));
    return id;
  });
  return { ops: added.map(value => ({ set: 'reference', id: value.id, value })), references };
}

function copyOf({ id: entry, revision, item, kept }: KeptEntry, id: string): Reference {
  return {
    id,
    item: { ...item, id },
    ...(Object.keys(kept).length === 0 ? {} : { kept }),
    library: { entry, revision },
  };
}

/** The copy as its entry stands now. */
export function takenChange(reference: Reference, { now }: LinkedEntry): Op {
  return { set: 'reference', id: reference.id, value: copyOf(now, reference.id) };
}
