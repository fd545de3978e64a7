/** Turning the library's pull export on and off with the user's setting. */
import type { Settings } from '../../core/contract/values.ts';
import { done, failed, type Outcome, problem } from '../../core/outcome.ts';
import type { LibraryRoom } from '../library/room.ts';
import type { PullExport } from '../loopback/pull-export.ts';

export interface Sharing {
  /** Brings it in step with the settings. Gives the address other programs can read, null where it is off. */
  follow(settings: Pick<Settings, 'sharing'>): Promise<Outcome<string | null>>;
  close(): Promise<void>;
}

export function createSharing(room: LibraryRoom, port?: number): Sharing {
  let running: PullExport | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  async function bring(isOn: boolean): Promise<Outcome<string | null>> {
    if (!isOn) {
      await running?.close();
      running = null;
      return done(null);
    }
    const { PULL_PORT, startPullExport } = await import('../loopback/pull-export.ts');
    const wanted = port ?? PULL_PORT;
    try {
      running ??= await startPullExport(
        {
          collections: () => room.ask('collections', {}),
          ids: query => room.ask('ids', { query }),
          export: what => room.ask('export', what),
        },
        wanted,
      );
    } catch {
      return failed(portTaken(wanted));
    }
    return done(`http://127.0.0.1:${running.port}/export?format=biblatex`);
  }

  return {
    follow({ sharing }) {
      // One after the other: turned on and off again quickly, the last wish stands.
      const next = turn.then(() => bring(sharing === 'on'));
      turn = next;
      return next;
    },
    close: async () => {
      await turn;
      await running?.close();
      running = null;
    },
  };
}

const portTaken = (port: number) =>
  problem(
    'library.port',
    {
      en: `The library cannot be shared: another program uses port ${port}, perhaps a second Casewright.`,
      fr: `La bibliothèque ne peut pas être partagée\u00a0: un autre programme utilise le port ${port}, peut-être un second Casewright.`,
    },
    {
      en: 'Nothing else is affected. Close the other program, then turn sharing off and on again.',
      fr: 'Rien d’autre n’est touché. Fermez l’autre programme, puis désactivez et réactivez le partage.',
    },
  );
