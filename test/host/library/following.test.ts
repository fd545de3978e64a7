/** A file that another program keeps up to date is read when it changes, and merged field by field. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FollowedFile } from '../../../core/library/following.ts';
import { createFollowing, type Following } from '../../../host/library/following/following.ts';
import { createLibraryRoom, type LibraryRoom } from '../../../host/library/room.ts';

const entry = (key: string, title: string, more = '') =>
  `@article{${key},\n  title = {${title}},\n  author = {Robert, Luc},\n  date = {2016},\n  journaltitle = {Annals},\n${more}}\n`;

let folder = '';
let path = '';
let room: LibraryRoom;
let service: Following;
const begin = () =>
  createFollowing({
    list: join(folder, 'following.json'),
    room,
    by: 'me',
    watching: { interval: 40, settling: 10 },
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casewright-following-'));
  path = join(folder, 'zotero.bib');
  room = createLibraryRoom(join(folder, 'library'), null);
  service = begin();
});
afterEach(async () => {
  await service.close();
  await room.close();
  rmSync(folder, { recursive: true, force: true });
});

async function all() {
  const ids = await room.ask('ids', { query: {} });
  const entries = ids.ok ? await room.ask('entries', { ids: ids.value }) : ids;
  if (!entries.ok) throw new Error('not read');
  return entries.value;
}
const byKey = async (key: string) => {
  const found = (await all()).find(each => each.key === key);
  if (!found) throw new Error(`no ${key}`);
  return found;
};
const edit = (id: string, field: string, value: unknown) =>
  room.ask('apply', { changes: [{ entry: id, field, value }], label: 'edit', by: 'me' });
async function followed(): Promise<FollowedFile> {
  const answer = await service.follow(path);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}
async function again(text: string): Promise<FollowedFile> {
  writeFileSync(path, text);
  return followed();
}

describe('a followed file', () => {
  it('the articles that it names are attached where they are, and follow what it names', async () => {
    const pdf = (name: string, text: string) => {
      const at = join(folder, name);
      writeFileSync(at, text);
      return at;
    };
    const [one, two] = [pdf('one.pdf', 'One'), pdf('two.pdf', 'Two')];
    const naming = (...paths: string[]) => entry('a', 'First', `  file = {${paths.join(';')}},\n`);
    const files = async () => (await byKey('a')).files.map(({ name }) => name).sort();
    writeFileSync(path, naming(one, join(folder, 'gone.pdf'), join(folder, 'page.html')));
    const { id } = await followed();
    await vi.waitFor(async () => expect(await files()).toEqual(['one.pdf']));
    const mine = pdf('mine.pdf', 'Mine');
    await room.ask('attach', { id: (await byKey('a')).id, path: mine, by: 'me' });

    // Beside the export its path may be short; one that was moved is the same file at another place.
    renameSync(one, join(folder, 'moved.pdf'));
    const [{ id: first } = { id: '' }] = (await byKey('a')).files;
    await again(naming('moved.pdf', two));
    await vi.waitFor(async () => expect(await files()).toEqual(['mine.pdf', 'moved.pdf', 'two.pdf']));
    expect((await byKey('a')).files.find(({ name }) => name === 'moved.pdf')?.id).toBe(first);

    // What it names no longer goes, but not what was attached by hand; what the user took off stays off.
    const off = (await byKey('a')).files.find(({ name }) => name === 'two.pdf')?.id;
    await edit((await byKey('a')).id, `file.${off}`, null);
    await again(naming(two, mine));
    await vi.waitFor(async () => expect(await files()).toEqual(['mine.pdf']));
    await again(entry('a', 'First'));
    await vi.waitFor(async () => {
      const counts = await room.ask('followedFiles', { id, folder, after: null, by: 'me' });
      expect(counts).toEqual({ ok: true, value: { next: null, files: 0, filesMissing: 0 } });
    });
    expect(await files()).toEqual(['mine.pdf']);
  });

  it('brings its entries under their keys, and says how many', async () => {
    writeFileSync(path, entry('robert2016', 'First') + entry('robert2017', 'Second'));
    expect(await followed()).toMatchObject({ entries: 2, added: 2, changed: 0, gone: 0, contested: 0, problem: null });
    expect((await all()).map(({ key }) => key).sort()).toEqual(['robert2016', 'robert2017']);
  });

  it('changes what nobody touched here, keeps what was edited here, and shows both where both changed', async () => {
    writeFileSync(path, entry('a', 'First', '  volume = {1},\n'));
    const { id: file } = await followed();
    const { id } = await byKey('a');
    await edit(id, 'item.volume', '9');
    await edit(id, 'tag.mine', true);
    expect(await again(entry('a', 'First, revised', '  volume = {1},\n'))).toMatchObject({ changed: 1, contested: 0 });
    expect(await byKey('a')).toMatchObject({ item: { title: 'First, revised', volume: '9' }, tags: ['mine'] });

    expect(await again(entry('a', 'First, revised', '  volume = {2},\n'))).toMatchObject({ contested: 1 });
    expect(await byKey('a')).toMatchObject({ item: { volume: '9' } });
    const open = await room.ask('followedOpen', { id: file });
    expect(open.ok && open.value.contested).toEqual([
      { entry: id, title: 'First, revised', field: 'item.volume', ours: '9', theirs: '2' },
    ]);
    await room.ask('followedSettle', { id: file, entry: id, field: 'item.volume', choice: 'theirs', by: 'me' });
    expect(await byKey('a')).toMatchObject({ item: { volume: '2' } });
    const after = await room.ask('followedOpen', { id: file });
    expect(after.ok && after.value.contested).toEqual([]);
  });

  it('a field that it takes away goes where nobody edited it', async () => {
    writeFileSync(path, entry('a', 'First', '  volume = {1},\n'));
    await followed();
    await again(entry('a', 'First'));
    expect((await byKey('a')).item.volume).toBeUndefined();
  });

  it('takes no entry away: what it lost is named, and kept or put in the trash', async () => {
    writeFileSync(path, entry('a', 'First') + entry('b', 'Second') + entry('c', 'Third'));
    const { id } = await followed();
    expect(await again(entry('a', 'First'))).toMatchObject({ gone: 2, entries: 1 });
    expect(await all()).toHaveLength(3);
    const b = (await byKey('b')).id;
    const c = (await byKey('c')).id;
    await room.ask('followedGone', { id, entries: [b], how: 'trash', by: 'me' });
    await room.ask('followedGone', { id, entries: [c], how: 'keep', by: 'me' });
    expect((await all()).map(({ key }) => key).sort()).toEqual(['a', 'c']);
    const open = await room.ask('followedOpen', { id });
    expect(open.ok && open.value.gone).toEqual([]);
  });

  it('an entry with another key is the same one, under its new key', async () => {
    writeFileSync(path, entry('old', 'A title that is long enough to be known by'));
    await followed();
    const { id } = await byKey('old');
    expect(await again(entry('new', 'A title that is long enough to be known by'))).toMatchObject({
      added: 0,
      gone: 0,
    });
    expect((await byKey('new')).id).toBe(id);
  });

  it('an entry that was in the library before is linked and filled, and nothing it holds is changed', async () => {
    const there = { type: 'article-journal', title: 'Mine', DOI: '10.5555/a', volume: '7' };
    await room.ask('apply', {
      changes: [{ entry: 'own', field: 'new', value: { item: there, key: 'mine' } }],
      label: 'add',
      by: 'me',
    });
    writeFileSync(path, entry('a', 'Theirs', '  doi = {10.5555/a},\n  number = {3},\n'));
    expect(await followed()).toMatchObject({ added: 0, changed: 1 });
    expect(await byKey('mine')).toMatchObject({ item: { title: 'Mine', volume: '7', issue: '3' } });
  });

  it('one that is empty, or not there, changes nothing and says so', async () => {
    writeFileSync(path, entry('a', 'First'));
    const { id } = await followed();
    writeFileSync(path, '');
    expect(await service.read(id)).toMatchObject({ ok: false });
    rmSync(path);
    expect(await service.read(id)).toMatchObject({ problem: { code: 'following.missing' } });
    expect(await all()).toHaveLength(1);
    path = join(folder, 'nowhere.bib');
    expect(await service.follow(path)).toMatchObject({ ok: false });
  });

  it('one cut in the middle loses no entry', async () => {
    const text = entry('a', 'First') + entry('b', 'Second');
    writeFileSync(path, text);
    await followed();
    expect(await again(text.slice(0, text.indexOf('Second')))).toMatchObject({ gone: 0 });
    expect(await all()).toHaveLength(2);
  });

  it.each([
    ['bib', (last: string) => entry('a', 'First') + entry('b', last, '  volume = {12},\n')],
    [
      'json',
      (last: string) =>
        JSON.stringify([
          { id: 'a', type: 'book', title: 'First' },
          { id: 'b', type: 'book', title: last, volume: '12', author: [{ family: 'Robert', given: 'Luc' }] },
        ]),
    ],
  ])(
    'caught half written (.%s) takes no entry and no field away, wherever it was cut; whole, it is followed',
    async (kind, text) => {
      path = join(folder, `zotero.${kind}`);
      writeFileSync(path, text('Second'));
      await followed();
      const before = JSON.stringify((await all()).map(({ key, item }) => [key, item]));
      for (let length = text('Second').length - 3; length > 0; length -= 7) {
        writeFileSync(path, text('Second').slice(0, length));
        await service.follow(path);
        expect(JSON.stringify((await all()).map(({ key, item }) => [key, item]))).toBe(before);
      }
      expect(await again(text('Third'))).toMatchObject({ gone: 0, problem: null });
      expect((await byKey('b')).item.title).toBe('Third');
    },
  );

  it('CSL-JSON is followed as well', async () => {
    path = join(folder, 'zotero.json');
    writeFileSync(path, JSON.stringify([{ id: 'k', type: 'book', title: 'One' }]));
    await followed();
    await again(JSON.stringify([{ id: 'k', type: 'book', title: 'Two' }]));
    expect(await byKey('k')).toMatchObject({ item: { title: 'Two' } });
  });
});

describe('a change of the file', () => {
  const title = (wanted: string) =>
    vi.waitFor(async () => expect((await byKey('a')).item.title).toBe(wanted), { timeout: 8000, interval: 20 });

  it('is noticed, written in place or put in its place, also after the program was closed', async () => {
    writeFileSync(path, entry('a', 'First'));
    await followed();
    writeFileSync(path, entry('a', 'Second'));
    await title('Second');
    writeFileSync(join(folder, 'new.tmp'), entry('a', 'Third'));
    renameSync(join(folder, 'new.tmp'), path);
    await title('Third');
    await service.close();
    writeFileSync(path, entry('a', 'Fourth'));
    service = begin();
    await service.begin();
    await title('Fourth');
  });

  it('that changes many times a second is read when it rests, whole, and seldom', async () => {
    await again(entry('first', 'A first case'));
    let reads = 0;
    const stop = new AbortController();
    const counting = (async () => {
      for await (const _ of service.files(stop.signal)) reads++;
    })();
    for (let version = 1; version <= 20; version++) {
      writeFileSync(path, entry('first', `Version ${version}`) + entry('second', 'Half').slice(0, version * 4));
      await new Promise(resolve => setTimeout(resolve, 4));
    }
    writeFileSync(path, entry('first', 'The last one') + entry('second', 'Whole'));
    await vi.waitFor(async () => expect((await byKey('second')).item.title).toBe('Whole'), 8000);
    expect((await byKey('first')).item.title).toBe('The last one');
    expect((await all()).length).toBe(2);
    expect(reads).toBeLessThan(20);
    stop.abort();
    await counting;
  });

  it('that takes it away and brings it back is told and mended', async () => {
    writeFileSync(path, entry('a', 'First'));
    await followed();
    const seen: (string | null)[] = [];
    const ending = new AbortController();
    const listening = (async () => {
      for await (const files of service.files(ending.signal)) seen.push(files[0]?.problem?.code ?? null);
    })();
    rmSync(path);
    await vi.waitFor(() => expect(seen.at(-1)).toBe('following.missing'), { timeout: 8000 });
    writeFileSync(path, entry('a', 'Back'));
    await title('Back');
    await vi.waitFor(() => expect(seen.at(-1)).toBe(null), { timeout: 8000 });
    ending.abort();
    await listening;
  });

  it('is no longer read once following was stopped; the entries stay', async () => {
    writeFileSync(path, entry('a', 'First'));
    const { id } = await followed();
    expect(await service.stop(id)).toMatchObject({ ok: true });
    writeFileSync(path, entry('a', 'Second'));
    await new Promise(resolve => setTimeout(resolve, 200));
    expect(await byKey('a')).toMatchObject({ item: { title: 'First' } });
    expect(await service.read(id)).toMatchObject({ problem: { code: 'following.unknown' } });
  });
});
