/** `casewright labs table REPORT`: the publication table of a report's lab values. */
import type { Command } from 'commander';
import { labTable } from '../../core/timeline/table.ts';
import { readingReport } from '../opening.ts';
import { print, type Shell } from '../shell.ts';
import { chosenSeries } from './chosen.ts';

export function tableCommand(command: Command, shell: Shell): void {
  command
    .option(
      '--series <names>',
      shell.text({
        en: 'analytes to list, parted by commas (all where none is named)',
        fr: 'analytes à énumérer, séparés par des virgules (tous si aucun n’est nommé)',
      }),
    )
    .action((file: string, { series: names }: { series?: string }) =>
      readingReport(shell, file, async ({ report }) => {
        const chosen = chosenSeries(shell, report, names);
        if (chosen === null) return;
        const table = labTable({ series: chosen, time: report.time, language: report.language });
        const rows = table.rows.map(row => row.map(({ text, bold }) => (bold ? `*${text}*` : text)));
        const note = table.note === '' ? [] : ['', `* ${table.note}`];
        print(shell, { headerRows: table.headerRows, rows: table.rows, note: table.note }, [
          ...rows.map(row => row.join('\t')),
          ...note,
        ]);
      }),
    );
}
