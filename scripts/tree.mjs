/** What every script needs first: packages installed, sources built. Node's own modules only, since nothing may be there yet. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const stamps = join(root, '.build');

/** Says a line on standard error, in the system's language. */
export function tell(en, fr) {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const language = LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  console.error(language.toLowerCase().startsWith('fr') ? fr : en);
}

/** Reads and writes what a step was last done for. */
function stamp(name) {
  const path = join(stamps, `${name}.stamp`);
  return {
    read: () => (existsSync(path) ? readFileSync(path, 'utf8') : ''),
    write: value => {
      mkdirSync(stamps, { recursive: true });
      writeFileSync(path, value);
    },
  };
}

/** Runs npm; `npm` is a script on Windows. Exits with npm's code when it fails. */
function npm(...args) {
  const { status } = spawnSync('npm', args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    tell(
      'The packages could not be installed. Behind a proxy, set it with `npm config set proxy`, then try again.',
      'Les paquets n’ont pas pu être installés. Derrière un proxy, indiquez-le par `npm config set proxy`, puis réessayez.',
    );
    process.exit(status ?? 1);
  }
}

/** Installs the packages of the lock file where they are missing or the lock has changed. */
export function ensureInstalled() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const done = stamp('install');
  if (existsSync(join(root, 'node_modules', 'vite')) && done.read() === lock) return;
  tell('Installing packages…', 'Installation des paquets…');
  npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
  done.write(lock);
}

const SOURCES = ['core', 'host', 'cli', 'electron', 'renderer', 'examples', 'bench', 'scripts'];

/** A hash of names, sizes and times of every source, and of Node, which keeps compiled code: quick, and right unless a clock goes back. */
function sourcesNow() {
  const hash = createHash('sha256')
    .update(process.version)
    .update(readFileSync(join(root, 'package-lock.json')));
  for (const folder of SOURCES) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const { size, mtimeMs } = statSync(path);
      hash.update(`${path}|${size}|${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/** Builds everything to dist/ where a source has changed since. */
export async function ensureBuilt({ force = false } = {}) {
  const now = sourcesNow();
  const done = stamp('build');
  const programs = ['host/server.mjs', 'host/cli.mjs', 'host/command/main.cjs', 'electron/main.mjs'];
  const present = [...programs, 'renderer/index.html'].every(file => existsSync(join(root, 'dist', file)));
  if (!force && present && done.read() === now) return;
  tell('Building…', 'Construction du programme…');
  const { build } = await import('./building.mjs');
  await build();
  done.write(now);
}
