/** `casewright refs search WORDS`: entries of the user's library. */
import type { Command } from 'commander';
import type { LibraryQuery } from '../../core/library/types.ts';
import { type Problem, problem } from '../../core/outcome.ts';
import { EXIT, print, refuse, type Shell, say } from '../shell.ts';
import { libraryOf, lineOf, saidNothingFound } from './library.ts';

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
  const wrong = [
    ['--from', from],
    ['--to', to],
    ['--limit', limit],
  ].find(([, value]) => value !== undefined && !/^\d{1,4}$/.test(value));
  if (wrong) return refuse(shell, noNumber(wrong[0] as string, wrong[1] as string));
  const query: LibraryQuery = {
    text,
    ...(tag ? { tags: tag } : {}),
    ...(from === undefined ? {} : { from: Number(from) }),
    ...(to === undefined ? {} : { to: Number(to) }),
    ...(starred ? { starred } : {}),
    ...(unread ? { unread } : {}),
  };
  const most = Math.min(1000, Math.max(1, Number(limit)));
  const page = await (await libraryOf(shell))['library.list']({ query, offset: 0, limit: most }, shell.signal);
  if (!page.ok) return refuse(shell, page.problem);
  const { rows, total, instead } = page.value;
  print(shell, { total, instead, entries: rows }, rows.map(lineOf));
  if (instead !== null)
    say(shell, {
      en: `Nothing has “${text}”; shown is what has “${instead}”.`,
      fr: `Rien ne contient «\u00a0${text}\u00a0»\u00a0; voici ce qui contient «\u00a0${instead}\u00a0».`,
    });
  if (rows.length > 0) return;
  saidNothingFound(shell, text);
  shell.leave(EXIT.findings);
}

const noNumber = (option: string, value: string): Problem =>
  problem(
    'refs.number',
    {
      en: `“${value}” is no value of ${option}: it takes a number of up to four digits.`,
      fr: `«\u00a0${value}\u00a0» n’est pas une valeur de ${option}\u00a0: il faut un nombre de quatre chiffres au plus.`,
    },
    { en: 'Nothing was searched.', fr: 'Rien n’a été cherché.' },
  );
