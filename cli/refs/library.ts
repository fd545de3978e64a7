/** What the commands on the user's library share. */
import type { EntryRow } from '../../core/library/types.ts';
import { type Shell, say } from '../shell.ts';

/** The handlers of the library. */
export const libraryOf = async (shell: Shell) => (await shell.services()).implementation;

/** "haldane18  Haldane, Pires (2018). Calcified arterioles. Nephrol Notes". */
export function lineOf({ key, authors, year, title, journal }: EntryRow): string {
  const said = [authors && `${authors}${year === null ? '' : ` (${year})`}`, title, journal].filter(Boolean).join('. ');
  return `${key}  ${said}`;
}

/** Says on stderr that a search came to nothing: an empty answer alone could be a fault. */
export function saidNothingFound(shell: Shell, text: string): void {
  say(
    shell,
    text === ''
      ? { en: 'Nothing of this kind is in your library.', fr: 'Votre bibliothèque ne contient rien de tel.' }
      : {
          en: `Nothing in your library has “${text}”.`,
          fr: `Rien dans votre bibliothèque ne contient «\u00a0${text}\u00a0».`,
        },
  );
}
