/** Formatting step by step gives what citeproc gives of the whole, in styles of every kind. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printsNumbersAlone } from '../../../host/citing/clusters/numbers-alone.ts';
import { type StyleElement, styleIds, styleNamed } from '../../../host/citing/styles/styles.ts';
import { type Kind, kindOf, type Step, step, walk } from './walking.ts';

const styles: readonly (readonly [string, Kind, boolean])[] = [
  ['vancouver', 'bracket', true],
  ['bmj', 'superscript', true],
  ['american-medical-association', 'superscript', true],
  ['ieee', 'bracket', true],
  ['proteomics', 'bracket', true],
  ['apa', 'author-date', false],
  ['chicago-author-date', 'author-date', false],
  // Numbers beside words of the works, and notes with numbers of works.
  ['journal-of-emerging-investigators', 'bracket', false],
  ['china-national-standard-gb-t-7714-2015-note', 'superscript', false],
  ['feminist-economics', 'author-date', false],
  ['chicago-note-bibliography', 'superscript', false],
  ['chicago-fullnote-bibliography', 'superscript', false],
  ['oscola', 'superscript', false],
  ['revue-dhistoire-moderne-et-contemporaine', 'superscript', false],
];

describe.each(styles)('%s', (style, kind, isNumbersAlone) => {
  it('prints what a full rebuild prints, after any edits', () => {
    expect(printsNumbersAlone(styleNamed(style) as StyleElement)).toBe(isNumbersAlone);
    fc.assert(
      fc.property(
        fc.constantFrom('en' as const, 'fr' as const),
        fc.array(step, { minLength: 1, maxLength: 8 }),
        (language, steps) => {
          expect(walk(style, kind, language, steps)).toBe(null);
        },
      ),
      { numRuns: Number(process.env.EDIT_RUNS ?? 2) },
    );
  }, 600_000);
});

it('whom to tell apart from whom is decided anew when a work like two others is cited before them', () => {
  const put = (...ids: string[]): Step => ({ at: 0, remove: 0, put: [ids.map(reference => ({ reference }))] });
  expect(walk('apa', 'author-date', 'en', [put('r0', 'r8'), put('r2')])).toBe(null);
});

it('a work cited between others has the number of its place, where the list is sorted by number', () => {
  const put = (at: number, reference: string): Step => ({ at, remove: 0, put: [[{ reference }]] });
  expect(walk('proteomics', 'bracket', 'en', [put(0, 'r0'), put(1, 'r8'), put(1, 'r2'), put(0, 'r3')])).toBe(null);
});

it('a note that went in between makes the next one no ibid., and every later one names the new number of the first', () => {
  const put = (at: number, ...references: string[]): Step => ({
    at,
    remove: 0,
    put: references.map(reference => [{ reference }]),
  });
  expect(
    walk('oscola', 'superscript', 'en', [
      put(0, 'r0', 'r0', 'r1', 'r0'),
      put(1, 'r2'),
      put(0, 'r3'),
      put(3, 'r8', 'r8'),
    ]),
  ).toBe(null);
});

it('works are listed by names as they are spelt out among their namesakes', () => {
  const put = (...ids: string[]): Step => ({ at: 0, remove: 0, put: [ids.map(reference => ({ reference }))] });
  const style = 'institut-francais-darcheologie-orientale-etudes-arabes';
  expect(walk(style, 'superscript', 'fr', [put('r8'), put('r1'), put('r2')])).toBe(null);
});

it('a name that only an entry or a note shows spells no other out', () => {
  const put = (...ids: string[]): Step => ({ at: 0, remove: 0, put: [ids.map(reference => ({ reference }))] });
  expect(walk('crop-breeding-and-applied-biotechnology', 'author-date', 'en', [put('r4'), put('r1')])).toBe(null);
  expect(walk('manchester-university-press', 'superscript', 'en', [put('r6', 'r4'), put('r1')])).toBe(null);
});

it('a bracket that an entry leaves open turns none of the next, and who stands in for one who stands in is found', () => {
  const put = (...ids: string[]): Step => ({ at: 0, remove: 0, put: [ids.map(reference => ({ reference }))] });
  expect(walk('universite-de-liege-histoire', 'superscript', 'en', [put('r8', 'r9'), put('r2')])).toBe(null);
  expect(walk('organon', 'author-date', 'fr', [put('r9')])).toBe(null);
});

it('abstracts are printed where the style prints them', () => {
  const put: Step = { at: 0, remove: 0, put: [[{ reference: 'r0' }]] };
  expect(walk('apa-with-abstract', 'author-date', 'en', [put])).toBe(null);
});

it('entries stay with their works where the style prints nothing of some', () => {
  const put = (...ids: string[]): Step => ({ at: 0, remove: 0, put: [ids.map(reference => ({ reference }))] });
  expect(walk('kommunikation-und-recht', 'superscript', 'en', [put('r0', 'r7', 'r9'), put('r1')])).toBe(null);
});

/** Others at each seed: CASEWRIGHT_SEED=random takes some at random, and `npm run bench styles` goes through all. */
it('styles drawn from all of the CSL project print what a full rebuild prints', () => {
  const ids = styleIds();
  fc.assert(
    fc.property(
      fc.nat(ids.length - 1).map(at => ids[at] as string),
      fc.constantFrom('en' as const, 'fr' as const),
      fc.array(step, { minLength: 4, maxLength: 8 }),
      (style, language, steps) => {
        expect(walk(style, kindOf(style), language, steps)).toBe(null);
      },
    ),
    { numRuns: Number(process.env.EDIT_RUNS ?? 8), endOnFailure: true },
  );
}, 600_000);
