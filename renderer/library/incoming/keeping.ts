/** A work that was found elsewhere, kept in the library that is shown: once, with all that was found of it. */
import type { HostClient } from '../../../core/contract/contract.ts';
import { fillChanges } from '../../../core/library/merging.ts';
import type { KeptEntry, NewEntry } from '../../../core/library/types.ts';
import { done, type Outcome } from '../../../core/outcome.ts';
import { duplicateFinder } from '../../../core/references/duplicates.ts';
import type { Reference } from '../../../core/report/types.ts';
import { say } from '../../words/index.ts';

/** Entries that share a word with a work, enough to be compared in full. */
const COMPARED = 10;

/** The library's entry of this work, if there is one. */
async function entryOf(host: HostClient, { item }: Reference): Promise<Outcome<KeptEntry | null>> {
  const title = String(item.title ?? '')
    .replace(/<[^>]+>/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length > 3)
    .slice(0, 5)
    .join(' ');
  for (const text of [item.DOI, item.PMID, title]) {
    if (text === undefined || text === '') continue;
    const page = await host.call('library.list', { query: { text: String(text) }, offset: 0, limit: COMPARED });
    if (!page.ok) return page;
    if (page.value.instead !== null || page.value.rows.length === 0) continue;
    const entries = await host.call('library.entries', { ids: page.value.rows.map(({ id }) => id) });
    if (!entries.ok) return entries;
    const same = duplicateFinder(entries.value)(item);
    if (same) return done(same);
  }
  return done(null);
}

/** Puts a work into the library, or fills what its entry lacks there (an abstract, identifiers); gives the entry. */
export async function keepInLibrary(host: HostClient, reference: Reference): Promise<Outcome<KeptEntry>> {
  const there = await entryOf(host, reference);
  if (!there.ok) return there;
  const { item, kept } = reference;
  const made: NewEntry = { item, key: reference.id, ...(kept === undefined ? {} : { kept }) };
  const id = there.value?.id ?? crypto.randomUUID();
  const changes = there.value ? fillChanges(there.value, made) : [{ entry: id, field: 'new', value: made }];
  if (there.value && changes.length === 0) return done(there.value);
  const applied = await host.call('library.apply', {
    changes: [...changes] as never,
    label: say('lookup')('undoAdd'),
  });
  return applied.ok ? host.call('library.entry', { id }) : applied;
}
