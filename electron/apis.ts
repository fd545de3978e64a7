/** What the shell uses of Electron, cut from Electron's own types: the real thing and the stand-in are both checked against it. */
import type * as Electron from 'electron';

export type Port = Pick<Electron.MessagePortMain, 'on' | 'postMessage' | 'start' | 'close'>;

export type Page = Pick<Electron.WebContents, 'setWindowOpenHandler' | 'on' | 'session' | 'replaceMisspelling'>;

export interface ShellWindow
  extends Pick<Electron.BrowserWindow, 'loadURL' | 'show' | 'focus' | 'isMinimized' | 'restore'> {
  readonly webContents: Page;
  on(event: 'closed', listener: () => void): unknown;
}

export interface MainApi {
  readonly app: Pick<Electron.App, 'whenReady' | 'quit' | 'requestSingleInstanceLock' | 'on' | 'getLocale'>;
  readonly clipboard: Pick<Electron.Clipboard, 'writeText'>;
  readonly Menu: {
    buildFromTemplate(items: Electron.MenuItemConstructorOptions[]): Electron.Menu;
    setApplicationMenu(menu: Electron.Menu | null): void;
  };
  readonly ipcMain: Pick<Electron.IpcMain, 'on'>;
  readonly protocol: Pick<Electron.Protocol, 'handle' | 'registerSchemesAsPrivileged'>;
  readonly dialog: Pick<Electron.Dialog, 'showOpenDialog' | 'showSaveDialog'>;
  readonly shell: Pick<Electron.Shell, 'openExternal' | 'openPath' | 'showItemInFolder'>;
  readonly BrowserWindow: new (options: Electron.BrowserWindowConstructorOptions) => ShellWindow;
  readonly MessageChannelMain: new () => { readonly port1: Port; readonly port2: Electron.MessagePortMain };
}

export interface SecretsApi {
  readonly safeStorage: Pick<
    Electron.SafeStorage,
    'isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'
  >;
}

export interface PreloadApi {
  readonly contextBridge: Pick<Electron.ContextBridge, 'exposeInMainWorld'>;
  readonly ipcRenderer: Pick<Electron.IpcRenderer, 'on' | 'send'>;
}
