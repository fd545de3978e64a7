/** `npm run bench word`: a report as DOCX, cold and warm, beside pandoc on the same text, references and images. Prints medians and ratios. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Block, DocumentNode, Part } from '../core/report/document.ts';
import { sectionWords } from '../core/report/text.ts';
import type { CaseReport } from '../core/report/types.ts';
import { parseTemplate } from '../core/template/parse.ts';
import { packReport, readPack } from '../host/documents/pack.ts';
import { createFileMaker } from '../host/export/make-file.ts';
import { peer, ratio, seconds } from './measure.ts';

const root = process.env.CASEWRIGHT_ROOT ?? join(import.meta.dirname, '..', '..');
const templatesFolder = join(root, 'templates');
const RUNS = 5;
/** How often the text of the example stands in the large report, and how many references that cites. */
const TIMES = 12;
const REFERENCES = 400;

const read = readPack(readFileSync(join(root, 'examples', 'ttp', 'ttp.casereport')), 'ttp.casereport');
if (!read.ok) throw new Error(read.problem.message.en);
const { report: small, assets } = read.value;
const parsed = parseTemplate(
  readFileSync(join(templatesFolder, small.template, 'template.json'), 'utf8'),
  small.template,
);
if (!parsed.ok) throw new Error(parsed.problem.message.en);
const template = parsed.value;

/** The same paragraphs again and again, each time citing other references. */
function large(): CaseReport {
  const references = Array.from({ length: REFERENCES }, (_, index) => {
    const { item, ...rest } = small.references[index % small.references.length] as CaseReport['references'][number];
    const id = `${item.id}-${index}`;
    return { ...rest, id, item: { ...item, id, title: `${item.title ?? ''} ${index}` } };
  });
  const again = (node: DocumentNode, round: number): DocumentNode => {
    if ('text' in node) return node;
    if (node.type === 'citation') {
      const items = node.items.map(item => {
        const place = small.references.findIndex(({ id }) => id === item.reference);
        return { ...item, reference: references[(place + round * small.references.length) % REFERENCES]?.id ?? '' };
      });
      return { ...node, id: `${node.id}-${round}`, items };
    }
    const children = (node.children as DocumentNode[]).map(child => again(child, round));
    return { ...node, children } as DocumentNode;
  };
  const parts = small.parts.map((part): Part => {
    const text = part.children.filter(({ type }) => type === 'paragraph');
    const more = Array.from({ length: TIMES - 1 }, (_, round) => text.map(block => again(block, round + 1) as Block));
    const own = part.children.map(block => again(block, 0) as Block);
    return part.key === 'title' ? part : { ...part, children: [...own, ...more.flat()] };
  });
  return { ...small, references, parts };
}

function run(program: string, args: readonly string[], cwd: string): number {
  const began = performance.now();
  const { status, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, CASEWRIGHT_HOME: join(cwd, 'home'), CASEWRIGHT_ROOT: root },
  });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return (performance.now() - began) / 1000;
}

const folder = mkdtempSync(join(tmpdir(), 'casewright-bench-'));
const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;
const make = createFileMaker({ templatesFolder });
try {
  for (const [name, report] of [
    ['small', small],
    ['large', large()],
  ] as const) {
    const file = join(folder, `${name}.casereport`);
    writeFileSync(file, packReport(report, assets));
    const request = {
      report,
      template,
      images: Object.fromEntries(assets),
      date: 0,
      creator: 'bench',
      folder: 'files',
    };
    const text = await make({ ...request, format: 'markdown' });
    if (!text.ok) throw new Error(text.problem.message.en);
    writeFileSync(join(folder, `${name}.md`), text.value.bytes);
    mkdirSync(join(folder, 'files'), { recursive: true });
    for (const { name: inner, bytes } of text.value.beside ?? []) writeFileSync(join(folder, 'files', inner), bytes);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let n = 0; n < RUNS; n++) {
      ours.push(
        run(
          process.execPath,
          [join(root, 'dist', 'host', 'cli.mjs'), 'export', file, '--to', join(folder, 'ours.docx')],
          folder,
        ),
      );
      if (hasPandoc) theirs.push(run('pandoc', [`${name}.md`, '--citeproc', '-o', 'theirs.docx'], folder));
    }
    const warm: number[] = [];
    for (let n = 0; n <= RUNS; n++) {
      const began = performance.now();
      const made = await make({ ...request, format: 'docx', date: n });
      if (!made.ok) throw new Error(made.problem.message.en);
      if (n > 0) warm.push((performance.now() - began) / 1000);
    }
    console.log(
      `DOCX, ${name}: ${sectionWords(report)} words, ${report.references.length} references, ${RUNS} runs, medians`,
    );
    console.log(
      `cold   Casewright ${seconds(ours)}   pandoc ${hasPandoc ? `${seconds(theirs)}   ratio ${ratio(ours, theirs)} (at most 0.5)` : 'absent'}`,
    );
    // The window's program runs already when a file is asked for; pandoc begins anew each time.
    console.log(
      `warm   Casewright ${seconds(warm)}${hasPandoc ? `   ratio to pandoc ${ratio(warm, theirs)} (at most 0.5)` : ''}`,
    );
  }
  console.log(peer('pandoc'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
