/** All migrations, in order. Forward only: a program never takes a library back. */
import { entries } from './0001-entries.ts';
import { team } from './0002-team.ts';
import { wordsApart } from './0003-words-apart.ts';
import { following } from './0004-following.ts';
import { standings } from './0005-standings.ts';
import { followedFiles } from './0006-followed-files.ts';
import { rowsFromEntries } from './0007-rows-from-entries.ts';
import { lines } from './0008-lines.ts';
import { fileStandings } from './0009-file-standings.ts';
import { noticed } from './0010-noticed.ts';
import type { Migration } from './types.ts';

export const migrations: readonly Migration[] = [
  entries,
  team,
  wordsApart,
  following,
  standings,
  followedFiles,
  rowsFromEntries,
  lines,
  fileStandings,
  noticed,
];
