import { expect, it } from 'vitest';
import { referenceEndings } from '../../../core/formats/endings.ts';
import { readReferences, referenceFormats } from '../../../core/formats/index.ts';

it('a dialog offers the endings of every format that is read', () => {
  const endings = new Set(referenceFormats.flatMap(({ extensions }) => extensions.map(each => `.${each}`)));
  expect([...referenceEndings].filter(each => each !== '.txt').sort()).toEqual([...endings].sort());
});

it('a file that is none names, in both languages, what would be', () => {
  const read = readReferences('Dear colleague,', 'letter.txt');
  expect(read).toMatchObject({ ok: false, problem: { code: 'references.format' } });
  if (!read.ok)
    for (const hint of [read.problem.hint.en, read.problem.hint.fr])
      for (const name of ['BibTeX', 'BibLaTeX', 'RIS', 'PubMed', 'EndNote', 'RefWorks', 'CSL-JSON', 'CSL-YAML'])
        expect(hint).toContain(name);
});
