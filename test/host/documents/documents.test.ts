import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyAll } from '../../../core/report/ops.ts';
import { readJournal } from '../../../host/documents/journal.ts';
import { type Program, programOf } from '../../../host/documents/owner.ts';
import { blank, documentsIn, folderForTests, writing } from './folder.ts';

const folder = folderForTests();
let count = 0;
/** Documents in a home of their own. */
function home(program?: Program) {
  const path = join(folder, `home-${++count}`);
  return { path, documents: documentsIn(path, program) };
}
/** A program that is not there any more. */
const killed = (): Program => ({ ...programOf(), pid: spawnSync(process.execPath, ['--version']).pid });
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
    const { path, documents } = home(killed());
    const { document } = await documents.create(blank(), new Map());
    await documents.apply(document, 0, [writing('Kept')]);
    const later = documentsIn(path);
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

  it('what a second window holds is kept as a report of its own, images included, and the first goes on', async () => {
    const { documents } = home();
    const name = `${'a'.repeat(64)}.png`;
    const asset = { name, type: 'image/png', width: 1, height: 1, size: 2 } as const;
    const report = { ...blank(), assets: [asset] };
    const { document } = await documents.create(report, new Map([[name, Uint8Array.of(1, 2)]]));
    await documents.apply(document, 0, [writing('First window')]);
    const kept = await documents.keepCopy(document, applyAll(report, [writing('Second window')]).report);
    if (!kept.ok) throw new Error(kept.problem.code);
    expect(kept.value).toMatchObject({ path: null, inFile: false });
    expect(textOf(documents.report(kept.value.document))).toContain('Second window');
    expect([...((await documents.asset(kept.value.document, name)) ?? [])]).toEqual([1, 2]);
    expect(textOf(documents.report(document))).toContain('First window');
    expect(await documents.apply(document, 1, [writing('On')])).toMatchObject({ ok: true });
  });

  it('a report that two windows show stays open until both have closed it; one that is loaded anew counts once', async () => {
    const { documents } = home();
    const { document } = await documents.create(blank(), new Map());
    await documents.resume(document);
    await documents.resume(document, true);
    await documents.close(document);
    expect(await documents.apply(document, 0, [writing('Still')])).toMatchObject({ ok: true });
    await documents.close(document);
    expect(await documents.apply(document, 1, [writing('No more')])).toMatchObject({
      ok: false,
      problem: { code: 'report.closed' },
    });
  });

  it('of two windows that change the same revision at once, one is refused', async () => {
    const { documents } = home();
    const { document } = await documents.create(blank(), new Map());
    const [first, second] = await Promise.all([
      documents.apply(document, 0, [writing('First window')]),
      documents.apply(document, 0, [writing('Second window')]),
    ]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toMatchObject({ ok: false, problem: { code: 'report.behind' } });
    expect(documents.revision(document)).toBe(1);
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
    expect(readdirSync(dirname(file)).filter(name => name.includes('.lock-'))).toEqual([]);
  });

  it('what is typed while the file is being written is not taken for saved', async () => {
    const { path, documents } = home();
    const file = join(folder, 'meanwhile.casereport');
    const { document } = await documents.create(blank(), new Map());
    await documents.save(document, file, false);
    const [saved, typed] = await Promise.all([
      documents.save(document, undefined, false),
      documents.apply(document, 0, [writing('Typed meanwhile')]),
    ]);
    expect(typed.ok).toBe(true);
    expect(saved).toMatchObject({ ok: true, value: { revision: 0 } });
    await documents.close(document);
    const again = await documentsIn(path).open(file);
    expect(again).toMatchObject({ ok: true, value: { recovered: true, inFile: false } });
    if (again.ok) expect(textOf(again.value.report)).toContain('Typed meanwhile');
  });

  it('what is not in the file yet survives closing, and comes back with the file', async () => {
    const { path, documents } = home();
    const file = join(folder, 'later.casereport');
    const { document } = await documents.create(blank(), new Map());
    await documents.save(document, file, false);
    await documents.apply(document, 0, [writing('Typed after saving')]);
    await documents.close(document);
    const again = await documentsIn(path).open(file);
    expect(again).toMatchObject({ ok: true, value: { recovered: true, inFile: false } });
    if (again.ok) expect(textOf(again.value.report)).toContain('Typed after saving');
  });

  it('is read with what a window keeps beside it, whose journal goes on as it was', async () => {
    const { path, documents } = home();
    const file = join(folder, 'read.casereport');
    const { document } = await documents.create(blank(), new Map());
    await documents.save(document, file, false);
    await documents.apply(document, 0, [writing('Typed after saving')]);
    const other = documentsIn(path);
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

  it('what somebody else wrote into the file since is never replaced unasked', async () => {
    const { path, documents } = home(killed());
    const file = join(folder, 'shared-drive.casereport');
    const { document } = await documents.create(blank(), new Map());
    await documents.save(document, file, false);
    const first = readFileSync(file);
    await documents.apply(document, 0, [writing('Ours')]);
    // Touched, or copied back as it was, it holds nothing new; gone, it has nothing to lose.
    utimesSync(file, new Date(), new Date(Date.now() + 5000));
    expect(await documents.save(document, undefined, false)).toMatchObject({ ok: true });
    rmSync(file);
    expect(await documents.save(document, undefined, false)).toMatchObject({ ok: true });

    writeFileSync(file, first);
    await documents.apply(document, 1, [writing('Ours again')]);
    const refused = await documents.save(document, undefined, false);
    expect(refused).toMatchObject({ ok: false, problem: { code: 'file.changed' } });
    expect(readFileSync(file)).toEqual(first);

    // A program that comes after a killed one says so as well, and replaces it when it is told to.
    const later = documentsIn(path);
    const taken = await later.open(file);
    expect(taken).toMatchObject({ ok: true, value: { recovered: true, warnings: [{ code: 'file.changed' }] } });
    expect(await later.save(document, undefined, true)).toMatchObject({ ok: true });
    expect(await later.save(document, undefined, false)).toMatchObject({ ok: true });
    await later.closeAll();
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
    documentsIn(closed);
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

describe('two programs', () => {
  /** A report with a file and a change that this file does not hold. */
  async function ahead(name: string, program?: Program) {
    const { path, documents } = home(program);
    const file = join(folder, `${name}.casereport`);
    const { document } = await documents.create(blank(), new Map());
    await documents.save(document, file, false);
    await documents.apply(document, 0, [writing('Typed after saving')]);
    return { path, documents, file, document };
  }
  const markIn = (path: string) => join(path, readdirSync(path).find(name => name.startsWith('owner-')) ?? 'none');
  /** As old as the mark of a program that stopped a minute ago. */
  const age = (path: string) => utimesSync(path, new Date(Date.now() - 60_000), new Date(Date.now() - 60_000));
  const refused = { ok: false, problem: { code: 'report.elsewhere' } };

  it('of two with the same report, the second is refused, and what the first writes after that is kept', async () => {
    const { path, documents, file, document } = await ahead('two');
    const second = documentsIn(path);
    expect(await second.open(file)).toMatchObject(refused);
    expect(await second.resume(document)).toMatchObject(refused);
    expect(await second.discard(document)).toMatchObject(refused);
    await second.closeAll();
    expect((await documents.apply(document, 1, [writing('Typed later still')])).ok).toBe(true);
    expect(textOf((await readJournal(join(path, document)))?.report)).toContain('Typed later still');
    await documents.closeAll();
    const again = await second.open(file);
    expect(again).toMatchObject({ ok: true, value: { recovered: true, revision: 2 } });
  });

  it('the second is refused too while all is in the file, even where the file’s own lock is gone', async () => {
    const { path, documents, file, document } = await ahead('saved-since');
    await documents.save(document, undefined, false);
    for (const name of readdirSync(dirname(file)))
      if (name.startsWith(`.${basename(file)}.lock-`)) rmSync(join(dirname(file), name));
    expect(await documentsIn(path).open(file)).toMatchObject(refused);
  });

  it('a killed one blocks nothing: the report opens at once, with all that was kept', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(child, 'spawn');
    const { path, file, document } = await ahead('killed', programOf(child.pid));
    const second = documentsIn(path);
    // However old its mark: a living process that was suspended still has the report.
    if (process.platform === 'linux') age(markIn(join(path, document)));
    expect(await second.open(file)).toMatchObject(refused);
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    expect(await second.open(file)).toMatchObject({ ok: true, value: { recovered: true, revision: 1 } });
  });

  it('a killed one whose report was all in the file blocks nothing: neither its folder nor its file', async () => {
    const { path, documents, file, document } = await ahead('killed-saved', killed());
    await documents.save(document, undefined, false);
    expect(await documentsIn(path).open(file)).toMatchObject({ ok: true, value: { recovered: false } });
    const elsewhere = home();
    expect(await elsewhere.documents.open(file)).toMatchObject({ ok: false, problem: { code: 'file.locked' } });
  });

  it('one that no window shows gives its report up at once, with all that was kept, and writes no more', async () => {
    const { path, documents, file, document } = await ahead('resting');
    const second = documentsIn(path);
    const last = documents.apply(document, 1, [writing('Typed last')]);
    await Promise.all([last, documents.attend(false)]);
    expect((await last).ok).toBe(true);
    const taken = await second.open(file);
    expect(taken).toMatchObject({ ok: true, value: { recovered: true, revision: 2 } });
    expect(JSON.stringify(taken)).toContain('Typed last');
    await documents.attend(true);
    expect(await documents.apply(document, 2, [writing('Too late')])).toMatchObject(refused);
    expect(await documents.resume(document)).toMatchObject(refused);
    await documents.closeAll();
    expect((await second.apply(document, 2, [writing('Goes on')])).ok).toBe(true);
    await second.closeAll();
    expect(await documents.open(file)).toMatchObject({ ok: true, value: { revision: 3 } });
  });

  it('one whose window comes back goes on, and others are refused again', async () => {
    const { path, documents, file, document } = await ahead('back');
    await documents.attend(false);
    await documents.attend(true);
    expect((await documents.apply(document, 1, [writing('Goes on')])).ok).toBe(true);
    expect(await documentsIn(path).open(file)).toMatchObject(refused);
    expect(await home().documents.open(file)).toMatchObject({ ok: false, problem: { code: 'file.locked' } });
    await documents.save(document, undefined, false);
    await documents.attend(false);
    await documents.closeAll();
    expect(existsSync(join(path, document))).toBe(false);
    expect(readdirSync(dirname(file)).filter(name => name.startsWith(`.${basename(file)}`))).toEqual([]);
  });

  it('another process with the number of a killed one is not taken for it', async () => {
    if (process.platform !== 'linux') return;
    const { path, file } = await ahead('number', { ...programOf(), start: 'another boot 1' });
    expect((await documentsIn(path).open(file)).ok).toBe(true);
  });

  it('on another machine a mark counts while it is renewed; the one that was displaced writes no more', async () => {
    const { path, documents, file, document } = await ahead('far', { machine: 'ward-7', pid: 1, start: '' });
    const second = documentsIn(path);
    expect(await second.open(file)).toMatchObject(refused);
    age(markIn(join(path, document)));
    expect((await second.open(file)).ok).toBe(true);
    expect(await documents.apply(document, 1, [writing('Too late')])).toMatchObject(refused);
    expect(await documents.save(document, undefined, false)).toMatchObject(refused);
    await documents.closeAll();
    expect((await second.apply(document, 1, [writing('Goes on')])).ok).toBe(true);
  });

  it('one that opens the same report twice at once has it open once', async () => {
    const { path, documents, file } = await ahead('twice');
    await documents.closeAll();
    const again = documentsIn(path);
    const [one, other] = await Promise.all([again.open(file), again.open(file)]);
    expect(one.ok && other.ok && one.value.document === other.value.document).toBe(true);
  });
});
