import { describe, expect, it } from 'vitest';
import { citationKeys } from '../../../../core/export/citation-keys.ts';
import { writeMarkdown } from '../../../../core/export/markdown/index.ts';
import { escapeMarkdown, paragraphStart, runsMarkdown } from '../../../../core/export/markdown/text.ts';
import type { Manuscript, Run } from '../../../../core/manuscript/types.ts';
import type { CitationItem } from '../../../../core/report/document.ts';
import { references } from '../../fixtures.ts';
import { HOSTILE } from '../hostile.ts';
import { EXAMPLES, example, oneOfEverything, TEMPLATES } from '../manuscripts.ts';

const written = (manuscript: Manuscript) =>
  writeMarkdown(manuscript, {
    folder: 'figures',
    bibliography: 'references.bib',
    style: 'style.csl',
    keys: new Map(manuscript.references.map(({ id }) => [id, id])),
  });
const { manuscript } = oneOfEverything();
const text = written(manuscript);

describe('letters', () => {
  it.each([
    ['a * b_c `d`', 'a \\* b\\_c \\`d\\`'],
    ['[1] <x> #2 @who $5 ^a ~b |c', '\\[1\\] \\<x\\> \\#2 \\@who \\$5 \\^a \\~b \\|c'],
    ['1--2 and so on...', '1\\-\\-2 and so on\\.\\.\\.'],
    ['"quoted" l’un', '\\"quoted\\" l’un'],
    ['one\ntwo', 'one\\\ntwo'],
    ['10\u202f% à 37\u00a0°C', '10\u202f% à 37\u00a0°C'],
  ])('%s', (from, to) => expect(escapeMarkdown(from)).toBe(to));

  it.each([
    ['- no list', '\\- no list'],
    ['12. no list', '12\\. no list'],
    ['a) no list', 'a\\) no list'],
    ['    no code', 'no code'],
    ['-5 is a number', '-5 is a number'],
    ['2.5 is a number', '2.5 is a number'],
  ])('at the start of a paragraph: %s', (from, to) => expect(paragraphStart(from)).toBe(to));
});

describe('runs', () => {
  it('an address with control characters goes out without them', () =>
    expect(runsMarkdown([{ text: 'a', link: 'https://a.example/\u0000\u0007x' }], () => [])).toBe(
      '[a](<https://a.example/x>)',
    ));

  const items: Readonly<Record<string, readonly CitationItem[]>> = {
    a: [{ reference: 'x', locator: '3', label: 'page' }, { reference: 'y' }],
    b: [{ reference: 'doi:10.1/a b', prefix: 'see', suppressAuthor: true }],
    gone: [],
  };
  const md = (...runs: Run[]) => runsMarkdown(runs, citation => items[citation] ?? []);
  it('keep citations alive, with their places', () => {
    expect(md({ text: 'rare' }, { text: '1,2', sup: true, citation: 'a' }, { text: '.' })).toBe('rare[@x, p. 3; @y].');
    expect(md({ text: '(2)', citation: 'b' })).toBe('[see -@{doi:10.1/a b}]');
  });
  it('of two clusters side by side make one', () => {
    const comma = { text: ',', sup: true } as const;
    const [one, two] = [
      { text: '1', sup: true, citation: 'a' },
      { text: '2', sup: true, citation: 'b' },
    ] as const;
    expect(md(one, comma, two)).toBe('[@x, p. 3; @y; see -@{doi:10.1/a b}]');
  });
  it('of a citation whose reference is gone stay as printed', () => {
    expect(md({ text: '[?]', citation: 'gone' })).toBe('\\[?\\]');
  });
  it('keep white space outside their marks, and marks apart', () => {
    expect(md({ text: 'a' }, { text: ' b ', bold: true }, { text: 'c' })).toBe('a **b** c');
    expect(md({ text: 'a', bold: true }, { text: 'b', italic: true })).toBe('**a**<!-- -->*b*');
    expect(md({ text: '2 +', sup: true })).toBe('^2\\ +^');
    expect(md({ text: '1', citation: 'b' }, { text: '(no link)' })).toBe('[see -@{doi:10.1/a b}]<!-- -->(no link)');
  });
});

describe('the text', () => {
  it('begins with metadata that Pandoc reads', () => {
    expect(text).toMatch(/^---\ntitle: "Lésions cutanées .* \*inventée\*"\n/);
    expect(text).toContain('author:\n  - "Claire Exemple^1,2,\\\\*^"\n  - "Paul Modèle^2^"\nlang: fr-FR\n');
    expect(text).toContain('bibliography: "references.bib"\ncsl: "style.csl"\n');
  });
  it('leads from a mention to its figure or table', () => {
    expect(text).toContain('[figure\u00a01A](#float-fig)');
    expect(text).toContain('::: {#float-fig .figure}');
    expect(text).toContain('![Plaque à l’admission](figures/figure-1a.jpg){alt="Plaque à l’admission" width=48%}');
  });
  it('has pipe tables with numbers at the right', () => {
    expect(text).toContain(
      [
        '| Séance | Date | Volume (L) |',
        '|-------:|:-----|-----------:|',
        '|      1 | J2   |        3,5 |',
        '|      2 | J4   |       12,0 |',
      ].join('\n'),
    );
  });
  it('says the language of what is in another', () =>
    expect(text).toContain('::: {lang=en-GB}\n# Abstract {#abstract-en}'));
  it('leaves the bibliography to Pandoc', () => {
    expect(text).toMatch(/# Références \{#references\}\n\n::: \{#refs\}\n:::\n$/);
  });
  it('nests lists', () => {
    expect(text).toContain('1.  Antalgiques\n2.  Soins locaux\n\n    -   pansements');
  });
});

it.each(EXAMPLES.flatMap(name => TEMPLATES.map(id => [name, id] as const)))(
  '%s as %s prints it: divisions are closed',
  (name, id) => {
    const lines = written(example(name, id).manuscript).split('\n');
    expect(lines.filter(line => /^::: \{/.test(line)).length).toBe(lines.filter(line => line === ':::').length);
  },
);

it.each(Object.entries(HOSTILE))('is written of %s', (_, printed) => {
  const markdown = written(printed.manuscript);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what may not be there
  expect(markdown).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
  expect(markdown).toContain('# I. Introduction {#introduction}');
});

it('keys are those that the bibliography was written with', () => {
  const bibtex = '@article{first,\n  title = {@article{no,}}\n}\n\n@book{second2024-2,\n}\n';
  expect([...citationKeys(references.slice(0, 2), bibtex)]).toEqual([
    ['r1', 'first'],
    ['r2', 'second2024-2'],
  ]);
});
