/** `casewright check FILE`: what the template's limits and the report's own cross-references say. */
import type { Command } from 'commander';
import { checkReport } from '../core/checks/index.ts';
import { numberReport } from '../core/manuscript/number.ts';
import { readingReport } from './opening.ts';
import { EXIT, languageOf, print, type Shell } from './shell.ts';
import { styleFinding } from './style.ts';
import { templateFor } from './template.ts';

const MARKS = { error: '✗', warning: '!', note: '·' } as const;

export function checkCommand(command: Command, shell: Shell): void {
  command.action((file: string) =>
    readingReport(shell, file, async ({ report }) => {
      const template = await templateFor(shell, report);
      const { parts } = numberReport(report, template);
      const style = await styleFinding(shell, report);
      const findings = [...checkReport(report, template), ...(style ? [style] : [])];
      const language = languageOf(shell);
      const lines = findings.map(({ severity, message, place }) => {
        const heading = place.part === undefined ? '' : (parts.get(place.part)?.heading ?? '');
        return `${MARKS[severity]} ${heading === '' ? '' : `${heading}: `}${message[language]}`;
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
