/** The log of an entry in words: what was done, by whom and when, what stood there before. */
import { parted } from '../../../core/library/fields.ts';
import type { CollectionCount, PastChange } from '../../../core/library/types.ts';
import type { Say, WordKey } from '../../words/index.ts';

/** What was done in one go. */
export interface PastStep {
  readonly batch: number;
  readonly by: string;
  readonly at: number;
  /** What it was done for, where its changes do not say it. */
  readonly reason: WordKey<'library'> | null;
  readonly changes: readonly PastChange[];
}

const REASONS: Readonly<Record<string, WordKey<'library'>>> = {
  import: 'past_import',
  merge: 'past_merge',
  undo: 'past_undo',
  followed: 'past_followed',
  conflict: 'past_conflict',
  cited: 'past_cited',
  'followed merge': 'past_followedMerge',
};

/** Changes that say nothing to anybody: a report was saved again, a file was found where it had been moved to. */
function isNoise({ label, field, before, value }: PastChange): boolean {
  return label === 'moved' || (field.startsWith('cited.') && before !== null && value !== null);
}

/** The changes of a history, the newest first, in the steps in which they were made. */
export function pastSteps(history: readonly PastChange[]): readonly PastStep[] {
  const steps: (PastStep & { readonly changes: PastChange[] })[] = [];
  for (const change of history) {
    if (isNoise(change)) continue;
    const { batch, by, at, label } = change;
    const last = steps.at(-1);
    if (last?.batch === batch && last.by === by && last.at === at) last.changes.unshift(change);
    else steps.push({ batch, by, at, reason: REASONS[label] ?? null, changes: [change] });
  }
  return steps;
}

/** Whether a change gave a field another value, which is shown with the one before; others are said in a sentence. */
export const isValue = (field: string): boolean => /^(?:item|kept|note)\.|^key$/.test(field);

/** "Tag “dialysis” given": of a change that is no other value. */
export function pastSentence(
  say: Say<'library'>,
  { field, value, before }: PastChange,
  collections: readonly CollectionCount[],
): string {
  const [group, name] = parted(field);
  const isOn = value !== null && value !== false;
  const either = (on: WordKey<'library'>, off: WordKey<'library'>, named = name) =>
    say(isOn ? on : off, { name: named });
  switch (group) {
    case 'new':
      return say('past_new');
    case 'read':
      return either('pastRead', 'pastUnread');
    case 'starred':
      return either('pastStarred', 'pastUnstarred');
    case 'trashed':
      return either('pastTrashed', 'pastRestored');
    case 'mergedInto':
      return either('pastMerged', 'pastUnmerged');
    case 'tag':
      return either('pastTagOn', 'pastTagOff');
    case 'alias':
      return either('pastAlias', 'pastUnalias');
    case 'cited':
      return either('pastCited', 'pastUncited');
    case 'file':
      return either('pastFile', 'pastUnfile', ((value ?? before) as { readonly name?: string } | null)?.name ?? '');
    case 'collection':
      return either('pastFiled', 'pastUnfiled', collections.find(({ id }) => id === name)?.name ?? say('pastGone'));
    default:
      return field;
  }
}
