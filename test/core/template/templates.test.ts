import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { numberReport } from '../../../core/manuscript/number.ts';
import { parseTemplate, writeTemplate } from '../../../core/template/parse.ts';
import { createCiting } from '../../../host/citing/citing.ts';
import { readTemplates } from '../../../host/templates.ts';
import { cite, complete, house, p, references, reportOf } from '../fixtures.ts';

const folder = fileURLToPath(new URL('../../../templates/', import.meta.url));
const ids = readdirSync(folder, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name);
const raw = JSON.parse(writeTemplate(house('plain-fr')));

const temporary = mkdtempSync(join(tmpdir(), 'casewright-templates-'));
afterAll(() => rmSync(temporary, { recursive: true }));

it('there are templates at all, in French and in English', async () => {
  const { templates, problems } = await readTemplates(folder);
  expect(problems).toEqual([]);
  expect(templates.map(({ id }) => id).sort()).toEqual([...ids].sort());
  expect(new Set(templates.map(({ languages }) => languages[0]))).toEqual(new Set(['fr', 'en']));
});

describe.each(ids)('%s', id => {
  const template = house(id);
  const sources = readFileSync(join(folder, id, 'SOURCE.md'), 'utf8');

  it('is named as its folder, and says where its rules come from', () => {
    expect(template.id).toBe(id);
    expect(sources).toMatch(/Limits:/);
    expect(sources).toContain(template.citations.style);
  });
  it('says in SOURCE.md where each of its limits is written', () => {
    for (const { source } of template.limits) expect(sources).toContain(source);
  });
  it('has its words in both languages', () => {
    for (const [place, words] of Object.entries(template.headings))
      expect([place, words.en !== '' && words.fr !== '']).toEqual([place, true]);
  });
  it('has a style that formats clusters as the template says, in both languages', () => {
    const citing = createCiting({ templatesFolder: folder });
    const report = reportOf('en', { discussion: [p(cite('a', 'r1', 'r2', 'r3'), cite('b', 'r1', 'r5'))] });
    for (const language of ['en', 'fr'] as const) {
      const {
        clusters: { a: first = [] },
        bibliography,
      } = citing.format({
        clusters: numberReport(report, template).citations,
        references,
        template,
        language,
      });
      const text = first.map(run => run.text).join('');
      expect(text).toMatch(
        { superscript: /^1[–-]3$/, bracket: /^\[1[–-]3\]$/, 'author-date': /^\(Alvarez (and|et) Martin 2018; / }[
          template.citations.kind
        ],
      );
      expect(first.every(run => run.sup === true)).toBe(template.citations.kind === 'superscript');
      expect(bibliography).toHaveLength(4);
      expect(bibliography.every(({ label }) => (label === '') === (template.citations.kind === 'author-date'))).toBe(
        true,
      );
      const third = bibliography.find(({ reference }) => reference === 'r3');
      expect(third?.runs.some(run => run.italic && run.text === 'Escherichia coli')).toBe(true);
      // A style may leave DOIs out; one that it prints can be followed.
      if (third?.runs.some(run => run.text.includes('10.1000/')))
        expect(third.runs.some(run => run.link === 'https://doi.org/10.1000/invented.r3')).toBe(true);
    }
  });
  it('gives every part a number and a heading', () => {
    expect(numberReport(complete, template).parts.size).toBe(complete.parts.length);
  });
});

describe('a template that is wrong', () => {
  const reasonFor = (change: object) => {
    const read = parseTemplate(JSON.stringify({ ...raw, ...change }), 'x/template.json');
    return read.ok ? null : read.problem.message.en;
  };
  it('is refused with the place of the mistake', () => {
    expect(reasonFor({})).toBe(null);
    expect(reasonFor({ page: { ...raw.page, size: 'A5' } })).toContain('page.size');
    expect(reasonFor({ limit: [] })).toContain('limit');
    expect(
      reasonFor({ limits: [{ of: 'title', in: 'words', max: 0, source: 's', read: '', confidence: 'likely' }] }),
    ).toContain('limits.0.max');
    expect(reasonFor({ citations: { style: '../../secret.csl', kind: 'bracket' } })).toContain('citations.style');
  });
  it('may not leave a part without its place, since that part would not be printed', () => {
    const order = raw.order.filter((place: string) => place !== 'funding' && place !== 'references');
    expect(reasonFor({ order })).toContain('no place for funding, references');
    expect(reasonFor({ order: [...raw.order, 'consent'] })).toContain('named twice');
  });
  it('does not keep the others from being read', async () => {
    for (const [name, text] of [
      ['good', JSON.stringify({ ...raw, id: 'good' })],
      ['renamed', JSON.stringify({ ...raw, id: 'another' })],
      ['torn', '{ "id": '],
      ['unstyled', JSON.stringify({ ...raw, id: 'unstyled' })],
    ] as const) {
      mkdirSync(join(temporary, name));
      writeFileSync(join(temporary, name, 'template.json'), text);
      if (name !== 'unstyled') writeFileSync(join(temporary, name, 'style.csl'), '<style/>');
    }
    mkdirSync(join(temporary, 'empty'));
    const { templates, problems } = await readTemplates(temporary);
    expect(templates.map(({ id }) => id)).toEqual(['good']);
    expect(problems.map(({ where }) => where)).toEqual([
      'renamed/template.json',
      'torn/template.json',
      'unstyled/style.csl',
    ]);
  });
});
