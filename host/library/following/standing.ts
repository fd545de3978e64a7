/** The entry that a followed file means, whatever became of it. */
import type { KeptEntry } from '../../../core/library/types.ts';
import type { OpenLibrary } from '../library.ts';

/** The entry as it stands, or that which it was merged into. */
export function standingEntry(library: OpenLibrary, id: string): KeptEntry | null {
  let entry = library.entry(id);
  for (let steps = 0; entry?.mergedInto && steps < 20; steps++) entry = library.entry(entry.mergedInto);
  return entry;
}
