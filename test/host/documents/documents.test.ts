import { appendFileSync, chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDocuments } from '../../../host/documents/documents.ts';
import { readJournal } from '../../../host/documents/journal.ts';
import { blank, folderForTests, writing } from './folder.ts';

const folder = folderForTests();
let count = 0;
/** Documents in a home of their own. */
function home() {
  const path = join(folder, `home-${++count}`);
  return { path, documents: createDocuments(path) };
}
const textOf = (report: unknown) => JSON.stringify(report);

describe('the journal', () => {
  it('holds what was acknowledged, and a torn last line costs itself only', async () => {
    const { path, documents } = home();
    const { document } = await documents.create(blank(), new Map());
    await documents.apply(document, 0, [writing('One')]);
    await documents.apply(document, 1, [writing('Two')]);
    appendFileSync(join(path, document, 'journal.jsonl'), '0123456789abcdef {"revision":3,"at":1,"ops":[{"set":"fro');
    const kept = await readJournal(join(path, document));
    expect(kept?.revision).toBe(2);
    expect(textOf(kept?.report)).toContain('Two');
  });

  it('a line whose checksum is wrong, and all after it, are not believed', async () => {
    const { path, documents } = home();
    const { document } = await documents.create(blank(), new Map());
    await documents.apply(document, 0, [writing('One')]);
    await documents.apply(document, 1, [writing('Two')]);
    const file = join(path, document, 'journal.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Two', 'Six'));
    expect((await readJournal(join(path, document)))?.revision).toBe(1);
  });

  it('is offered again after a crash, and goes on where it was', async () => {
    const { path, documents } = home();
    const { document } = await documents.create(blank(), new Map());
    await documents.apply(document, 0, [writing('Kept')]);
    const later = createDocuments(path);
    const [found] = await later.recoverable();
    expect(found).toMatchObject({ document, path: null });
    const resumed = await later.resume(document);
    expect(resumed).toMatchObject({ ok: true, value: { recovered: true, revision: 1 } });
    expect(await later.apply(document, 1, [writing('More')])).toMatchObject({ ok: true, value: { revision: 2 } });
  });

  it('a second window that is behind is refused, and loses nothing of the first', async () => {
    const { documents } = home();
    const { document } = await documents.create(blank(), new Map());
    await documents.apply(document, 0, [writing('First window')]);
    expect(await documents.apply(document, 0, [writing('Second window')])).toMatchObject({
      ok: false,
      problem: { code: 'report.behind' },
    });
    expect(textOf(documents.report(document))).toContain('First window');
  });

  it('can be read by its user alone', async () => {
    if (process.platform === 'win32') return;
    const { path, documents } = home();
    const { document } = await documents.create(blank(), new Map());
    await documents.apply(document, 0, [writing('Private')]);
    expect(statSync(path).mode & 0o077).toBe(0);
    for (const name of ['snapshot.json', 'journal.jsonl'])
      expect(statSync(join(path, document, name)).mode & 0o077).toBe(0);
  });
});

describe('files', () => {
  it('saving writes the file and closing then leaves nothing behind', async () => {
    const { path, documents } = home();
    const file = join(folder, 'saved.casereport');
    const { document } = await documents.create(blank(), new Map());
    await documents.apply(document, 0, [writing('In the file')]);
    expect(await documents.save(document, file, false)).toMatchObject({ ok: true, value: { path: file, revision: 1 } });
    await documents.close(document);
    expect(readdirSync(path)).toEqual([]);
    const again = await documents.open(file);
    expect(again).toMatchObject({ ok: true, value: { path: file, inFile: true, recovered: false } });
    if (again.ok) expect(textOf(again.value.report)).toContain('In the file');
    await documents.closeAll();
    expect(existsSync(`${file}.lock`)).toBe(false);
  });

  it('what is not in the file yet survives closing, and comes back with the file', async () => {
    const { path, documents } = home();
    const file = join(folder, 'later.casereport');
    const { document } = await documents.create(blank(), new Map());
    await documents.save(document, file, false);
    await documents.apply(document, 0, [writing('Typed after saving')]);
    await documents.close(document);
    const again = await createDocuments(path).open(file);
    expect(again).toMatchObject({ ok: true, value: { recovered: true, inFile: false } });
    if (again.ok) expect(textOf(again.value.report)).toContain('Typed after saving');
  });

  it('is read with what a window keeps beside it, whose journal goes on as it was', async () => {
    const { path, documents } = home();
    const file = join(folder, 'read.casereport');
    const { document } = await documents.create(blank(), new Map());
    await documents.save(document, file, false);
    await documents.apply(document, 0, [writing('Typed after saving')]);
    const other = createDocuments(path);
    const read = await other.read(file);
    expect(read).toMatchObject({ ok: true, value: { recovered: true, inFile: false, revision: 1 } });
    if (read.ok) {
      expect(textOf(read.value.report)).toContain('Typed after saving');
      await expect(other.apply(read.value.document, 1, [writing('Never')])).resolves.toMatchObject({ ok: false });
    }
    await other.closeAll();
    await documents.apply(document, 1, [writing('Typed later still')]);
    expect(textOf((await readJournal(join(path, document)))?.report)).toContain('Typed later still');
  });

  it('reading one that another program has open writes nothing', async () => {
    const { documents } = home();
    const file = join(folder, 'read-only.casereport');
    const { document } = await documents.create(blank(), new Map());
    await documents.save(document, file, false);
    const reader = home();
    expect(await reader.documents.read(file)).toMatchObject({ ok: true, value: { path: file, inFile: true } });
    await reader.documents.closeAll();
    expect(existsSync(reader.path)).toBe(false);
  });

  it('a file that another program has open is refused, in words', async () => {
    const one = home().documents;
    const file = join(folder, 'shared.casereport');
    const { document } = await one.create(blank(), new Map());
    await one.save(document, file, false);
    const refused = await home().documents.open(file);
    expect(refused).toMatchObject({ ok: false, problem: { code: 'file.locked' } });
    await one.closeAll();
    const { documents: third } = home();
    expect((await third.open(file)).ok).toBe(true);
    await third.closeAll();
  });

  it('another file is never replaced unasked', async () => {
    const { documents } = home();
    const file = join(folder, 'precious.casereport');
    writeFileSync(file, 'precious');
    const { document } = await documents.create(blank(), new Map());
    expect(await documents.save(document, file, false)).toMatchObject({ ok: false, problem: { code: 'file.exists' } });
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });

  it('a folder that is not there, and one that may not be written to: the report stays in the journal', async () => {
    const { documents } = home();
    const { document } = await documents.create(blank(), new Map());
    await documents.apply(document, 0, [writing('Safe')]);
    expect(await documents.save(document, join(folder, 'nowhere', 'a.casereport'), false)).toMatchObject({
      ok: false,
      problem: { code: 'file.no-folder' },
    });
    expect(textOf(documents.report(document))).toContain('Safe');
    // Root may write anywhere, so there the second half has nothing to show.
    if (process.platform === 'win32' || process.getuid?.() === 0) return;
    const closed = join(folder, 'closed');
    createDocuments(closed);
    chmodSync(folder, 0o500);
    try {
      expect(await documents.save(document, join(folder, 'b.casereport'), false)).toMatchObject({
        ok: false,
        problem: { code: 'file.read-only' },
      });
    } finally {
      chmodSync(folder, 0o700);
    }
  });

  it('a file that is gone is said to be gone', async () => {
    const refused = await home().documents.open(join(folder, 'gone.casereport'));
    expect(refused).toMatchObject({ ok: false, problem: { code: 'file.missing' } });
  });

  it('a broken file leaves the open report as it is', async () => {
    const { documents } = home();
    const { document } = await documents.create(blank(), new Map());
    await documents.apply(document, 0, [writing('Open')]);
    const broken = join(folder, 'broken.casereport');
    writeFileSync(broken, Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
    expect((await documents.open(broken)).ok).toBe(false);
    expect(textOf(documents.report(document))).toContain('Open');
    expect(documents.revision(document)).toBe(1);
  });
});
