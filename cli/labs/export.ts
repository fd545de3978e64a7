/** `casewright labs export REPORT --to values.csv`: a report's lab values and its course as data. */
import { extname, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { problem } from '../../core/outcome.ts';
import type { DataPart, DataTime } from '../../core/timeline/data/rows.ts';
import { writeChosen } from '../../host/documents/files.ts';
import { DATA_EXTENSIONS, dataFile } from '../../host/labs/files.ts';
import { readingReport } from '../opening.ts';
import { print, refuse, type Shell } from '../shell.ts';
import { chosenSeries } from './chosen.ts';

interface Flags {
  readonly to?: string;
  readonly out?: string;
  readonly series?: string;
  readonly times: DataTime;
  readonly part: DataPart;
}

export function exportCommand(command: Command, shell: Shell): void {
  command
    .option(
      '--to <path>',
      shell.text({ en: 'file to write (.csv, .xlsx, .json)', fr: 'fichier à écrire (.csv, .xlsx, .json)' }),
    )
    .addOption(new Option('--out <path>').hideHelp())
    .option(
      '--series <names>',
      shell.text({
        en: 'analytes to write, parted by commas (all where none is named)',
        fr: 'analytes à écrire, séparés par des virgules (tous si aucun n’est nommé)',
      }),
    )
    .addOption(
      new Option(
        '--times <times>',
        shell.text({ en: 'days from day 0, or calendar dates', fr: 'jours depuis J0, ou dates du calendrier' }),
      )
        .choices(['relative', 'dates'])
        .default('relative'),
    )
    .addOption(
      new Option(
        '--part <part>',
        shell.text({
          en: 'the values, treatments and events (course), or both; a CSV is one table',
          fr: 'les valeurs, les traitements et événements (course), ou les deux\u00a0; un CSV est un seul tableau',
        }),
      )
        .choices(['values', 'course', 'all'])
        .default('values'),
    )
    .action((file: string, flags: Flags) => write(shell, file, flags));
}

async function write(shell: Shell, file: string, flags: Flags): Promise<void> {
  const out = flags.to ?? flags.out ?? '';
  const format = DATA_EXTENSIONS[extname(out).toLowerCase()];
  if (!format) return refuse(shell, outWrong(out));
  await readingReport(shell, file, async ({ report }) => {
    const chosen = chosenSeries(shell, report, flags.series);
    if (chosen === null) return;
    const { times, part } = flags;
    const bytes = await dataFile(report, { format, times, part, series: chosen.map(({ id }) => id) });
    const path = resolve(out);
    const written = await writeChosen(path, bytes);
    if (!written.ok) return refuse(shell, written.problem);
    const values = chosen.reduce((sum, { points }) => sum + points.length, 0);
    print(shell, { path, series: chosen.length, values }, [path]);
  });
}

const outWrong = (out: string) =>
  problem(
    'export.format',
    {
      en: `“${extname(out) || out}” is no format that values are written in.`,
      fr: `«\u00a0${extname(out) || out}\u00a0» n’est pas un format de données.`,
    },
    {
      en: 'Nothing was written. Use --to with a name that ends in .csv, .xlsx or .json.',
      fr: 'Rien n’a été écrit. Donnez avec --to un nom qui finit par .csv, .xlsx ou .json.',
    },
    out,
  );
