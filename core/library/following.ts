/** A file that another program keeps up to date (Better BibTeX's automatic export): its changes merged into a library, field by field. */
import type { Problem } from '../outcome.ts';
import type { CslItem } from '../references/csl.ts';
import { fieldOf, sameValue } from './fields.ts';
import type { Change, Entry } from './types.ts';

/** What a file said of an entry when it was read. */
export interface Said {
  readonly item: CslItem;
  readonly kept: Readonly<Record<string, string>>;
}

/** A field that was changed here and in the file: what stands here stays, and the file's value is shown beside it. */
export interface Contested {
  readonly field: string;
  readonly theirs: unknown;
}

export interface FollowedMerge {
  readonly changes: readonly Change[];
  readonly contested: readonly Contested[];
  /** Fields in which the file now agrees with what stands here: nothing is contested in them any more. */
  readonly agreed: readonly string[];
}

function fieldsSaid({ item, kept }: Said): readonly string[] {
  return [
    ...Object.keys(item)
      .filter(name => name !== 'id')
      .map(name => `item.${name}`),
    ...Object.keys(kept).map(name => `kept.${name}`),
  ];
}

function said({ item, kept }: Said, field: string): unknown {
  const name = field.slice(field.indexOf('.') + 1);
  return (field.startsWith('item.') ? item[name] : kept[name]) ?? null;
}

/**
 * What the library takes over when a file says `now` what it said otherwise `before`. A field that nobody touched here follows the
 * file; one that was edited here stays, and is contested where the file changed it to something else.
 */
export function followedMerge(entry: Entry, before: Said, now: Said): FollowedMerge {
  const changes: Change[] = [];
  const contested: Contested[] = [];
  const agreed: string[] = [];
  for (const field of new Set([...fieldsSaid(before), ...fieldsSaid(now)])) {
    const [was, is] = [said(before, field), said(now, field)];
    const ours = fieldOf(entry, field);
    if (sameValue(ours, is)) agreed.push(field);
    else if (sameValue(was, is)) continue;
    else if (sameValue(ours, was)) changes.push({ entry: entry.id, field, value: is });
    else contested.push({ field, theirs: is });
  }
  return { changes, contested, agreed };
}

/** A followed file, as a window shows it. */
export interface FollowedFile {
  readonly id: string;
  readonly path: string;
  /** When it was last read (milliseconds); null before the first time. */
  readonly readAt: number | null;
  /** Entries in it. */
  readonly entries: number;
  /** What the last reading that found something new brought. */
  readonly added: number;
  readonly changed: number;
  /** Entries of it that could not be read, or not wholly. */
  readonly troubled: number;
  /** Fields that were changed here and there. */
  readonly contested: number;
  /** Entries that are no longer in it, and still in the library. */
  readonly gone: number;
  /** Articles that it names and that are attached, and those that were not at their place. */
  readonly files: number;
  readonly filesMissing: number;
  /** Why it could not be read the last time. */
  readonly problem: Problem | null;
}

/** A contested field as it is shown: both values. */
export interface ShownContested {
  readonly entry: string;
  readonly title: string;
  readonly field: string;
  readonly ours: unknown;
  readonly theirs: unknown;
}

/** An entry that its file no longer has. */
export interface GoneEntry {
  readonly entry: string;
  readonly title: string;
}

export const FOLLOWED_CHOICES = ['ours', 'theirs'] as const;
export type FollowedChoice = (typeof FOLLOWED_CHOICES)[number];
export const GONE_CHOICES = ['keep', 'trash'] as const;
export type GoneChoice = (typeof GONE_CHOICES)[number];
