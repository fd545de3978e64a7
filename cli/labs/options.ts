/** What a shell can say of a laboratory's file. */
import { basename, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { failed, type Outcome, problem } from '../../core/outcome.ts';
import { readLabs } from '../../core/timeline/formats/index.ts';
import { AS_ABOVE, type LabOptions, type LabReading } from '../../core/timeline/formats/types.ts';
import { type DateOrder, readMoment } from '../../core/timeline/read-moment.ts';
import { readChosen } from '../../host/documents/files.ts';
import { giveUcum } from '../../host/labs/ucum.ts';
import type { Shell } from '../shell.ts';

const ORDERS = { dmy: 'day-month', mdy: 'month-day', ymd: 'year-first' } as const satisfies Record<string, DateOrder>;

export interface LabFlags {
  readonly dateOrder?: keyof typeof ORDERS;
  readonly decimal?: 'comma' | 'point';
  readonly sheet: readonly string[];
  readonly unit: readonly string[];
  readonly analyte: readonly string[];
  readonly moment: readonly string[];
  readonly year?: string;
  readonly patient?: string;
}

const collect = (value: string, before: readonly string[]) => [...before, value];

/** Adds the options that answer what a file leaves open. */
export function withLabOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--date-order <order>', 'order of numbers in dates such as 03/04/2024').choices(Object.keys(ORDERS)),
    )
    .addOption(new Option('--decimal <sign>', 'what comes before decimals in 1,234').choices(['comma', 'point']))
    .option('--sheet <name>', 'sheet of a workbook to read (repeatable; default: all)', collect, [])
    .option('--unit <analyte=unit>', 'unit of an analyte that has none (repeatable)', collect, [])
    .option(
      '--analyte <name=id>',
      'which analyte an ambiguous name is: an id that its warning names (repeatable)',
      collect,
      [],
    )
    .option(
      '--moment <words=day>',
      'what words in the place of a date mean: Admission=D0, Sortie=2024-05-12 (repeatable)',
      collect,
      [],
    )
    .option('--year <year>', 'year of dates that have none: 2024, or 2023-2024 for July to June')
    .option('--patient <id>', 'whose results of a file of several patients');
}

/** The options of a reading; `lang` is the file's language where the shell's option said one. */
export function labOptions(shell: Shell, flags: LabFlags): LabOptions {
  const { lang } = shell.options();
  const pairs = (list: readonly string[]) =>
    list.length === 0
      ? undefined
      : Object.fromEntries(
          list.map(pair => [pair.slice(0, pair.lastIndexOf('=')), pair.slice(pair.lastIndexOf('=') + 1)]),
        );
  const [units, analytes, moments] = [pairs(flags.unit), pairs(flags.analyte), pairs(flags.moment)];
  return {
    ...(lang === 'fr' || lang === 'en' ? { language: lang } : {}),
    ...(flags.dateOrder === undefined ? {} : { dateOrder: ORDERS[flags.dateOrder] }),
    ...(flags.decimal === undefined ? {} : { decimal: flags.decimal }),
    ...(flags.sheet.length === 0 ? {} : { sheets: flags.sheet }),
    ...(units && { units }),
    ...(analytes && { analytes }),
    ...(moments && { moments }),
    ...(flags.year === undefined ? {} : { year: flags.year }),
    ...(flags.patient === undefined ? {} : { patient: flags.patient }),
  };
}

/** Reads the file that a shell names. */
export async function readLabFile(shell: Shell, file: string, flags: LabFlags): Promise<Outcome<LabReading>> {
  const wrong = [...flags.unit, ...flags.analyte, ...flags.moment].find(pair => pair.indexOf('=') < 0);
  if (wrong !== undefined) return failed(pairWrong(wrong));
  const unread = flags.moment.find(pair => {
    const day = pair.slice(pair.lastIndexOf('=') + 1);
    const at = readMoment(day);
    return day !== AS_ABOVE && (at === null || at === 'ambiguous');
  });
  if (unread !== undefined) return failed(momentWrong(unread));
  if (flags.year !== undefined && !/^\d{4}(?:-\d{4})?$/.test(flags.year)) return failed(yearWrong(flags.year));
  giveUcum();
  const bytes = await readChosen(resolve(file));
  return bytes.ok ? readLabs(bytes.value, labOptions(shell, flags), basename(file)) : bytes;
}

const pairWrong = (pair: string) =>
  problem(
    'lab.option',
    { en: `“${pair}” has no “=”.`, fr: `«\u00a0${pair}\u00a0» n’a pas de «\u00a0=\u00a0».` },
    {
      en: 'Nothing was read. Write the name, “=” and the answer, as in --unit CRP=mg/L.',
      fr: 'Rien n’a été lu. Écrivez le nom, «\u00a0=\u00a0» et la réponse, comme dans --unit CRP=mg/L.',
    },
  );

const momentWrong = (pair: string) =>
  problem(
    'lab.option',
    { en: `“${pair}” gives no day.`, fr: `«\u00a0${pair}\u00a0» ne donne pas de jour.` },
    {
      en: 'Nothing was read. Give a day or a date that can be read in one way: Admission=D0, Sortie=2024-05-12.',
      fr: 'Rien n’a été lu. Donnez un jour ou une date qui se lit d’une seule façon\u00a0: Admission=J0, Sortie=2024-05-12.',
    },
  );

const yearWrong = (year: string) =>
  problem(
    'lab.option',
    { en: `“${year}” is no year.`, fr: `«\u00a0${year}\u00a0» n’est pas une année.` },
    { en: 'Nothing was read. Write --year 2024.', fr: 'Rien n’a été lu. Écrivez --year 2024.' },
  );
