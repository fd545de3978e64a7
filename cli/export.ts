/** `casewright export FILE --to out.pdf`. */
import { extname, resolve } from 'node:path';
import type { Command } from 'commander';
import type { ExportEvent } from '../core/contract/values.ts';
import { problem, type Words } from '../core/outcome.ts';
import { never, withReport } from './opening.ts';
import { print, refuse, type Shell, withProgress } from './shell.ts';

const STEPS: Readonly<Record<Extract<ExportEvent, { kind: 'progress' }>['step'], Words>> = {
  citations: { en: 'Formatting citations…', fr: 'Mise en forme des références…' },
  images: { en: 'Reading images…', fr: 'Lecture des images…' },
  pages: { en: 'Setting pages…', fr: 'Composition des pages…' },
  writing: { en: 'Writing the file…', fr: 'Écriture du fichier…' },
};

export function exportCommand(program: Command, shell: Shell): void {
  program
    .command('export <file>')
    .description('export a report to PDF')
    .requiredOption('--to <path>', 'file to write; its ending says the format (.pdf)')
    .action((file: string, { to }: { to: string }) => {
      if (extname(to).toLowerCase() !== '.pdf') return refuse(shell, unknownFormat(to));
      return withReport(shell, file, async ({ document }) => {
        const path = resolve(to);
        const last = await withProgress(shell, async step => {
          let event: ExportEvent | null = null;
          for await (const next of shell.services.implementation['report.export'](
            { document, format: 'pdf', path },
            never,
          )) {
            event = next;
            if (next.kind === 'progress') step(STEPS[next.step]);
          }
          return event;
        });
        if (last?.kind === 'failed') refuse(shell, last.problem);
        else if (last?.kind === 'written')
          print(shell, { path: last.path, size: last.size, pages: last.pages }, [last.path]);
        else throw new Error('the export ended without a result');
      });
    });
}

const unknownFormat = (to: string) =>
  problem(
    'export.format',
    {
      en: `“${extname(to) || to}” is no format that can be written.`,
      fr: `« ${extname(to) || to} » n’est pas un format d’export.`,
    },
    {
      en: 'Nothing was written. Use a name that ends in .pdf.',
      fr: 'Rien n’a été écrit. Donnez un nom qui finit par .pdf.',
    },
    to,
  );
