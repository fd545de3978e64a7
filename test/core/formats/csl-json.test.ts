import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCslJson, writeCslJson } from '../../../core/formats/csl-json/index.ts';
import { readReferences } from '../../../core/formats/index.ts';

const items = (text: string) => readCslJson(text).references.map(({ item }) => item);
const only = (item: unknown) => items(JSON.stringify([item]))[0];

describe('CSL-JSON', () => {
  const article = { id: 'a', type: 'article-journal', title: 'A', custom: { deep: [1, { b: null }] }, volume: 7 };

  it('a list, one item, an object of items, an item a line', () => {
    for (const text of [
      JSON.stringify([article]),
      JSON.stringify(article),
      JSON.stringify({ config: { id: 'x' }, items: [article] }),
      JSON.stringify({ references: [article] }),
      `${JSON.stringify(article)}\n`,
    ])
      expect(items(text)).toEqual([article]);
    expect(items(`${JSON.stringify(article)}\n${JSON.stringify({ ...article, id: 'b' })}`).map(({ id }) => id)).toEqual(
      ['a', 'b'],
    );
  });

  it('a file read and written is the file', () => {
    const file = [article, { id: 'b', type: 'book', author: 'Roe, A.', issued: '2019-05', title: ['One', 'Two'] }];
    expect(JSON.parse(writeCslJson(readCslJson(JSON.stringify(file)).references))).toEqual(file);
  });

  it('fields kept from other formats travel under custom and come back', () => {
    const reference = {
      id: 'a',
      item: { id: 'a', type: 'book', title: 'B', custom: { own: 1 } },
      kept: { 'bibtex:file': 'x.pdf', 'nbib:MH': 'A\nB' },
    };
    expect(readCslJson(writeCslJson([reference])).references).toEqual([reference]);
  });

  it('the citation key stands for Zotero’s own ids', () => {
    const item = { id: 'http://zotero.org/users/1/items/X', 'citation-key': 'roe2019', type: 'book', title: 'B' };
    expect(readCslJson(JSON.stringify([item])).references[0]?.id).toBe('roe2019');
  });

  it.each([
    [
      'author',
      'Roe, A. and de la Cruz, B.',
      [
        { family: 'Roe', given: 'A.' },
        { family: 'Cruz', given: 'B.', 'non-dropping-particle': 'de la' },
      ],
    ],
    ['author', [{ name: 'WHO' }, { family: '', given: null }], [{ literal: 'WHO' }]],
    ['issued', '2019-05-03', { 'date-parts': [[2019, 5, 3]] }],
    ['issued', 2019, { 'date-parts': [[2019]] }],
    ['issued', { year: 2019, month: '5' }, { 'date-parts': [[2019, 5]] }],
    ['issued', [{ year: 2019 }, { year: 2020 }], { 'date-parts': [[2019], [2020]] }],
    ['issued', { 'date-parts': [2019, 5] }, { 'date-parts': [[2019, 5]] }],
    ['issued', { 'date-parts': [[null]] }, undefined],
    ['issued', { 'date-parts': [['2019', '05']], circa: true }, { 'date-parts': [[2019, 5]], circa: true }],
    ['issued', { raw: 'in press' }, { raw: 'in press' }],
    ['keyword', ['one', 'History, 20th Century'], 'one; History, 20th Century'],
    ['ISSN', ['1533-4406', '0028-4793'], '1533-4406'],
    ['type', 'journal-article', 'article-journal'],
    ['categories', ['a', 'b'], ['a', 'b']],
    ['note', null, undefined],
  ])('%s %j is read as CSL has it', (variable, given, expected) => {
    const item = { id: 'a', type: 'book', title: 'B', [variable]: given };
    expect(only(item)?.[variable]).toEqual(expected);
    const written = JSON.parse(writeCslJson(readCslJson(JSON.stringify([item])).references))[0];
    if (expected !== undefined) expect(written[variable]).toEqual(given);
  });
});

describe('broken JSON', () => {
  it('an item that is none is reported with its line; the others come in', () => {
    const read = readReferences(
      '[{"id":"x","type":"book","title":"B"},\n 5,\n{"id":"y","type":"book"}]',
      'library.json',
    );
    expect(read).toMatchObject({
      ok: true,
      value: { references: [{ id: 'x' }, { id: 'y' }], problems: [{ line: 2, text: '5', code: 'references.entry' }] },
    });
  });

  it('commas too many, line breaks in strings, a stray backslash and a comment lose nothing', () => {
    const read = readCslJson(
      '[{"id":"x", "title":"A\nB \\alpha", "type":"book",},\n// more\n{"id":"y","type":"book"},]',
    );
    expect(read.problems).toEqual([]);
    expect(read.references.map(({ item }) => [item.id, item.title])).toEqual([
      ['x', 'A\nB \\alpha'],
      ['y', undefined],
    ]);
  });

  it('a truncated file keeps every whole item, and of the last one what is whole', () => {
    const text = JSON.stringify(
      ['a', 'b', 'c'].map(id => ({
        id,
        type: 'book',
        title: `Title ${id}`,
        author: [{ family: 'Roe' }],
        abstract: 'Long',
      })),
      null,
      2,
    );
    const read = readCslJson(text.slice(0, text.lastIndexOf('"Long"') + 3));
    expect(read.references.map(({ item }) => [item.id, item.title, item.author?.length, item.abstract])).toEqual([
      ['a', 'Title a', 1, 'Long'],
      ['b', 'Title b', 1, 'Long'],
      ['c', 'Title c', 1, undefined],
    ]);
    expect(read.problems).toMatchObject([{ line: 24, code: 'references.json' }]);
  });

  it('a quotation mark too few costs its own item only', () => {
    const read = readCslJson(
      '[\n{"id":"a","type":"book","title":"A},\n{"id":"b","type":"book","title":"B"},\n{"id":"c","type":"book","title":"C"}\n]',
    );
    expect(read.references.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(read.problems.map(({ line, text }) => [line, text])).toEqual([[2, '{"id":"a","type":"book","title":"A}']]);
  });

  it('text cut anywhere never throws, and keeps the items before the cut', () => {
    const text = JSON.stringify({
      items: ['a', 'b', 'c'].map(id => ({ id, type: 'book', title: `"${id}" \\ {[`, x: [1] })),
    });
    const ends = ['a', 'b', 'c'].map(id => text.indexOf('}', text.indexOf(`"id":"${id}"`) + 40));
    for (let length = 0; length <= text.length; length++) {
      const { references } = readCslJson(text.slice(0, length));
      expect(references.length).toBeGreaterThanOrEqual(ends.filter(end => end < length).length);
    }
  });

  it('no text makes it throw or hang', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      '\\',
      '\n',
      '"id"',
      '"type":"book"',
      '1',
      ' ',
      'items',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => readCslJson(pieces.join('')).problems.length >= 0),
    );
  });
});

describe('round trip', () => {
  const variable = fc.constantFrom(
    'title',
    'volume',
    'note',
    'publisher',
    'custom',
    'x-own',
    'keyword',
    'ISBN',
    'language',
  );
  const said = fc.oneof(fc.string({ minLength: 1 }), fc.integer(), fc.record({ a: fc.string() }));
  it('whatever the variables, a file read and written has every one of them', () => {
    fc.assert(
      fc.property(fc.dictionary(variable, said), variables => {
        const file = [{ id: 'a', type: 'book', ...variables }];
        expect(JSON.parse(writeCslJson(readCslJson(JSON.stringify(file)).references))).toEqual(file);
      }),
    );
  });
});

it('words before the list cost nothing but themselves', () => {
  const read = readReferences('Exported today\n\n[{"type":"book","title":"A"}]', 'x.json');
  expect(read.ok && read.value.references.map(({ item }) => item.title)).toEqual(['A']);
  expect(read.ok && read.value.problems).toMatchObject([{ line: 1, text: 'Exported today' }]);
});

it('what CSL called otherwise before its version 1.0.1, and types in capitals, are what they are', () => {
  const item = { id: 'a', type: 'Article-Journal', title: 'T', journalAbbreviation: 'J', shortTitle: 'S' };
  expect(readCslJson(JSON.stringify([item])).references[0]?.item).toMatchObject({
    type: 'article-journal',
    'container-title-short': 'J',
    'title-short': 'S',
  });
});

it('items that are kept by their ids are read', () => {
  const { references, problems } = readCslJson(
    '{"a1": {"type": "book", "title": "A"}, "b2": {"id": "b2", "type": "chapter"}}',
  );
  expect(references.map(({ id, item: { type } }) => [id, type])).toEqual([
    ['a1', 'book'],
    ['b2', 'chapter'],
  ]);
  expect(problems).toEqual([]);
});
