/** `casewright package FILE --to FOLDER|x.zip`: what does not fit is listed first; then the package is made. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Finding } from '../core/checks/types.ts';
import type { PackageEvent } from '../core/contract/packaging.ts';
import type { Words } from '../core/outcome.ts';
import { never, withReport } from './opening.ts';
import { EXIT, languageOf, print, refuse, type Shell, say, withProgress } from './shell.ts';

const STEPS: Readonly<Record<Extract<PackageEvent, { kind: 'progress' }>['step'], Words>> = {
  making: { en: 'Making the files…', fr: 'Composition des fichiers…' },
  writing: { en: 'Writing the package…', fr: 'Écriture du dossier…' },
};

const SEVERITIES: Readonly<Record<Finding['severity'], Words>> = {
  error: { en: 'error', fr: 'erreur' },
  warning: { en: 'warning', fr: 'attention' },
  note: { en: 'note', fr: 'note' },
};

interface Asked {
  readonly to: string;
  readonly template?: string;
  readonly yes?: boolean;
}

export function packageCommand(program: Command, shell: Shell): void {
  program
    .command('package <file>')
    .description('make a journal’s submission package: manuscript, anonymised copy, title page, figures, letter …')
    .requiredOption('--to <path>', 'a new folder, or an archive (.zip)')
    .option('--template <id>', 'for this journal instead of the report’s own template')
    .option('--yes', 'make it although something does not fit the template')
    .action((file: string, { to, template, yes }: Asked) =>
      withReport(shell, file, async ({ document }) => {
        const wanted = { document, ...(template === undefined ? {} : { template }) };
        const { implementation } = shell.services;
        const planned = await implementation['package.plan'](wanted, never);
        if (!planned.ok) return refuse(shell, planned.problem);
        const { findings, files } = planned.value;
        const grave = findings.filter(({ severity }) => severity !== 'note');
        list(shell, findings);
        if (grave.length > 0 && !yes) {
          if (shell.options().json)
            print(shell, { written: false, findings, files: files.map(({ name }) => name) }, []);
          say(shell, {
            en: 'Nothing was written. Say --yes to make the package all the same.',
            fr: 'Rien n’a été écrit. Ajoutez --yes pour faire le dossier malgré tout.',
          });
          return shell.leave(EXIT.findings);
        }
        const last = await withProgress(shell, async step => {
          let event: PackageEvent | null = null;
          for await (const next of implementation['package.make']({ ...wanted, path: resolve(to) }, never)) {
            event = next;
            if (next.kind === 'progress') step(STEPS[next.step]);
          }
          return event;
        });
        if (last?.kind === 'failed') refuse(shell, last.problem);
        else if (last?.kind === 'written')
          print(shell, { written: true, path: last.path, size: last.size, files: last.files, findings }, [
            last.path,
            ...last.files.map(({ name }) => `  ${name}`),
          ]);
        else throw new Error('the package ended without a result');
      }),
    );
}

/** Findings on stderr, one line each, before anything is written. */
function list(shell: Shell, findings: readonly Finding[]): void {
  const language = languageOf(shell);
  for (const { severity, message, hint } of findings)
    process.stderr.write(`${SEVERITIES[severity][language]}: ${message[language]} ${hint[language]}\n`);
}
