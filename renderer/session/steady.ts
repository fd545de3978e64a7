/** A host client that outlives its connection: after a loss it opens another and says so. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HostClient } from '../../core/contract/contract.ts';

export interface SteadyHost {
  /** Calls go to the connection there is; while there is none they reject with the fault `closed`. */
  readonly client: HostClient;
  readonly status: StoreApi<{ readonly lost: boolean }>;
  /** Called each time a connection is there again. Gives the way to stop listening. */
  onReturn(listener: () => void): () => void;
}

/** Waits between attempts (milliseconds); the last one repeats. */
const WAITS = [300, 1000, 2000, 5000];

/** Keeps a host reachable. `open` makes a new connection. */
export function steadyHost(first: HostClient, open: () => Promise<HostClient>): SteadyHost {
  let current = first;
  const status = createStore<{ lost: boolean }>(() => ({ lost: false }));
  const listeners = new Set<() => void>();

  const use = (client: HostClient) => {
    current = client;
    client.onClose(() => {
      if (current !== client) return;
      status.setState({ lost: true });
      attempt(0);
    });
  };
  const attempt = (count: number) => {
    setTimeout(
      async () => {
        try {
          use(await open());
        } catch {
          attempt(count + 1);
          return;
        }
        status.setState({ lost: false });
        for (const listener of listeners) listener();
      },
      WAITS[Math.min(count, WAITS.length - 1)],
    );
  };

  use(first);
  return {
    client: {
      call: (name, input, options) => current.call(name, input, options),
      stream: (name, input, options) => current.stream(name, input, options),
      onClose: () => {},
    },
    status,
    onReturn(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
