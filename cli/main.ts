/** The command line: the services of the window, from a shell. */
import { Command, CommanderError } from 'commander';
import { homeFolder } from '../host/services/home.ts';
import { programVersion, systemLanguage } from '../host/services/program.ts';
import type { Services } from '../host/services.ts';
import { addCommands, type CommandRow } from './commands.ts';
import { EXIT, notALanguage, refuse, type Shell, say } from './shell.ts';

/** In the order of the help page. */
const commands: readonly CommandRow[] = [
  {
    usage: 'new <file>',
    description: 'make a blank report',
    load: async () => (await import('./new.ts')).newCommand,
  },
  {
    usage: 'import <file>',
    description: 'add references, lab values or a figure to a report',
    load: async () => (await import('./import.ts')).importCommand,
  },
  {
    usage: 'check <file>',
    description: 'check a report; exits with 1 where something was found',
    load: async () => (await import('./check.ts')).checkCommand,
  },
  {
    usage: 'export [file]',
    description: 'export a report: PDF, Word, web page, JATS …',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  {
    usage: 'package <file>',
    description: 'make a journal’s submission package: manuscript, anonymised copy, title page, figures, letter …',
    load: async () => (await import('./package.ts')).packageCommand,
  },
  {
    usage: 'review <file> <returned>',
    description: 'compare a Word file that came back from co-authors with its report',
    load: async () => (await import('./review.ts')).reviewCommand,
  },
  {
    usage: 'info <file>',
    description: 'say what a report holds',
    load: async () => (await import('./info.ts')).infoCommand,
  },
  {
    usage: 'refs',
    description: 'read, convert and keep references',
    load: async () => (await import('./refs/index.ts')).refsCommand,
  },
  {
    usage: 'labs',
    description: 'read lab values, add them to a report, chart and list them',
    load: async () => (await import('./labs/index.ts')).labsCommand,
  },
  {
    usage: 'team',
    description: 'reference libraries of teams, on PostgreSQL 15 or newer',
    load: async () => (await import('./team/index.ts')).teamCommand,
  },
];

/** Ends a command that was told before it began why it cannot. */
class Refused extends Error {}

/** Runs the command line and gives its exit code: 0 done, 1 findings, 2 bad input, 3 internal. */
export async function run(args: readonly string[], root: string): Promise<number> {
  const version = await programVersion(root);
  let services: Promise<Services> | undefined;
  let code: number = EXIT.done;
  const program = new Command('casewright')
    .description('Write clinical case reports: make, fill, check and export .casereport files.')
    .version(version)
    .option('--lang <language>', 'language of messages: en or fr (default: the system’s)')
    .option('--json', 'print results as JSON')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text) });
  const shell: Shell = {
    services: () => {
      services ??= beginServices(root, version);
      return services;
    },
    version,
    options: () => program.opts<{ lang?: string; json?: boolean }>(),
    leave: value => {
      code = value;
    },
  };
  try {
    await addCommands(program, commands, shell, args);
    program.hook('preAction', () => {
      const { lang } = shell.options();
      if (lang !== undefined && lang !== 'en' && lang !== 'fr') {
        refuse(shell, notALanguage(lang));
        throw new Refused();
      }
    });
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) code = error.exitCode === 0 ? EXIT.done : EXIT.badInput;
    else if (!(error instanceof Refused)) {
      const place = error instanceof Error ? (error.stack?.split('\n')[1]?.trim() ?? '') : '';
      say(shell, {
        en: `Something went wrong inside Casewright. Your files are unchanged. (${place})`,
        fr: `Une erreur interne est survenue. Vos fichiers sont inchangés. (${place})`,
      });
      code = EXIT.internal;
    }
  } finally {
    await (await services)?.close();
  }
  return code;
}

async function beginServices(root: string, version: string): Promise<Services> {
  const { createServices } = await import('../host/services.ts');
  return createServices({
    home: homeFolder(),
    resources: root,
    host: 'loopback',
    version,
    systemLanguage: systemLanguage(),
    // One export is sooner done here than in a thread that has to be started first.
    worker: null,
  });
}
