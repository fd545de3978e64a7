/** `casewright labs …`: lab values read, imported, written, charted and listed from a shell. */
import type { Command } from 'commander';
import type { Shell } from '../shell.ts';
import { chartCommand } from './chart.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { readCommand } from './read.ts';
import { tableCommand } from './table.ts';

/** In the order of the help page. */
const commands = [readCommand, importCommand, exportCommand, chartCommand, tableCommand];

export function labsCommand(program: Command, shell: Shell): void {
  const labs = program.command('labs').description('read lab values, add them to a report, chart and list them');
  for (const add of commands) add(labs, shell);
}
