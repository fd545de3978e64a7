/** One main process and one page of Electron's, wired to each other in memory. Held to Electron's own types by `satisfies`. */
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type * as Electron from 'electron';
import type { MainApi, PreloadApi } from '../../electron/apis.ts';

// biome-ignore lint/suspicious/noExplicitAny: listeners of many shapes, kept by name
type Listener = (...args: any[]) => any;

class PortOfMain {
  readonly raw: MessagePort;
  constructor(raw: MessagePort) {
    this.raw = raw;
  }
  on(type: string, listener: Listener): this {
    this.raw.on(type as 'message', type === 'message' ? data => listener({ data, ports: [] }) : listener);
    return this;
  }
  postMessage(message: unknown): void {
    this.raw.postMessage(message);
  }
  start(): void {
    this.raw.start();
  }
  close(): void {
    this.raw.close();
  }
}

export function standIn(pageUrl = 'app://casewright/index.html', parent: unknown = null) {
  const onMain = new Map<string, Listener>();
  const onPage = new Map<string, Listener>();
  const onContents = new Map<string, Listener>();
  const onApp = new Map<string, Listener>();
  const sender: { contents: unknown } = { contents: null };
  const seen = {
    windows: [] as Electron.BrowserWindowConstructorOptions[],
    loaded: [] as string[],
    schemes: [] as string[],
    outside: [] as string[],
    exposed: {} as Record<string, { askPort(): void }>,
    handler: null as Listener | null,
    windowOpen: null as Listener | null,
    permission: null as Listener | null,
    permissionCheck: null as Listener | null,
    contents: onContents,
    app: onApp,
    sender,
    shown: 0,
    focused: 0,
    popups: [] as Electron.MenuItemConstructorOptions[][],
    menus: [] as unknown[],
    spelling: [] as string[],
    quits: 0,
  };
  const frame = {
    url: pageUrl,
    parent,
    postMessage: (channel: string, message: unknown, ports: unknown[] = []) =>
      queueMicrotask(() => onPage.get(channel)?.({ ports: ports.map(port => (port as PortOfMain).raw) }, message)),
  };
  const main = {
    app: {
      whenReady: async () => {},
      quit: () => {
        seen.quits++;
      },
      requestSingleInstanceLock: () => true,
      on(type: string, listener: Listener) {
        onApp.set(type, listener);
        return this as never;
      },
      getLocale: () => 'fr',
    },
    ipcMain: {
      on(channel: string, listener: Listener) {
        onMain.set(channel, listener);
        return this as never;
      },
    },
    clipboard: { writeText: async () => {} },
    Menu: {
      buildFromTemplate: items => ({ items, popup: () => seen.popups.push(items) }) as never,
      setApplicationMenu: menu => {
        seen.menus.push(menu);
      },
    },
    protocol: {
      handle: (scheme: string, handler: Listener) => {
        seen.schemes.push(scheme);
        seen.handler = handler;
      },
      registerSchemesAsPrivileged: () => {},
    },
    dialog: {
      showOpenDialog: (async () => ({ canceled: false, filePaths: ['/a.casereport'] })) as never,
      showSaveDialog: (async () => ({ canceled: true, filePath: '' })) as never,
    },
    shell: {
      openExternal: async (url: string) => {
        seen.outside.push(url);
      },
      openPath: async () => '',
      showItemInFolder: () => {},
    },
    BrowserWindow: class {
      constructor(options: Electron.BrowserWindowConstructorOptions) {
        seen.windows.push(options);
        sender.contents = this.webContents;
      }
      on() {
        return this;
      }
      webContents = {
        replaceMisspelling: () => {},
        setWindowOpenHandler: (handler: Listener) => {
          seen.windowOpen = handler;
        },
        on(type: string, listener: Listener) {
          onContents.set(type, listener);
          return this as never;
        },
        session: {
          availableSpellCheckerLanguages: ['de', 'en-US', 'fr'],
          setSpellCheckerLanguages: (languages: string[]) => {
            seen.spelling = languages;
          },
          setPermissionRequestHandler: (handler: Listener) => {
            seen.permission = handler;
          },
          setPermissionCheckHandler: (handler: Listener) => {
            seen.permissionCheck = handler;
          },
        } as never,
      };
      async loadURL(url: string) {
        seen.loaded.push(url);
      }
      show() {
        seen.shown++;
      }
      focus() {
        seen.focused++;
      }
      isMinimized() {
        return false;
      }
      restore() {}
    },
    MessageChannelMain: class {
      readonly port1: never;
      readonly port2: never;
      constructor() {
        const channel = new MessageChannel();
        this.port1 = new PortOfMain(channel.port1) as never;
        this.port2 = new PortOfMain(channel.port2) as never;
      }
    },
  } satisfies MainApi;
  const preload = {
    contextBridge: {
      exposeInMainWorld: (key: string, value: unknown) => {
        seen.exposed[key] = value as { askPort(): void };
      },
    },
    ipcRenderer: {
      on(channel: string, listener: Listener) {
        onPage.set(channel, listener);
        return this as never;
      },
      send: (channel: string, ...args: unknown[]) =>
        queueMicrotask(() =>
          onMain.get(channel)?.({ sender: sender.contents, senderFrame: frame, ports: [] }, ...args),
        ),
    },
  } satisfies PreloadApi;
  return { main, preload, seen };
}
