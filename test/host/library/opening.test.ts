import { readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUp, backUpIfDue, backupsOf } from '../../../host/library/backups.ts';
import { openLibrary } from '../../../host/library/library.ts';
import { migrations } from '../../../host/library/migrations/index.ts';
import { libraryFile, openLibraryFile } from '../../../host/library/opening.ts';
import { adding, article, commit, idsOf, libraryFolder } from './sample.ts';

const DAY = 24 * 3600 * 1000;

/** A folder with a library of one entry, closed. */
function kept(): string {
  const folder = libraryFolder();
  const library = openLibrary(folder);
  if (!library.ok) throw new Error('not opened');
  commit(library.value, adding('a', article('Haldane', 2018, 'Calcified arterioles')));
  library.value.close();
  return folder;
}
const open = (folder: string, steps: typeof migrations = migrations) => {
  const opened = openLibraryFile(folder, { steps });
  if (opened.ok) opened.value.database.close();
  return opened;
};

describe('migrations', () => {
  it('are numbered from 1 without gaps', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1));
  });

  it('a step is made once, after a backup of what was there', () => {
    const folder = kept();
    const more = [...migrations, { number: migrations.length + 1, sql: 'create table later (a integer)' }];
    expect(open(folder, more)).toMatchObject({ ok: true, value: { warnings: [] } });
    expect(open(folder, more).ok).toBe(true);
    expect(backupsOf(folder).map(({ kind }) => kind)).toEqual(['migration']);
  });

  it('a step that fails changes nothing', () => {
    const folder = kept();
    const broken = [...migrations, { number: migrations.length + 1, sql: 'create table later (a integer); nonsense' }];
    expect(() => open(folder, broken)).toThrow();
    expect(open(folder)).toMatchObject({ ok: true, value: { warnings: [] } });
  });

  it('a library of a newer program is refused, with words, and left as it is', () => {
    const folder = kept();
    open(folder, [...migrations, { number: migrations.length + 1, sql: 'create table later (a integer)' }]);
    const opened = openLibraryFile(folder);
    expect(opened).toMatchObject({ ok: false, problem: { code: 'library.newer' } });
    expect(opened.ok ? '' : opened.problem.hint.fr).toContain('Mettez Casewright à jour');
  });
});

describe('a damaged library', () => {
  const damage = (folder: string) => {
    for (const name of readdirSync(folder)) if (name.endsWith('-wal')) truncateSync(join(folder, name), 0);
    writeFileSync(libraryFile(folder), 'this is no database, and never was one; it is only some words');
  };

  it('is put back from its backup, says so, and keeps the damaged file', () => {
    const folder = kept();
    const opened = openLibraryFile(folder);
    if (opened.ok) {
      backUp(opened.value.database, folder, 'daily', Date.now());
      opened.value.database.close();
    }
    damage(folder);
    const library = openLibrary(folder);
    if (!library.ok) throw new Error(library.problem.code);
    expect(library.value.warnings[0]?.code).toBe('library.restored');
    expect(idsOf(library.value, { text: 'arterioles' })).toEqual(['a']);
    library.value.close();
    expect(readdirSync(folder).some(name => name.startsWith('damaged-'))).toBe(true);
  });

  it.each([
    ['empty', (folder: string) => truncateSync(libraryFile(folder), 0)],
    ['gone', (folder: string) => rmSync(libraryFile(folder))],
  ])('whose file is %s is put back from its backup, and no empty one takes its place', (_, lose) => {
    const folder = kept();
    const opened = openLibraryFile(folder);
    if (opened.ok) {
      backUp(opened.value.database, folder, 'daily', Date.now());
      opened.value.database.close();
    }
    lose(folder);
    const library = openLibrary(folder);
    if (!library.ok) throw new Error(library.problem.code);
    expect(library.value.warnings[0]?.code).toBe('library.missing');
    expect(idsOf(library.value, { text: 'arterioles' })).toEqual(['a']);
    library.value.close();
    expect(open(folder)).toMatchObject({ ok: true, value: { warnings: [] } });
  });

  it('without a backup begins anew and says that too', () => {
    const folder = kept();
    damage(folder);
    expect(open(folder)).toMatchObject({ ok: true, value: { warnings: [{ code: 'library.damaged' }] } });
  });

  it('that cannot be written is no damage: nothing is put aside', () => {
    const folder = libraryFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(open(join(folder, 'file', 'inner'))).toMatchObject({ ok: false, problem: { code: 'library.unavailable' } });
  });
});

describe('backups', () => {
  it('are made once a day, of a library that changed, and the last five are kept', () => {
    const folder = kept();
    const opened = openLibrary(folder);
    if (!opened.ok) throw new Error('not opened');
    const library = opened.value;
    const now = Date.now();
    expect(backUpIfDue(library.database, folder, now)).not.toBeNull();
    expect(backUpIfDue(library.database, folder, now + 2 * DAY)).toBeNull();
    for (let day = 1; day < 8; day++) {
      library.commit([{ entry: 'a', field: 'item.volume', value: String(day) }], { by: 'ana', at: now + day * DAY });
      expect(backUpIfDue(library.database, folder, now + day * DAY + 1000)).not.toBeNull();
      expect(backUpIfDue(library.database, folder, now + day * DAY + 2000)).toBeNull();
    }
    expect(backupsOf(folder)).toHaveLength(5);
    library.close();
  });
});
