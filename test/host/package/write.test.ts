import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { CHECKSUMS, MANIFEST, writeChecksums } from '../../../core/package/manifest.ts';
import type { PackedFile } from '../../../host/package/make.ts';
import { writePackage } from '../../../host/package/write.ts';
import { folderForTests } from '../documents/folder.ts';

const folder = folderForTests();
const bytes = (text: string) => new TextEncoder().encode(text);
const packed = (...names: string[]): readonly PackedFile[] => {
  const files: PackedFile[] = [
    ...names.map((name): PackedFile => ({ role: 'manuscript', name, bytes: bytes(`of ${name}`) })),
    { role: 'manifest', name: MANIFEST, bytes: bytes('{"format":"casewright-package"}') },
  ];
  const sums = files.map(({ name, bytes: of }) => ({ name, sha256: createHash('sha256').update(of).digest('hex') }));
  return [...files, { role: 'checksums', name: CHECKSUMS, bytes: bytes(writeChecksums(sums)) }];
};
const codeOf = async (path: string, files = packed('a.docx'), signal?: AbortSignal) => {
  const written = await writePackage(path, files, signal);
  return written.ok ? null : written.problem.code;
};
const leftOver = () => readdirSync(folder).filter(name => name.startsWith('.casewright-'));

describe('a folder', () => {
  it('holds the files and nothing else; folders on the way are made', async () => {
    const path = join(folder, 'deep', 'new');
    expect(await codeOf(path)).toBe(null);
    expect(readdirSync(path).sort()).toEqual(['SHA256SUMS', 'a.docx', 'manifest.json']);
    expect(readdirSync(join(folder, 'deep'))).toEqual(['new']);
  });
  it('with an earlier package gets the new one in its place, without what is no longer of it', async () => {
    const path = join(folder, 'again');
    await writePackage(path, packed('a.docx', 'old.docx'));
    writeFileSync(join(path, '.DS_Store'), '');
    expect(await codeOf(path, packed('a.docx', 'new.docx'))).toBe(null);
    expect(readdirSync(path).sort()).toEqual(['SHA256SUMS', 'a.docx', 'manifest.json', 'new.docx']);
    expect(leftOver()).toEqual([]);
  });
  it('with a letter that was filled in, or a form that was added, is left as it is', async () => {
    const path = join(folder, 'worked-in');
    await writePackage(path, packed('cover-letter.docx'));
    writeFileSync(join(path, 'cover-letter.docx'), 'filled in');
    expect(await codeOf(path)).toBe('package.changed');
    expect(readFileSync(join(path, 'cover-letter.docx'), 'utf8')).toBe('filled in');
    const signed = join(folder, 'signed');
    await writePackage(signed, packed('a.docx'));
    writeFileSync(join(signed, 'signed-form.pdf'), 'signed');
    expect(await codeOf(signed)).toBe('package.changed');
    expect(existsSync(join(signed, 'signed-form.pdf'))).toBe(true);
  });
  it.each([['letter.txt'], ['.git']])('that holds %s is never written into', async name => {
    const path = join(folder, `other-${name}`);
    mkdirSync(path);
    writeFileSync(join(path, name), 'mine');
    expect(await codeOf(path)).toBe('package.folder');
    expect(readdirSync(path)).toEqual([name]);
  });
  it('is not there at all when the writing is stopped', async () => {
    const path = join(folder, 'stopped');
    const stop = new AbortController();
    stop.abort();
    await expect(writePackage(path, packed('a.docx'), stop.signal)).rejects.toThrow();
    expect(existsSync(path)).toBe(false);
    expect(leftOver()).toEqual([]);
  });
  it('where a file cannot be written is not there, and the words say which', async () => {
    const path = join(folder, 'torn');
    const files = packed('a.docx', `${'x'.repeat(300)}.docx`);
    const written = await writePackage(path, files);
    expect(written.ok ? '' : written.problem.where).toContain('xxx.docx');
    expect(existsSync(path)).toBe(false);
    expect(leftOver()).toEqual([]);
  });
  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'in a place that may not be written to is a problem in words',
    async () => {
      const locked = join(folder, 'locked');
      mkdirSync(locked);
      chmodSync(locked, 0o500);
      expect(await codeOf(join(locked, 'package'))).toBe('file.no-folder');
      chmodSync(locked, 0o700);
    },
  );
});

describe('an archive', () => {
  it('holds the files by their names, the same bytes each time', async () => {
    const [one, two] = [join(folder, 'one.zip'), join(folder, 'two.ZIP')];
    expect(await codeOf(one)).toBe(null);
    expect(await codeOf(two)).toBe(null);
    expect(Object.keys(unzipSync(readFileSync(one)))).toEqual(['a.docx', 'manifest.json', 'SHA256SUMS']);
    expect(Buffer.compare(readFileSync(one), readFileSync(two))).toBe(0);
  });
});
