import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readLabs } from '../../core/timeline/formats/index.ts';
import { root, shellForTests } from './shell.ts';

const shell = shellForTests();
const { casewright, folder } = shell;
const report = join(folder, 'a.casereport');

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const labs = (...args: string[]) => casewright('labs', ...args);

const RESULTS =
  'Analyse;Date;Résultat;Unité;Normes\nCRP;03/04/2024;<0,5;mg/L;0-5\nCRP;05/06/2024;60 (H);mg/L;0-5\nTroponine T;Admission;12;;\n';

describe('labs read', () => {
  it('prints exactly the series, their points and the warnings; what is open is exit code 1', async () => {
    expect(await labs('read', file('a.csv', RESULTS), '--json', '--date-order', 'dmy')).toBe(1);
    expect(JSON.parse(shell.out)).toEqual({
      series: [
        {
          analyte: 'CRP',
          loinc: '1988-5',
          unit: 'mg/L',
          points: [
            {
              at: '2024-04-03',
              value: 0.5,
              comparator: '<',
              flag: null,
              low: 0,
              high: 5,
              status: null,
              asPrinted: '<0,5',
            },
            {
              at: '2024-06-05',
              value: 60,
              comparator: null,
              flag: 'H',
              low: 0,
              high: 5,
              status: null,
              asPrinted: '60 (H)',
            },
          ],
        },
        {
          analyte: 'Troponine T',
          loinc: null,
          unit: null,
          points: [
            {
              at: null,
              value: 12,
              comparator: null,
              flag: null,
              low: null,
              high: null,
              status: null,
              asPrinted: '12',
            },
          ],
        },
      ],
      warnings: [
        { kind: 'unit-missing', where: 'row 4', detail: expect.any(String) },
        { kind: 'date-not-read', where: 'row 4', detail: expect.stringContaining('“Admission”') },
      ],
    });
  });

  it('answers are options, and nothing is left open by them', async () => {
    const answers = ['--date-order', 'dmy', '--moment', 'Admission=2024-04-02', '--unit', 'Troponine T=ng/L'];
    expect(await labs('read', file('a.csv', RESULTS), '--json', ...answers)).toBe(0);
    const [, troponin] = JSON.parse(shell.out).series;
    expect(troponin).toMatchObject({ unit: 'ng/L', points: [{ at: '2024-04-02', value: 12 }] });
  });

  it.each([
    ['--unit', 'CRP'],
    ['--moment', 'Admission=one day'],
    ['--year', '24'],
  ])('%s %s is refused, and nothing is read', async (option, value) => {
    expect(await labs('read', file('a.csv', RESULTS), option, value)).toBe(2);
    expect(shell.err).toContain('Nothing was read');
  });
});

describe('values and charts of a report', () => {
  const answers = ['--date-order', 'dmy', '--moment', 'Admission=2024-04-02', '--unit', 'Troponine T=ng/L'];

  beforeAll(async () => {
    vi.stubEnv('CASEWRIGHT_HOME', join(folder, 'home'));
    expect(await casewright('new', report, '--document-language', 'fr')).toBe(0);
    expect(await labs('import', file('a.csv', RESULTS), '--into', report, ...answers)).toBe(0);
  });

  it('labs export writes what labs read reads back; days are relative, dates where they are asked for', async () => {
    const path = join(folder, 'values.csv');
    expect(await labs('export', report, '--to', path, '--json')).toBe(0);
    expect(JSON.parse(shell.out)).toMatchObject({ path, series: 2, values: 3 });
    expect(readFileSync(path, 'utf8')).not.toContain('2024');
    expect(await labs('export', report, '--to', path, '--times', 'dates')).toBe(0);
    const read = readLabs(readFileSync(path));
    expect(read.ok && read.value.series.flatMap(({ results }) => results.map(({ asPrinted }) => asPrinted))).toEqual([
      '<0,5',
      '60 (H)',
      '12',
    ]);
  });

  it('labs export writes a workbook and a FHIR bundle, of the series that are named', async () => {
    const [workbook, bundle] = [join(folder, 'values.xlsx'), join(folder, 'values.json')];
    expect(await labs('export', report, '--to', workbook)).toBe(0);
    expect(readFileSync(workbook).subarray(0, 2).toString()).toBe('PK');
    const of = 'examples/calciphylaxis/calciphylaxis.casereport';
    expect(await labs('export', of, '--to', workbook, '--part', 'all')).toBe(0);
    const all = readLabs(readFileSync(workbook));
    // The course stands on a sheet of its own, and none of its doses is taken for a result.
    expect(all.ok && all.value.warnings.map(({ kind, sample }) => [kind, sample])).toContainEqual([
      'sheet-not-read',
      'Évolution',
    ]);
    expect(await labs('export', report, '--to', bundle, '--series', 'CRP')).toBe(0);
    expect(JSON.parse(readFileSync(bundle, 'utf8'))).toMatchObject({ resourceType: 'Bundle', entry: [{}, {}] });
  });

  it('labs chart draws SVG, PDF, and PNG at the resolution asked for', async () => {
    const chart = (extension: string) => join(folder, `chart.${extension}`);
    expect(await labs('chart', report, '--to', chart('svg'), '--json')).toBe(0);
    expect(JSON.parse(shell.out).alt).toContain('CRP');
    expect(readFileSync(chart('svg'), 'utf8')).toMatch(/^<svg[\s\S]*CRP/);
    expect(await labs('chart', report, '--to', chart('pdf'))).toBe(0);
    expect(readFileSync(chart('pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await labs('chart', report, '--to', chart('png'), '--dpi', '144', '--width', '200')).toBe(0);
    // Width of the IHDR chunk.
    expect(readFileSync(chart('png')).readUInt32BE(16)).toBe(400);
  });

  it('labs chart with lanes holds the photographs, each at its day', async () => {
    const sample = join(root, 'examples', 'calciphylaxis', 'calciphylaxis.casereport');
    const svg = join(folder, 'lanes.svg');
    expect(await labs('chart', sample, '--to', svg, '--lanes')).toBe(0);
    expect(readFileSync(svg, 'utf8').match(/<image\b[^>]*data:image\//g)?.length).toBeGreaterThan(3);
  });

  it.each([
    ['export', '--to', 'values.doc'],
    ['chart', '--to', 'chart.gif'],
    ['chart', '--to', 'chart.png', '--dpi', '12'],
    ['export', '--to', 'values.csv', '--series', 'Sodium'],
  ])('labs %s %s %s is refused with nothing written', async (command, ...flags) => {
    expect(
      await labs(command, report, ...flags.map(each => (each.includes('.') ? join(folder, `no-${each}`) : each))),
    ).toBe(2);
    expect(shell.err).toContain('Nothing was written');
  });

  it('labs table prints the table of a publication', async () => {
    expect(await labs('table', report)).toBe(0);
    expect(shell.out).toContain('CRP');
    expect(shell.out).toContain('<\u00a00,5');
  });
});
