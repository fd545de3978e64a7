/** Secrets by Electron's `safeStorage`: its key is in the system's key store, what it encrypted in a file of the user's folder. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SecretStore } from '../host/secrets/types.ts';
import type { SecretsApi } from './apis.ts';

export function safeSecrets({ safeStorage }: SecretsApi, folder: string, platform: string): SecretStore {
  const file = (name: string) => join(folder, `${createHash('sha256').update(name).digest('hex').slice(0, 32)}.safe`);
  // Without a key store Linux falls back to a key that stands in the program: that protects nothing.
  const isThere = () =>
    safeStorage.isEncryptionAvailable() &&
    (platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text');
  return {
    async get(name) {
      const kept = await readFile(file(name)).catch(() => null);
      if (kept === null || !isThere()) return null;
      try {
        return safeStorage.decryptString(kept);
      } catch {
        // Encrypted under another key: of another user, or before the key store was made anew.
        return null;
      }
    },
    async set(name, secret) {
      if (!isThere()) return false;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(file(name), safeStorage.encryptString(secret), { mode: 0o600 });
      return true;
    },
    remove: name => rm(file(name), { force: true }),
  };
}
