/** What a reader of a service's answer gives. */
import { type Draft, withIds } from '../../formats/item.ts';
import type { Reference } from '../../report/types.ts';
import type { Standing } from '../standing.ts';

/** A work as a service describes it. */
export interface Described {
  readonly reference: Reference;
  /** Null where the service knows nothing of retractions. */
  readonly standing: Standing | null;
}

/** A reference of an item just made, under a readable key of its own. */
export function describedBy(draft: Draft, standing: Standing | null): Described {
  const [reference] = withIds('lookup', [{ key: '', draft, kept: {} }]);
  return { reference: reference as Reference, standing };
}
