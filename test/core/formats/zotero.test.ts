import { expect, it } from 'vitest';
import { readReferences } from '../../../core/formats/index.ts';

const item = {
  itemType: 'journalArticle',
  itemKey: 'ABCD2345',
  uri: 'http://zotero.org/users/77/items/ABCD2345',
  citationKey: 'vanderberg2019',
  title: 'Calciphylaxis in <i>uraemia</i>',
  creators: [
    { creatorType: 'author', firstName: 'Anna', lastName: 'van der Berg' },
    { creatorType: 'author', name: 'Calciphylaxis Registry' },
    { creatorType: 'translator', firstName: 'Luc', lastName: 'Robert' },
  ],
  publicationTitle: 'Nephrology Notes',
  journalAbbreviation: 'Nephrol Notes',
  date: '2019-05-03',
  accessDate: '2020-01-02T10:11:12Z',
  volume: '12',
  issue: '3',
  pages: '101–110',
  DOI: 'https://doi.org/10.5555/nn.19',
  ISSN: '1234-5679',
  abstractNote: 'Fourteen patients.',
  extra: 'PMID: 29719190\nPMCID: PMC6084234\nRead twice.',
  rights: 'CC BY',
  tags: [{ tag: 'skin' }, { tag: 'dialysis', type: 1 }],
  attachments: [
    { itemType: 'attachment', title: 'Full Text', path: '/home/ana/Zotero/storage/ABCD2345/a.pdf' },
    { itemType: 'attachment', title: 'A page', url: 'https://example.org' },
  ],
};
const exported = (...items: readonly object[]) =>
  JSON.stringify({ config: { label: 'BetterBibTeX JSON' }, items }, null, 2);

it('an item of Better BibTeX’s JSON is read whole, with its key in Zotero and the files it names', () => {
  const read = readReferences(exported(item, { itemType: 'attachment', path: '/alone.pdf' }), 'zotero.json');
  expect(read).toMatchObject({ ok: true, value: { format: 'Zotero JSON', problems: [] } });
  expect(read.ok && read.value.references).toEqual([
    {
      id: 'vanderberg2019',
      item: {
        id: 'vanderberg2019',
        type: 'article-journal',
        title: 'Calciphylaxis in <i>uraemia</i>',
        author: [
          { family: 'Berg', given: 'Anna', 'non-dropping-particle': 'van der' },
          { literal: 'Calciphylaxis Registry' },
        ],
        translator: [{ family: 'Robert', given: 'Luc' }],
        'container-title': 'Nephrology Notes',
        'container-title-short': 'Nephrol Notes',
        issued: { 'date-parts': [[2019, 5, 3]] },
        accessed: { 'date-parts': [[2020, 1, 2]] },
        volume: '12',
        issue: '3',
        page: '101-110',
        DOI: '10.5555/nn.19',
        ISSN: '1234-5679',
        PMID: '29719190',
        PMCID: 'PMC6084234',
        abstract: 'Fourteen patients.',
        note: 'Read twice.',
        keyword: 'skin, dialysis',
      },
      kept: {
        'zotero:key': 'ABCD2345',
        'zotero:uri': 'http://zotero.org/users/77/items/ABCD2345',
        'zotero:rights': 'CC BY',
        'zotero:files': '["/home/ana/Zotero/storage/ABCD2345/a.pdf"]',
      },
    },
  ]);
});

it('an item that says nothing is told with its line, and a cut file gives what stands before the cut', () => {
  const text = exported(item, { itemType: 'book' });
  const read = readReferences(text, 'zotero.json');
  const line = text.slice(0, text.indexOf('"book"')).split('\n').length - 1;
  expect(read.ok && read.value.references).toHaveLength(1);
  expect(read.ok && read.value.problems).toMatchObject([{ line }]);
  const cut = readReferences(exported(item, { ...item, citationKey: 'second' }).slice(0, -900), 'zotero.json');
  expect(cut.ok && cut.value.references.map(({ id }) => id)).toContain('vanderberg2019');
  expect(cut.ok && cut.value.problems.length).toBeGreaterThan(0);
});

it('CSL-JSON stays CSL-JSON', () => {
  const read = readReferences('[{"id":"a","type":"article-journal","title":"itemType: a study"}]', 'a.json');
  expect(read).toMatchObject({ ok: true, value: { format: 'CSL-JSON' } });
});
