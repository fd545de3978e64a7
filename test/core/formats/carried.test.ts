import { expect, it } from 'vitest';
import { readBibtex } from '../../../core/formats/bibtex/index.ts';
import { lossesIn } from '../../../core/formats/carried.ts';
import { readReferences, referenceFormats } from '../../../core/formats/index.ts';
import type { ReferenceFormat } from '../../../core/formats/types.ts';

const formatOf = (id: string) => referenceFormats.find(format => format.id === id) as ReferenceFormat;

/** One entry a format, the second at the line that is said. */
const TWO: readonly (readonly [id: string, line: number, text: string])[] = [
  ['bibtex', 3, '@book{a, title={A}}\n\n@book{b, title={B}}\n'],
  ['ris', 4, 'TY  - BOOK\nTI  - A\nER  - \nTY  - BOOK\nTI  - B\nER  - \n'],
  ['nbib', 4, 'PMID- 1\nTI  - A\n\nPMID- 2\nTI  - B\n'],
  ['enw', 4, '%0 Book\n%T A\n\n%0 Book\n%T B\n'],
  ['refworks', 4, 'RT Book, Whole\nT1 A\n\nRT Book, Whole\nT1 B\n'],
  [
    'endnote-xml',
    2,
    '<xml><records><record><ref-type name="Book">6</ref-type><titles><title>A</title></titles></record>\n<record><ref-type name="Book">6</ref-type><titles><title>B</title></titles></record></records></xml>',
  ],
  ['csl-json', 2, '[{"id":"a","type":"book","title":"A"},\n{"id":"b","type":"book","title":"B"}]'],
  ['csl-yaml', 5, 'references:\n- id: a\n  type: book\n  title: A\n- id: b\n  type: book\n  title: B\n'],
  ['zotero', 2, '[{"itemType":"book","title":"A"},\n{"itemType":"book","title":"B"}]'],
];

it.each(TWO)('%s says at which line a reference begins', (id, line, text) => {
  const { references, lineOf } = formatOf(id).read(text);
  expect(references.map(({ item }) => item.title)).toEqual(['A', 'B']);
  expect([lineOf(0, text), lineOf(1, text)]).toEqual([references.length === 2 && id === 'csl-yaml' ? 2 : 1, line]);
});

it('a file of two formats says it too', () => {
  const text = `${(TWO[0] as (typeof TWO)[number])[2]}TY  - BOOK\nTI  - C\nER  - \n`;
  const read = readReferences(text);
  if (!read.ok) throw new Error('not read');
  const { references, lineOf } = read.value;
  expect(references.map(({ item }, index) => `${item.title} ${lineOf(index, text)}`).sort()).toEqual([
    'A 1',
    'B 3',
    'C 4',
  ]);
});

it('what a format has no place for is said with its line and what it was, and the whole entry where none of it comes back', () => {
  const text = '@book{a, title={A}}\n@book{b, owner={me}}\n@book{c, title={C}, note={a \u0001 sign}}\n';
  const { references, lineOf } = readBibtex(text);
  const xml = formatOf('endnote-xml');
  const written = xml.write?.(references) ?? '';
  expect(lossesIn(xml, references, written, index => lineOf(index, text))).toEqual([]);
  const without = written.replace(/<record>(?:(?!<record>).)*type: book.*?<\/record>/s, '');
  const losses = lossesIn(xml, references, without, index => lineOf(index, text));
  expect(losses.map(({ line, code, text: lost }) => [line, code, lost])).toEqual([
    [2, 'references.not-carried', 'type: book'],
  ]);
  expect(losses[0]?.message.en).toBe('“b” did not come through: EndNote XML has no place for anything that it holds.');
});

it('a file that says less than the entries is told variable by variable, at its own lines where they came from none', () => {
  const { references } = readBibtex('@book{a, title={A}}\n@book{b, title={B}, volume={2}}');
  const ris = formatOf('ris');
  const text = (ris.write?.(references) ?? '').replace('VL  - 2\n', '');
  expect(lossesIn(ris, references, text)).toMatchObject([
    {
      line: 6,
      code: 'references.carried-in-part',
      text: 'volume: 2',
      message: { fr: '«\u00a0b\u00a0» est passée, mais RIS ne peut pas dire exactement\u00a0: volume.' },
    },
  ]);
  expect(lossesIn(ris, references, ris.write?.(references) ?? '')).toEqual([]);
});
