/** Electron's main process: the host's services behind the shell. */
import { join, resolve } from 'node:path';
import * as electron from 'electron';
import { contract } from '../core/contract/contract.ts';
import { serve } from '../core/contract/wire/serve.ts';
import { done } from '../core/outcome.ts';
import { homeFolder } from '../host/services/home.ts';
import { programVersion } from '../host/services/program.ts';
import { createServices, type Services } from '../host/services.ts';
import { systemDialogs } from './dialogs.ts';
import { answerFor } from './files.ts';
import { safeSecrets } from './secrets.ts';
import { startShell, systemLanguage } from './shell.ts';

const root = electron.app.getAppPath();

/** The report or template among a start's arguments; Chromium adds arguments of its own around it. */
function fileOf(args: readonly string[], folder: string): string | null {
  const named = args
    .slice(1)
    .find(argument => /\.case(?:report|template)$/i.test(argument) && !argument.startsWith('--'));
  return named === undefined ? null : resolve(folder, named);
}

const services = createServices({
  home: homeFolder(),
  resources: root,
  host: 'electron',
  version: await programVersion(root),
  // Read when it is asked for: Electron does not know it before it is ready.
  get systemLanguage() {
    return systemLanguage(electron);
  },
  worker: join(root, 'dist', 'host', 'worker.mjs'),
  libraryWorker: join(root, 'dist', 'host', 'library.mjs'),
  labsWorker: join(root, 'dist', 'host', 'labs.mjs'),
  dialogs: systemDialogs(electron),
  report: error => report(error, 'team'),
  secrets: safeSecrets(electron, join(homeFolder(), 'secrets'), process.platform),
  systemRoutes: url => electron.session.defaultSession.resolveProxy(url.href),
  reveal: async (path, show) => {
    if (show === 'folder') electron.shell.showItemInFolder(path);
    else await electron.shell.openPath(path);
    return done(null);
  },
});

electron.app.on('will-quit', () => void services.close());

/** The services, as a window sees them that was opened for a file. */
function handlersFor(file: string | null): Services['implementation'] {
  const { implementation } = services;
  if (file === null) return implementation;
  const info: (typeof implementation)['app.info'] = async (input, signal) => ({
    ...(await implementation['app.info'](input, signal)),
    openPath: file,
  });
  return { ...implementation, 'app.info': info };
}

/** The name of the call and the kind of error: never a message that could hold a patient's words. */
function report(error: unknown, method: string): void {
  console.error(method, error instanceof Error ? error.name : 'error');
}

// Not awaited: Electron is ready only after this module has been evaluated, so that awaiting would wait for itself.
void startShell(electron, {
  preload: join(root, 'dist', 'electron', 'preload.cjs'),
  answer: path => answerFor(path, join(root, 'dist', 'renderer'), services.asset),
  platform: process.platform,
  fileOf,
  file: fileOf(process.argv, process.cwd()),
  onWire: (wire, file) => serve(contract, handlersFor(file), wire, report),
});
