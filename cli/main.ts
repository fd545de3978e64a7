/** The command line: the services of the window, from a shell. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { homeFolder } from '../host/services/home.ts';
import { programVersion, systemLanguage } from '../host/services/program.ts';
import type { Services } from '../host/services.ts';
import { askedOf, isLanguage } from './asked.ts';
import { addCommands, type CommandRow } from './commands.ts';
import { createInterrupt } from './interrupt.ts';
import { lostOutput, Unread } from './output.ts';
import { complain, EXIT, internal, notALanguage, refuse, type Shell, say } from './shell.ts';
import { Misuse, SpeakingCommand } from './speaking.ts';

export { hearFailedWrites } from './output.ts';

/** In the order of the help page. */
const commands: readonly CommandRow[] = [
  {
    usage: 'new <report>',
    description: { en: 'make a blank report', fr: 'créer un document vierge' },
    examples: ['new calciphylaxis.casereport', 'new calciphylaxis.casereport --document-language fr'],
    load: async () => (await import('./new.ts')).newCommand,
  },
  {
    usage: 'import <report>',
    description: {
      en: 'add references, lab values or a figure to a report',
      fr: 'ajouter des références, des résultats ou une figure à un document',
    },
    examples: [
      'import calciphylaxis.casereport --references library.bib --labs results.csv',
      'import calciphylaxis.casereport --figure day1.jpg --figure day15.jpg',
    ],
    load: async () => (await import('./import.ts')).importCommand,
  },
  {
    usage: 'check <report>',
    description: { en: 'check a report', fr: 'vérifier un document' },
    examples: ['check calciphylaxis.casereport', 'check calciphylaxis.casereport --template bmj-case-reports --json'],
    findings: { en: 'something was found', fr: 'quelque chose a été trouvé' },
    load: async () => (await import('./check.ts')).checkCommand,
  },
  {
    usage: 'export [report]',
    description: {
      en: 'export a report: PDF, Word, web page, JATS …',
      fr: 'exporter un document\u00a0: PDF, Word, page web, JATS…',
    },
    examples: [
      'export calciphylaxis.casereport --to calciphylaxis.pdf',
      'export calciphylaxis.casereport --to manuscript.docx --option form=manuscript --anonymous',
      'export --formats',
    ],
    load: async () => (await import('./export.ts')).exportCommand,
  },
  {
    usage: 'package <report>',
    description: {
      en: 'make a journal’s submission package: manuscript, anonymised copy, title page, figures, letter …',
      fr: 'composer le dossier de soumission d’une revue\u00a0: manuscrit, copie anonyme, page de titre, figures, lettre…',
    },
    examples: ['package calciphylaxis.casereport --template bmj-case-reports --to submission.zip'],
    findings: {
      en: 'something does not fit the template; nothing was written',
      fr: 'quelque chose ne convient pas au modèle\u00a0; rien n’a été écrit',
    },
    load: async () => (await import('./package.ts')).packageCommand,
  },
  {
    usage: 'review <report> <returned>',
    description: {
      en: 'compare a Word file that came back from co-authors with its report',
      fr: 'comparer au document un fichier Word renvoyé par des coauteurs',
    },
    examples: [
      'review calciphylaxis.casereport returned.docx',
      'review calciphylaxis.casereport returned.docx --accept tracked',
    ],
    findings: {
      en: 'changes or comments wait for a decision',
      fr: 'des modifications ou des commentaires attendent une décision',
    },
    load: async () => (await import('./review.ts')).reviewCommand,
  },
  {
    usage: 'info <report>',
    description: { en: 'say what a report holds', fr: 'dire ce que contient un document' },
    examples: ['info calciphylaxis.casereport --json'],
    load: async () => (await import('./info.ts')).infoCommand,
  },
  {
    usage: 'refs',
    description: { en: 'read, convert and keep references', fr: 'lire, convertir et garder des références' },
    examples: ['refs convert library.bib --to ris', 'refs search calciphylaxis'],
    load: async () => (await import('./refs/index.ts')).refsCommand,
  },
  {
    usage: 'labs',
    description: {
      en: 'read lab values, add them to a report, chart and list them',
      fr: 'lire des résultats, les ajouter à un document, les tracer et les énumérer',
    },
    examples: ['labs read results.csv', 'labs chart calciphylaxis.casereport --to chart.png'],
    load: async () => (await import('./labs/index.ts')).labsCommand,
  },
  {
    usage: 'team',
    description: {
      en: 'reference libraries of teams, on PostgreSQL 15 or newer',
      fr: 'bibliothèques d’équipe, sur PostgreSQL 15 ou plus récent',
    },
    examples: ['team schema'],
    load: async () => (await import('./team/index.ts')).teamCommand,
  },
];

/** Runs the command line and gives its exit code: 0 done, 1 findings, 2 bad input, 3 internal. */
export async function run(args: readonly string[], root: string): Promise<number> {
  const version = await programVersion(root);
  let services: Promise<Services> | undefined;
  let code: number = EXIT.done;
  const { language: asked, json } = askedOf(args);
  const stated = asked !== null && isLanguage(asked) ? asked : null;
  const language = stated ?? systemLanguage();
  const interrupt = createInterrupt(() =>
    say(shell, {
      en: 'Stopping… Ctrl+C again ends at once.',
      fr: 'Arrêt en cours… Ctrl+C une seconde fois arrête aussitôt.',
    }),
  );
  const shell: Shell = {
    services: work => {
      interrupt.listen();
      services ??= beginServices(root, version, work === 'long');
      return services;
    },
    version,
    language,
    stated,
    json,
    text: words => words[language],
    signal: interrupt.signal,
    leave: value => {
      code = value;
    },
  };
  try {
    if (asked !== null && stated === null) throw new Misuse(notALanguage(asked));
    const program = await programFor(shell, args);
    await program.parseAsync(helpLast(args), { from: 'user' });
  } catch (error) {
    if (error instanceof Misuse) {
      if (error.page !== null && !json) process.stderr.write(error.page);
      else refuse(shell, error.problem);
      code = EXIT.badInput;
    } else if (error instanceof CommanderError) code = error.exitCode === 0 ? EXIT.done : EXIT.badInput;
    else if (interrupt.signal.aborted) {
      say(shell, {
        en: 'Stopped. No file is half-written.',
        fr: 'Arrêté. Aucun fichier n’est écrit à moitié.',
      });
      code = EXIT.interrupted;
    } else if (!(error instanceof Unread) && (await lostOutput()) === null) {
      refuse(shell, internal(error));
      code = EXIT.internal;
    }
  } finally {
    interrupt.end();
    await (await services)?.close();
  }
  const lost = await lostOutput();
  if (lost) complain(shell, lost);
  return code;
}

/** The program with all its commands, of which the one that `args` name has its options. */
export async function programFor(shell: Shell, args: readonly string[]): Promise<SpeakingCommand> {
  const program = SpeakingCommand.program(shell.language, 'casewright', shell.version)
    .description(
      shell.text({
        en: 'Write clinical case reports: make, fill, check and export .casereport files.',
        fr: 'Rédiger des cas cliniques\u00a0: créer, remplir, vérifier et exporter des fichiers .casereport.',
      }),
    )
    .option(
      '--lang, --language <language>',
      shell.text({
        en: 'language of messages: en or fr (the system’s where it is not said)',
        fr: 'langue des messages\u00a0: en ou fr (celle du système si rien n’est indiqué)',
      }),
    )
    .option(
      '--json',
      shell.text({
        en: 'print results, and what went wrong, as JSON',
        fr: 'imprimer les résultats, et ce qui a échoué, en JSON',
      }),
    )
    .withEpilogue({
      examples: [
        'new calciphylaxis.casereport',
        'export calciphylaxis.casereport --to calciphylaxis.pdf',
        'help refs convert',
      ],
      findings: { en: 'done, with findings (see each command)', fr: 'fait, avec des constats (voir chaque commande)' },
    });
  await addCommands(program, commands, shell, args);
  return program;
}

/** "help refs convert" asks for what "refs convert --help" does. */
const helpLast = (args: readonly string[]): readonly string[] =>
  args[0] === 'help' && args.length > 1 ? [...args.slice(1), '--help'] : args;

async function beginServices(root: string, version: string, isLong: boolean): Promise<Services> {
  const { createServices } = await import('../host/services.ts');
  const thread = join(root, 'dist', 'host', 'library.mjs');
  return createServices({
    // Of a program that was not built there is none.
    ...(isLong && existsSync(thread) && { libraryWorker: thread }),
    home: homeFolder(),
    resources: root,
    host: 'loopback',
    version,
    systemLanguage: systemLanguage(),
    // One export is sooner done here than in a thread that has to be started first.
    worker: null,
  });
}
