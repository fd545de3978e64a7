/** What the preload script gives the page: the way to ask for a port, and nothing else. */
import type { PreloadApi } from './apis.ts';
import { HOST_PORT } from './origin.ts';

/** The bridge carries no MessagePort; `postMessage` moves it from the isolated world to the page's. */
export function installBridge(
  { contextBridge, ipcRenderer }: PreloadApi,
  page: Pick<Window, 'postMessage'>,
  origin: string,
): void {
  ipcRenderer.on(HOST_PORT, event => page.postMessage(HOST_PORT, origin, [...event.ports]));
  contextBridge.exposeInMainWorld('casewright', { askPort: (): void => ipcRenderer.send(HOST_PORT) });
}
