import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { operations } from '../../../host/library/operations.ts';
import { adding, article, commit, idsOf, libraryFolder, newLibrary } from './sample.ts';

/** An entry with a file in a folder of its own. */
function attached() {
  const folder = join(libraryFolder(), 'articles');
  mkdirSync(join(folder, 'renal'), { recursive: true });
  const path = join(folder, 'brandt.pdf');
  writeFileSync(path, '%PDF-1.7 the article');
  writeFileSync(join(folder, 'other.pdf'), '%PDF-1.7 some other ');
  const library = newLibrary();
  commit(library, adding('a', article('Brandt', 2017, 'Rheopheresis')));
  operations.attach(library, { id: 'a', path, by: 'ana' });
  const file = library.entry('a')?.files[0]?.id as string;
  return { library, folder, path, file, locate: () => operations.locate(library, { id: 'a', file, by: 'ana' }) };
}

describe('an attached file', () => {
  it('stays where it is, is listed, and attached twice is one', () => {
    const { library, path } = attached();
    operations.attach(library, { id: 'a', path, by: 'ana' });
    expect(library.entry('a')?.files).toMatchObject([{ name: 'brandt.pdf', path, size: 20 }]);
    expect(idsOf(library, { withFile: true })).toEqual(['a']);
  });

  it('is found again when it was moved and renamed, and not mistaken for one of the same size', () => {
    const { library, folder, path, locate } = attached();
    const moved = join(folder, 'renal', 'Brandt 2017.pdf');
    renameSync(path, moved);
    expect(locate()).toMatchObject({ ok: true, value: { path: moved, name: 'Brandt 2017.pdf' } });
    expect(library.entry('a')?.files[0]?.path).toBe(moved);
  });

  it('is found on another disk once one of those that lie there was attached again; so is one that a colleague attached', () => {
    const { library, path, folder, locate } = attached();
    const disk = join(libraryFolder(), 'disk', 'nephrology');
    mkdirSync(disk, { recursive: true });
    renameSync(path, join(disk, 'Brandt.pdf'));
    expect(locate()).toMatchObject({ ok: false, problem: { code: 'library.file-gone' } });
    mkdirSync(join(disk, 'more'));
    renameSync(join(folder, 'other.pdf'), join(disk, 'more', 'other.pdf'));
    commit(library, adding('b', article('Other', 2018, 'Another')), adding('c', article('Colleague', 2018, 'Third')));
    operations.attach(library, { id: 'b', path: join(disk, 'more', 'other.pdf'), by: 'ana' });
    expect(locate()).toMatchObject({ ok: true, value: { path: join(disk, 'Brandt.pdf') } });
    const { size, hash } = library.entry('a')?.files[0] ?? {};
    const file = { id: 'f9', name: 'theirs.pdf', size, hash, path: '', seen: 0 };
    commit(library, { entry: 'c', field: 'file.f9', value: file });
    expect(operations.locate(library, { id: 'c', file: 'f9', by: 'ana' })).toMatchObject({
      ok: true,
      value: { path: join(disk, 'Brandt.pdf') },
    });
    if (process.platform === 'linux')
      expect(operations.attach(library, { id: 'a', path: '/dev/zero', by: 'ana' })).toMatchObject({ ok: false });
  });

  it('that was annotated is still the file, and known by what it holds now', () => {
    const { library, folder, path, locate } = attached();
    writeFileSync(path, '%PDF-1.7 the article, with notes');
    expect(locate()).toMatchObject({ ok: true, value: { path } });
    renameSync(path, join(folder, 'renal', 'x.pdf'));
    expect(locate()).toMatchObject({ ok: true, value: { name: 'x.pdf' } });
    expect(library.entry('a')?.files).toHaveLength(1);
  });

  it('of which only the content is known is kept as a copy, once, under the name it came with', () => {
    const { library } = attached();
    const copy = { id: 'a', name: 'C:\\\\up/Kim: 2020?.pdf', bytes: Buffer.from('%PDF-1.7 dropped'), by: 'ana' };
    operations.attachCopy(library, copy);
    operations.attachCopy(library, copy);
    const files = library.entry('a')?.files ?? [];
    expect(files.map(({ name }) => name)).toEqual(['brandt.pdf', 'Kim  2020 .pdf']);
    expect(files[1]?.path.startsWith(library.folder)).toBe(true);
    expect(operations.locate(library, { id: 'a', file: files[1]?.id as string, by: 'ana' })).toMatchObject({
      ok: true,
    });
  });

  it('that names its DOI belongs to the entry that has it; one that is cited, or that it names beside others, does not count', () => {
    const library = newLibrary();
    commit(library, adding('a', article('Roy', 2019, 'Case', { DOI: '10.5555/A.(19)1' })));
    const page = (content: string) => {
      const packed = deflateSync(Buffer.from(content));
      const head = `%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
      return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\n')]);
    };
    const text = (...shown: string[]) => page(`BT ${shown.join(' T* ')} ET`);
    const plain = (body: string) => Buffer.from(`%PDF-1.7\n${body}`);
    const whose = (bytes: Uint8Array) => {
      const answer = operations.whose(library, { bytes });
      return answer.ok ? [answer.value.doi, answer.value.entry?.id] : [];
    };
    expect(whose(text('(Case) Tj', '[(doi:10.) 12 (5555/a.\\(19\\)1)] TJ'))).toEqual(['10.5555/a.(19)1', 'a']);
    expect(whose(plain('<prism:doi>10.5555/b.2</prism:doi>'))).toEqual(['10.5555/b.2', undefined]);
    expect(whose(plain('/Subject (J Imag Med, 3 \\(2019\\) 1-5. doi:10.5555/b.2) '))).toEqual([
      '10.5555/b.2',
      undefined,
    ]);
    expect(whose(plain('/URI (https://doi.org/10.5555/b.3) /URI (https://doi.org/10.5555/b.3)'))[0]).toBe(
      '10.5555/b.3',
    );
    expect(whose(text('(10.5555/b.2) Tj', '(10.5555/b.4) Tj'))).toEqual([null, undefined]);
    expect(whose(plain('/URI (https://doi.org/10.5555/b.3) /URI (https://doi.org/10.5555/b.4)'))).toEqual([
      null,
      undefined,
    ]);
    expect(whose(Buffer.from('10.5555/b.2, no PDF'))).toEqual([null, undefined]);
  });

  it('that is gone is told, and its entry keeps what it knows', () => {
    const { library, path, locate } = attached();
    rmSync(path);
    expect(locate()).toMatchObject({ ok: false, problem: { code: 'library.file-gone' } });
    expect(library.entry('a')?.files).toHaveLength(1);
    expect(operations.attach(library, { id: 'a', path, by: 'ana' })).toMatchObject({ ok: false });
  });

  it('of a team that was moved and annotated here is found, and the team hears of nothing', () => {
    const { library, folder, path, file, locate } = attached();
    const waiting = () => {
      const standing = operations.teamStanding(library, {});
      return standing.ok ? standing.value : null;
    };
    const shared = library.entry('a')?.files[0];
    library.database.run("insert into team_fields (entry, field, revision) values ('a', ?, 1)", `file.${file}`);
    const before = waiting()?.pending;
    writeFileSync(path, '%PDF-1.7 the article, with notes');
    expect(locate()).toMatchObject({ ok: true, value: { path, name: 'brandt.pdf', hash: shared?.hash } });
    const moved = join(folder, 'renal', 'x.pdf');
    renameSync(path, moved);
    expect(locate()).toMatchObject({ ok: true, value: { path: moved, name: 'brandt.pdf', hash: shared?.hash } });
    expect(library.entry('a')?.files[0]).toMatchObject({ path: moved, size: shared?.size, here: { size: 32 } });
    expect(waiting()).toMatchObject({ pending: before, held: 0 });
    writeFileSync(moved, '%PDF-1.7 the article');
    locate();
    expect(library.entry('a')?.files[0]).not.toHaveProperty('here');
  });
});
