import { fillFileStandings } from '../writing.ts';
import type { Migration } from './types.ts';

/** `entries.line` also holds what an entry's file or its title says against it (retractions, concerns, corrections). */
export const fileStandings: Migration = {
  number: 9,
  sql: '',
  fill: fillFileStandings,
};
