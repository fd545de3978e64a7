import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { change, insertTracked, replacePlain, replaceTracked } from '../host/roundtrip/edited.ts';
import { root, shellForTests } from './shell.ts';

const shell = shellForTests();
const { casewright, folder } = shell;

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
    shell.clear();
    expect(await casewright('review', report, file)).toBe(1);
    expect(shell.out).toContain('1\tto see\t\tBob\t[-Camille Aubriot');
    expect(shell.out).toContain('added\tintroduction\tAda\t{+ et d’abord+}');
    shell.clear();
    expect(await casewright('--json', 'review', report, file, '--accept', 'tracked')).toBe(1);
    const { changes } = JSON.parse(shell.out) as { changes: { after: string; accepted: boolean; why?: object }[] };
    expect(changes.filter(({ accepted }) => accepted).map(({ after }) => after)).toEqual([' et d’abord']);
    expect(await casewright('review', report, file, '--accept', 'all')).toBe(1);
    expect(await casewright('export', report, '--to', file)).toBe(0);
    shell.clear();
    expect(await casewright('review', report, file)).toBe(0);
    expect(shell.out).toBe('');
  });

  it('of a file that is no Word file says so and changes nothing', async () => {
    const file = join(folder, 'notes.docx');
    writeFileSync(file, 'no zip');
    expect(await casewright('review', join(root, 'examples', 'ttp', 'ttp.casereport'), file)).toBe(2);
    expect(shell.err).toContain('This is not a Word file (.docx).');
  });
});
