/** Files of a report's lab values: the data themselves, and charts as vectors or pixels. */
import { failed, type Outcome, problem } from '../../core/outcome.ts';
import type { ChartSettings } from '../../core/report/chart-settings.ts';
import type { CaseReport, Series } from '../../core/report/types.ts';
import type { Course } from '../../core/timeline/data/course.ts';
import { courseCsv, dataCsv } from '../../core/timeline/data/csv.ts';
import { dataFhir } from '../../core/timeline/data/fhir.ts';
import type { DataPart, DataTime } from '../../core/timeline/data/rows.ts';
import { drawTimeline } from '../../core/timeline/drawing/draw.ts';
import { chartRequest } from '../../core/timeline/drawing/of-block.ts';
import { picturesIn, withPictures } from '../../core/timeline/drawing/pictures.ts';
import type { Drawing } from '../../core/timeline/drawing/types.ts';
import { drawingAtResolution, standalone } from '../documents/drawings.ts';
import { createThumbnails } from '../documents/thumbnails.ts';
import { createDrawingPrinter } from '../export/drawing-pdf.ts';
import { dataWorkbook } from './workbook.ts';

export type DataFormat = 'csv' | 'xlsx' | 'fhir';
export type ChartFormat = 'svg' | 'png' | 'pdf';

/** What is told by the end of a file's name. */
export const DATA_EXTENSIONS: Readonly<Record<string, DataFormat>> = {
  '.csv': 'csv',
  '.xlsx': 'xlsx',
  '.json': 'fhir',
};
export const CHART_EXTENSIONS: Readonly<Record<string, ChartFormat>> = { '.svg': 'svg', '.png': 'png', '.pdf': 'pdf' };

/** Points: the page of most journals (174 mm), where a chart is not of a document's page. */
export const PAGE_WIDTH = Math.floor((174 * 72) / 25.4);

/** Series by their ids, in their order; all where none are named. */
function chosen({ series }: CaseReport, ids: readonly string[] | undefined): readonly Series[] {
  if (!ids) return series;
  return ids.flatMap(id => series.find(each => each.id === id) ?? []);
}

export interface DataWanted {
  readonly format: DataFormat;
  readonly times: DataTime;
  /** The values alone where absent. A CSV is one table: of the values, unless it is of the course. */
  readonly part?: DataPart | undefined;
  readonly series?: readonly string[] | undefined;
}

/** The data of a report as the bytes of a file. */
export async function dataFile(report: CaseReport, wanted: DataWanted): Promise<Uint8Array> {
  const { time, language, treatments, events, stays, phases, patient } = report;
  const { format, times, part } = wanted;
  const course: Course = { treatments, events, stays, phases, ...(patient && { patient }) };
  const request = { series: chosen(report, wanted.series), course, time, times, language };
  if (format === 'xlsx') return dataWorkbook(request, part);
  const csv = part === 'course' ? courseCsv : dataCsv;
  return new TextEncoder().encode(format === 'csv' ? csv(request) : dataFhir(request, part));
}

export interface ChartWanted {
  readonly format: ChartFormat;
  /** Dots to an inch; of pixels alone. */
  readonly dpi: number;
  readonly series?: readonly string[] | undefined;
  readonly settings?: ChartSettings | undefined;
  /** Points. */
  readonly width?: number | undefined;
}

/** The most pixels that a chart is drawn in: an A4 page at 1200 dpi. */
const MOST_PIXELS = 150_000_000;

const tooLarge = (dpi: number) =>
  problem(
    'chart.size',
    { en: `At ${dpi} dpi the chart would be too large.`, fr: `À ${dpi} ppp, le graphique serait trop grand.` },
    {
      en: 'Nothing was written. Choose a lower resolution, or SVG or PDF, which have no pixels.',
      fr: 'Rien n’a été écrit. Choisissez une résolution plus basse, ou SVG ou PDF, qui n’ont pas de pixels.',
    },
  );

let printer: ReturnType<typeof createDrawingPrinter> | undefined;
const thumbnails = createThumbnails();

/** A chart of a report's series as the bytes of a file, and what it shows in words. `images` are bytes by asset name. */
export async function chartFile(
  report: CaseReport,
  { format, dpi, series, settings, width }: ChartWanted,
  images: Readonly<Record<string, Uint8Array>>,
): Promise<Outcome<{ readonly bytes: Uint8Array; readonly drawing: Drawing }>> {
  const ids = chosen(report, series).map(({ id }) => id);
  const drawing = drawTimeline(
    chartRequest({
      block: { series: ids, ...(settings && { settings }) },
      report,
      language: report.language,
      room: width ?? PAGE_WIDTH,
      height: Number.POSITIVE_INFINITY,
      numberOf: () => undefined,
    }),
  );
  const pictures = await thumbnails(images, picturesIn(drawing.svg));
  const svg = withPictures(drawing.svg, asset => pictures.get(asset));
  if (format === 'svg') return { ok: true, value: { bytes: new TextEncoder().encode(standalone(svg)), drawing } };
  if (format === 'pdf') {
    printer ??= createDrawingPrinter({});
    return { ok: true, value: { bytes: await printer({ ...drawing, svg }), drawing } };
  }
  const scale = dpi / 72;
  if (drawing.width * drawing.height * scale * scale > MOST_PIXELS) return failed(tooLarge(dpi));
  const bytes = await drawingAtResolution(svg, Math.round(drawing.width * scale), dpi);
  return { ok: true, value: { bytes, drawing } };
}
