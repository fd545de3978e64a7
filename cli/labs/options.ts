/** What a shell can say of a laboratory's file. */
import { basename, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { failed, type Outcome, problem } from '../../core/outcome.ts';
import { readLabs } from '../../core/timeline/formats/index.ts';
import type { LabOptions, LabReading } from '../../core/timeline/formats/types.ts';
import type { DateOrder } from '../../core/timeline/read-moment.ts';
import { readChosen } from '../../host/documents/files.ts';
import { giveUcum } from '../../host/labs/ucum.ts';
import type { Shell } from '../shell.ts';

const ORDERS = { dmy: 'day-month', mdy: 'month-day', ymd: 'year-first' } as const satisfies Record<string, DateOrder>;

export interface LabFlags {
  readonly dateOrder?: keyof typeof ORDERS;
  readonly decimal?: 'comma' | 'point';
  readonly sheet: readonly string[];
  readonly unit: readonly string[];
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
    .option('--unit <analyte=unit>', 'unit of an analyte that has none (repeatable)', collect, []);
}

/** The options of a reading; `lang` is the file's language where the shell's option said one. */
export function labOptions(shell: Shell, flags: LabFlags): LabOptions {
  const { lang } = shell.options();
  const units = flags.unit.map(
    pair => [pair.slice(0, pair.lastIndexOf('=')), pair.slice(pair.lastIndexOf('=') + 1)] as const,
  );
  return {
    ...(lang === 'fr' || lang === 'en' ? { language: lang } : {}),
    ...(flags.dateOrder === undefined ? {} : { dateOrder: ORDERS[flags.dateOrder] }),
    ...(flags.decimal === undefined ? {} : { decimal: flags.decimal }),
    ...(flags.sheet.length === 0 ? {} : { sheets: flags.sheet }),
    ...(units.length === 0 ? {} : { units: Object.fromEntries(units) }),
  };
}

/** Reads the file that a shell names. */
export async function readLabFile(shell: Shell, file: string, flags: LabFlags): Promise<Outcome<LabReading>> {
  const wrong = flags.unit.find(pair => pair.indexOf('=') < 1);
  if (wrong !== undefined) return failed(unitWrong(wrong));
  giveUcum();
  const bytes = await readChosen(resolve(file));
  return bytes.ok ? readLabs(bytes.value, labOptions(shell, flags), basename(file)) : bytes;
}

const unitWrong = (pair: string) =>
  problem(
    'lab.option',
    { en: `“${pair}” names no unit of an analyte.`, fr: `«\u00a0${pair}\u00a0» ne donne pas l’unité d’une analyse.` },
    { en: 'Nothing was read. Write --unit CRP=mg/L.', fr: 'Rien n’a été lu. Écrivez --unit CRP=mg/L.' },
  );
