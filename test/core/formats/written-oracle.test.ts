/** What we write is read by citation-js as it was meant. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, it } from 'vitest';
import { readBibtex } from '../../../core/formats/bibtex/index.ts';
import { writeBibtex } from '../../../core/formats/bibtex/write.ts';
import { writeRis } from '../../../core/formats/ris/write.ts';
import type { CslItem } from '../../../core/references/csl.ts';

const items: readonly CslItem[] = [
  {
    id: 'nigwekar2018',
    type: 'article-journal',
    title: 'Calciphylaxis: 50% of cases in CKD & dialysis',
    author: [
      { family: 'Nigwekar', given: 'Sagar U.' },
      { family: 'Lefèvre', given: 'Zoé' },
    ],
    'container-title': 'Kidney International',
    issued: { 'date-parts': [[2018, 5]] },
    volume: '93',
    issue: '4',
    page: '12-18',
    DOI: '10.1056/NEJMra1505292',
  },
  {
    id: 'wound2015',
    type: 'book',
    title: 'Wound care',
    author: [{ family: 'García', given: 'Ana' }],
    issued: { 'date-parts': [[2015]] },
    publisher: 'Elsevier',
    ISBN: '978-3-16-148410-0',
  },
  {
    id: 'skin2019',
    type: 'chapter',
    title: 'The skin in uraemia',
    author: [{ family: 'Müller', given: 'Anna' }],
    'container-title': 'Nephrology for dermatologists',
    issued: { 'date-parts': [[2019]] },
    page: '101-120',
  },
];
const references = items.map(item => ({ id: item.id, item }));

const parsed = (text: string, type: string) =>
  plugins.input.chain(text, { forceType: type, generateGraph: false }) as readonly CslItem[];

/** What a bibliography prints of an item. */
const printed = (item: CslItem) => [
  item.type,
  item.title,
  item.author?.map(({ family, given }) => [family, given]),
  item['container-title'],
  item.issued?.['date-parts']?.[0]?.[0],
  item.volume,
  item.issue,
  item.page?.replace('–', '-'),
  item.DOI,
  item.publisher,
];

describe('what we write', () => {
  it('is read by citation-js as BibTeX', () => {
    expect(parsed(writeBibtex(references, 'bibtex'), '@bibtex/text').map(printed)).toEqual(items.map(printed));
  });

  it('is read by citation-js as BibLaTeX', () => {
    expect(parsed(writeBibtex(references, 'biblatex'), '@biblatex/text').map(printed)).toEqual(items.map(printed));
  });

  it('is read by citation-js as RIS', () => {
    expect(parsed(writeRis(references), '@ris/file').map(printed)).toEqual(items.map(printed));
  });

  it('a family name with a small word inside is held together, or BibTeX would take its beginning for a particle', () => {
    const item: CslItem = {
      id: 'm',
      type: 'book',
      title: 'T',
      author: [{ family: 'Mollat du Jourdin', given: 'Michel' }],
    };
    const text = writeBibtex([{ id: 'm', item }], 'bibtex');
    expect(text).toContain('author = {{Mollat du Jourdin}, Michel}');
    expect(readBibtex(text).references[0]?.item.author).toEqual(item.author);
  });
});
