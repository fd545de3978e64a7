/** `casewright info FILE`: what a report holds. */
import type { Command } from 'commander';
import { numberReport } from '../core/manuscript/number.ts';
import { sectionWords } from '../core/report/text.ts';
import { titleOf } from '../host/documents/documents.ts';
import { readingReport } from './opening.ts';
import { colon, print, type Shell } from './shell.ts';
import { templateFor } from './template.ts';

export function infoCommand(command: Command, shell: Shell): void {
  command.action((file: string) =>
    readingReport(shell, file, async ({ report }) => {
      const template = await templateFor(shell, report);
      const floats = [...numberReport(report, template).floats.values()];
      const info = {
        title: titleOf(report),
        language: report.language,
        template: report.template,
        words: sectionWords(report),
        references: report.references.length,
        figures: floats.filter(({ kind }) => kind === 'figure').length,
        tables: floats.filter(({ kind }) => kind === 'table').length,
        series: report.series.length,
        authors: report.front.authors.length,
      };
      const french = shell.language === 'fr';
      const is = colon(shell.language);
      print(shell, info, [
        info.title,
        `${french ? 'Langue' : 'Language'}${is}${info.language}`,
        `${french ? 'Modèle' : 'Template'}${is}${template.name[shell.language]}`,
        `${french ? 'Mots' : 'Words'}${is}${info.words}`,
        `${french ? 'Références' : 'References'}${is}${info.references}`,
        `${french ? 'Figures' : 'Figures'}${is}${info.figures}`,
        `${french ? 'Tableaux' : 'Tables'}${is}${info.tables}`,
        `${french ? 'Séries biologiques' : 'Lab series'}${is}${info.series}`,
      ]);
    }),
  );
}
