/** The desktop shell: one window that can do no more than its page, and speaks to the host over a port. */

import type { MainPort } from '../core/contract/wire/carriers.ts';
import { portWire } from '../core/contract/wire/carriers.ts';
import type { Wire } from '../core/contract/wire/message.ts';
import type { Language } from '../core/report/types.ts';
import type { MainApi, ShellWindow } from './apis.ts';
import { installContextMenu, programMenu } from './menus.ts';
import { HOST_PORT, isOwn, ORIGIN, SCHEME } from './origin.ts';

export interface ShellNeeds {
  readonly preload: string;
  readonly platform: string;
  /** A window asks for its host; `file` is what it was opened for, null for none. */
  readonly onWire: (wire: Wire, file: string | null) => void;
  /** The report named by the arguments of a start, relative to its folder; null where none is. */
  readonly fileOf: (args: readonly string[], folder: string) => string | null;
  /** What this start was asked to open. */
  readonly file: string | null;
  /** A path of the window's own address. */
  readonly answer: (path: string) => Promise<Response>;
}

/** Must be called before Electron is ready. */
export function registerScheme({ protocol }: Pick<MainApi, 'protocol'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** Web addresses are opened in the user's own browser, and only those (security tutorial, 15). */
function openOutside({ shell }: MainApi, address: string): void {
  if (/^(?:https:|mailto:)/i.test(address)) void shell.openExternal(address);
}

/** The system's language; Electron knows it only once it is ready. */
export function systemLanguage({ app }: Pick<MainApi, 'app'>): Language {
  return app.getLocale().startsWith('fr') ? 'fr' : 'en';
}

function openWindow(api: MainApi, preload: string): ShellWindow {
  const window = new api.BrowserWindow({
    show: false,
    width: 1440,
    height: 900,
    minWidth: 640,
    minHeight: 480,
    title: 'Casewright',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: true,
    },
  });
  const { webContents } = window;
  const { session } = webContents;
  webContents.setWindowOpenHandler(({ url }) => {
    openOutside(api, url);
    return { action: 'deny' };
  });
  // The page may load itself anew; it goes nowhere else (security tutorial, 13).
  webContents.on('will-navigate', event => {
    if (!isOwn(event.url)) event.preventDefault();
  });
  webContents.on('will-attach-webview', event => event.preventDefault());
  // The page asks for nothing that needs permission; whatever asks is refused (security tutorial, 5).
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  // Reports are written in either, whatever the system speaks. macOS finds the language by itself, and lists none.
  const spelled = ['en-US', 'fr'].filter(language => session.availableSpellCheckerLanguages.includes(language));
  if (spelled.length > 0) session.setSpellCheckerLanguages(spelled);
  installContextMenu(api, webContents, systemLanguage(api));
  return window;
}

/** Starts the shell. A second start hands its file to the first one, which opens a window for it, and ends. */
export async function startShell(api: MainApi, needs: ShellNeeds): Promise<void> {
  if (!api.app.requestSingleInstanceLock()) {
    api.app.quit();
    return;
  }
  registerScheme(api);
  /** Open windows with what each was opened for; the last is the newest. */
  const windows = new Map<ShellWindow, string | null>();
  let ready = false;
  let first = needs.file;

  async function open(file: string | null): Promise<void> {
    const window = openWindow(api, needs.preload);
    windows.set(window, file);
    window.on('closed', () => windows.delete(window));
    await window.loadURL(`${ORIGIN}/index.html`);
    window.show();
  }

  function bringForward(): void {
    const window = [...windows.keys()].at(-1);
    if (window?.isMinimized()) window.restore();
    window?.focus();
  }

  // macOS names the file by an event, which may come before the program is ready.
  api.app.on('open-file', (event, path) => {
    event.preventDefault();
    if (ready) void open(path);
    else first = path;
  });
  api.app.on('second-instance', (_event, args, folder) => {
    const file = needs.fileOf(args, folder);
    if (file === null) bringForward();
    else void open(file);
  });
  api.app.on('window-all-closed', () => api.app.quit());
  await api.app.whenReady();
  ready = true;
  const menu = programMenu(needs.platform, systemLanguage(api));
  api.Menu.setApplicationMenu(menu && api.Menu.buildFromTemplate(menu));
  api.protocol.handle(SCHEME, request => {
    const { host, pathname } = new URL(request.url);
    return host === 'casewright' ? needs.answer(pathname) : new Response(null, { status: 404 });
  });
  api.ipcMain.on(HOST_PORT, event => {
    const frame = event.senderFrame;
    // Only our own page, and not a frame inside it (security tutorial, 17).
    if (!frame || frame.parent || !isOwn(frame.url)) return;
    const asking = [...windows.keys()].find(({ webContents }) => webContents === event.sender);
    if (!asking) return;
    const { port1, port2 } = new api.MessageChannelMain();
    needs.onWire(portWire(port1 as unknown as MainPort), windows.get(asking) ?? null);
    // A page that is loaded anew starts without the file.
    windows.set(asking, null);
    frame.postMessage(HOST_PORT, null, [port2]);
  });
  await open(first);
}
