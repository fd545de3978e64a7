/** `npm run bench timeline`: charts to SVG beside ECharts; CSV beside papaparse and XLSX beside read-excel-file, with values read. */
import * as echarts from 'echarts';
import readSheet from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import type { Series } from '../../core/report/types.ts';
import { dataCsv } from '../../core/timeline/data/csv.ts';
import { drawTimeline } from '../../core/timeline/drawing/draw.ts';
import { readLabs } from '../../core/timeline/formats/index.ts';
import { orderOf } from '../../core/timeline/moment.ts';
import { readInRoom } from '../../host/labs/room.ts';
import { median, ratio, seconds } from '../measure.ts';
import { csvBytes, csvTimes, NAMES, ROWS, readAlone, UNITS } from './csv.ts';

const LANES = 6;
const POINTS = 2000;
const TIME = { dayZero: '2000-01-01', dayZeroIs: '', show: 'days' } as const;

/** A number between 0 and 1 that is the same in every run. */
const wave = (index: number) => (Math.sin(index * 12.9898) * 43_758.5453) % 1 ** 2;

const series = Array.from({ length: LANES }, (_, lane): Series => {
  const points = Array.from({ length: POINTS }, (_, index) => {
    const value = Number((50 + 20 * Math.sin(index / 90 + lane) + 8 * wave(index + lane)).toFixed(1));
    return { id: `p${index}`, at: { day: index }, value, asPrinted: String(value) };
  });
  return { id: `s${lane}`, analyte: NAMES[lane] ?? '', unit: UNITS[lane] ?? '', range: { low: 40, high: 60 }, points };
});

/** The same panels as ECharts draws them: line, marks, band, axes. Its own thinning of points is off, as ours has none. */
function drawByECharts(): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 504, height: 700 });
  chart.setOption({
    animation: false,
    grid: series.map((_, lane) => ({ top: 20 + lane * 112, height: 88, left: 60, right: 20 })),
    xAxis: series.map((_, gridIndex) => ({ type: 'value', gridIndex })),
    yAxis: series.map((_, gridIndex) => ({ type: 'value', gridIndex })),
    series: series.map(({ analyte, points, range }, lane) => ({
      name: analyte,
      type: 'line',
      xAxisIndex: lane,
      yAxisIndex: lane,
      showAllSymbol: true,
      symbolSize: 3,
      markArea: { data: [[{ yAxis: range.low }, { yAxis: range.high }]] },
      data: points.map(point => [orderOf(point.at, TIME), point.value]),
    })),
  } as never);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

const drawOurs = () => drawTimeline({ series, time: TIME, language: 'en', width: 504, settings: { layout: 'lanes' } });

/** Runs before those that count: all that is compared is compiled by then. */
const WARMING = 4;

/** Seconds of each of several works, in turns, so that a busy moment of the machine meets all of them. */
async function inTurns(runs: number, works: readonly (() => unknown)[]): Promise<readonly number[][]> {
  const times = works.map((): number[] => []);
  for (let run = 0; run < runs + WARMING; run++)
    for (const [index, work] of works.entries()) {
      const from = performance.now();
      await work();
      if (run >= WARMING) times[index]?.push((performance.now() - from) / 1000);
    }
  return times;
}

const line = (name: string, ours: readonly number[], theirs: readonly number[], peer: string, wanted: string) =>
  console.log(`${name}\n  ours ${seconds(ours)}, ${peer} ${seconds(theirs)}: ratio ${ratio(ours, theirs)}${wanted}`);

readAlone();
const [ours = [], theirs = []] = await inTurns(15, [drawOurs, drawByECharts]);
line(`Chart: ${LANES} lanes of ${POINTS} points to SVG`, ours, theirs, 'ECharts', ' (wanted at most 0.30)');
const written = dataCsv({ series, time: TIME, times: 'relative', language: 'en' }).trim().split('\r\n').length - 1;
console.log(`  points kept in the data that are exported: ${written} of ${LANES * POINTS}`);

const { ours: csv, typed, cells } = csvTimes(import.meta.filename);
const bytes = csvBytes();
const read = readLabs(bytes);
line(
  `CSV: ${ROWS} rows, ${read.ok ? read.value.values : 0} values with dates, units and ranges`,
  csv,
  typed,
  'papaparse with header and typed values',
  ' (wanted at most 0.60)',
);
console.log(
  '  ours gives series by analyte and unit with dates, numbers, ranges and what is to be asked; papaparse gives a row',
);
console.log('  an object, numbers with a point as numbers, all else as text. Both begin at the bytes of the file.');
console.log(`  papaparse, cells as text only ${seconds(cells)}: ratio ${(median(csv) / median(cells)).toFixed(2)}`);

/** As a window has it read: a thread begins, reads, and hands the series over. */
async function readBeside(): Promise<void> {
  const entry = new URL('./labs.mjs', import.meta.url);
  const source = { name: 'labs.csv', bytes, options: {} };
  for await (const event of readInRoom(entry, source, new AbortController().signal))
    if (event.kind === 'failed') throw new Error(event.problem.message.en);
}
const [beside = []] = await inTurns(5, [readBeside]);
console.log(`  in a thread of its own, begun and ended for this file: ${seconds(beside)} (wanted under 1 s)`);

const rows = new TextDecoder()
  .decode(bytes)
  .trim()
  .split('\n')
  .map(row => row.split(';'));
const file = writeExcelFile(rows.map(row => row.map(value => ({ value, type: String }))) as never);
const workbook = new Uint8Array(await file.toBuffer());
const [xlsx = [], alone = []] = await inTurns(3, [() => readLabs(workbook), () => readSheet(Buffer.from(workbook))]);
line(`XLSX: ${ROWS} rows, values read`, xlsx, alone, 'read-excel-file alone', '');
