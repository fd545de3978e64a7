/** `npm run bench export`: a PDF of the English example, cold and warm, beside a bare pdfmake + citeproc script. Prints medians and ratios. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Block, Definition } from '../core/export/pdf/definition.ts';
import { pdfDefinition } from '../core/export/pdf/index.ts';
import { numberReport } from '../core/manuscript/number.ts';
import { resolve } from '../core/manuscript/resolve.ts';
import type { Part } from '../core/report/document.ts';
import type { CaseReport } from '../core/report/types.ts';
import { parseTemplate } from '../core/template/parse.ts';
import { createCiting } from '../host/citing/citing.ts';
import { readPack } from '../host/documents/pack.ts';
import { createFileMaker } from '../host/export/make-file.ts';
import { median, peer, ratio, seconds } from './measure.ts';
import { type StockInput, stockCitations, stockPdf } from './stock.ts';

const root = process.env.CASEWRIGHT_ROOT ?? join(import.meta.dirname, '..', '..');
const file = join(root, 'examples', 'ttp', 'ttp.casereport');
const RUNS = 9;

const read = readPack(readFileSync(file), 'ttp.casereport');
if (!read.ok) throw new Error(read.problem.message.en);
const { report, assets } = read.value;
const templatesFolder = join(root, 'templates');
const parsed = parseTemplate(
  readFileSync(join(templatesFolder, report.template, 'template.json'), 'utf8'),
  report.template,
);
if (!parsed.ok) throw new Error(parsed.problem.message.en);
const template = parsed.value;
const images = Object.fromEntries(assets);

/** The same document with only what pdfmake itself understands. */
function stockInput(): StockInput {
  const { citations: clusters } = numberReport(report, template);
  const citations = createCiting({ templatesFolder }).format({
    clusters,
    references: report.references,
    template,
    language: report.language,
  });
  const definition: Definition = pdfDefinition({
    manuscript: resolve(report, template, citations),
    template,
    images,
    date: new Date(0),
    creator: 'bench',
  });
  const addresses = Object.fromEntries(
    Object.entries(images).map(([name, bytes]) => [
      name,
      `data:image/${name.endsWith('png') ? 'png' : 'jpeg'};base64,${Buffer.from(bytes).toString('base64')}`,
    ]),
  );
  const {
    header: _,
    footer: __,
    info: { title },
    ...rest
  } = definition;
  const plain = JSON.parse(
    JSON.stringify({ ...rest, info: { title }, images: addresses }, (key, value: unknown) =>
      ['tag', 'lang', 'keepNext', 'alt', 'layout', 'th'].includes(key) ? undefined : value,
    ),
  ) as Record<string, unknown> & { content: Block[] };
  return {
    definition: plain,
    items: report.references.map(({ item }) => item),
    clusters: clusters.map(({ items }) => items.map(item => item.reference)),
    style: readFileSync(join(templatesFolder, template.id, template.citations.style), 'utf8'),
  };
}

/** The report with a few letters more in one paragraph. */
function edited(count: number): CaseReport {
  const parts = report.parts.map((part): Part => {
    if (part.key !== 'discussion') return part;
    const [first, ...others] = part.children;
    if (first?.type !== 'paragraph') return part;
    return { ...part, children: [{ ...first, children: [{ text: `Edit ${count}. ` }, ...first.children] }, ...others] };
  });
  return { ...report, parts };
}

async function time(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

const folder = mkdtempSync(join(tmpdir(), 'casewright-bench-'));
try {
  const input = stockInput();
  const inputFile = join(folder, 'input.json');
  writeFileSync(inputFile, JSON.stringify(input));
  const run = (program: string, ...args: string[]) => {
    const began = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'dist', 'host', program), ...args], {
      encoding: 'utf8',
      env: { ...process.env, CASEWRIGHT_HOME: join(folder, 'home'), CASEWRIGHT_ROOT: root },
    });
    if (status !== 0) throw new Error(`${program}: ${stderr}`);
    return (performance.now() - began) / 1000;
  };

  // Turn about, so that a busy machine is unkind to both alike.
  const cold = { ours: [] as number[], stock: [] as number[] };
  for (let n = 0; n < RUNS; n++) {
    cold.ours.push(run('cli.mjs', 'export', file, '--to', join(folder, 'ours.pdf')));
    cold.stock.push(run('stock-cold.mjs', inputFile, join(folder, 'stock.pdf')));
  }

  const make = createFileMaker({ templatesFolder });
  const request = (of: CaseReport) => ({
    format: 'pdf',
    folder: 'report-files',
    report: of,
    template,
    images,
    date: 0,
    creator: 'bench',
  });
  await make(request(report));
  stockCitations(input);
  await stockPdf(input);
  const warm = { ours: [] as number[], stock: [] as number[] };
  for (let n = 0; n < RUNS; n++) {
    warm.ours.push(await time(() => make(request(edited(n)))));
    warm.stock.push(await time(() => stockPdf(input)));
  }

  console.log(`PDF of the English example (${report.references.length} references, ${RUNS} runs, medians)`);
  console.log(
    `cold   Casewright ${seconds(cold.ours)}   bare script ${seconds(cold.stock)}   ratio ${ratio(cold.ours, cold.stock)} (at most 1.3)`,
  );
  console.log(
    `warm   Casewright ${seconds(warm.ours)}   bare script, references formatted ${seconds(warm.stock)}   ratio ${ratio(warm.ours, warm.stock)} (at most 1)`,
  );
  console.log(`memory ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB at the end, both in one process`);
  for (const name of ['pandoc', 'xelatex', 'soffice', 'chromium']) console.log(peer(name));
  if (median(cold.ours) / median(cold.stock) > 1.3 || median(warm.ours) > median(warm.stock)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
