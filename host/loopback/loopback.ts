/** The contract over a web socket on 127.0.0.1, and plain GET for the window's files and the open report's images. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { socketWire } from '../../core/contract/wire/carriers.ts';
import type { Contract, Implementation } from '../../core/contract/wire/method.ts';
import { serve } from '../../core/contract/wire/serve.ts';
import { cookieName, type RequestHead, rightCookie, rightHost, rightOrigin, sameSecret } from './guard.ts';
import { assetPath, HEADERS, pageOf, STRANGER } from './pages.ts';
import type { Standing } from './standing.ts';

export interface LoopbackConfig<C extends Contract> {
  readonly contract: C;
  readonly implementation: Implementation<C>;
  /** The built window. */
  readonly rendererFolder: string;
  /** An image of an open report, or one no larger than a screen shows. */
  readonly asset: (
    document: string,
    name: string,
    forScreen?: boolean,
  ) => Promise<{ readonly bytes: Uint8Array; readonly type: string } | null>;
  /** 0 for any that is free. */
  readonly port?: number;
  /** Where a host before this one stood that its windows did not see end: taken again if it is free. */
  readonly left?: Standing | null;
  readonly report: (error: unknown, method: string) => void;
  /** How many windows are open, each time that changes. */
  readonly onWindows?: (count: number) => void;
}

export interface Loopback extends Standing {
  /** Holds a key in its fragment that is good for one exchange. */
  readonly url: string;
  /** Another address with a fresh key. */
  invite(): string;
  close(): Promise<void>;
}

/** Largest message from a window: an image of 100 MB, and a bit. */
const LARGEST_MESSAGE = 128 * 2 ** 20;
/** Whether a promise was kept. */
const settled = [() => true, () => false] as const;
const secret = () => randomBytes(32).toString('base64url');

function headOf(request: IncomingMessage): RequestHead {
  const { host, origin, cookie } = request.headers;
  return { method: request.method ?? '', host, origin, cookie };
}

function send(
  response: ServerResponse,
  status: number,
  body: Uint8Array | string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    ...HEADERS,
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(body);
}

/** Starts the host. The address it gives opens the window in any browser on this machine, once. */
export async function startLoopback<C extends Contract>(config: LoopbackConfig<C>): Promise<Loopback> {
  let session = secret();
  const keys = new Set<string>();
  const server = createServer((request, response) => {
    answer(request, response).catch(error => {
      config.report(error, 'loopback');
      if (!response.headersSent) send(response, 500, '');
    });
  });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE });
  const windows = new Set<WebSocket>();
  const port = () => (server.address() as AddressInfo).port;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const head = headOf(request);
    if (!rightHost(head, port()) || !rightOrigin(head, port())) return send(response, 403, '');
    const path = (request.url ?? '/').replace(/[?#].*$/, '');
    if (head.method === 'POST' && path === '/session') return exchange(request, response);
    if (head.method !== 'GET' && head.method !== 'HEAD') return send(response, 405, '', { Allow: 'GET, HEAD' });
    const known = rightCookie(head, port(), session);
    const image = assetPath(path);
    if (image) {
      const found = known ? await config.asset(image.document, image.name, image.forScreen) : null;
      if (!found) return send(response, known ? 404 : 403, '');
      return send(response, 200, found.bytes, {
        'Content-Type': found.type,
        'Cache-Control': 'private, max-age=31536000, immutable',
      });
    }
    const page = await pageOf(config.rendererFolder, path);
    if (!page) return send(response, 404, '');
    // The window's own files hold no secret; what they may then ask for needs the cookie.
    send(response, 200, page.bytes, {
      'Content-Type': page.type,
      'Cache-Control': page.lasting ? 'private, max-age=31536000, immutable' : 'no-cache',
    });
  }

  /** A key is exchanged once for the cookie; a window that has the cookie needs none. */
  async function exchange(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (rightCookie(headOf(request), port(), session)) return send(response, 204, '');
    let text = '';
    for await (const chunk of request) {
      text += chunk;
      if (text.length > 1000) return send(response, 413, '');
    }
    const key = [...keys].find(candidate => sameSecret(candidate, text));
    if (key === undefined) return send(response, 403, STRANGER, { 'Content-Type': 'text/html; charset=utf-8' });
    keys.delete(key);
    send(response, 204, '', { 'Set-Cookie': `${cookieName(port())}=${session}; HttpOnly; SameSite=Strict; Path=/` });
  }

  server.on('upgrade', (request: IncomingMessage, socket: Socket, first: Buffer) => {
    const head = headOf(request);
    const path = (request.url ?? '').replace(/\?.*$/, '');
    const own = head.origin === `http://127.0.0.1:${port()}`;
    if (path !== '/contract' || !rightHost(head, port()) || !own || !rightCookie(head, port(), session)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, first, window => {
      windows.add(window);
      config.onWindows?.(windows.size);
      window.on('error', () => window.terminate());
      window.on('close', () => {
        windows.delete(window);
        config.onWindows?.(windows.size);
      });
      serve(config.contract, config.implementation, socketWire(window as never), config.report);
    });
  });

  const listen = (at: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(at, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  const { left } = config;
  const isWanted = left && (!config.port || config.port === left.port);
  if (isWanted && (await listen(left.port).then(...settled))) session = left.session;
  else await listen(config.port ?? 0);

  function invite(): string {
    const key = secret();
    keys.add(key);
    return `http://127.0.0.1:${port()}/#${key}`;
  }

  return {
    url: invite(),
    port: port(),
    session,
    invite,
    close: async () => {
      for (const window of windows) window.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
