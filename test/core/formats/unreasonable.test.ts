/** What nobody writes on purpose and broken programs do: it costs no more than its length. */
import { describe, expect, it } from 'vitest';
import { readReferences } from '../../../core/formats/index.ts';

const titles = (text: string, name = '') => {
  const read = readReferences(text, name);
  return read.ok ? read.value.references.map(({ item }) => item.title) : null;
};
const long = 'lorem ipsum dolor '.repeat(100_000);
const ris = (...lines: readonly string[]) => `TY  - JOUR\nTI  - T\n${lines.join('\n')}\nER  - \n`;

describe('a text without measure', () => {
  it.each([
    ['RIS of one line', ris(`AB  - ${long}`)],
    [
      'a name of two megabytes',
      ris(`AU  - ${long}`, `AU  - ${'a, '.repeat(200_000)}`, `AU  - ${' ('.repeat(100_000)}`),
    ],
    [
      'numbers without end',
      ris(`SN  - ${'1'.repeat(500_000)}`, `PY  - ${'2'.repeat(100_000)}`, `SP  - ${'1-'.repeat(100_000)}`),
    ],
    ['BibTeX of one line', `@article{k, title={T}, abstract={${long}}}`],
    ['a hundred thousand authors without an “and”', `@article{k, title={T}, author={${'Aa, B., '.repeat(100_000)}}}`],
    ['nbib of one line', `PMID- 1\nTI  - T\nAB  - ${long}\n`],
    ['ENW of one line', `%0 Journal Article\n%T T\n%X ${long}\n`],
    ['RefWorks of one line', `RT Journal Article\nT1 T\nAB ${long}\n`],
    ['a list nested without end', `[{"id":"a","type":"book","title":"T","x":${'['.repeat(100_000)}`],
  ])('%s', (_, text) => {
    expect(titles(text)).toEqual(['T']);
  });

  it('entries that only begin are told, not searched for their ends again and again', () => {
    const read = readReferences('@article{'.repeat(40_000), 'x.bib');
    expect(read.ok && read.value.problems).toHaveLength(1);
  });

  it('tags that never end are letters', () => {
    for (const tag of ['<p ', '<title>', '<i>', '<math>'])
      expect(titles(`TY  - JOUR\nTI  - ${tag.repeat(20_000)}\nER  - \n`)).toHaveLength(1);
  });

  it('NULs between the letters are no letters', () => {
    expect(titles([...ris()].join('\0'))).toEqual(['T']);
  });
});
