import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Imported, importedBy } from '../../../core/library/imported.ts';
import type { ImportEvent } from '../../../core/library/types.ts';
import { problem } from '../../../core/outcome.ts';
import { importReferences } from '../../../host/library/importing.ts';
import type { OpenLibrary } from '../../../host/library/library.ts';
import { proposalsIn, settle } from '../../../host/library/proposals.ts';
import { createLibraryRoom } from '../../../host/library/room.ts';
import { createLibraryHandlers } from '../../../host/services/library.ts';
import { idsOf, libraryFolder, newLibrary } from './sample.ts';

const HALDANE = `@article{haldane18, title = {Calcified arterioles of the skin}, author = {Haldane, A. and Pires, B.}, year = 2018, doi = {10.5555/nn.2018.1}}`;
const bytes = (text: string) => new TextEncoder().encode(text);

async function take(library: OpenLibrary, text: string, more: object = {}, signal = new AbortController().signal) {
  const events: ImportEvent[] = [];
  for await (const event of importReferences(library, { bytes: bytes(text), ...more }, 'ana', signal))
    events.push(event);
  const last = events.at(-1);
  if (last?.kind !== 'done') throw new Error('not done');
  return last;
}

describe('importing', () => {
  it('takes in what is new, with its key, its tags and what could not be read', async () => {
    const library = newLibrary();
    const done = await take(library, `${HALDANE}\n@misc{x, title={no end`, { tags: ['dialysis'], name: 'a.bib' });
    expect(done).toMatchObject({ already: 0, proposed: 0, left: 0 });
    expect(done.problems[0]).toMatchObject({ line: 2 });
    expect(library.entry(done.added[0] as string)).toMatchObject({ key: 'haldane18', tags: ['dialysis'] });
  });

  it('the same file twice doubles nothing', async () => {
    const library = newLibrary();
    await take(library, HALDANE);
    expect(await take(library, HALDANE)).toMatchObject({ added: [], already: 1, proposed: 0, batches: [] });
    expect(await take(library, HALDANE, { doubling: true })).toMatchObject({ already: 0 });
    expect(idsOf(library, {})).toHaveLength(2);
  });

  it('issues of a column and parts of a series all come in, in one file or one after the other', async () => {
    const one = (key: string, title: string, volume: number, page: number) =>
      `@article{${key}, title = {${title}}, author = {Roe, A.}, journal = {Nephrol Notes}, year = 2003, volume = ${volume}, pages = {${page}}}\n`;
    const column = 'This month in the renal wards';
    const library = newLibrary();
    const text = one('a', column, 63, 1) + one('b', column, 64, 701) + one('c', 'On dialysis. Part I', 1, 5);
    expect(await take(library, text)).toMatchObject({ already: 0, proposed: 0 });
    const more = one('d', column, 65, 400) + one('e', 'On dialysis. Part II', 1, 9);
    expect(await take(library, more)).toMatchObject({ already: 0, proposed: 0 });
    expect(await take(library, text + more)).toMatchObject({ already: 5, proposed: 0, added: [] });
    expect(idsOf(library, {})).toHaveLength(5);
  });

  it('what is there already and brings more is proposed for merging, and merged fills the gaps only', async () => {
    const library = newLibrary();
    const { added } = await take(library, HALDANE);
    const richer = `@article{other, title = {Calcified arterioles of the skin!}, author = {Haldane, A.}, year = 2018, doi = {10.5555/NN.2018.1}, volume = 4, abstract = {Words.}}`;
    expect(await take(library, richer, { name: 'more.bib', tags: ['new'] })).toMatchObject({ added: [], proposed: 1 });
    const [proposal] = proposalsIn(library.database);
    expect(proposal).toMatchObject({ entry: added[0], because: 'doi', source: 'more.bib' });
    const batch = settle(library, [proposal?.id as number], 'merge', 'ana');
    expect(library.entry(added[0] as string)).toMatchObject({
      key: 'haldane18',
      tags: ['new'],
      item: { title: 'Calcified arterioles of the skin', volume: '4', abstract: 'Words.' },
    });
    expect(proposalsIn(library.database)).toEqual([]);
    library.undo(batch as number, 'ana');
    expect(library.entry(added[0] as string)).toMatchObject({ tags: [] });
  });

  it('a typing error in the title, and online first in the year before, are still the same article', async () => {
    const library = newLibrary();
    await take(library, HALDANE.replace(/, doi.*\}\}/, '}'));
    const typed = '@article{h, title = {Calcified arteriols of the skin}, author = {Haldane, A.}, year = 2017}';
    expect(await take(library, typed)).toMatchObject({ added: [], proposed: 1 });
    const part = '@article{h, title = {Calcified arterioles of the skin 2}, author = {Haldane, A.}, year = 2018}';
    expect(await take(library, part)).toMatchObject({ proposed: 0 });
  });

  it('a proposal can become an entry of its own, or be dropped', async () => {
    const library = newLibrary();
    await take(library, HALDANE);
    await take(library, HALDANE.replace('2018,', '2018, volume = 9,').replace('haldane18', 'again'));
    settle(library, [proposalsIn(library.database)[0]?.id as number], 'add', 'ana');
    expect(idsOf(library, {})).toHaveLength(2);
    await take(library, HALDANE.replace('2018,', '2018, volume = 9, issue = 3,'));
    expect(settle(library, [proposalsIn(library.database)[0]?.id as number], 'drop', 'ana')).toBeNull();
    expect(idsOf(library, {})).toHaveLength(2);
  });

  it('broken off by a full disk, tells what came in until then; the same file then goes on and doubles nothing', async () => {
    const library = newLibrary();
    // Some have nothing to be known by: neither a title that says much, nor an author.
    const many = Array.from({ length: 1000 }, (_, n) =>
      n % 50 === 7
        ? `@misc{m${n}, title = {Notice ${n}}, note = {Of the ward}}`
        : `@book{b${n}, title = {Book number ${n} of many}, author = {Lo, C.}, year = 2000, abstract = {${'Words. '.repeat(60)}}}`,
    ).join('\n');
    const full = problem('library.full', { en: 'Full', fr: 'Plein' }, { en: '', fr: '' });
    const importing = async () => {
      const events = importReferences(library, { bytes: bytes(many) }, 'ana', new AbortController().signal);
      return importedBy(events, full);
    };
    const asked = (pragma: string) => library.database.value<number>(`pragma ${pragma}`) ?? 0;
    const pages = asked('page_count');
    const leave = (kilobytes: number) =>
      library.database.rows(`pragma max_page_count = ${pages + Math.round((kilobytes * 1024) / asked('page_size'))}`);
    leave(40);
    expect(await importing()).toBe(full);
    leave(560);
    const first = (await importing()) as Imported;
    expect(first).toMatchObject({ broke: full, left: 600, batches: [1], added: { length: 400 } });
    library.forget();
    expect(idsOf(library, {})).toHaveLength(400);
    leave(1_000_000);
    expect(await importing()).toMatchObject({
      broke: null,
      left: 0,
      already: 400,
      proposed: 0,
      added: { length: 600 },
    });
    expect(await importing()).toMatchObject({ already: 1000, proposed: 0, added: [] });
    expect(idsOf(library, {})).toHaveLength(1000);
    expect(library.database.value('pragma integrity_check')).toBe('ok');
  });

  it('cancelled, keeps what came in and says how much is left', async () => {
    const library = newLibrary();
    const many = Array.from(
      { length: 1000 },
      (_, n) => `@book{b${n}, title = {Book number ${n} of many}, year = 2000}`,
    );
    const controller = new AbortController();
    const events = importReferences(library, { bytes: bytes(many.join('\n')) }, 'ana', controller.signal);
    let last: ImportEvent | undefined;
    for await (const event of events) {
      last = event;
      if (event.kind === 'progress' && event.step === 'adding') controller.abort();
    }
    expect(last).toMatchObject({ kind: 'done', left: 600 });
    expect(idsOf(library, {})).toHaveLength(400);
  });
});

describe('the library behind the contract', () => {
  it('stops while it still reads, with nothing taken in', async () => {
    const library = newLibrary();
    const controller = new AbortController();
    const many = Array.from({ length: 120 }, (_, n) => `TY  - JOUR\nTI  - Title ${n}\nER  - \n`).join('');
    const seen: ImportEvent[] = [];
    for await (const event of importReferences(library, { bytes: bytes(many) }, 'ana', controller.signal)) {
      seen.push(event);
      controller.abort();
    }
    expect(seen).toMatchObject([
      { kind: 'progress', step: 'reading' },
      { kind: 'done', added: [], left: 0 },
    ]);
    expect(idsOf(library, {})).toEqual([]);
  });

  it('imports, lists, changes, undoes, and ticks with every revision', async () => {
    const room = createLibraryRoom(join(libraryFolder(), 'inner'), null);
    const handlers = createLibraryHandlers(room);
    const controller = new AbortController();
    const { signal } = controller;
    const ticks: number[] = [];
    const listening = (async () => {
      for await (const { revision } of handlers['library.changes']({}, signal)) ticks.push(revision);
    })();
    let added: readonly string[] = [];
    for await (const event of handlers['library.import']({ bytes: bytes(HALDANE) }, signal))
      if (event.kind === 'done') ({ added } = event);
    const [id] = added as [string];
    const applied = await handlers['library.apply'](
      { changes: [{ entry: id, field: 'tag.skin', value: true }], label: 'edit' },
      signal,
    );
    expect(await handlers['library.tags']({}, signal)).toEqual({ ok: true, value: [{ tag: 'skin', entries: 1 }] });
    const list = await handlers['library.list']({ query: { text: 'haldane' }, offset: 0, limit: 50 }, signal);
    expect(list).toMatchObject({ ok: true, value: { total: 1, rows: [{ authors: 'Haldane, Pires', year: 2018 }] } });
    const batch = applied.ok ? applied.value.batch : null;
    const undone: string[] = [];
    for await (const event of handlers['library.undo']({ batches: [batch as number] }, signal)) undone.push(event.kind);
    expect(undone).toEqual(['progress', 'done']);
    expect(await handlers['library.entry']({ id }, signal)).toMatchObject({ ok: true, value: { tags: [] } });
    expect(await handlers['library.export']({ format: 'biblatex' }, signal)).toMatchObject({
      ok: true,
      value: { entries: 1 },
    });
    const path = join(libraryFolder(), 'out.ris');
    expect(await handlers['library.exportFile']({ format: 'ris', path, query: {} }, signal)).toEqual({
      ok: true,
      value: { entries: 1, problems: [] },
    });
    expect(readFileSync(path, 'utf8')).toContain('AU  - Haldane');
    const nowhere = join(path, 'not-a-folder.ris');
    expect(await handlers['library.exportFile']({ format: 'ris', path: nowhere, query: {} }, signal)).toMatchObject({
      ok: false,
    });
    controller.abort();
    await listening;
    expect(ticks.at(-1)).toBe(3);
    await room.close();
  });
});
