import { describe, expect, it } from 'vitest';
import { referenceFormats } from '../../../core/formats/index.ts';
import type { CslItem } from '../../../core/references/csl.ts';

const items: readonly CslItem[] = [
  {
    id: 'roe2018',
    abstract: 'First paragraph.\nSecond  paragraph.',
    type: 'article-journal',
    URL: 'https://example.org/a_b',
    title: 'The <span class="nocase">COVID</span> story of <i>Candida</i>',
    'original-date': { 'date-parts': [[1986, 4]] },
    author: [{ family: 'Roe', given: 'Jane' }, { literal: 'World Health Organization' }],
    'container-title': 'Revue',
    'container-title-short': 'Rev',
    volume: '3',
    issue: '4',
    page: '12-18',
    issued: { 'date-parts': [[2018, 5]] },
  },
  {
    id: 'usenix1997',
    type: 'book',
    title: 'Proceedings',
    editor: [{ literal: 'USENIX' }],
    publisher: 'USENIX Association',
    issued: { 'date-parts': [[1997]] },
    medium: 'Print',
  },
];
const references = items.map(item => ({ id: item.id, item }));
const written = referenceFormats.filter(({ write }) => write !== undefined);

describe('a file that is written, read and written again', () => {
  it.each(written)('$name: is the same file, in whatever order its variables were known', ({ read, write }) => {
    const text = write?.(references) ?? '';
    expect(write?.(read(text).references)).toBe(text);
  });
});

it('what protects case in a title comes back from EndNote, which has no place for it', () => {
  const { read, write } = referenceFormats.find(({ id }) => id === 'endnote-xml') as (typeof written)[number];
  expect(read(write?.(references) ?? '').references[0]?.item.title).toBe(items[0]?.title);
});

it('a body that edits is no author in nbib', () => {
  const { read, write } = referenceFormats.find(({ id }) => id === 'nbib') as (typeof written)[number];
  const text = write?.(references) ?? '';
  expect(text).not.toContain('CN  - USENIX');
  expect(read(text).references[1]?.item).toMatchObject({ editor: [{ literal: 'USENIX' }] });
  expect(read(text).references[1]?.item.author).toBeUndefined();
});
