/** `casewright labs read FILE`: what a laboratory's file holds, without a report. */
import type { Command } from 'commander';
import { readingData } from '../../core/timeline/formats/data.ts';
import { asks, placeWords } from '../../core/timeline/formats/warnings.ts';
import { colon, EXIT, print, refuse, type Shell } from '../shell.ts';
import { type LabFlags, readLabFile, withLabOptions } from './options.ts';

export function readCommand(command: Command, shell: Shell): void {
  withLabOptions(shell, command).action((file: string, flags: LabFlags) => read(shell, file, flags));
}

/** Exit codes: 0 all was read, 1 something is for a human to decide (in `warnings`), 2 the file could not be read. */
async function read(shell: Shell, file: string, flags: LabFlags): Promise<void> {
  const outcome = await readLabFile(shell, file, flags);
  if (!outcome.ok) return refuse(shell, outcome.problem);
  const language = shell.language;
  const data = readingData(outcome.value, language);
  const lines = data.series.flatMap(({ analyte, unit, points }) => [
    unit === null ? analyte : `${analyte} (${unit})`,
    ...points.map(({ at, asPrinted, flag }) => `  ${at ?? '—'}\t${asPrinted}${flag === null ? '' : `\t${flag}`}`),
  ]);
  print(shell, data, lines);
  if (!shell.json)
    for (const { where, detail } of outcome.value.warnings)
      process.stderr.write(`${placeWords(where)[language]}${colon(language)}${detail[language]}\n`);
  if (outcome.value.warnings.some(asks)) shell.leave(EXIT.findings);
}
