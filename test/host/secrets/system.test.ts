import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Run } from '../../../host/secrets/running.ts';
import { systemSecrets } from '../../../host/secrets/system.ts';

const SECRET = 'postgresql://marie:p"a$s\'é w@db.example/refs';
const folder = mkdtempSync(join(tmpdir(), 'casewright-secrets-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Stand-ins of the systems' programs, as their manuals describe them; `calls` is what any user of the computer could read. */
function standIn() {
  const kept = new Map<string, string>();
  const calls: string[] = [];
  const run: Run = async (program, args, input = '') => {
    calls.push([program, ...args].join(' '));
    const after = (name: string) => args[args.indexOf(name) + 1] ?? '';
    if (program === 'secret-tool') {
      const name = after('account');
      if (args[0] === 'store') kept.set(name, input);
      if (args[0] === 'clear') kept.delete(name);
      const found = kept.get(name);
      return args[0] === 'lookup' && found === undefined ? { code: 1, output: '' } : { code: 0, output: found ?? '' };
    }
    if (program === 'security') {
      if (args[0] === '-i') {
        const words = input.trim().split(' ');
        kept.set(words[words.indexOf('-a') + 1] ?? '', words[words.indexOf('-w') + 1] ?? '');
        return { code: 0, output: '' };
      }
      if (args[0] === 'delete-generic-password') kept.delete(after('-a'));
      const found = kept.get(after('-a'));
      return found === undefined ? { code: 44, output: '' } : { code: 0, output: `${found}\n` };
    }
    const flipped = Buffer.from(Buffer.from(input, 'base64').map(byte => byte ^ 255)).toString('base64');
    return { code: 0, output: `${flipped}\r\n` };
  };
  return { run, calls };
}

describe.each(['linux', 'darwin', 'win32'] as const)('the key store of %s', platform => {
  it('keeps a secret whole, and forgets it', async () => {
    const store = systemSecrets(folder, platform, standIn().run);
    expect(await store.get('team-t1')).toBeNull();
    const name = 'team-t1';
    expect(await store.set(name, SECRET)).toBe(true);
    expect(await store.get(name)).toBe(SECRET);
    await store.remove(name);
    expect(await store.get(name)).toBeNull();
  });

  it('never puts a secret among the arguments of a program', async () => {
    const { run, calls } = standIn();
    await systemSecrets(folder, platform, run).set('t1', SECRET);
    const forms = [SECRET, 'marie', Buffer.from(SECRET).toString('base64')];
    expect(calls.length).toBeGreaterThan(0);
    for (const form of forms) expect(calls.join('\n')).not.toContain(form);
  });

  it('says so where there is none', async () => {
    const store = systemSecrets(folder, platform, async () => ({ code: 127, output: '' }));
    expect(await store.set('t1', SECRET)).toBe(false);
    expect(await store.get('t1')).toBeNull();
  });
});

describe.skipIf(process.platform === 'win32')('a program of the system', () => {
  it('gets the secret by its input', async () => {
    const bin = mkdtempSync(join(tmpdir(), 'casewright-bin-'));
    const file = join(bin, 'kept');
    writeFileSync(
      join(bin, 'secret-tool'),
      `#!/bin/sh\ncase "$1" in\nstore) cat > "${file}" ;;\nlookup) cat "${file}" ;;\nclear) rm "${file}" ;;\nesac\n`,
    );
    chmodSync(join(bin, 'secret-tool'), 0o755);
    const path = process.env.PATH;
    process.env.PATH = `${bin}${delimiter}${path}`;
    try {
      const store = systemSecrets(folder, 'linux');
      expect(await store.set('team-t1', SECRET)).toBe(true);
      expect(await store.get('team-t1')).toBe(SECRET);
    } finally {
      process.env.PATH = path;
      rmSync(bin, { recursive: true, force: true });
    }
  });
});
