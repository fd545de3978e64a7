/** `casewright labs import FILE --into REPORT`: adds lab values to a report and saves it. */
import type { Command } from 'commander';
import type { Op } from '../../core/report/ops.ts';
import { mergeAll } from '../../core/timeline/edit.ts';
import { forReport } from '../../core/timeline/formats/for-report.ts';
import { asks, placeWords } from '../../core/timeline/formats/warnings.ts';
import { changeAndSave, withReport } from '../opening.ts';
import { colon, EXIT, print, refuse, type Shell } from '../shell.ts';
import { type LabFlags, readLabFile, withLabOptions } from './options.ts';

export function importCommand(command: Command, shell: Shell): void {
  withLabOptions(
    shell,
    command.requiredOption(
      '--into <report>',
      shell.text({ en: 'report to add them to', fr: 'document auquel les ajouter' }),
    ),
  ).action((file: string, flags: LabFlags & { readonly into: string }) => addTo(shell, file, flags));
}

/** What a human must decide is said, and what is certain is added all the same: exit code 1. */
async function addTo(shell: Shell, file: string, flags: LabFlags & { readonly into: string }): Promise<void> {
  const read = await readLabFile(shell, file, flags);
  if (!read.ok) return refuse(shell, read.problem);
  const language = shell.language;
  const open = read.value.warnings.filter(asks);
  await withReport(shell, flags.into, async opened => {
    const { report } = opened;
    const merged = mergeAll(report.series, forReport(read.value), report.time);
    const ops = merged.flatMap((series, index): Op[] =>
      report.series[index] === series ? [] : [{ set: 'series', id: series.id, value: series }],
    );
    if (ops.length > 0 && !(await changeAndSave(shell, opened, ops))) return;
    const warnings = open.map(({ kind, where, detail }) => ({
      kind,
      where: placeWords(where)[language],
      detail: detail[language],
    }));
    print(shell, { added: read.value.values, series: ops.length, warnings }, [`+${read.value.values}`]);
    if (!shell.json)
      for (const { where, detail } of warnings) process.stderr.write(`${where}${colon(language)}${detail}\n`);
    if (open.length > 0) shell.leave(EXIT.findings);
  });
}
