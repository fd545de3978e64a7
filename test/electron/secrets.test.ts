import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { SecretsApi } from '../../electron/apis.ts';
import { safeSecrets } from '../../electron/secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'casewright-safe-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function standIn(backend: string, isAvailable = true): SecretsApi {
  const flip = (bytes: Buffer) => Buffer.from(bytes.map(byte => byte ^ 255));
  return {
    safeStorage: {
      isEncryptionAvailable: () => isAvailable,
      getSelectedStorageBackend: () => backend as never,
      encryptString: text => flip(Buffer.from(text)),
      decryptString: bytes => flip(bytes).toString(),
    },
  };
}

describe('secrets in Electron', () => {
  it('are kept encrypted, and forgotten', async () => {
    const store = safeSecrets(standIn('gnome_libsecret'), folder, 'linux');
    expect(await store.set('team-1', 'postgresql://marie:x@h/d')).toBe(true);
    const [file = ''] = readdirSync(folder);
    expect(readFileSync(join(folder, file), 'latin1')).not.toContain('marie');
    expect(await store.get('team-1')).toBe('postgresql://marie:x@h/d');
    await store.remove('team-1');
    expect(await store.get('team-1')).toBeNull();
  });

  it.each([
    ['whose key would stand in the program', standIn('basic_text')],
    ['without a key store', standIn('unknown', false)],
  ])('are not kept on a Linux %s', async (_, api) => {
    const store = safeSecrets(api, folder, 'linux');
    expect(await store.set('team-1', 'secret')).toBe(false);
    expect(await store.get('team-1')).toBeNull();
  });
});
