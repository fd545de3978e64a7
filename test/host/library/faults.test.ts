/** What becomes of a library when the disk is full, its file goes, others hold it. */
import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUp, backUpIfDue, backupsOf } from '../../../host/library/backups.ts';
import { openDatabase } from '../../../host/library/database.ts';
import { createDesk, type LibraryDesk } from '../../../host/library/desk.ts';
import { createLine } from '../../../host/library/lining.ts';
import { migrations } from '../../../host/library/migrations/index.ts';
import { libraryFile, openLibraryFile } from '../../../host/library/opening.ts';
import { adding, article, commit, idsOf, libraryFolder, newLibrary } from './sample.ts';

const DAY = 24 * 3600 * 1000;

function newDesk(folder: string): LibraryDesk {
  return createDesk(folder, () => {});
}
const add = (desk: LibraryDesk, id: string, title: string, patience?: number) =>
  desk.ask('apply', { changes: [adding(id, article('Haldane', 2018, title))], label: 'edit', by: 'ana' }, patience);
function found(desk: LibraryDesk, text: string): readonly string[] {
  const ids = desk.ask('ids', { query: { text } });
  if (!ids.ok) throw new Error(ids.problem.code);
  return [...ids.value].sort();
}
function codesOf(desk: LibraryDesk): readonly string[] {
  const status = desk.ask('status', {});
  return status.ok ? status.value.warnings.map(({ code }) => code) : [status.problem.code];
}
const problemOf = (outcome: ReturnType<typeof add>) => (outcome.ok ? null : outcome.problem.code);

describe('a full disk', () => {
  it('is named, nothing is lost, reading goes on, and with room again all is as before', () => {
    const library = newLibrary();
    commit(library, adding('a', article('Haldane', 2018, 'Calcified arterioles')));
    const pages = library.database.value<number>('pragma page_count') ?? 0;
    library.database.rows(`pragma max_page_count = ${pages}`);
    const many = Array.from({ length: 300 }, (_, n) => adding(`m${n}`, article('Pires', 2020, 'Many '.repeat(300))));
    let code = '';
    try {
      commit(library, ...many);
    } catch (error) {
      code = (error as { code: string }).code;
    }
    expect(code).toBe('SQLITE_FULL');
    expect(idsOf(library, { text: 'arterioles' })).toEqual(['a']);
    expect(idsOf(library, { text: 'pires' })).toEqual([]);
    library.database.rows('pragma max_page_count = 1000000');
    commit(library, ...many);
    expect(idsOf(library, { text: 'pires' })).toHaveLength(300);
    expect(library.database.value('pragma integrity_check')).toBe('ok');
  });
});

describe('the file of an open library', () => {
  it('that was deleted with its folder is put back whole at the next question, and it is said', () => {
    const folder = libraryFolder();
    const desk = newDesk(folder);
    add(desk, 'a', 'Calcified arterioles');
    rmSync(folder, { recursive: true });
    expect(problemOf(add(desk, 'b', 'Purple toes'))).toBeNull();
    expect(codesOf(desk)).toEqual(['library.removed']);
    desk.close();
    const next = newDesk(folder);
    expect(found(next, 'haldane')).toEqual(['a', 'b']);
    expect(codesOf(next)).toEqual([]);
    next.close();
  });

  it('that another took the place of is left to it, with its own log, and what was open is kept as a backup', () => {
    const [folder, other] = [libraryFolder(), libraryFolder()];
    const desk = newDesk(folder);
    add(desk, 'a', 'Calcified arterioles');
    const theirs = newLibrary(other);
    commit(theirs, adding('b', article('Pires', 2020, 'Purple toes')));
    // File and log, as a program that keeps folders in step moves them in.
    for (const name of ['library.db', 'library.db-wal']) {
      copyFileSync(join(other, name), join(folder, `${name}.new`));
      renameSync(join(folder, `${name}.new`), join(folder, name));
    }
    expect(found(desk, 'purple')).toEqual(['b']);
    expect(found(desk, 'arterioles')).toEqual([]);
    expect(codesOf(desk)).toEqual(['library.replaced']);
    expect(problemOf(add(desk, 'c', 'Third'))).toBeNull();
    desk.close();
    const [kept] = backupsOf(folder).filter(({ kind }) => kind === 'replaced');
    const copy = libraryFolder();
    copyFileSync(kept?.path ?? '', libraryFile(copy));
    expect(idsOf(newLibrary(copy), { text: 'haldane' })).toEqual(['a']);
    expect(idsOf(newLibrary(folder), { text: 'third' })).toEqual(['c']);
    expect(readdirSync(folder).filter(name => name.endsWith('.other'))).toEqual([]);
  });

  it('that is damaged while it is open is put back from its backup, and the question answered', () => {
    const folder = libraryFolder();
    const desk = newDesk(folder);
    for (let n = 0; n < 40; n++) add(desk, `e${n}`, `Title ${n} ${'words '.repeat(300)}`);
    const other = openDatabase(libraryFile(folder));
    backUp(other, folder, 'daily', Date.now());
    other.settle();
    const write = () => other.run("insert or replace into meta values ('x', 'y')");
    write();
    const file = openSync(libraryFile(folder), 'r+');
    for (let at = 8192; at < statSync(libraryFile(folder)).size; at += 8192)
      writeSync(file, Buffer.alloc(64, 7), 0, 64, at);
    closeSync(file);
    // What another program writes makes this one read the pages again.
    write();
    other.close();
    expect(desk.ask('entries', { ids: ['e30', 'e1'] })).toMatchObject({ ok: true, value: { length: 2 } });
    expect(codesOf(desk)).toEqual(['library.restored']);
    desk.close();
  });

  it('with the log of another beside it is opened without that log where both do not fit', () => {
    const folder = libraryFolder();
    const library = newLibrary(folder);
    for (let n = 0; n < 40; n++)
      commit(library, adding(`e${n}`, article('Haldane', 2018, `Title ${n} ${'w '.repeat(900)}`)));
    const small = libraryFolder();
    commit(newLibrary(small), adding('s', article('Pires', 2020, 'Small')));
    const mixed = libraryFolder();
    const settled = newLibrary(small).database;
    settled.settle();
    copyFileSync(libraryFile(small), libraryFile(mixed));
    copyFileSync(`${libraryFile(folder)}-wal`, `${libraryFile(mixed)}-wal`);
    const desk = newDesk(mixed);
    expect(desk.ask('status', {}).ok).toBe(true);
    const [ids] = [found(desk, 'small'), found(desk, 'haldane')].filter(({ length }) => length > 0);
    // One of the two, whole; never a mixture.
    expect([1, 40]).toContain(ids?.length);
    desk.close();
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'that is write-protected can be read and searched, and changed once that is lifted',
    async () => {
      const { chmodSync } = await import('node:fs');
      const folder = libraryFolder();
      const desk = newDesk(folder);
      add(desk, 'a', 'Calcified arterioles');
      desk.close();
      chmodSync(libraryFile(folder), 0o400);
      chmodSync(folder, 0o500);
      const next = newDesk(folder);
      try {
        expect(found(next, 'arterioles')).toEqual(['a']);
        expect(codesOf(next)).toEqual(['library.reading']);
        expect(problemOf(add(next, 'b', 'Purple toes'))).toBe('library.reading');
      } finally {
        chmodSync(folder, 0o700);
        chmodSync(libraryFile(folder), 0o600);
      }
      expect(problemOf(add(next, 'b', 'Purple toes'))).toBeNull();
      expect(codesOf(next)).toEqual([]);
      next.close();
    },
  );
});

describe('two programs', () => {
  it('who reads goes past a writer that keeps the other waiting; who writes keeps its order, and is told when it lasts', async () => {
    const folder = libraryFolder();
    const desk = newDesk(folder);
    add(desk, 'a', 'Calcified arterioles');
    const other = openDatabase(libraryFile(folder));
    other.exec('begin immediate');
    const said: string[] = [];
    const line = createLine(5, 200);
    const write = (id: string) =>
      line.take(isLast => {
        const code = problemOf(add(desk, id, `Title ${id}`, 0));
        if (code === 'library.busy' && !isLast) return false;
        said.push(`${id} ${code}`);
        return true;
      }, false);
    write('b');
    write('c');
    line.take(() => said.push(`read ${found(desk, 'arterioles')}`) > 0, true);
    expect(said).toEqual(['read a']);
    await new Promise(resolve => setTimeout(resolve, 20));
    other.exec('rollback');
    while (said.length < 3) await new Promise(resolve => setTimeout(resolve, 5));
    expect(said.slice(1)).toEqual(['b null', 'c null']);
    other.exec('begin immediate');
    write('d');
    while (said.length < 4) await new Promise(resolve => setTimeout(resolve, 5));
    expect(said[3]).toBe('d library.busy');
    other.exec('rollback');
    other.close();
    expect(found(desk, 'haldane')).toEqual(['a', 'b', 'c']);
    desk.close();
  });

  it('find what the other added, changed and put into the trash', () => {
    const folder = libraryFolder();
    const [one, two] = [newDesk(folder), newDesk(folder)];
    add(one, 'a', 'Calcified arterioles');
    expect(found(two, 'arterioles')).toEqual(['a']);
    add(two, 'b', 'Purple toes');
    expect(found(one, 'purple')).toEqual(['b']);
    two.ask('apply', { changes: [{ entry: 'a', field: 'item.title', value: 'Ischaemic' }], label: 'edit', by: 'ben' });
    expect([found(one, 'arterioles'), found(one, 'ischaem')]).toEqual([[], ['a']]);
    one.ask('apply', { changes: [{ entry: 'b', field: 'trashed', value: true }], label: 'edit', by: 'ana' });
    expect(found(two, 'haldane')).toEqual(['a']);
    expect(found(two, 'purple')).toEqual([]);
    one.close();
    two.close();
  });

  it('of two versions do not write into each other: the older one stops when the newer has brought the library up', () => {
    const folder = libraryFolder();
    const desk = newDesk(folder);
    add(desk, 'a', 'Calcified arterioles');
    const more = [...migrations, { number: migrations.length + 1, sql: 'create table later (a integer)' }];
    const newer = openLibraryFile(folder, { steps: more });
    if (newer.ok) newer.value.database.close();
    expect(problemOf(add(desk, 'b', 'Purple toes'))).toBe('library.newer');
    desk.close();
  });
});

describe('a backup', () => {
  it('is put back by hand, what was there before becomes one, and lists follow', () => {
    const folder = libraryFolder();
    const told: number[] = [];
    const desk = createDesk(folder, revision => void told.push(revision));
    add(desk, 'a', 'Calcified arterioles');
    mkdirSync(join(folder, 'backups'));
    const other = openDatabase(libraryFile(folder));
    other.exec(`vacuum into '${join(folder, 'backups', 'library-daily-1000.db')}'`);
    add(desk, 'b', 'Purple toes');
    expect(found(desk, 'haldane')).toEqual(['a', 'b']);
    // Another program has it open.
    expect(desk.ask('restore', { at: 1000 }, 0)).toMatchObject({ ok: false, problem: { code: 'library.busy' } });
    expect(found(desk, 'haldane')).toEqual(['a', 'b']);
    other.close();
    expect(desk.ask('restore', { at: 7 })).toMatchObject({ ok: false, problem: { code: 'library.no-backup' } });
    const restored = desk.ask('restore', { at: 1000 });
    expect(restored.ok || restored.problem.code).toBe(true);
    expect(told.at(-1)).toBe(1);
    expect(found(desk, 'haldane')).toEqual(['a']);
    expect(desk.ask('backups', {})).toMatchObject({
      value: [
        { kind: 'replaced', entries: 2 },
        { kind: 'daily', at: 1000, entries: 1 },
      ],
    });
    expect(problemOf(add(desk, 'c', 'Third'))).toBeNull();
    desk.close();
  });

  it('says before it is put back what would go, change and come back; the oldest copy of what was replaced can be put back too', () => {
    const folder = libraryFolder();
    const desk = newDesk(folder);
    const apply = (entry: string, field: string, value: unknown) =>
      desk.ask('apply', { changes: [{ entry, field, value }], label: 'edit', by: 'ana' });
    for (const id of ['a', 'b', 'c']) add(desk, id, `Title ${id}`);
    apply('c', 'trashed', true);
    mkdirSync(join(folder, 'backups'));
    const copy = openDatabase(libraryFile(folder));
    copy.exec(`vacuum into '${join(folder, 'backups', 'library-daily-1000.db')}'`);
    copy.close();
    for (const id of ['d', 'e']) add(desk, id, `Title ${id}`);
    apply('a', 'item.volume', '7');
    apply('b', 'trashed', true);
    apply('c', 'trashed', null);
    const difference = (at: number) => desk.ask('difference', { at });
    expect(difference(1000)).toEqual({ ok: true, value: { gone: 3, changed: 1, back: 1 } });
    expect(difference(7)).toMatchObject({ ok: false, problem: { code: 'library.no-backup' } });
    const replaced = () => {
      const listed = desk.ask('backups', {});
      return listed.ok ? listed.value.filter(({ kind }) => kind === 'replaced').map(({ at }) => at) : [];
    };
    expect(desk.ask('restore', { at: 1000 }).ok).toBe(true);
    expect(desk.ask('backUp', {})).toEqual({ ok: true, value: null });
    expect(desk.ask('backups', {})).toMatchObject({
      value: [{ kind: 'asked' }, { kind: 'replaced' }, { kind: 'daily' }],
    });
    const [first = 0] = replaced();
    // Each makes one more of the three that are kept; the one that is wanted is not among those that go.
    for (let times = 0; times < 2; times++) expect(desk.ask('restore', { at: 1000 })).toMatchObject({ ok: true });
    expect(replaced().at(-1)).toBe(first);
    expect(desk.ask('restore', { at: first }).ok).toBe(true);
    expect(found(desk, 'haldane')).toEqual(['a', 'c', 'd', 'e']);
    desk.close();
  });

  it('whose program was ended in the middle is none, and is taken away', () => {
    const folder = libraryFolder();
    const library = newLibrary(folder);
    commit(library, adding('a', article('Haldane', 2018, 'Calcified arterioles')));
    mkdirSync(join(folder, 'backups'));
    writeFileSync(join(folder, 'backups', 'library-daily-1.db.part'), 'half');
    expect(backupsOf(folder)).toEqual([]);
    backUpIfDue(library.database, folder, Date.now());
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(1);
  });

  it('is made though a clock that was ahead has left later ones, which go first', () => {
    const folder = libraryFolder();
    const library = newLibrary(folder);
    commit(library, adding('a', article('Haldane', 2018, 'Calcified arterioles')));
    const now = Date.now();
    for (let day = 400; day < 405; day++) backUp(library.database, folder, 'daily', now + day * DAY);
    const made = backUpIfDue(library.database, folder, now);
    expect(made?.at).toBe(now);
    expect(backupsOf(folder).map(({ at }) => at)).toContain(now);
    expect(backupsOf(folder)).toHaveLength(5);
  });
});
