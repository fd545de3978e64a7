/** Two entries, or an entry and what was imported, made one: nothing that either holds is lost. */
import type { CslItem } from '../references/csl.ts';
import { fieldOf, fieldsOf, itemChanges, sameValue, withField } from './fields.ts';
import type { Change, CitedIn, Entry, NewEntry } from './types.ts';

/** Fields of which an entry has one value: of two that differ, one has to be chosen. */
const isSingle = (field: string): boolean => field.startsWith('item.') || field.startsWith('kept.');

/** The single fields that both entries hold and in which they differ, in the order of the first. */
export function differingFields(one: Entry, other: Entry): readonly string[] {
  return fieldsOf(one).filter(field => {
    const its = fieldOf(other, field);
    return isSingle(field) && its !== null && !sameValue(fieldOf(one, field), its);
  });
}

/**
 * The changes that make two entries one. The first stays; it takes every field that it lacks, every tag, collection, note,
 * file and citing report, and the key of the other as an alias, so that texts that cite the other still find it. Of the
 * fields named in `chosen` it takes the other's value. The other goes to the trash as it is, naming the first.
 */
export function mergeChanges(stays: Entry, goes: Entry, chosen: readonly string[] = []): readonly Change[] {
  const taken = new Set(chosen);
  const changes: Change[] = [];
  for (const field of fieldsOf(goes)) {
    if (field === 'key' || field === 'trashed' || field === 'mergedInto') continue;
    const value = fieldOf(goes, field);
    const own = fieldOf(stays, field);
    if (own !== null && field.startsWith('cited.')) {
      const both = citedTogether(own as CitedIn, value as CitedIn);
      if (!sameValue(own, both)) changes.push({ entry: stays.id, field, value: both });
    } else if (own === null || (isSingle(field) && taken.has(field) && !sameValue(own, value)))
      changes.push({ entry: stays.id, field, value });
  }
  if (goes.key !== stays.key && !stays.aliases.includes(goes.key))
    changes.push({ entry: stays.id, field: `alias.${goes.key}`, value: true });
  changes.push({ entry: goes.id, field: 'trashed', value: true });
  changes.push({ entry: goes.id, field: 'mergedInto', value: stays.id });
  return changes;
}

/** A report that cites both cites the one as often as the two. */
function citedTogether(own: CitedIn, its: CitedIn): CitedIn {
  return own.times === undefined && its.times === undefined
    ? own
    : { ...own, times: (own.times ?? 0) + (its.times ?? 0) };
}

/** What follows from a merge: told before it is done, and after. */
export interface MergeCounts {
  /** Reports that hold a copy of the one that goes: they find the one that stays. */
  readonly reports: number;
  /** Citations in them, as far as that is known. */
  readonly citations: number;
  /** Reports that hold a copy of the one that stays: nothing changes for them. */
  readonly staying: number;
  /** What the one that stays takes from the other. */
  readonly fields: number;
  readonly tags: number;
  readonly collections: number;
  readonly notes: number;
  readonly files: number;
}

/** Counts what {@link mergeChanges} does. */
export function mergeCounts(stays: Entry, goes: Entry, chosen: readonly string[] = []): MergeCounts {
  const taken = mergeChanges(stays, goes, chosen).filter(({ entry }) => entry === stays.id);
  const count = (...groups: readonly string[]) =>
    taken.filter(({ field }) => groups.some(group => field.startsWith(`${group}.`))).length;
  return {
    reports: goes.cited.length,
    citations: goes.cited.reduce((sum, { times = 0 }) => sum + times, 0),
    staying: stays.cited.length,
    fields: count('item', 'kept'),
    tags: count('tag'),
    collections: count('collection'),
    notes: count('note'),
    files: count('file'),
  };
}

/** The changes by which an entry takes what it lacks from something imported. None where that brings nothing new. */
export function fillChanges(entry: Entry, made: NewEntry): readonly Change[] {
  let filled = entry;
  const changes: Change[] = [];
  const take = (field: string, value: unknown) => {
    if (fieldOf(filled, field) !== null) return;
    const next = withField(filled, field, value);
    if (fieldOf(next, field) === null) return;
    filled = next;
    changes.push({ entry: entry.id, field, value });
  };
  for (const [name, value] of Object.entries(made.item)) if (name !== 'id') take(`item.${name}`, value);
  for (const [name, value] of Object.entries(made.kept ?? {})) take(`kept.${name}`, value);
  for (const tag of made.tags ?? []) take(`tag.${tag}`, true);
  for (const id of made.collections ?? []) take(`collection.${id}`, true);
  for (const { id, text } of made.notes ?? [])
    if (!entry.notes.some(note => note.text === text)) take(`note.${id}`, text);
  return changes;
}

/** The variables in which a copy differs from the entry it was taken from: what a report can take over. */
export function changedVariables(copy: CslItem, item: CslItem): readonly string[] {
  return itemChanges({ id: '', item: copy }, item).map(({ field }) => field.slice('item.'.length));
}
