import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceFormats } from '../../../core/formats/index.ts';
import { spareLines, takeSpare, unsaid } from '../../../core/formats/spare.ts';
import { DATES, NAMES, VARIABLES } from '../../../core/formats/variables.ts';
import type { CslItem } from '../../../core/references/csl.ts';

const RUNS = Number(process.env.EDIT_RUNS ?? 25);

/** The types of CSL 1.0.2. */
const TYPES = (
  'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document ' +
  'entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map ' +
  'motion_picture musical_score pamphlet paper-conference patent performance periodical personal_communication post ' +
  'post-weblog regulation report review review-book software song speech standard thesis treaty webpage'
).split(' ');

const words = fc.constantFrom(
  'Calciphylaxie urémique',
  'The <i>Candida</i> story',
  'CO<sub>2</sub> & 5 % of {x}',
  'Part 2: of #3, a_b',
  '12',
  '12-18',
  'Ωmega — 15 µg',
  'original-date: 1920',
  'Say "no"',
  // Emoji of several signs, accents apart from their letters, right to left with its marks, spaces of other kinds, very long ones.
  '👩‍⚕️ und 🫀, 𝛼₂',
  'Cafe\u0301 n\u0303andu\u0301',
  'تكلس \u200fشرياني עברית',
  '钙化防御1例',
  '5\u202f% «\u00a0urémie\u00a0»',
  '<span class="nocase">mRNA</span> and  two spaces',
  'A "quoted"\n<span class="nocase">line</span>',
  'C:\\ring\\umlaut {a} $b$',
  'Very long '.repeat(400).trim(),
);
const name = fc.constantFrom(
  { family: 'Müller', given: 'Anna' },
  { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
  { family: 'King', given: 'Martin L.', suffix: 'Jr' },
  { literal: 'World Health Organization' },
  { family: 'Plato' },
  { family: 'Fontaine', given: 'Jean', 'dropping-particle': 'de la' },
  { family: 'Nin\u0303o', given: '👩‍⚕️' },
  { family: 'ابن سينا' },
  { family: 'O"Neil', given: 'A <span class="nocase">b</span>' },
  { literal: 'Jane Roe and John Doe' },
  { literal: 'Two\nlines; of it' },
);
const date = fc.constantFrom(
  { 'date-parts': [[2019, 5, 3]] },
  { 'date-parts': [[2019]] },
  {
    'date-parts': [
      [2019, 5],
      [2019, 7],
    ],
  },
  { 'date-parts': [[1990]], circa: true },
  { 'date-parts': [[2018]], season: 1 },
  { literal: 'in press' },
);
const DOI = fc.constantFrom('10.1056/NEJMra1505292', '10.1002/(SICI)1096-987X(199803)19:4<377::AID-JCC1>3.0.CO;2-P');

function valuesOf(variable: string): fc.Arbitrary<unknown> {
  if (NAMES.has(variable)) return fc.array(name, { minLength: 1, maxLength: 3 });
  if (DATES.has(variable)) return date;
  if (variable === 'type') return fc.constantFrom(...TYPES);
  if (variable === 'DOI') return DOI;
  if (variable === 'URL') return fc.constant('https://example.org/a_b?c=d%20e');
  if (variable === 'PMID') return fc.constant('29719190');
  if (variable === 'PMCID') return fc.constant('PMC1234567');
  if (variable === 'categories') return fc.constant(['a', 'b']);
  if (variable === 'custom') return fc.constant({ own: 'x' });
  return words;
}

const item: fc.Arbitrary<CslItem> = fc
  .record(
    Object.fromEntries([...VARIABLES].filter(each => each !== 'citation-key').map(each => [each, valuesOf(each)])),
    { requiredKeys: ['type', 'title'] },
  )
  .map(each => ({ ...each, id: 'roe1990' }) as unknown as CslItem);

const written = referenceFormats.filter(({ write }) => write !== undefined);

describe('what a format has no place for', () => {
  it.each(written)('$name gives back every variable of every type', format => {
    fc.assert(
      fc.property(item, given => {
        const text = format.write?.([{ id: 'roe1990', item: given }]) ?? '';
        const { references, problems } = format.read(text);
        expect(problems).toEqual([]);
        expect(references).toHaveLength(1);
        const [read] = references;
        expect(unsaid(given, read?.item ?? {}).map(each => [each, given[each], read?.item[each], text])).toEqual([]);
        expect(read?.id).toBe('roe1990');
      }),
      { numRuns: RUNS },
    );
  });

  it.each(written)('$name: an entry of nothing but an abstract is read again', format => {
    const nameless = { id: 'roe1990', item: { id: 'roe1990', type: 'article-journal', abstract: 'First line.' } };
    const { references, problems } = format.read(format.write?.([nameless]) ?? '');
    expect([references.map(({ item: each }) => each.abstract), problems]).toEqual([['First line.'], []]);
  });

  it('stands in lines as Zotero writes them', () => {
    expect(spareLines('original-date', { 'date-parts': [[1886, 4, 1]] })).toEqual(['original-date: 1886-04-01']);
    expect(spareLines('container-author', [{ family: 'Roe', given: 'R.' }, { literal: 'Inserm' }])).toEqual([
      'container-author: Roe || R.',
      'container-author: Inserm',
    ]);
    expect(spareLines('medium', 'a\nb')).toEqual(['medium: "a\\nb"']);
  });

  it('what was changed in its own place since holds, and the line stays a note', () => {
    const draft = { type: 'book', title: 'Another title' };
    expect(takeSpare(draft, ['title: The <i>Candida</i> story', 'A note: of a reader', 'medium: Print'])).toEqual([
      'A note: of a reader',
      'title: The <i>Candida</i> story',
    ]);
    expect(draft).toEqual({ type: 'book', title: 'Another title', medium: 'Print' });
  });
});

it('variables that share a place do not become one another, and an entry of nothing else comes back', () => {
  const items = [
    { type: 'chapter', title: 'T', issue: '3', page: '1-2' },
    { type: 'report', title: 'T', 'collection-number': '3', 'number-of-pages': 'XX, 327' },
    { type: 'paper-conference', title: 'T', issue: '3', number: '3' },
    { type: 'chapter', page: '22-23', 'title-short': 'W' },
    { type: 'document', annote: 'A set of three' },
    { type: 'speech', title: 'T', 'event-title': 'A meeting' },
    { type: 'paper-conference', title: 'T', 'event-title': 'A meeting' },
    { type: 'paper-conference', title: 'T', 'event-title': 'A meeting', 'container-title': 'A meeting' },
    { type: 'report', title: 'T', 'event-title': 'A meeting' },
    { type: 'bill', title: 'T', version: '2' },
    { type: 'broadcast', title: 'T', 'available-date': { 'date-parts': [[2003, 4]] } },
  ];
  for (const format of referenceFormats) {
    if (format.write === undefined) continue;
    const references = items.map((item, index) => ({ id: `k${index}`, item: { id: `k${index}`, ...item } as CslItem }));
    const again = format.read(format.write(references));
    expect(again.problems, format.id).toEqual([]);
    expect(
      again.references.map(({ item: { id, ...item } }) => item),
      format.id,
    ).toEqual(items);
  }
});
