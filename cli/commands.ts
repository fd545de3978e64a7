/** Commands as rows: what help says of each, and where the rest of it is loaded from when it is the one that was asked for. */
import type { Command } from 'commander';
import type { Shell } from './shell.ts';

/** Gives a command its options and what it does; or, for a group, the commands within it: `args` are those after its name. */
export type FillCommand = (command: Command, shell: Shell, args: readonly string[]) => unknown;

export interface CommandRow {
  /** Its name and arguments: `export [file]`. */
  readonly usage: string;
  readonly description: string;
  readonly load: () => Promise<FillCommand>;
}

/**
 * Adds commands to a program or a group. Only the one that `args` name is loaded: a short command would else spend most of its
 * time on loading the others.
 */
export async function addCommands(
  to: Command,
  rows: readonly CommandRow[],
  shell: Shell,
  args: readonly string[],
): Promise<void> {
  const asked = args.find(arg => rows.some(row => nameOf(row) === arg));
  for (const row of rows) {
    const command = to.command(row.usage).description(row.description);
    if (nameOf(row) !== asked) continue;
    const fill = await row.load();
    await fill(command, shell, args.slice(args.indexOf(asked) + 1));
  }
}

const nameOf = ({ usage }: CommandRow): string => usage.split(' ')[0] ?? usage;
