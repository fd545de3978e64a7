/** What a shell can say of a laboratory's file. */
import { type Command, Option } from 'commander';
import { failed, type Outcome, problem } from '../../core/outcome.ts';
import { readLabs } from '../../core/timeline/formats/index.ts';
import { AS_ABOVE, type LabOptions, type LabReading } from '../../core/timeline/formats/types.ts';
import { type DateOrder, readMoment } from '../../core/timeline/read-moment.ts';
import { giveUcum } from '../../host/labs/ucum.ts';
import { readGiven } from '../given.ts';
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
export function withLabOptions(shell: Shell, command: Command): Command {
  return command
    .addOption(
      new Option(
        '--date-order <order>',
        shell.text({
          en: 'order of numbers in dates such as 03/04/2024',
          fr: 'ordre des nombres dans les dates telles que 03/04/2024',
        }),
      ).choices(Object.keys(ORDERS)),
    )
    .addOption(
      new Option(
        '--decimal <sign>',
        shell.text({ en: 'what comes before decimals in 1,234', fr: 'ce qui précède les décimales dans 1,234' }),
      ).choices(['comma', 'point']),
    )
    .option(
      '--sheet <name>',
      shell.text({
        en: 'sheet of a workbook to read (repeatable; all where none is named)',
        fr: 'feuille du classeur à lire (répétable\u00a0; toutes si aucune n’est nommée)',
      }),
      collect,
      [],
    )
    .option(
      '--unit <analyte=unit>',
      shell.text({
        en: 'unit of an analyte that has none (repeatable)',
        fr: 'unité d’un analyte qui n’en a pas (répétable)',
      }),
      collect,
      [],
    )
    .option(
      '--analyte <name=id>',
      shell.text({
        en: 'which analyte an ambiguous name is: an id that its warning names (repeatable)',
        fr: 'analyte que désigne un nom ambigu\u00a0: un identifiant que donne son avertissement (répétable)',
      }),
      collect,
      [],
    )
    .option(
      '--moment <words=day>',
      shell.text({
        en: 'what words in the place of a date mean: Admission=D0, Sortie=2024-05-12 (repeatable)',
        fr: 'ce que signifient des mots à la place d’une date\u00a0: Admission=J0, Sortie=2024-05-12 (répétable)',
      }),
      collect,
      [],
    )
    .option(
      '--year <year>',
      shell.text({
        en: 'year of dates that have none: 2024, or 2023-2024 for July to June',
        fr: 'année des dates qui n’en ont pas\u00a0: 2024, ou 2023-2024 de juillet à juin',
      }),
    )
    .option(
      '--patient <id>',
      shell.text({
        en: 'whose results of a file of several patients',
        fr: 'de qui prendre les résultats dans un fichier de plusieurs patients',
      }),
    );
}

/** The options of a reading; the language said to the shell is the file's language where the shell's option said one. */
export function labOptions(shell: Shell, flags: LabFlags): LabOptions {
  const pairs = (list: readonly string[]) =>
    list.length === 0
      ? undefined
      : Object.fromEntries(
          list.map(pair => [pair.slice(0, pair.lastIndexOf('=')), pair.slice(pair.lastIndexOf('=') + 1)]),
        );
  const [units, analytes, moments] = [pairs(flags.unit), pairs(flags.analyte), pairs(flags.moment)];
  return {
    ...(shell.stated === null ? {} : { language: shell.stated }),
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
  const given = await readGiven(file);
  if (!given.ok) return given;
  const { name, bytes } = given.value;
  return readLabs(bytes, labOptions(shell, flags), name);
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
