/** The command line: the services of the window, from a shell. */
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { homeFolder } from '../host/services/home.ts';
import { createServices, programVersion, systemLanguage } from '../host/services.ts';
import { checkCommand } from './check.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { infoCommand } from './info.ts';
import { labsCommand } from './labs/index.ts';
import { newCommand } from './new.ts';
import { packageCommand } from './package.ts';
import { refsCommand } from './refs/index.ts';
import { reviewCommand } from './review.ts';
import { EXIT, type Shell, say } from './shell.ts';
import { teamCommand } from './team/index.ts';

/** Runs the command line and gives its exit code: 0 done, 1 findings, 2 bad input, 3 internal. */
export async function run(args: readonly string[], root: string): Promise<number> {
  const version = await programVersion(root);
  const services = createServices({
    home: homeFolder(),
    resources: root,
    host: 'loopback',
    version,
    systemLanguage: systemLanguage(),
    // One export is sooner done here than in a thread that has to be started first.
    worker: null,
  });
  let code: number = EXIT.done;
  const program = new Command('casewright')
    .description('Write clinical case reports: make, fill, check and export .casereport files.')
    .version(version)
    .option('--lang <language>', 'language of messages: en or fr (default: the system’s)')
    .option('--json', 'print results as JSON')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text) });
  const shell: Shell = {
    services,
    version,
    options: () => program.opts<{ lang?: string; json?: boolean }>(),
    leave: value => {
      code = value;
    },
  };
  for (const add of [
    newCommand,
    importCommand,
    checkCommand,
    exportCommand,
    packageCommand,
    reviewCommand,
    infoCommand,
    refsCommand,
    labsCommand,
    teamCommand,
  ])
    add(program, shell);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) code = error.exitCode === 0 ? EXIT.done : EXIT.badInput;
    else {
      const place = error instanceof Error ? (error.stack?.split('\n')[1]?.trim() ?? '') : '';
      say(shell, {
        en: `Something went wrong inside Casewright. Your files are unchanged. (${place})`,
        fr: `Une erreur interne est survenue. Vos fichiers sont inchangés. (${place})`,
      });
      code = EXIT.internal;
    }
  } finally {
    await services.close();
  }
  return code;
}

export const programRoot = (): string => process.env.CASEWRIGHT_ROOT ?? join(import.meta.dirname, '..', '..');
