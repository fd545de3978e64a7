/** What a team's library is made of beside its entries: members, conflicts, and how far a computer is in step with it. */
import type { Problem } from '../../outcome.ts';

/** 'none' is who has left: sees nothing, and stays named in the history. */
export const TEAM_ROLES = ['reader', 'editor', 'owner', 'none'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

export interface Team {
  readonly id: string;
  readonly name: string;
}

export interface Member {
  /** On the database's server. */
  readonly login: string;
  /** As people read it. */
  readonly name: string;
  readonly role: TeamRole;
}

/** One of two values of a field, null for an empty field. */
export interface Claim {
  readonly value: unknown;
  readonly by: string;
  /** Milliseconds. */
  readonly at: number;
}

/** Two people changed one field without knowing of each other. What stood first stands; the other value is kept here. */
export interface Conflict {
  readonly id: string;
  readonly entry: string;
  readonly field: string;
  readonly standing: Claim;
  readonly other: Claim;
}

/** A conflict with what it takes to decide it. */
export interface ShownConflict extends Conflict {
  /** The entry's title or key, or a collection's name. */
  readonly title: string;
  /** What stands in the field now: somebody may have changed it since. */
  readonly now: unknown;
}

/** Which of two values stands from now on. */
export const CHOICES = ['standing', 'other'] as const;
export type Choice = (typeof CHOICES)[number];

/**
 * - 'connecting': for the first time, or again.
 * - 'syncing': sending and fetching.
 * - 'current': all was sent and fetched.
 * - 'offline': no way to the server now; tried again by itself.
 * - 'refused': the server or this program will not go on until somebody does something; `problem` says what.
 */
export type SyncState = 'connecting' | 'syncing' | 'current' | 'offline' | 'refused';

export interface SyncStatus {
  readonly state: SyncState;
  /** The server tells of changes at once; else it is asked now and then. */
  readonly isLive: boolean;
  /** Changed fields that the server has not acknowledged. */
  readonly pending: number;
  /** Of those, what the server will not take, as long as the role or the value is what it is. */
  readonly held: number;
  readonly conflicts: number;
  /** While much is fetched, as the whole library for the first time: how many fields came, and of how many; else null. */
  readonly fetching: { readonly done: number; readonly of: number } | null;
  /** When all was last in step (milliseconds), null for never. */
  readonly lastSync: number | null;
  readonly problem: Problem | null;
}
