/** `npm start [-- FILE] [--browser] [--no-open]`: opens the application, in Electron where it can, else in a browser. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { findBrowser, quietArguments, withoutSandbox } from './browsers.mjs';
import { ensureBuilt, ensureInstalled, root, tell } from './tree.mjs';

const args = process.argv.slice(2);
const flags = new Set(args.filter(arg => arg.startsWith('--')));
const named = args.find(arg => !arg.startsWith('--'));
const file = named === undefined ? undefined : resolve(process.env.INIT_CWD ?? process.cwd(), named);

if (file !== undefined && !existsSync(file)) {
  tell(
    `There is no file “${named}”. Nothing was opened.`,
    `Il n’y a pas de fichier « ${named} ». Rien n’a été ouvert.`,
  );
  process.exit(2);
}

ensureInstalled();
await ensureBuilt();

const FAILED = join(root, '.build', 'electron.failed');
const A_DAY = 24 * 3600 * 1000;

function electronBinary() {
  const folder = join(root, 'node_modules', 'electron');
  const path = join(folder, 'path.txt');
  if (!existsSync(path)) return null;
  const binary = join(folder, 'dist', readFileSync(path, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** Tries once a day to fetch Electron's binary, for at most half a minute. */
function fetchElectron() {
  if (existsSync(FAILED) && Date.now() - statSync(FAILED).mtimeMs < A_DAY) return null;
  tell('Looking for Electron…', 'Recherche d’Electron…');
  const done = spawnSync(process.execPath, [join(root, 'node_modules', 'electron', 'install.js')], {
    cwd: root,
    timeout: 30_000,
    stdio: 'ignore',
  });
  const binary = done.status === 0 ? electronBinary() : null;
  if (!binary) {
    mkdirSync(join(root, '.build'), { recursive: true });
    writeFileSync(FAILED, '');
  }
  return binary;
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function inElectron(binary) {
  const child = spawn(binary, [...withoutSandbox(), root, ...(file === undefined ? [] : [file])], { stdio: 'inherit' });
  child.on('exit', code => process.exit(code ?? 0));
}

/** This user's folder for what can be made again. Not the shared temporary folder, where another user could have made it first. */
function cacheFolder() {
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
}

/** Opens the address without waiting for whatever shows it. */
function open(url) {
  const browser = findBrowser();
  const detached = { detached: true, stdio: 'ignore' };
  if (browser) {
    const profile = join(cacheFolder(), 'casewright', 'browser');
    mkdirSync(profile, { recursive: true, mode: 0o700 });
    spawn(
      browser,
      [`--app=${url}`, `--user-data-dir=${profile}`, '--window-size=1440,900', ...quietArguments()],
      detached,
    )
      .on('error', () => {})
      .unref();
    return;
  }
  const [command, rest] =
    process.platform === 'darwin'
      ? ['open', [url]]
      : process.platform === 'win32'
        ? ['cmd', ['/c', 'start', '', url]]
        : ['xdg-open', [url]];
  spawn(command, rest, detached)
    .on('error', () => {})
    .unref();
}

async function inBrowser() {
  const env = { ...process.env, ...(flags.has('--no-open') ? { CASEWRIGHT_LINGER: '0' } : {}) };
  const server = spawn(
    process.execPath,
    [join(root, 'dist', 'host', 'server.mjs'), ...(file === undefined ? [] : [file])],
    {
      stdio: ['inherit', 'pipe', 'inherit'],
      env,
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
  server.on('exit', code => process.exit(code ?? 0));
  for await (const line of createInterface({ input: server.stdout })) {
    // An address is good for one window: the one that is printed is not the one that is opened.
    const { url, second } = JSON.parse(line);
    console.log(`Casewright: ${url}`);
    if (!flags.has('--no-open') && hasDisplay()) open(second);
  }
}

const wanted = !flags.has('--browser') && !flags.has('--no-open');
const binary = wanted ? (electronBinary() ?? fetchElectron()) : null;
if (binary && hasDisplay()) await inElectron(binary);
else {
  if (wanted && !binary) {
    tell(
      'Electron is not here and could not be fetched; opening in a browser instead. Behind a proxy set ELECTRON_MIRROR; it is tried again tomorrow (or remove .build/electron.failed).',
      'Electron n’est pas là et n’a pas pu être récupéré : ouverture dans un navigateur. Derrière un proxy, indiquez ELECTRON_MIRROR ; nouvel essai demain (ou supprimez .build/electron.failed).',
    );
  }
  await inBrowser();
}
