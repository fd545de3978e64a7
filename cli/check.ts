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
      readingReport(shell, file, async ({ report, warnings }) => {
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
        // What could not be read was said where the report was opened; what is kept as it was is no fault.
        const unread = warnings.filter(({ code }) => code !== 'report.unknown');
        const none = unread.length === 0 ? [language === 'fr' ? 'Rien à signaler.' : 'Nothing to report.'] : [];
        print(shell, { findings, unread }, lines.length > 0 ? lines : none);
        // Notes are advice, not faults.
        const faults = unread.length > 0 || findings.some(({ severity }) => severity !== 'note');
        shell.leave(faults ? EXIT.findings : EXIT.done);
      }),
    );
}
