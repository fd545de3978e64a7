import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkReport } from '../../core/checks/index.ts';
import { isText, nodesOf } from '../../core/report/parts.ts';
import { writeReport } from '../../core/report/write.ts';
import { parseTemplate } from '../../core/template/parse.ts';
import { buildExample } from '../../examples/build.ts';
import { readPack } from '../../host/documents/pack.ts';
import { createFileMaker } from '../../host/export/make-file.ts';

const root = join(import.meta.dirname, '..', '..');
const names = readdirSync(join(root, 'examples'), { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name);

function committed(name: string) {
  const read = readPack(readFileSync(join(root, 'examples', name, `${name}.casereport`)), `${name}.casereport`);
  if (!read.ok) throw new Error(read.problem.message.en);
  return read.value;
}

function templateOf(id: string) {
  const read = parseTemplate(readFileSync(join(root, 'templates', id, 'template.json'), 'utf8'), id);
  if (!read.ok) throw new Error(read.problem.message.en);
  return read.value;
}

it('there are two examples at least', () => {
  expect(names.length).toBeGreaterThanOrEqual(2);
});

describe.each(names)('%s', name => {
  it('is what its sources make', async () => {
    const { report } = await buildExample(join(root, 'examples', name));
    // Image encoders may differ by machine: names of images are compared by their number alone.
    const without = (text: string) =>
      text.replace(/[0-9a-f]{64}\.(jpg|png)/g, 'image.$1').replace(/"size": \d+/g, '"size": 0');
    expect(without(writeReport(report))).toBe(without(writeReport(committed(name).report)));
  });

  it('is read without a warning, and written again byte for byte', () => {
    const { report, warnings } = committed(name);
    expect(warnings).toEqual([]);
    const again = JSON.parse(writeReport(report));
    expect(writeReport(again)).toBe(writeReport(report));
  });

  it('cites every reference it holds, and holds every one it cites', () => {
    const { report } = committed(name);
    const nodes = report.parts.flatMap(part => [...nodesOf(part)]);
    const cited = new Set(
      nodes.flatMap(node => (!isText(node) && node.type === 'citation' ? node.items.map(item => item.reference) : [])),
    );
    expect([...cited].sort()).toEqual(report.references.map(({ id }) => id).sort());
  });

  it('passes every check', () => {
    const { report } = committed(name);
    expect(checkReport(report, templateOf(report.template)).map(({ message }) => message.en)).toEqual([]);
  });

  it('makes a PDF, twice the same', async () => {
    const { report, assets } = committed(name);
    const make = createFileMaker({ templatesFolder: join(root, 'templates') });
    const request = {
      format: 'pdf',
      folder: 'report-files',
      report,
      template: templateOf(report.template),
      images: Object.fromEntries(assets),
      date: 0,
      creator: 'Casewright',
    };
    const [first, second] = [await make(request), await make(request)];
    if (!first.ok || !second.ok) throw new Error('no PDF');
    expect(first.value.pages).toBeGreaterThan(5);
    expect(Buffer.compare(first.value.bytes, second.value.bytes)).toBe(0);
  });
});
