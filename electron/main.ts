/** Electron's main process: the host's services behind the shell. */
import { join } from 'node:path';
import * as electron from 'electron';
import { contract } from '../core/contract/contract.ts';
import { serve } from '../core/contract/wire/serve.ts';
import { done } from '../core/outcome.ts';
import { homeFolder } from '../host/services/home.ts';
import { createServices, programVersion } from '../host/services.ts';
import { systemDialogs } from './dialogs.ts';
import { answerFor } from './files.ts';
import { startShell } from './shell.ts';

const root = electron.app.getAppPath();
const file = process.argv.slice(1).find(argument => argument.endsWith('.casereport'));

const services = createServices({
  home: homeFolder(),
  resources: root,
  host: 'electron',
  version: await programVersion(root),
  systemLanguage: electron.app.getLocale().startsWith('fr') ? 'fr' : 'en',
  worker: join(root, 'dist', 'host', 'worker.mjs'),
  dialogs: systemDialogs(electron),
  reveal: async (path, show) => {
    if (show === 'folder') electron.shell.showItemInFolder(path);
    else await electron.shell.openPath(path);
    return done(null);
  },
  ...(file === undefined ? {} : { openPath: file }),
});

electron.app.on('will-quit', () => void services.close());

// Not awaited: Electron is ready only after this module has been evaluated, so that awaiting would wait for itself.
void startShell(electron, {
  preload: join(root, 'dist', 'electron', 'preload.cjs'),
  answer: path => answerFor(path, join(root, 'dist', 'renderer'), services.asset),
  // The name of the call and the kind of error: never a message that could hold a patient's words.
  onWire: wire =>
    serve(contract, services.implementation, wire, (error, method) =>
      console.error(method, error instanceof Error ? error.name : 'error'),
    ),
});
