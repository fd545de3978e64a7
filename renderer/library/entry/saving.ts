/** What a form that was open for a while changes of an entry that others may have changed meanwhile. */
import { fieldOf, itemChanges, sameValue } from '../../../core/library/fields.ts';
import type { Change, KeptEntry } from '../../../core/library/types.ts';
import type { CslItem } from '../../../core/references/csl.ts';

/** A field that somebody else gave another value since the form was opened, and its author does so too. */
export interface Crossed {
  readonly field: string;
  /** What stands now. */
  readonly value: unknown;
}

/**
 * The changes of a form: fields that its author changed, and no others, whatever the entry holds by now. `opened` is the entry as the form
 * showed it, `now` what stands; `item` is what the form holds.
 */
export function savedChanges(
  opened: KeptEntry,
  item: CslItem,
  now: KeptEntry,
): { readonly changes: readonly Change[]; readonly crossed: readonly Crossed[] } {
  const changes = itemChanges(opened, item);
  const crossed = changes.flatMap(({ field, value }) => {
    const standing = fieldOf(now, field);
    const isCrossed = !sameValue(standing, fieldOf(opened, field)) && !sameValue(standing, value);
    return isCrossed ? [{ field, value: standing }] : [];
  });
  return { changes, crossed };
}
