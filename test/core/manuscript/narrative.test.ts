import { expect, it } from 'vitest';
import { resolve } from '../../../core/manuscript/resolve.ts';
import type { FormattedCitations, Run } from '../../../core/manuscript/types.ts';
import type { Citation, Inline } from '../../../core/report/document.ts';
import type { Reference } from '../../../core/report/types.ts';
import { cite, house, p, reportOf } from '../fixtures.ts';

const by = (...families: string[]): Reference => ({
  id: 'r',
  item: { id: 'r', type: 'article-journal', author: families.map(family => ({ family })) },
});
const named = { ...(cite('a', 'r') as Citation), narrative: true as const };
const other = cite('b', 'r');

/** The letters printed, raised ones behind a caret. */
function printed(
  call: Run,
  work: Reference,
  children: readonly (Inline | string)[],
  language: 'en' | 'fr' = 'en',
): string {
  const report = reportOf(language, { introduction: [p(...children)] }, { references: [work] });
  const citations: FormattedCitations = { clusters: { a: [call], b: [call] }, bibliography: [], missing: [] };
  const { divisions } = resolve(report, house(call.sup ? 'plain-fr' : 'plain-en'), citations);
  const block = divisions.find(({ anchor }) => anchor === 'introduction')?.blocks[0];
  if (block?.kind !== 'paragraph') throw new Error('no paragraph');
  return block.runs.map(run => (run.sup ? `^${run.text}^` : run.text)).join('');
}
const BRACKETS: Run = { text: '[3]' };
const RAISED: Run = { text: '3', sup: true };

it('authors named in the sentence are those that the reference has when it is printed', () => {
  const sentence = ['As ', named, ' found.'];
  expect(printed(BRACKETS, by('Klingle', 'Roy', 'Ng'), sentence)).toBe('As Klingle et al.\u00a0[3] found.');
  expect(printed(BRACKETS, by('Klingel', 'Roy'), sentence)).toBe('As Klingel and Roy\u00a0[3] found.');
  expect(printed(BRACKETS, by('Klingel', 'Roy'), sentence, 'fr')).toBe('As Klingel et Roy\u00a0[3] found.');
});

it('raised numbers follow the names, and the names their words', () => {
  expect(printed(RAISED, by('Klingel', 'Roy'), ['As ', named, ' found'])).toBe('As Klingel and Roy^3^ found');
  expect(printed(RAISED, by('Klingel'), ['By', named, ', then'], 'fr')).toBe('By Klingel^3^, then');
  expect(printed(RAISED, by('Klingel'), ['Rare ', other, ' in ', named])).toBe('Rare^3^ in Klingel^3^');
  expect(printed(RAISED, by('Klingel'), ['Rare ', other, ' ', named])).toBe('Rare^3^ Klingel^3^');
});

it('an English stop stands between names and raised number, inside colons and semicolons the number', () => {
  expect(printed(RAISED, by('Klingel'), ['By ', named, ', then'])).toBe('By Klingel,^3^ then');
  expect(printed(RAISED, by('Klingel'), ['By ', named, ' ', other, '. Then'])).toBe('By Klingel.^3^^,^^3^ Then');
  expect(printed(RAISED, by('A', 'B', 'C'), ['By ', named, '. Then'])).toBe('By A et al.^3^ Then');
  expect(printed(RAISED, by('A', 'B', 'C'), ['By ', named, ', then'])).toBe('By A et al.,^3^ then');
  expect(printed(RAISED, by('Klingel'), ['By ', named, '; then'])).toBe('By Klingel^3^; then');
});

it('a work without authors, and one that is gone, put no name there', () => {
  expect(printed(BRACKETS, by(), ['As ', named, ' found'])).toBe('As [3] found');
  expect(printed(BRACKETS, { ...by('Klingel'), id: 'x' }, ['As ', named, ' found'])).toBe('As [3] found');
});
