import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { root, shellForTests } from './shell.ts';

const shell = shellForTests();
const { casewright, folder } = shell;
const sample = join(root, 'examples', 'ttp', 'ttp.casereport');

describe('casewright package', () => {
  it('lists what does not fit the journal and writes nothing', async () => {
    const to = join(folder, 'refused');
    expect(await casewright('package', sample, '--to', to, '--template', 'bmj-case-reports')).toBe(1);
    expect(shell.err).toContain('does not want “a case report” in a title');
    expect(shell.err).toContain('Nothing was written.');
    expect(existsSync(to)).toBe(false);
  });
  it('makes what was asked for into a folder, and the same into an archive', async () => {
    const to = join(folder, 'made');
    const parts = ['--without', 'manuscript', 'anonymous', 'figure', '--with', 'data', '--yes'];
    expect(await casewright('package', sample, '--to', to, ...parts)).toBe(0);
    expect(readdirSync(to).sort()).toEqual([
      'SHA256SUMS',
      'cover-letter.docx',
      'data-course.csv',
      'data-values.csv',
      'data-values.fhir.json',
      'manifest.json',
      'patient-consent.docx',
      'references.bib',
      'references.ris',
      'title-page.docx',
    ]);
    expect(shell.out).toContain('title-page.docx');
    expect(await casewright('package', sample, '--to', `${to}.zip`, ...parts)).toBe(0);
    const zipped = unzipSync(readFileSync(`${to}.zip`));
    for (const [name, bytes] of Object.entries(zipped))
      expect([name, Buffer.compare(Buffer.from(bytes), readFileSync(join(to, name)))]).toEqual([name, 0]);
  }, 40_000);
  it.each([
    ['a template there is not', ['--template', 'no-such-journal'], 'no template'],
    ['a part there is not', ['--without', 'poster'], 'no part'],
  ])('%s leaves with 2 and says what there is', async (_name, args, said) => {
    expect(await casewright('package', sample, '--to', join(folder, 'x'), ...args)).toBe(2);
    expect(shell.err).toContain(said);
  });
});
