/** `casewright labs chart REPORT --to x.png --dpi 300`: the chart of a report's lab values as a drawing. */
import { extname, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { problem } from '../../core/outcome.ts';
import { type ChartSettings, LANE_KINDS } from '../../core/report/chart-settings.ts';
import type { CaseReport } from '../../core/report/types.ts';
import { writeChosen } from '../../host/documents/files.ts';
import { CHART_EXTENSIONS, chartFile } from '../../host/labs/files.ts';
import { readingReport } from '../opening.ts';
import { print, refuse, type Shell } from '../shell.ts';
import { chosenSeries } from './chosen.ts';

/** Points (1/72 inch): a column and a page of most journals. */
const WIDTHS = { column: 244, page: 504 } as const;

interface Flags {
  readonly to?: string;
  readonly out?: string;
  readonly series?: string;
  readonly width: string;
  readonly dpi: string;
  readonly dates?: true;
  readonly lanes?: true;
  readonly log?: string;
  readonly breaks?: true;
  readonly grey?: true;
  readonly bothUnits?: true;
}

export function chartCommand(command: Command, shell: Shell): void {
  command
    .option(
      '--to <path>',
      shell.text({ en: 'file to write (.svg, .pdf, .png)', fr: 'fichier à écrire (.svg, .pdf, .png)' }),
    )
    .addOption(new Option('--out <path>').hideHelp())
    .option(
      '--series <names>',
      shell.text({
        en: 'analytes to draw, parted by commas (all where none is named)',
        fr: 'analytes à tracer, séparés par des virgules (tous si aucun n’est nommé)',
      }),
    )
    .option(
      '--width <width>',
      shell.text({ en: 'column, page, or a number of points', fr: 'column, page, ou un nombre de points' }),
      'page',
    )
    .option('--dpi <number>', shell.text({ en: 'resolution of a PNG', fr: 'résolution d’un PNG' }), '300')
    .option(
      '--lanes',
      shell.text({
        en: 'with treatments, events, stays, phases and photographs at their day',
        fr: 'avec les traitements, événements, séjours, phases et photographies à leur jour',
      }),
    )
    .option(
      '--log <names>',
      shell.text({
        en: 'analytes on a logarithmic axis, parted by commas',
        fr: 'analytes sur un axe logarithmique, séparés par des virgules',
      }),
    )
    .option(
      '--breaks',
      shell.text({
        en: 'leave out long stretches in which nothing happens',
        fr: 'omettre les longues périodes où rien ne se passe',
      }),
    )
    .option(
      '--grey',
      shell.text({ en: 'without colour, photographs too', fr: 'sans couleur, photographies comprises' }),
    )
    .option(
      '--both-units',
      shell.text({
        en: 'a second axis in the unit that values were measured in',
        fr: 'un second axe dans l’unité des mesures',
      }),
    )
    .option(
      '--dates',
      shell.text({
        en: 'calendar dates on the axis instead of days from day 0',
        fr: 'dates du calendrier sur l’axe au lieu de jours depuis J0',
      }),
    )
    .action((file: string, flags: Flags) => draw(shell, file, flags));
}

async function draw(shell: Shell, file: string, flags: Flags): Promise<void> {
  const { series: names, width } = flags;
  const out = flags.to ?? flags.out ?? '';
  const format = CHART_EXTENSIONS[extname(out).toLowerCase()];
  const points = width in WIDTHS ? WIDTHS[width as keyof typeof WIDTHS] : Number(width);
  const dpi = Number(flags.dpi);
  if (!format) return refuse(shell, outWrong(out));
  if (!(points >= 120 && points <= 5000)) return refuse(shell, widthWrong(width));
  if (!(Number.isInteger(dpi) && dpi >= 36 && dpi <= 2400)) return refuse(shell, dpiWrong(flags.dpi));
  const images = async (document: string, report: CaseReport | null) => {
    const { asset } = await shell.services();
    const dated = report?.figures.flatMap(({ panels }) => panels.filter(({ moment }) => moment)) ?? [];
    const read = dated.map(async panel => [panel.asset, (await asset(document, panel.asset))?.bytes] as const);
    return Object.fromEntries((await Promise.all(read)).flatMap(([name, bytes]) => (bytes ? [[name, bytes]] : [])));
  };
  await readingReport(shell, file, async ({ document, report }) => {
    const chosen = chosenSeries(shell, report, names);
    if (chosen === null) return;
    const log = flags.log === undefined ? [] : chosenSeries(shell, report, flags.log);
    if (log === null) return;
    const settings: ChartSettings = {
      width: 'text',
      ...(log.length > 0 && { log: log.map(({ id }) => id) }),
      ...(flags.breaks && { breaks: 'long-gaps' as const }),
      ...(flags.grey && { style: 'grey' as const }),
      ...(flags.bothUnits && { bothUnits: true as const }),
      ...(flags.dates && { time: 'dates' as const }),
      ...(flags.lanes && { lanes: LANE_KINDS }),
    };
    const series = chosen.map(({ id }) => id);
    const made = await chartFile(
      report,
      { format, dpi, series, settings, width: points },
      await images(document, flags.lanes ? report : null),
    );
    if (!made.ok) return refuse(shell, made.problem);
    const path = resolve(out);
    const written = await writeChosen(path, made.value.bytes);
    if (!written.ok) return refuse(shell, written.problem);
    const { width: drawn, height, alt } = made.value.drawing;
    print(shell, { path, width: drawn, height, ...(format === 'png' && { dpi }), alt }, [path]);
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
      en: 'Nothing was written. Use --to with a name that ends in .svg, .pdf or .png.',
      fr: 'Rien n’a été écrit. Donnez avec --to un nom qui finit par .svg, .pdf ou .png.',
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

const dpiWrong = (dpi: string) =>
  problem(
    'chart.dpi',
    { en: `“${dpi}” is no resolution.`, fr: `«\u00a0${dpi}\u00a0» n’est pas une résolution.` },
    {
      en: 'Nothing was written. Give a whole number of dots to an inch from 36 to 2400.',
      fr: 'Rien n’a été écrit. Donnez un nombre entier de points par pouce de 36 à 2400.',
    },
  );
