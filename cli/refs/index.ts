/** `casewright refs …`: everything about references that needs no report. */
import type { Command } from 'commander';
import type { Shell } from '../shell.ts';
import { convertCommand } from './convert.ts';
import { dedupeCommand } from './dedupe.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { lookupCommand } from './lookup.ts';
import { searchCommand } from './search.ts';

/** In the order of the help page. */
const commands = [importCommand, searchCommand, dedupeCommand, exportCommand, convertCommand, lookupCommand];

export function refsCommand(program: Command, shell: Shell): void {
  const refs = program.command('refs').description('read, convert and keep references');
  for (const add of commands) add(refs, shell);
}
