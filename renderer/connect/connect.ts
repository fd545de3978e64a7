/** The way to the host, chosen once: a port where Electron offers one, else the socket of the loopback host. */
import type { HostClient } from '../../core/contract/contract.ts';
import { portWire, socketWire } from '../../core/contract/wire/carriers.ts';
import { connect } from '../../core/contract/wire/connect.ts';
import type { Wire } from '../../core/contract/wire/message.ts';

/** What the preload script puts on the window. */
export interface Bridge {
  /** Has the host send its end of a channel as a message `host-port`. */
  askPort(): void;
}

declare global {
  interface Window {
    readonly casewright?: Bridge;
  }
}

/** No host answered, or it does not know this page. */
export class NoHost extends Error {
  readonly status: number | null;
  constructor(status: number | null) {
    super('no host');
    this.status = status;
  }
}

function portFrom(page: Window, bridge: Bridge): Promise<Wire> {
  return new Promise(resolve => {
    const receive = (event: MessageEvent) => {
      const [port] = event.ports;
      if (event.source !== page || event.data !== 'host-port' || !port) return;
      page.removeEventListener('message', receive);
      resolve(portWire(port));
    };
    // Listen first, then ask: the answer may come at once.
    page.addEventListener('message', receive);
    bridge.askPort();
  });
}

/** Exchanges the key in the address for the cookie, and takes it out of the address. */
async function signIn(page: Window): Promise<void> {
  const key = page.location.hash.slice(1);
  const answer = await fetch('/session', { method: 'POST', body: key }).catch(() => null);
  if (key !== '') page.history.replaceState(null, '', page.location.pathname);
  if (!answer?.ok) throw new NoHost(answer?.status ?? null);
}

async function socketFrom(page: Window): Promise<Wire> {
  await signIn(page);
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${page.location.host}/contract`);
    socket.onopen = () => resolve(socketWire(socket));
    socket.onerror = () => reject(new NoHost(null));
  });
}

/** A client of the host. Rejects with {@link NoHost} where there is none. */
export async function openHost(page: Window): Promise<HostClient> {
  const wire = page.casewright ? await portFrom(page, page.casewright) : await socketFrom(page);
  return connect(wire);
}
