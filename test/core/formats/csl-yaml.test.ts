import { describe, expect, it } from 'vitest';
import { readCslYaml, writeCslYaml } from '../../../core/formats/csl-yaml/index.ts';
import { fromMarkdown, toMarkdown } from '../../../core/formats/csl-yaml/markdown.ts';
import { readReferences } from '../../../core/formats/index.ts';

const LIST = `- id: nigwekar2018
  type: article-journal
  title: "Calciphylaxis: *Candida* and H~2~O"
  author:
    - family: Nigwekar
      given: Sagar U.
    - literal: World Health Organization
  container-title: N Engl J Med
  issued:
    year: 2018
    month: 5
  volume: 07
  version: 1.10
  page: 1704-1714
  abstract: >-
    First line
    second line.

    - no item: a paragraph
- id: roe2019
  type: book
  title: Book
  issued: 2019-05-03
`;
const indented = (text: string) => text.replace(/^(?=.)/gm, '  ');

describe('CSL-YAML', () => {
  it('a list: text stays text, dates become dates', () => {
    const { references, problems } = readCslYaml(LIST);
    expect(problems).toEqual([]);
    expect(references.map(({ item }) => item)).toEqual([
      {
        id: 'nigwekar2018',
        type: 'article-journal',
        title: 'Calciphylaxis: <i>Candida</i> and H<sub>2</sub>O',
        author: [{ family: 'Nigwekar', given: 'Sagar U.' }, { literal: 'World Health Organization' }],
        'container-title': 'N Engl J Med',
        issued: { 'date-parts': [[2018, 5]] },
        volume: '07',
        version: '1.10',
        page: '1704-1714',
        abstract: 'First line second line.\n- no item: a paragraph',
      },
      { id: 'roe2019', type: 'book', title: 'Book', issued: { 'date-parts': [[2019, 5, 3]] } },
    ]);
  });

  it('under references, in front matter, with CRLF, between brackets, one item alone', () => {
    for (const text of [
      `title: A paper\nreferences:\n${LIST}\nlang: fr\n`,
      `---\ntitle: A paper\nreferences:\n${indented(LIST)}---\n\n# Text\n\n- id: no item\n`,
      `---\r\nreferences:\r\n${LIST.replace(/\n/g, '\r\n')}...\r\n`,
    ]) {
      const read = readReferences(text, 'refs.txt');
      expect(read).toMatchObject({ ok: true, value: { format: 'CSL-YAML', problems: [] } });
      if (read.ok) expect(read.value.references.map(({ id }) => id)).toEqual(['nigwekar2018', 'roe2019']);
    }
    expect(readCslYaml('references: [{id: a, type: book}, {id: b, type: book}]').references).toHaveLength(2);
    expect(readCslYaml('id: a\ntype: book\ntitle: B\n').references).toHaveLength(1);
  });

  it('a broken item costs itself only, and is reported with its line', () => {
    const read = readCslYaml(
      '- id: a\n  type: book\n  title: A\n- id: b\n  type: book\n  title: "B\n- id: c\n  type: book\n- 5\n',
    );
    expect(read.references.map(({ id }) => id)).toContain('a');
    expect(read.references.map(({ id }) => id)).toContain('c');
    expect(read.problems.map(({ line }) => line)).toEqual([4, 9]);
  });

  it('anchors are followed, but not into the millions', () => {
    expect(
      readCslYaml('- id: a\n  type: book\n  publisher: &p House\n- id: b\n  type: book\n  publisher: *p\n')
        .references[1]?.item,
    ).toMatchObject({
      publisher: 'House',
    });
    const bomb = `- id: a\n  type: book\n  x0: &x0 [l, l]\n${Array.from({ length: 30 }, (_, n) => `  x${n + 1}: &x${n + 1} [*x${n}, *x${n}]\n`).join('')}`;
    expect(readCslYaml(bomb).problems).toHaveLength(1);
  });

  it('what is written is what was read', () => {
    const { references } = readCslYaml(LIST);
    expect(readCslYaml(writeCslYaml(references)).references).toEqual(references);
    const kept = [{ id: 'x', item: { id: 'x', type: 'book', title: 'B: #1 - *' }, kept: { 'bibtex:file': 'a.pdf' } }];
    expect(readCslYaml(writeCslYaml(kept)).references).toEqual(kept);
  });
});

describe('Markdown', () => {
  it.each([
    ['*Candida* and **bold**', '<i>Candida</i> and <b>bold</b>'],
    ['10^9^/L of H~2~O', '10<sup>9</sup>/L of H<sub>2</sub>O'],
    ['The [DNA]{.nocase} test', 'The <span class="nocase">DNA</span> test'],
    ['Chelation--a review---and 5 \\-- 6', 'Chelation–a review—and 5 -- 6'],
    ['5 * 3 * 2, a\\*b, ~5 to ~10', '5 * 3 * 2, a*b, ~5 to ~10'],
  ])('%s is %s', (markdown, markup) => {
    expect(fromMarkdown(markdown)).toBe(markup);
    expect(fromMarkdown(toMarkdown(markup))).toBe(markup);
  });
});

it('a colon in a title without quotation marks is a letter of it', () => {
  const read = readReferences('references:\n- id: a\n  type: book\n  title: Calciphylaxis: a review\n', 'x.yaml');
  expect(read.ok && [read.value.references[0]?.item.title, read.value.problems]).toEqual([
    'Calciphylaxis: a review',
    [],
  ]);
});

it('items stand in every part between fences of a Markdown file, and lists in its words are none', () => {
  const text = `# Notes\n\nAs in [@roe].\n\n---\n- id: roe\n  type: book\n  title: Ions \\& wells\n  issued:\n  - year: '2004'\n...\n\nMore\n====\n\n- id: no item\n\n---\ntitle: Mine\nreferences:\n- id: vane\n  type: article-journal\n  title: |-\n    Thirst\n    at sea\n  page: 12--18\n  issued: {raw: "3 May 2019"}\n  author:\n  - &a {family: Vane, given: Ida}\n  - *a\n---\n`;
  for (const [ending, name] of [
    ['\n', 'notes.md'],
    ['\r\n', ''],
  ] as const) {
    const read = readReferences(text.replaceAll('\n', ending), name);
    if (!read.ok) throw new Error(read.problem.message.en);
    const { references, problems, lineOf } = read.value;
    expect(problems).toEqual([]);
    expect(references.map(({ item }) => item)).toMatchObject([
      { id: 'roe', title: 'Ions & wells', issued: { 'date-parts': [[2004]] } },
      {
        id: 'vane',
        title: 'Thirst at sea',
        page: '12-18',
        issued: { 'date-parts': [[2019, 5, 3]] },
        author: [
          { family: 'Vane', given: 'Ida' },
          { family: 'Vane', given: 'Ida' },
        ],
      },
    ]);
    expect(lineOf(0, text)).toBe(6);
  }
});

it('signs that pandoc escapes in addresses, names and dates are signs, and are written so again', () => {
  const item = {
    id: 'a_b',
    type: 'article-journal',
    DOI: '10.1000/a_b*c',
    URL: 'https://example.org/a~b\\_c',
    author: [{ literal: 'A & B "C"' }],
    publisher: 'Wells \\& Sons',
    issued: { 'date-parts': [[1990]], circa: true },
  };
  const text = String.raw`references:
- id: a_b
  type: article-journal
  DOI: 10.1000/a_b\*c
  URL: "https://example.org/a\\~b\\\\_c"
  author:
  - literal: A & B \"C\"
  publisher: Wells \\& Sons
  issued: 1990\~
`;
  expect(readCslYaml(text).references[0]?.item).toEqual(item);
  const again = writeCslYaml(readCslYaml(text).references);
  expect(readCslYaml(again).references[0]?.item).toEqual(item);
});
