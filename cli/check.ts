/** `casewright check FILE [--template ID]`: what the template's limits and the report's own cross-references say. */
import type { Command } from 'commander';
import { checkReport } from '../core/checks/index.ts';
import { numberReport } from '../core/manuscript/number.ts';
import { readingReport } from './opening.ts';
import { colon, EXIT, print, refuse, type Shell } from './shell.ts';
import { styleFinding } from './style.ts';
import { templateNamed } from './template.ts';

const MARKS = { error: '✗', warning: '!', note: '·' } as const;

export function checkCommand(command: Command, shell: Shell): void {
  command
    .option(
      '--template <id>',
      shell.text({
        en: 'check against this template instead of the report’s own',
        fr: 'vérifier d’après ce modèle au lieu de celui du document',
      }),
    )
    .action((file: string, { template: id }: { readonly template?: string }) =>
      readingReport(shell, file, async ({ report }) => {
        const found = await templateNamed(shell, report, id);
        if (!found.ok) return refuse(shell, found.problem);
        const template = found.value;
        const { parts } = numberReport(report, template);
        // The style that is missing is that of the report's own template.
        const style = id === undefined ? await styleFinding(shell, report) : null;
        const findings = [...checkReport(report, template), ...(style ? [style] : [])];
        const language = shell.language;
        const lines = findings.map(({ severity, message, place }) => {
          const heading = place.part === undefined ? '' : (parts.get(place.part)?.heading ?? '');
          return `${MARKS[severity]} ${heading === '' ? '' : `${heading}${colon(language)}`}${message[language]}`;
        });
        print(
          shell,
          { findings },
          lines.length > 0 ? lines : [language === 'fr' ? 'Rien à signaler.' : 'Nothing to report.'],
        );
        // Notes are advice, not faults.
        shell.leave(findings.some(({ severity }) => severity !== 'note') ? EXIT.findings : EXIT.done);
      }),
    );
}
