/**
 * The loopback host as a program: `node server.mjs [FILE]`. Prints one line of JSON with two addresses, each good for one window, then
 * serves until no window is left.
 */
import { join, resolve } from 'node:path';
import { contract } from '../core/contract/contract.ts';
import { startLoopback } from './loopback/loopback.ts';
import { forgetStanding, leaveStanding, leftStanding } from './loopback/standing.ts';
import { homeFolder } from './services/home.ts';
import { programVersion, systemLanguage } from './services/program.ts';
import { createServices } from './services.ts';

const root = process.env.CASEWRIGHT_ROOT ?? join(import.meta.dirname, '..', '..');
const [file] = process.argv.slice(2);

/** After the last window closed, so long (milliseconds) is waited for one that only reloads. */
const LINGER = Number(process.env.CASEWRIGHT_LINGER ?? 20_000);

const home = homeFolder();
const left = await leftStanding(home);
let windows = 0;

const services = createServices({
  home,
  resources: root,
  host: 'loopback',
  version: await programVersion(root),
  systemLanguage: systemLanguage(),
  worker: new URL('./worker.mjs', import.meta.url),
  report: error => void process.stderr.write(`team: ${describeError(error)}\n`),
  libraryWorker: new URL('./library.mjs', import.meta.url),
  labsWorker: new URL('./labs.mjs', import.meta.url),
  ...(file === undefined ? {} : { openPath: resolve(file) }),
});

/** A window that only reloads is back before this (milliseconds); another program may have what no window shows then. */
const RELOAD = 500;

let leaving: NodeJS.Timeout | undefined;
let resting: NodeJS.Timeout | undefined;

const loopback = await startLoopback({
  contract,
  implementation: services.implementation,
  asset: services.asset,
  rendererFolder: join(root, 'dist', 'renderer'),
  port: Number(process.env.CASEWRIGHT_PORT ?? 0),
  left,
  // The name of the call and of the error's kind: never its message, which could hold a patient's words.
  report: (error, method) => process.stderr.write(`${method}: ${describeError(error)}\n`),
  onWindows: count => {
    windows = count;
    clearTimeout(leaving);
    clearTimeout(resting);
    if (count > 0) void services.attend(true);
    else resting = setTimeout(() => void services.attend(false), RELOAD);
    if (count === 0 && LINGER > 0) leaving = setTimeout(() => void end(), LINGER);
  },
});

// One mark for all hosts of a user: a second host beside one that runs leaves none.
const isMarked = left === null || loopback.port === left.port;
if (isMarked) await leaveStanding(home, loopback);

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const place = error.stack?.split('\n').find(line => line.trim().startsWith('at '));
  return `${error.name}${place ? ` ${place.trim()}` : ''}`;
}

async function end(): Promise<void> {
  // A window that is still there finds the host that comes after this one.
  if (isMarked && windows === 0) await forgetStanding(home);
  await loopback.close();
  await services.close();
  process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());

process.stdout.write(`${JSON.stringify({ url: loopback.url, second: loopback.invite() })}\n`);
