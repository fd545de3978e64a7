import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../cli/main.ts';
import { folderForTests } from '../host/documents/folder.ts';
import { change, insertTracked, replacePlain, replaceTracked } from '../host/roundtrip/edited.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = folderForTests();
let out = '';
let err = '';

beforeEach(() => {
  vi.stubEnv('CASEWRIGHT_HOME', join(folder, 'home'));
  vi.stubEnv('LC_ALL', 'en_GB.UTF-8');
  out = '';
  err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    out += text;
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation(text => {
    err += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const casewright = (...args: string[]) => run(args, root);

describe('casewright review', () => {
  it('lists what came back, takes over what is asked for, and finds nothing more then', async () => {
    const report = join(folder, 'case.casereport');
    const file = join(folder, 'case.docx');
    copyFileSync(join(root, 'examples', 'calciphylaxis', 'calciphylaxis.casereport'), report);
    expect(await casewright('export', report, '--to', file)).toBe(0);
    const returned = change(readFileSync(file), document =>
      replaceTracked(
        replacePlain(
          insertTracked(document, 'Elle touche surtout', ' et d’abord', 'Ada'),
          'durant quinze semaines',
          'pendant trois mois',
        ),
        'Camille Aubriot',
        'C. Aubriot',
        'Bob',
      ),
    );
    writeFileSync(file, returned);
    out = '';
    expect(await casewright('review', report, file)).toBe(1);
    expect(out).toContain('1\tto see\t\tBob\t[-Camille Aubriot');
    expect(out).toContain('added\tintroduction\tAda\t{+ et d’abord+}');
    out = '';
    expect(await casewright('--json', 'review', report, file, '--accept', 'tracked')).toBe(1);
    const { changes } = JSON.parse(out) as { changes: { after: string; accepted: boolean; why?: object }[] };
    expect(changes.filter(({ accepted }) => accepted).map(({ after }) => after)).toEqual([' et d’abord']);
    expect(await casewright('review', report, file, '--accept', 'all')).toBe(1);
    expect(await casewright('export', report, '--to', file)).toBe(0);
    out = '';
    expect(await casewright('review', report, file)).toBe(0);
    expect(out).toBe('');
  });

  it('of a file that is no Word file says so and changes nothing', async () => {
    const file = join(folder, 'notes.docx');
    writeFileSync(file, 'no zip');
    expect(await casewright('review', join(root, 'examples', 'ttp', 'ttp.casereport'), file)).toBe(2);
    expect(err).toContain('This is not a Word file (.docx).');
  });
});
