import { expect, it } from 'vitest';
import { notChecked, type Standing } from '../../../core/lookup/standing.ts';
import { operations } from '../../../host/library/operations.ts';
import { adding, article, commit, newLibrary, setting } from './sample.ts';

const retracted: Standing = {
  state: 'retracted',
  at: 1,
  source: 'crossref',
  notices: [{ kind: 'retracted', doi: '10.5555/n', date: '2020', from: 'publisher' }],
  noticeOf: [],
};

it('what is known against an entry stands in its row and is asked by its id; nothing known is not the same as fine', () => {
  const library = newLibrary();
  commit(
    library,
    adding('a', article('Haldane', 2018, 'Calcified arterioles', { DOI: '10.5555/a' })),
    adding('b', article('Ito', 2019, 'Skin')),
  );
  operations.keepStandings(library, { standings: { a: retracted, b: notChecked('no identifier') } });
  const rows = library.lister.page({ sort: 'title' }, 0, 10).rows;
  expect(rows.map(({ id, standing }) => [id, standing?.state])).toEqual([
    ['a', 'retracted'],
    ['b', 'not checked'],
  ]);
  commit(library, adding('c', article('Lo', 2020, 'Unasked')));
  expect(library.lister.page({ text: 'unasked' }, 0, 10).rows[0]).not.toHaveProperty('standing');
  expect(operations.standings(library, { ids: ['a', 'c'] })).toEqual({ ok: true, value: { a: retracted } });
});

it('an entry that gets another DOI is not checked; a star or a title changes nothing', () => {
  const library = newLibrary();
  commit(library, adding('a', article('Haldane', 2018, 'Calcified arterioles', { DOI: '10.5555/a' })));
  operations.keepStandings(library, { standings: { a: retracted } });
  commit(library, setting('a', 'starred', true), setting('a', 'item.title', 'Arterioles'));
  expect(library.lister.page({}, 0, 10).rows[0]?.standing?.state).toBe('retracted');
  commit(library, setting('a', 'item.DOI', '10.5555/other'));
  expect(library.lister.page({}, 0, 10).rows[0]).not.toHaveProperty('standing');
});
