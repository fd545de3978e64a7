/** The manuscripts of the examples, whole: `npm run accept` writes them anew, and the difference is read before it is committed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { numberReport } from '../../../core/manuscript/number.ts';
import { resolve } from '../../../core/manuscript/resolve.ts';
import { createCiting } from '../../../host/citing/citing.ts';
import { readPack } from '../../../host/documents/pack.ts';
import { house } from '../fixtures.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const names = readdirSync(join(root, 'examples'), { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name);

it('the manuscripts kept are those of the examples', () => {
  const kept = readdirSync(join(root, 'test', 'golden')).filter(file => file.endsWith('.manuscript.json'));
  expect(kept.length).toBeGreaterThan(0);
  expect(kept).toEqual(names.map(name => `${name}.manuscript.json`).sort());
});

it.each(names)('%s resolves to the manuscript that was accepted', async name => {
  const read = readPack(readFileSync(join(root, 'examples', name, `${name}.casereport`)), name);
  if (!read.ok) throw new Error(read.problem.message.en);
  const { report } = read.value;
  const template = house(report.template);
  const { citations: clusters } = numberReport(report, template);
  const { references, language } = report;
  const citations = createCiting({ templatesFolder: join(root, 'templates') }).format({
    clusters,
    references,
    template,
    language,
  });
  expect(citations.missing).toEqual([]);
  const manuscript = resolve(report, template, citations);
  // How a chart is drawn and a reference is read are matters of their own tests.
  const shown = { ...manuscript, references: manuscript.references.map(({ id }) => id) };
  const unseen = ['source', 'element'];
  const text = JSON.stringify(
    shown,
    (key, value) => (key === 'svg' ? '…' : unseen.includes(key) ? undefined : value),
    1,
  );
  expect(text).not.toContain('[?]');
  await expect(`${text}\n`).toMatchFileSnapshot(join(root, 'test', 'golden', `${name}.manuscript.json`));
});
