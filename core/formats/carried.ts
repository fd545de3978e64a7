/** What a written file does not give back of what was put into it, found by reading it again. */
import type { Reference } from '../report/types.ts';
import { unsaid } from './spare.ts';
import type { ReferenceFormat } from './types.ts';

export interface NotCarried {
  /** Of the reference, among those that were written. */
  readonly index: number;
  /** Null where the whole entry does not come back. */
  readonly variables: readonly string[] | null;
}

/** The references, and their variables, that `text`, which `format` wrote of them, does not give back; in their order. */
export function notCarried(
  format: ReferenceFormat,
  references: readonly Reference[],
  text: string,
): readonly NotCarried[] {
  const read = format.read(text).references;
  // Entries come back in their order; where some are missing, by their ids.
  const byId = read.length === references.length ? null : new Map(read.map(reference => [reference.id, reference]));
  return references.flatMap(({ id, item }, index) => {
    const again = byId === null ? read[index] : byId.get(id);
    if (again === undefined) return { index, variables: null };
    const variables = unsaid(item, again.item);
    return variables.length === 0 ? [] : { index, variables };
  });
}
