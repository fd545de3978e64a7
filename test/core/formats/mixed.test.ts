import { expect, it } from 'vitest';
import { readReferences } from '../../../core/formats/index.ts';

const RIS = 'TY  - JOUR\nID  - well\nAU  - Vane, Ida\nTI  - On wells\nER  - \n';
const BIB = '@article{well,\n  author = {Roe, Jo},\n  title = {On thirst}\n}\n';
const NBIB = 'PMID- 123456\nTI  - On salt\nFAU - Poe, Max\nAU  - Poe M\n';
const ENW = '%0 Journal Article\n%A Moe, Ann\n%T On springs\n';
const REFWORKS = 'RT Journal Article\nSR Electronic\nA1 Noe, Kim\nT1 On rain\n';

const read = (text: string) => {
  const outcome = readReferences(text);
  if (!outcome.ok) throw new Error(outcome.problem.message.en);
  return outcome.value;
};

it.each([
  [RIS, BIB],
  [BIB, RIS],
  [NBIB, BIB],
  [BIB, NBIB],
  [RIS, NBIB],
  [NBIB, ENW],
  [REFWORKS, RIS],
  [BIB, REFWORKS],
  [ENW, BIB],
])('two files of different formats put together are both read', (first, second) => {
  for (const between of ['', '\n', '\n\n']) {
    const { references, problems } = read(first + between + second);
    const titles = [first, second].map(text => read(text).references[0]?.item.title);
    expect(new Set(references.map(({ item }) => item.title))).toEqual(new Set(titles));
    expect(references).toHaveLength(2);
    expect(new Set(references.map(({ id }) => id)).size).toBe(2);
    expect(problems).toEqual([]);
  }
});

it('an entry that cannot be read keeps its line in the whole file', () => {
  const { references, problems } = read(`${RIS}\n${BIB}@book{empty,\n}\n${RIS}`);
  expect(references).toHaveLength(3);
  const line = `${RIS}\n${BIB}`.split('\n').length;
  expect(problems).toMatchObject([{ line, text: '@book{empty,\n}' }]);
});

it('an abstract that speaks of RT PCR and of tags does not end its entry', () => {
  const { references } = read(
    '@article{k, title = {T}, abstract = {Then\nRT PCR was done\nTY  - and more}}\n@book{b, title = {B}}',
  );
  expect(references).toHaveLength(2);
  expect(references[0]?.item.abstract).toContain('RT PCR was done');
});

it('lines that end by CR in a file of LF lines are lines', () => {
  const { references } = read(`${RIS.replaceAll('\n', '\r')}${RIS}`);
  expect(references.map(({ item }) => item.title)).toEqual(['On wells', 'On wells']);
});

it('indented lines of something else do not go into the last field of a record', () => {
  const { references, problems } = read(`${NBIB}{\n  "id": "x",\n  "volume": "3"\n}\n`);
  expect(references.map(({ item }) => item.title)).toEqual(['On salt']);
  expect(references[0]?.item.author).toHaveLength(1);
  expect(problems).toMatchObject([{ line: 5 }]);
});

it.each([
  ['a RIS file of bare CRs after a line', `TY  - JOUR\n${'\r'.repeat(300_000)}TI  - T\rER  - \n`],
  ['a BibTeX file with blank lines', `@book{b, title = {T}}\n${'\n'.repeat(190_000)}`],
])('%s is read before anybody gives up: time grows with its length alone', (_, text) => {
  expect(read(text).references).toHaveLength(1);
});
