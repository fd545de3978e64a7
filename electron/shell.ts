/** The desktop shell: one window that can do no more than its page, and speaks to the host over a port. */

import type { MainPort } from '../core/contract/wire/carriers.ts';
import { portWire } from '../core/contract/wire/carriers.ts';
import type { Wire } from '../core/contract/wire/message.ts';
import type { MainApi, ShellWindow } from './apis.ts';
import { HOST_PORT, isOwn, ORIGIN, SCHEME } from './origin.ts';

export interface ShellNeeds {
  readonly preload: string;
  readonly onWire: (wire: Wire) => void;
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

function openWindow(api: MainApi, preload: string): ShellWindow {
  const window = new api.BrowserWindow({
    show: false,
    width: 1440,
    height: 900,
    minWidth: 640,
    minHeight: 480,
    title: 'Casewright',
    autoHideMenuBar: true,
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
  webContents.setWindowOpenHandler(({ url }) => {
    openOutside(api, url);
    return { action: 'deny' };
  });
  webContents.on('will-navigate', event => event.preventDefault());
  webContents.on('will-attach-webview', event => event.preventDefault());
  // The page asks for nothing that needs permission; whatever asks is refused (security tutorial, 5).
  webContents.session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  webContents.session.setPermissionCheckHandler(() => false);
  return window;
}

/** Starts the shell. A second start brings the first one's window forward and ends. */
export async function startShell(api: MainApi, { preload, onWire, answer }: ShellNeeds): Promise<void> {
  if (!api.app.requestSingleInstanceLock()) {
    api.app.quit();
    return;
  }
  registerScheme(api);
  await api.app.whenReady();
  api.protocol.handle(SCHEME, request => {
    const { host, pathname } = new URL(request.url);
    return host === 'casewright' ? answer(pathname) : new Response(null, { status: 404 });
  });
  api.ipcMain.on(HOST_PORT, event => {
    const frame = event.senderFrame;
    // Only our own page, and not a frame inside it (security tutorial, 17).
    if (!frame || frame.parent || !isOwn(frame.url)) return;
    const { port1, port2 } = new api.MessageChannelMain();
    onWire(portWire(port1 as unknown as MainPort));
    frame.postMessage(HOST_PORT, null, [port2]);
  });
  const window = openWindow(api, preload);
  api.app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  api.app.on('window-all-closed', () => api.app.quit());
  await window.loadURL(`${ORIGIN}/index.html`);
  window.show();
}
