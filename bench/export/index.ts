/**
 * `npm run bench export [small|large] [cold|warm|word|package]`: exports of a small and a large report beside a bare pdfmake +
 * citeproc script of the same pages, Word files beside pandoc, and the whole submission package. Prints medians and ratios; with
 * names only the parts that are named.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Block, Definition } from '../../core/export/pdf/definition.ts';
import { pdfDefinition } from '../../core/export/pdf/index.ts';
import { numberReport } from '../../core/manuscript/number.ts';
import { resolve } from '../../core/manuscript/resolve.ts';
import type { Part } from '../../core/report/document.ts';
import type { CaseReport } from '../../core/report/types.ts';
import { parseTemplate } from '../../core/template/parse.ts';
import { createCiting } from '../../host/citing/citing.ts';
import { packReport } from '../../host/documents/pack.ts';
import { createFileMaker } from '../../host/export/make-file.ts';
import { createPackageMaker } from '../../host/package/make.ts';
import { median, peer, ratio, seconds } from '../measure.ts';
import { type MeasuredReport, reportOfSize, SIZES } from '../reports.ts';
import { type StockInput, stockCitations, stockPdf } from './stock.ts';

const root = process.env.CASEWRIGHT_ROOT ?? join(import.meta.dirname, '..', '..');
const templatesFolder = join(root, 'templates');
const parsed = parseTemplate(readFileSync(join(templatesFolder, 'plain-en', 'template.json'), 'utf8'), 'plain-en');
if (!parsed.ok) throw new Error(parsed.problem.message.en);
const template = parsed.value;
/** Prints the most memory that the program held, in MiB, when it ends. Linux counts that of the parent in the usual figure. */
const WATCHED = [
  '--import',
  `data:text/javascript,${encodeURIComponent(`
    import { readFileSync } from 'node:fs';
    process.on('exit', () => {
      let kilobytes = process.resourceUsage().maxRSS;
      try { kilobytes = /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]; } catch {}
      console.error('peak', kilobytes / 1024);
    });`)}`,
];

/** The same document with only what pdfmake itself understands. */
function stockInput({ report, images }: MeasuredReport): StockInput {
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
function edited(report: CaseReport, count: number): CaseReport {
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

/** What each figure should be at most, as a ratio to the bare script or the peer. */
const WANTED = { cold: 1.1, warm: 0.25, memory: 1.2, word: 0.5, package: 3 } as const;
const wanted = (of: keyof typeof WANTED) => `wanted at most ${WANTED[of]}`;

const PARTS = ['cold', 'warm', 'word', 'package'] as const;

async function measure(name: keyof typeof SIZES, folder: string, parts: readonly string[]): Promise<void> {
  const RUNS = name === 'small' ? 9 : 5;
  const made = await reportOfSize(SIZES[name]);
  const { report, images } = made;
  const file = join(folder, `${name}.casereport`);
  writeFileSync(file, packReport(report, new Map(Object.entries(images))));
  const input = stockInput(made);
  const inputFile = join(folder, `${name}.json`);
  writeFileSync(inputFile, JSON.stringify(input));

  const run = (program: string, ...args: string[]) => {
    const began = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [...WATCHED, join(root, 'dist', 'host', program), ...args], {
      encoding: 'utf8',
      env: { ...process.env, CASEWRIGHT_HOME: join(folder, 'home'), CASEWRIGHT_ROOT: root },
    });
    if (status !== 0) throw new Error(`${program}: ${stderr}`);
    return { time: (performance.now() - began) / 1000, peak: Number(/peak (\S+)/.exec(stderr)?.[1]) };
  };

  console.log(
    `${name}: ${SIZES[name].words} words, ${SIZES[name].references} references, ${SIZES[name].photographs} photographs (${RUNS} runs, medians)`,
  );
  const row = (
    what: string,
    ours: readonly number[],
    other: readonly number[],
    against: string,
    of: keyof typeof WANTED,
  ) =>
    console.log(
      `  ${what.padEnd(8)} Casewright ${seconds(ours)}   ${against} ${seconds(other)}   ratio ${ratio(ours, other)} (${wanted(of)})`,
    );
  if (parts.includes('cold')) {
    // Turn about, so that a busy machine is unkind to both alike.
    const cold = { ours: [] as number[], stock: [] as number[] };
    const peak = { ours: [] as number[], stock: [] as number[] };
    const out = join(folder, `${name}.pdf`);
    for (let n = 0; n < RUNS; n++) {
      const ours = run('cli.mjs', 'export', file, '--to', out);
      const stock = run('stock-cold.mjs', inputFile, join(folder, 'stock.pdf'));
      cold.ours.push(ours.time);
      cold.stock.push(stock.time);
      peak.ours.push(ours.peak);
      peak.stock.push(stock.peak);
    }
    row('PDF cold', cold.ours, cold.stock, 'bare script', 'cold');
    console.log(
      `  memory   Casewright ${Math.round(median(peak.ours))} MiB   bare script ${Math.round(median(peak.stock))} MiB   ratio ${ratio(peak.ours, peak.stock)} (${wanted('memory')})`,
    );
  }

  const make = createFileMaker({ templatesFolder });
  const request = (of: CaseReport, format = 'pdf') => ({
    format,
    folder: 'report-files',
    report: of,
    template,
    images,
    date: 0,
    creator: 'bench',
  });
  if (parts.includes('warm')) {
    await make(request(report));
    stockCitations(input);
    await stockPdf(input);
    const warm = { ours: [] as number[], stock: [] as number[] };
    for (let n = 0; n < RUNS; n++) {
      warm.ours.push(await time(() => make(request(edited(report, n)))));
      warm.stock.push(await time(() => stockPdf(input)));
    }
    row('PDF warm', warm.ours, warm.stock, 'bare script, references formatted', 'warm');
  }
  if (parts.includes('word'))
    await measureWord(
      name,
      folder,
      n => make(request(edited(report, n), 'docx')),
      () => make(request(report, 'markdown')),
    );
  if (parts.includes('package')) {
    const { make: pack } = createPackageMaker({ templatesFolder });
    const whole: number[] = [];
    const pages: number[] = [];
    for (let n = 0; n < 3; n++) {
      const changed = edited(report, 100 + n);
      const fresh = createFileMaker({ templatesFolder });
      pages.push(await time(() => fresh(request(changed))));
      whole.push(await time(() => pack({ report: changed, template, images, date: 0, creator: 'bench' })));
    }
    row('package', whole, pages, 'one PDF', 'package');
  }
}

/** The Word file beside pandoc's of the same text, where pandoc is installed. */
async function measureWord(
  name: string,
  folder: string,
  make: (n: number) => Promise<unknown>,
  markdown: () => ReturnType<ReturnType<typeof createFileMaker>>,
): Promise<void> {
  const ours: number[] = [];
  for (let n = 0; n < 4; n++) {
    const took = await time(() => make(n));
    if (n > 0) ours.push(took);
  }
  const text = await markdown();
  if (!text.ok) throw new Error(text.problem.message.en);
  const source = join(folder, `${name}.md`);
  writeFileSync(source, text.value.bytes);
  for (const { name: beside, bytes } of text.value.beside ?? []) {
    const target = join(folder, 'report-files', beside);
    spawnSync('mkdir', ['-p', join(target, '..')]);
    writeFileSync(target, bytes);
  }
  const theirs: number[] = [];
  for (let n = 0; n < 3; n++) {
    const began = performance.now();
    const { status } = spawnSync('pandoc', ['--citeproc', source, '-o', join(folder, `${name}.docx`)], { cwd: folder });
    if (status === 0) theirs.push((performance.now() - began) / 1000);
  }
  console.log(
    theirs.length === 0
      ? `  Word     Casewright ${seconds(ours)}   pandoc: absent or failed`
      : `  Word     Casewright ${seconds(ours)}   pandoc ${seconds(theirs)}   ratio ${ratio(ours, theirs)} (${wanted('word')})`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'casewright-bench-'));
try {
  const asked = process.argv.slice(2);
  const sizes = (Object.keys(SIZES) as (keyof typeof SIZES)[]).filter(name => asked.includes(name));
  const parts = PARTS.filter(name => asked.includes(name));
  for (const name of sizes.length > 0 ? sizes : (Object.keys(SIZES) as (keyof typeof SIZES)[]))
    await measure(name, folder, parts.length > 0 ? parts : PARTS);
  for (const name of ['pandoc', 'xelatex', 'typst', 'soffice', 'chromium']) console.log(peer(name));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
