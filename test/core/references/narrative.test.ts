import { expect, it } from 'vitest';
import type { CslItem } from '../../../core/references/csl.ts';
import { itemsCalled, narrativeNames } from '../../../core/references/narrative.ts';

const by = (...families: string[]): CslItem => ({
  id: 'r',
  type: 'article-journal',
  author: families.map(family => ({ family, given: 'A' })),
});

it('one author is named, two are joined in the language of the report, three are the first et al.', () => {
  expect(narrativeNames(by('Klingel'), 'en')).toBe('Klingel');
  expect(narrativeNames(by('Klingel', 'Roy'), 'en')).toBe('Klingel and Roy');
  expect(narrativeNames(by('Klingel', 'Roy'), 'fr')).toBe('Klingel et Roy');
  expect(narrativeNames(by('Klingel', 'Roy', 'Ng'), 'fr')).toBe('Klingel et al.');
});
it('a group is named whole, a particle stays, a work without authors has its editors, or nobody', () => {
  const who: CslItem = { id: 'r', type: 'report', author: [{ literal: 'World Health Organization' }] };
  expect(narrativeNames(who, 'en')).toBe('World Health Organization');
  const particle: CslItem = { id: 'r', type: 'book', author: [{ family: 'Berg', 'non-dropping-particle': 'van der' }] };
  expect(narrativeNames(particle, 'en')).toBe('van der Berg');
  expect(narrativeNames({ id: 'r', type: 'book', editor: [{ family: 'Doe' }] }, 'en')).toBe('Doe');
  expect(narrativeNames({ id: 'r', type: 'webpage', title: 'A page' }, 'en')).toBe('');
});
it('a call leaves out the authors that stand in the sentence, and says them in a note or where the sentence has none', () => {
  const items = [{ reference: 'a' }, { reference: 'b', suppressAuthor: true as const }];
  const citation = { type: 'citation' as const, id: 'c', narrative: true as const, items, children: [] };
  const left = (names: string, notes?: object) =>
    itemsCalled(citation, { names: { c: names }, ...(notes && { notes }) }).map(
      ({ suppressAuthor = false }) => suppressAuthor,
    );
  expect(left('Klingel')).toEqual([true, false]);
  expect(left('')).toEqual([false, false]);
  expect(left('Klingel', { c: 1 })).toEqual([false, false]);
  const { narrative: _, ...plain } = citation;
  expect(itemsCalled(plain, {})).toBe(items);
});
