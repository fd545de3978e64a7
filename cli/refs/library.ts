/** What the commands on the user's library share. */
import type { EntryRow } from '../../core/library/types.ts';
import type { Shell } from '../shell.ts';

/** The handlers of the library. */
export const libraryOf = async (shell: Shell) => (await shell.services()).implementation;

/** "haldane18  Haldane, Pires (2018). Calcified arterioles. Nephrol Notes". */
export function lineOf({ key, authors, year, title, journal }: EntryRow): string {
  const said = [authors && `${authors}${year === null ? '' : ` (${year})`}`, title, journal].filter(Boolean).join('. ');
  return `${key}  ${said}`;
}
