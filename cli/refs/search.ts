/** `casewright refs search WORDS`: entries of the user's library. */
import type { Command } from 'commander';
import type { LibraryQuery } from '../../core/library/types.ts';
import { EXIT, print, refuse, type Shell, say } from '../shell.ts';
import { libraryOf, lineOf } from './library.ts';

interface Options {
  readonly tag?: string[];
  readonly from?: string;
  readonly to?: string;
  readonly starred?: boolean;
  readonly unread?: boolean;
  readonly limit: string;
}

export function searchCommand(command: Command, shell: Shell): void {
  command
    .option(
      '--tag <tag...>',
      shell.text({ en: 'only those with all of these tags', fr: 'seulement celles qui ont toutes ces étiquettes' }),
    )
    .option('--from <year>', shell.text({ en: 'only from this year on', fr: 'seulement à partir de cette année' }))
    .option('--to <year>', shell.text({ en: 'only up to this year', fr: 'seulement jusqu’à cette année' }))
    .option('--starred', shell.text({ en: 'only starred ones', fr: 'seulement celles qui sont marquées d’une étoile' }))
    .option('--unread', shell.text({ en: 'only unread ones', fr: 'seulement celles qui ne sont pas lues' }))
    .option('--limit <count>', shell.text({ en: 'at most so many', fr: 'pas plus que ce nombre' }), '50')
    .action((words: string[], options: Options) => search(shell, words.join(' '), options));
}

/** Exit codes: 0 something was found, 1 nothing was. */
async function search(shell: Shell, text: string, { tag, from, to, starred, unread, limit }: Options): Promise<void> {
  const query: LibraryQuery = {
    text,
    ...(tag ? { tags: tag } : {}),
    ...(from === undefined ? {} : { from: Number(from) }),
    ...(to === undefined ? {} : { to: Number(to) }),
    ...(starred ? { starred } : {}),
    ...(unread ? { unread } : {}),
  };
  const most = Math.min(1000, Math.max(1, Math.trunc(Number(limit)) || 50));
  const page = await (await libraryOf(shell))['library.list']({ query, offset: 0, limit: most }, shell.signal);
  if (!page.ok) return refuse(shell, page.problem);
  const { rows, total, instead } = page.value;
  print(shell, { total, instead, entries: rows }, rows.map(lineOf));
  if (instead !== null)
    say(shell, {
      en: `Nothing has “${text}”; shown is what has “${instead}”.`,
      fr: `Rien ne contient «\u00a0${text}\u00a0»\u00a0; voici ce qui contient «\u00a0${instead}\u00a0».`,
    });
  if (rows.length === 0) shell.leave(EXIT.findings);
}
