import { expect, it } from 'vitest';
import { notChecked, type Standing } from '../../../core/lookup/standing.ts';
import { countsOf } from '../../../host/library/groups.ts';
import { operations } from '../../../host/library/operations.ts';
import { fillFileStandings } from '../../../host/library/writing.ts';
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
  // They are a list of their own, as soon as it was heard, and without those that were never asked about.
  const noticed = () => library.lister.ids({ noticed: true });
  expect(noticed()).toEqual(['a']);
  operations.keepStandings(library, { standings: { c: retracted } });
  expect(noticed()).toEqual(['c', 'a']);
  commit(library, setting('a', 'trashed', true));
  expect(noticed()).toEqual(['c']);
  expect(countsOf(library.database)).toMatchObject({ entries: 2, noticed: 1 });
  operations.keepStandings(library, { standings: { c: { ...retracted, state: 'none', notices: [] } } });
  expect(noticed()).toEqual([]);
});

it('what a PubMed file or a title says stands in the row before anybody was asked, with its date; the graver word holds', () => {
  const library = newLibrary();
  const kept = (tag: string) => ({ [`nbib:${tag}`]: 'Ann Imag Med. 2021 Jun 4;3(2):5. PMID: 30000009' });
  const told = (id: string, tag: string) => {
    const change = adding(id, article('Roy', 2018, `Case ${id}`, { DOI: `10.5555/${id}` }));
    return { ...change, value: { ...(change.value as object), kept: kept(tag) } };
  };
  commit(library, told('a', 'RIN'), told('b', 'ECI'), told('c', 'EIN'), told('d', 'ROF'), told('e', 'GR'));
  commit(library, adding('f', article('Roy', 2018, 'RETRACTED: Case f')));
  const rows = () => library.lister.page({ sort: 'title' }, 0, 10).rows;
  const said = () =>
    Object.fromEntries(
      rows().map(({ id, standing: now }) => [id, `${now?.state} ${now?.notices[0]?.date} ${now?.at}`]),
    );
  expect(said()).toEqual({
    a: 'retracted 2021 null',
    b: 'concern 2021 null',
    c: 'corrected 2021 null',
    d: 'not checked undefined null',
    e: 'undefined undefined undefined',
    f: 'retracted undefined null',
  });
  const noticed = () => library.lister.page({ noticed: true, sort: 'title' }, 0, 10).rows.map(({ id }) => id);
  expect(noticed()).toEqual(['a', 'b', 'c', 'f']);
  expect(rows().find(({ id }) => id === 'd')?.standing?.noticeOf[0]?.kind).toBe('retracted');
  operations.keepStandings(library, { standings: { a: { ...retracted, state: 'none', notices: [] }, b: retracted } });
  expect(said()).toMatchObject({ a: 'retracted 2021 1', b: 'retracted 2020 1' });
  // A library of before: its lines say nothing of it until they are filled.
  library.database.run("update entries set line = json_remove(line, '$[5]')");
  fillFileStandings(library.database);
  commit(library, setting('e', 'starred', true));
  expect(said()).toMatchObject({ c: 'corrected 2021 null', f: 'retracted undefined null' });
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
