/** Where the commands that write references write them, and as what. */
import { type Command, Option } from 'commander';
import { referenceFormats } from '../../core/formats/index.ts';
import type { EntryProblem } from '../../core/formats/problems.ts';
import type { Shell } from '../shell.ts';

const formats = referenceFormats.filter(({ write }) => write !== undefined).map(({ id }) => id);

/** Problems of entries as JSON says them. */
export const told = (shell: Shell, problems: readonly EntryProblem[]) =>
  problems.map(({ line, code, message, text }) => ({ line, code, message: shell.text(message), text }));

/** The command with `--to FORMAT`, which has to be said, and `--out PATH`. */
export function writtenTo(command: Command, shell: Shell): Command {
  return command
    .addOption(
      new Option('--to <format>', shell.text({ en: 'format to write', fr: 'format à écrire' }))
        .choices(formats)
        .makeOptionMandatory(),
    )
    .option(
      '--out <path>',
      shell.text({
        en: 'file to write (standard output where none is named)',
        fr: 'fichier à écrire (sortie standard si aucun n’est nommé)',
      }),
    );
}
