/** `casewright labs chart REPORT --out x.svg`: the chart of a report's lab values as a drawing. */
import { extname, resolve } from 'node:path';
import type { Command } from 'commander';
import { problem } from '../../core/outcome.ts';
import { drawChart } from '../../core/timeline/chart.ts';
import { writeChosen } from '../../host/documents/files.ts';
import { withReport } from '../opening.ts';
import { print, refuse, type Shell } from '../shell.ts';
import { chosenSeries } from './chosen.ts';

/** Points (1/72 inch): a column and a page of most journals. */
const WIDTHS = { column: 244, page: 504 } as const;

export function chartCommand(labs: Command, shell: Shell): void {
  labs
    .command('chart <report>')
    .description('draw a report’s lab values as SVG')
    .requiredOption('--out <path>', 'file to write (.svg)')
    .option('--series <names>', 'analytes to draw, parted by commas (default: all)')
    .option('--width <width>', 'column, page, or a number of points', 'page')
    .action((file: string, options: { out: string; series?: string; width: string }) => draw(shell, file, options));
}

async function draw(
  shell: Shell,
  file: string,
  { out, series: names, width }: { out: string; series?: string; width: string },
): Promise<void> {
  const points = width in WIDTHS ? WIDTHS[width as keyof typeof WIDTHS] : Number(width);
  if (extname(out).toLowerCase() !== '.svg') return refuse(shell, outWrong(out));
  if (!(points >= 120 && points <= 5000)) return refuse(shell, widthWrong(width));
  await withReport(shell, file, async ({ report }) => {
    const series = chosenSeries(shell, report, names);
    if (series === null) return;
    const chart = drawChart({ series, time: report.time, language: report.language, width: points });
    const path = resolve(out);
    const written = await writeChosen(path, new TextEncoder().encode(chart.svg));
    if (!written.ok) return refuse(shell, written.problem);
    print(shell, { path, width: chart.width, height: chart.height, alt: chart.alt }, [path]);
  });
}

const outWrong = (out: string) =>
  problem(
    'export.format',
    {
      en: `“${extname(out) || out}” is no format that a chart is drawn in.`,
      fr: `«\u00a0${extname(out) || out}\u00a0» n’est pas un format de graphique.`,
    },
    {
      en: 'Nothing was written. Use a name that ends in .svg.',
      fr: 'Rien n’a été écrit. Donnez un nom qui finit par .svg.',
    },
    out,
  );

const widthWrong = (width: string) =>
  problem(
    'chart.width',
    { en: `“${width}” is no width of a chart.`, fr: `«\u00a0${width}\u00a0» n’est pas une largeur de graphique.` },
    {
      en: 'Nothing was written. Use column, page, or a number of points from 120 to 5000.',
      fr: 'Rien n’a été écrit. Donnez column, page, ou un nombre de points de 120 à 5000.',
    },
  );
