/** Commands as rows: what help says of each, and where the rest of it is loaded from when it is the one that was asked for. */
import type { Words } from '../core/outcome.ts';
import type { Shell } from './shell.ts';
import type { SpeakingCommand } from './speaking.ts';

/** Gives a command its options and what it does; or, for a group, the commands within it: `args` are those after its name. */
export type FillCommand = (command: SpeakingCommand, shell: Shell, args: readonly string[]) => unknown;

export interface CommandRow {
  /** Its name and arguments: `export [file]`. The names of arguments stand in `terms.ts`. */
  readonly usage: string;
  readonly description: Words;
  /** What follows the program's name in examples of its use. */
  readonly examples: readonly string[];
  /** What exit code 1 means of it; absent where it never gives that. */
  readonly findings?: Words;
  readonly load: () => Promise<FillCommand>;
}

/**
 * Adds commands to a program or a group. Only the one that `args` name is loaded: a short command would else spend most of its
 * time on loading the others.
 */
export async function addCommands(
  to: SpeakingCommand,
  rows: readonly CommandRow[],
  shell: Shell,
  args: readonly string[],
): Promise<void> {
  to.withHelpCommand();
  const asked = args.find(arg => rows.some(row => nameOf(row) === arg));
  for (const row of rows) {
    const { usage, description, examples, findings } = row;
    const command = to.command(usage).description(shell.text(description)).withEpilogue({ examples, findings });
    if (nameOf(row) !== asked) continue;
    const fill = await row.load();
    await fill(command, shell, args.slice(args.indexOf(asked) + 1));
  }
}

const nameOf = ({ usage }: CommandRow): string => usage.split(' ')[0] ?? usage;
