import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { afterAll, describe, expect, it } from 'vitest';
import type { Run } from '../../../core/manuscript/types.ts';
import type { Citation } from '../../../core/report/document.ts';
import type { Reference } from '../../../core/report/types.ts';
import type { Template } from '../../../core/template/types.ts';
import { createCiting } from '../../../host/citing/citing.ts';
import { entryOf, runsOf } from '../../../host/citing/runs.ts';

const folder = mkdtempSync(join(tmpdir(), 'casewright-citing-'));
afterAll(() => rmSync(folder, { recursive: true }));

const bundled = (plugins.config.get('@csl') as unknown as { styles: { get(id: string): string } }).styles;

/** Citing reads no more of a template than its id and its style. */
function template(style: string, change: (xml: string) => string = xml => xml): Template {
  mkdirSync(join(folder, style), { recursive: true });
  writeFileSync(join(folder, style, 'style.csl'), change(bundled.get(style.split('-')[0] as string)));
  return { id: style, citations: { style: 'style.csl', kind: 'bracket' } } as Template;
}

const vancouver = template('vancouver');
const apa = template('apa');
const superscript = template('vancouver-superscript', xml =>
  xml.replace(/(<citation[\s\S]*?)<layout[^>]*>/, '$1<layout vertical-align="sup" delimiter=",">'),
);

const names = ['Nigwekar', 'Robert', 'Klingel', 'McCarthy', 'Brandenburg', 'Smith', 'Smith', 'Doe'];
const references: Reference[] = names.map((family, n) => ({
  id: `r${n}`,
  item: {
    id: `r${n}`,
    type: 'article-journal',
    title: `Work number ${n} on <i>vessels</i>`,
    author: [{ family, given: n === 6 ? 'Zoe' : 'Ann' }],
    issued: { 'date-parts': [[2010 + (n % 4)]] },
    'container-title': 'Journal of Cases',
    volume: String(n),
    page: '1-9',
    DOI: `10.1000/case.${n}`,
  },
}));

const cluster = (id: string, ...ids: (string | Partial<Citation['items'][number]>)[]): Citation => ({
  type: 'citation',
  id,
  items: ids.map(item => (typeof item === 'string' ? { reference: item } : { reference: 'r0', ...item })),
  children: [{ text: '' }],
});
const citing = createCiting({ templatesFolder: folder });
const text = (runs: readonly Run[] = []) => runs.map(run => run.text).join('');

describe('clusters', () => {
  it('are numbered in reading order and ranges collapse', () => {
    const clusters = [cluster('a', 'r3'), cluster('b', 'r1', 'r2'), cluster('c', 'r3', 'r1', 'r2', 'r5')];
    const formatted = citing.format({ clusters, references, template: vancouver, language: 'en' });
    expect(clusters.map(({ id }) => text(formatted.clusters[id]))).toEqual(['(1)', '(2,3)', '(1–4)']);
    expect(formatted.bibliography.map(({ reference, label }) => [label, reference])).toEqual([
      ['1.', 'r3'],
      ['2.', 'r1'],
      ['3.', 'r2'],
      ['4.', 'r5'],
    ]);
  });

  it('are raised where the style raises them, 1–3,5', () => {
    const clusters = [cluster('a', 'r0', 'r1', 'r2', 'r3', 'r4'), cluster('b', 'r0', 'r1', 'r2', 'r4')];
    const formatted = citing.format({ clusters, references, template: superscript, language: 'en' });
    expect(text(formatted.clusters.b)).toBe('1–3,5');
    expect(formatted.clusters.b?.every(run => run.sup)).toBe(true);
  });

  it('follow at once when text moves', () => {
    const one = cluster('a', 'r3');
    const two = cluster('b', 'r1');
    citing.format({ clusters: [one, two], references, template: vancouver, language: 'en' });
    const moved = citing.format({ clusters: [two, one], references, template: vancouver, language: 'en' });
    expect([text(moved.clusters.b), text(moved.clusters.a)]).toEqual(['(1)', '(2)']);
  });

  it('carry prefix, locator and suffix, in the language of the document', () => {
    const clusters = [cluster('a', { prefix: 'see', locator: '12', label: 'page', suffix: 'and elsewhere' })];
    const english = citing.format({ clusters, references, template: apa, language: 'en' });
    expect(text(english.clusters.a)).toBe('(see Nigwekar, 2010, p. 12 and elsewhere)');
    const both = [cluster('a', 'r0', 'r1')];
    const french = citing.format({
      clusters: both,
      references: references.map(({ id, item }) => ({
        id,
        item: { ...item, author: [...(item.author ?? []), { family: 'Roy', given: 'P' }] },
      })),
      template: vancouver,
      language: 'fr',
    });
    expect(text(french.clusters.a)).toBe('(1,2)');
  });

  it('are in the English that the template asks for, American where it asks for none', () => {
    const printed = (english?: 'en-US' | 'en-GB') => {
      const ieee = {
        id: 'ieee',
        citations: { style: 'ieee', kind: 'bracket', ...(english && { english }) },
      } as Template;
      const { bibliography } = citing.format({
        clusters: [cluster('c', 'r0')],
        references,
        template: ieee,
        language: 'en',
      });
      return bibliography[0]?.runs.map(({ text }) => text).join('');
    };
    expect(printed()).toContain('“Work number 0 on vessels,”');
    expect(printed('en-GB')).toContain('‘Work number 0 on vessels’,');
    expect(printed('en-US')).toBe(printed());
  });

  it('print the year alone, or the number, where the authors stand in the sentence', () => {
    const clusters = [cluster('a', { suppressAuthor: true }), cluster('b', { suppressAuthor: true, locator: '12' })];
    const printed = (of: Template) =>
      clusters.map(({ id }) =>
        text(citing.format({ clusters, references, template: of, language: 'en' }).clusters[id]),
      );
    expect(printed(apa)).toEqual(['(2010)', '(2010, p. 12)']);
    expect(printed(superscript)[0]).toBe('1');
    expect(printed(vancouver)[0]).toBe('(1)');
  });

  it('say which reference the report does not hold, and keep the others', () => {
    const formatted = citing.format({
      clusters: [cluster('a', 'r0', 'gone'), cluster('b', 'gone')],
      references,
      template: vancouver,
      language: 'en',
    });
    expect(formatted.missing).toEqual(['gone']);
    expect(text(formatted.clusters.a)).toBe('(1)');
    expect(formatted.clusters.b).toEqual([]);
  });

  it('point at their entry, and entries at their DOI', () => {
    const formatted = citing.format({
      clusters: [cluster('a', 'r0', 'r1')],
      references,
      template: vancouver,
      language: 'en',
    });
    expect(formatted.clusters.a?.filter(run => run.to).map(run => [run.text, run.to])).toEqual([
      ['1', 'reference-r0'],
      ['2', 'reference-r1'],
    ]);
    const apaEntry = citing.format({ clusters: [cluster('a', 'r0')], references, template: apa, language: 'en' })
      .bibliography[0];
    expect(apaEntry?.runs.find(run => run.link)?.link).toBe('https://doi.org/10.1000/case.0');
  });
});

it('where a style prints nothing of a work there is a gap to fill, and no message of the engine', () => {
  expect(runsOf('([CSL STYLE ERROR: reference with no printed form.])')).toEqual([{ text: '([?])' }]);
  expect(runsOf('[NO_PRINTED_FORM]')).toEqual([{ text: '[?]' }]);
});

describe('runs', () => {
  it('blocks of an entry stand on a line, parted by one space', () => {
    const html = '<div class="csl-entry">Doe 2010\n  <div class="csl-block">A case.</div>\n</div>\n';
    expect(entryOf(html)).toEqual({ label: '', runs: [{ text: 'Doe 2010 A case.' }] });
  });

  it('marks nest and end, entities are letters', () => {
    expect(runsOf('A <i>b <span style="font-style:normal;">c</span></i> &#38; <sup>1</sup>')).toEqual([
      { text: 'A ' },
      { text: 'b ', italic: true },
      { text: 'c & ' },
      { text: '1', sup: true },
    ]);
  });

  it('an entry is parted into label and text', () => {
    const html =
      '<div class="csl-entry">\n <div class="csl-left-margin">1. </div><div class="csl-right-inline">Doe J. <i>T</i>.</div>\n </div>\n';
    expect(entryOf(html)).toEqual({
      label: '1.',
      runs: [{ text: 'Doe J. ' }, { text: 'T', italic: true }, { text: '.' }],
    });
  });
});
