import { describe, expect, it } from 'vitest';
import { readBibtex } from '../../../core/formats/bibtex/index.ts';
import { writeBibtex } from '../../../core/formats/bibtex/write.ts';

const itemOf = (text: string, id: string) => readBibtex(text).references.find(reference => reference.id === id)?.item;
const onlyItem = (text: string) => readBibtex(text).references[0]?.item;

const WORK = `
@inbook{part, crossref = {volume}, title = {On sleep}, pages = {7--9}}
@book{volume, crossref = {work}, title = {Nights}, volume = {2}, date = 1962}
@mvbook{work, author = {Vane, Ida}, title = {Collected lectures}, publisher = {Quill}, location = {Bath}}
`;

describe('what an entry takes from its parents', () => {
  it('a part takes from its volume what that takes from the whole work', () => {
    expect(itemOf(WORK, 'part')).toMatchObject({
      title: 'On sleep',
      'volume-title': 'Nights',
      'container-title': 'Collected lectures',
      volume: '2',
      publisher: 'Quill',
      'publisher-place': 'Bath',
      issued: { 'date-parts': [[1962]] },
    });
  });

  it('a part that names nobody is by who wrote the book', () => {
    expect(itemOf(WORK, 'part')).toMatchObject({
      author: [{ family: 'Vane', given: 'Ida' }],
      'container-author': [{ family: 'Vane', given: 'Ida' }],
    });
  });

  it('a volume keeps its own title in the work that it belongs to', () => {
    expect(itemOf(WORK, 'volume')).toMatchObject({ title: 'Nights', 'container-title': 'Collected lectures' });
  });

  it('an article takes its journal from the issue', () => {
    const text = `@article{a, crossref = {issue}, title = {Letter}}
@periodical{issue, title = {Annals of Thirst}, volume = {4}, date = 1931}`;
    expect(itemOf(text, 'a')).toMatchObject({ title: 'Letter', 'container-title': 'Annals of Thirst', volume: '4' });
  });

  it('entries that are each other’s parents, and five thousand in a row, are read', () => {
    const ring = '@book{a, crossref={b}, title={A}}\n@book{b, crossref={a}, title={B}, year=1950}';
    expect(itemOf(ring, 'a')).toMatchObject({ title: 'A', issued: { 'date-parts': [[1950]] } });
    const row = Array.from({ length: 5_000 }, (_, n) => `@inbook{k${n}, title={T}, crossref={k${n + 1}}}`).join('\n');
    expect(readBibtex(row).references).toHaveLength(5_000);
  });
});

describe('BibLaTeX’s keys', () => {
  const text = `@patent{p, title = {A valve}, type = {patreqfr}, location = {countryfr and countryuk}, pubstate = {inpress}, series = {newseries}}`;

  it('are read as what they are printed as', () => {
    expect(onlyItem(text)).toMatchObject({
      genre: 'French patent request',
      'publisher-place': 'France and United Kingdom',
      status: 'in press',
      'collection-title': 'new series',
    });
  });

  it('are written back as keys', () => {
    const written = writeBibtex(readBibtex(text).references, 'biblatex');
    for (const key of ['{patreqfr}', '{countryfr and countryuk}', '{inpress}', '{newseries}'])
      expect(written).toContain(key);
  });

  it('an old name of the language field is written back', () => {
    const { references } = readBibtex('@book{b, title = {Soif}, hyphenation = {french}}');
    expect(references[0]?.item.language).toBe('french');
    expect(writeBibtex(references, 'biblatex')).toContain('hyphenation = {french}');
  });
});

it.each([
  ['a full stop after capitals', 'Made by NASA\\@. Then', 'Made by NASA. Then'],
  ['a paragraph’s end', 'One.\\par Two', 'One. Two'],
  ['BibLaTeX’s own hyphen and marks', 'dose\\hyphen free\\addcomma\\addspace 12\\psq', 'dose-free, 12 sq.'],
])('%s is no letter of a command', (_, written, read) => {
  expect(onlyItem(`@misc{m, note = {${written}}}`)?.note).toBe(read);
});

it('addresses with a semicolon between them are addresses without it', () => {
  const read = readBibtex('@misc{m, url = {https://one.example/a; https://two.example/b}}').references[0];
  expect(read?.item.URL).toBe('https://one.example/a');
  expect(read?.kept?.['bibtex:url2']).toBe('https://two.example/b');
});
