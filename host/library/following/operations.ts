/** What can be asked of a library about the files that it follows. */
import type { FollowedChoice, GoneChoice, GoneEntry, ShownContested } from '../../../core/library/following.ts';
import { done, type Outcome } from '../../../core/outcome.ts';
import type { OpenLibrary } from '../library.ts';
import { type FilesTaken, takeFiles } from './files.ts';
import {
  contestedIn,
  countsOf,
  type FollowedRead,
  forgetFollowed,
  goneIn,
  readFollowed,
  settleContested,
  settleGone,
} from './merging.ts';

export interface Waiting {
  readonly contested: number;
  readonly gone: number;
}

export interface FollowingAsked {
  followedRead: [{ id: string; name: string; bytes: Uint8Array; by: string }, FollowedRead];
  followedOpen: [
    { id: string },
    { readonly contested: readonly ShownContested[]; readonly gone: readonly GoneEntry[] },
  ];
  followedSettle: [{ id: string; entry: string; field: string; choice: FollowedChoice; by: string }, Waiting];
  followedGone: [{ id: string; entries: readonly string[]; how: GoneChoice; by: string }, Waiting];
  followedFiles: [{ id: string; folder: string; after: string | null; by: string }, FilesTaken];
  followedForget: [{ id: string }, null];
}

type Operations = {
  readonly [Name in keyof FollowingAsked]: (
    library: OpenLibrary,
    input: FollowingAsked[Name][0],
  ) => Outcome<FollowingAsked[Name][1]>;
};

export const followingOperations: Operations = {
  followedRead: readFollowed,
  followedOpen: (library, { id }) => done({ contested: contestedIn(library, id), gone: goneIn(library, id) }),
  followedSettle: (library, input) => {
    settleContested(library, input);
    return done(countsOf(library, input.id));
  },
  followedGone: (library, input) => {
    settleGone(library, input);
    return done(countsOf(library, input.id));
  },
  followedFiles: takeFiles,
  followedForget: (library, { id }) => {
    forgetFollowed(library, id);
    return done(null);
  },
};
