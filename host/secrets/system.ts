/**
 * The system's key store by the programs that come with it: the Secret Service through libsecret's `secret-tool` on Linux, the Keychain through
 * `security` on macOS, DPAPI through PowerShell on Windows. What is kept is base64, so that no program changes its letters.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Run, run as runProgram } from './running.ts';
import { noSecrets, type SecretStore } from './types.ts';

const SERVICE = 'Casewright';

const toText = (secret: string): string => Buffer.from(secret, 'utf8').toString('base64');
const fromText = (text: string): string => Buffer.from(text.trim(), 'base64').toString('utf8');

/** The store of this system. `folder` is where Windows' protected files are put, which only this user can read back. */
export function systemSecrets(
  folder: string,
  platform: NodeJS.Platform = process.platform,
  run: Run = runProgram,
): SecretStore {
  switch (platform) {
    case 'linux':
      return secretService(run);
    case 'darwin':
      return keychain(run);
    case 'win32':
      return dataProtection(folder, run);
    default:
      return noSecrets;
  }
}

/** secret-tool(1): `store` reads the secret from its input; `lookup` ends with 1 where there is none. */
function secretService(run: Run): SecretStore {
  const named = (name: string) => ['service', SERVICE, 'account', name];
  const get = async (name: string) => {
    const { code, output } = await run('secret-tool', ['lookup', ...named(name)]);
    return code === 0 && output !== '' ? fromText(output) : null;
  };
  return {
    get,
    async set(name, secret) {
      const { code } = await run('secret-tool', ['store', `--label=${SERVICE}`, ...named(name)], toText(secret));
      return code === 0 && (await get(name)) === secret;
    },
    remove: async name => void (await run('secret-tool', ['clear', ...named(name)])),
  };
}

/** security(1): `-i` reads commands from its input. */
function keychain(run: Run): SecretStore {
  const named = (name: string) => ['-a', name, '-s', SERVICE];
  const get = async (name: string) => {
    const { code, output } = await run('security', ['find-generic-password', ...named(name), '-w']);
    return code === 0 ? fromText(output) : null;
  };
  return {
    get,
    async set(name, secret) {
      const command = ['add-generic-password', '-U', ...named(name), '-w', toText(secret)].join(' ');
      await run('security', ['-i'], `${command}\n`);
      return (await get(name)) === secret;
    },
    remove: async name => void (await run('security', ['delete-generic-password', ...named(name)])),
  };
}

/** ProtectedData (DPAPI) for the current user. */
function dataProtection(folder: string, run: Run): SecretStore {
  const file = (name: string) => join(folder, `${createHash('sha256').update(name).digest('hex').slice(0, 32)}.dpapi`);
  const powershell = (verb: 'Protect' | 'Unprotect', input: string) =>
    run(
      'powershell.exe',
      [
        '-NoProfile',
        '-NonInteractive',
        '-Command',
        `Add-Type -AssemblyName System.Security; $in = [Convert]::FromBase64String([Console]::In.ReadToEnd().Trim()); ` +
          `[Convert]::ToBase64String([Security.Cryptography.ProtectedData]::${verb}($in, $null, 'CurrentUser'))`,
      ],
      input,
    );
  const get = async (name: string) => {
    const kept = await readFile(file(name), 'utf8').catch(() => null);
    if (kept === null) return null;
    const { code, output } = await powershell('Unprotect', kept);
    return code === 0 ? fromText(output) : null;
  };
  return {
    get,
    async set(name, secret) {
      const { code, output } = await powershell('Protect', toText(secret));
      if (code !== 0) return false;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(file(name), output.trim(), { mode: 0o600 });
      return (await get(name)) === secret;
    },
    remove: name => rm(file(name), { force: true }),
  };
}
