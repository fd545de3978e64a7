/** Computers of a team, for tests: each with a mirror of its own, reaching the server through a line that can be cut. */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sameValue } from '../../../../core/library/fields.ts';
import type { Change, Entry, KeptEntry } from '../../../../core/library/types.ts';
import { createLibraryRoom, type LibraryRoom } from '../../../../host/library/room.ts';
import { type Connection, parseConnection } from '../../../../host/library/sync/connection.ts';
import { asked, syncRound } from '../../../../host/library/sync/round.ts';
import { openSession, type Session } from '../../../../host/library/sync/session.ts';
import type { TestServer } from './postgres.ts';

export interface Line {
  readonly port: number;
  /** Every connection is cut, and until it is mended none can be made. */
  cut(): void;
  mend(): void;
  /** Cuts the connections that there are. */
  drop(): void;
  /** Connections stay, and nothing goes through them any more: as when a network goes without a word. */
  freeze(): void;
  /** Cuts them once so many bytes more have gone through, whichever way. */
  dropAfter(bytes: number): void;
  /** The next statement that holds these words reaches the server; its answer is lost with the connection. */
  loseAnswerTo(words: string): void;
  close(): Promise<void>;
}

/** A line to a port of this computer. */
export async function openLine(to: number): Promise<Line> {
  const sockets = new Set<Socket>();
  let isCut = false;
  const frozen = new WeakSet<Socket>();
  let lost: string | null = null;
  let left = Number.POSITIVE_INFINITY;
  const server = createServer(near => {
    if (isCut) return void near.destroy();
    const far = connect(to, '127.0.0.1');
    let isLosing = false;
    const end = () => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', end);
      socket.on('close', () => {
        sockets.delete(socket);
        end();
      });
    }
    /** What of a piece still goes through. */
    const within = (bytes: Buffer): Buffer => {
      const passed = bytes.subarray(0, left);
      left -= passed.length;
      // Nothing comes after what was cut.
      if (left === 0)
        setImmediate(() => {
          left = Number.POSITIVE_INFINITY;
          drop();
        });
      return passed;
    };
    near.on('data', bytes => {
      if (frozen.has(near)) return;
      if (lost !== null && bytes.includes(lost)) {
        isLosing = true;
        lost = null;
      }
      far.write(within(bytes));
    });
    far.on('data', bytes => {
      if (frozen.has(far)) return;
      // By its first byte the server has done what it was asked ('1', parse complete, comes in front of it in the same piece).
      if (isLosing) end();
      else near.write(within(bytes));
    });
  });
  const port = await new Promise<number>(resolve => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port,
    drop,
    cut() {
      isCut = true;
      drop();
    },
    mend() {
      isCut = false;
    },
    freeze() {
      for (const socket of sockets) frozen.add(socket);
    },
    dropAfter(bytes) {
      left = bytes;
    },
    loseAnswerTo(words) {
      lost = words;
    },
    close: () =>
      new Promise(resolve => {
        drop();
        server.close(() => resolve());
      }),
  };
}

export interface Computer {
  readonly login: string;
  /** Of the mirror. */
  readonly folder: string;
  readonly mirror: LibraryRoom;
  readonly line: Line;
  readonly connection: Connection;
  open(): Promise<Session>;
  apply(...changes: readonly Change[]): Promise<void>;
  entry(id: string): Promise<KeptEntry>;
  /** One round over a connection of its own. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** A computer of somebody who can log in. */
export async function newComputer(
  server: TestServer,
  database: string,
  team: string,
  login: string,
): Promise<Computer> {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-mirror-'));
  const mirror = createLibraryRoom(folder, null);
  const line = await openLine(server.port);
  const parsed = parseConnection(server.address(login, database, line.port));
  if (!parsed.ok) throw new Error(parsed.problem.code);
  const connection = parsed.value;
  const open = () => openSession(connection);
  return {
    login,
    folder,
    mirror,
    line,
    connection,
    open,
    async apply(...changes) {
      const applied = await mirror.ask('apply', { changes, label: 'edit', by: login });
      if (!applied.ok) throw new Error(applied.problem.code);
    },
    async entry(id) {
      const entry = await mirror.ask('entry', { id });
      if (!entry.ok) throw new Error(entry.problem.code);
      return entry.value;
    },
    async sync() {
      const session = await open();
      try {
        await asked(mirror, 'teamRelease', {});
        await syncRound(session, mirror, team, () => false);
      } finally {
        await session.close();
      }
    },
    async close() {
      await mirror.close();
      await line.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A new entry, as changes. */
export const made = (id: string, title: string, more: Readonly<Record<string, unknown>> = {}): Change => ({
  entry: id,
  field: 'new',
  value: { item: { id, type: 'article-journal', title }, ...more },
});

/** What a team sees of an entry, lists in an order of their own. */
function sharedPart(entry: Entry) {
  const sorted = (words: readonly string[]) => [...words].sort();
  const byId = <T extends { readonly id: string }>(list: readonly T[]) =>
    [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    id: entry.id,
    key: entry.key,
    item: { ...entry.item, id: '' },
    kept: entry.kept,
    tags: sorted(entry.tags),
    collections: sorted(entry.collections),
    aliases: sorted(entry.aliases),
    notes: byId(entry.notes),
    files: byId(entry.files).map(({ id, name, size, hash }) => ({ id, name, size, hash })),
    cited: sorted(entry.cited.map(({ report }) => report)),
    trashed: entry.trashed,
    mergedInto: entry.mergedInto,
  };
}

/** All that a mirror holds of its team: entries by id, the trash included, and collections. */
export async function contentOf(mirror: LibraryRoom): Promise<ReadonlyMap<string, unknown>> {
  const content = new Map<string, unknown>();
  for (const trash of [false, true]) {
    const ids = await mirror.ask('ids', { query: { trash } });
    if (!ids.ok) throw new Error(ids.problem.code);
    for (let at = 0; at < ids.value.length; at += 1000) {
      const entries = await mirror.ask('entries', { ids: ids.value.slice(at, at + 1000) });
      if (!entries.ok) throw new Error(entries.problem.code);
      for (const entry of entries.value) content.set(entry.id, sharedPart(entry));
    }
  }
  const collections = await mirror.ask('collections', {});
  if (!collections.ok) throw new Error(collections.problem.code);
  for (const { id, name, parent, trashed } of collections.value)
    content.set(`collection:${id}`, { name, parent, trashed });
  return content;
}

/** What differs between two mirrors, by entry: empty where they are the same. */
export function differences(
  one: ReadonlyMap<string, unknown>,
  other: ReadonlyMap<string, unknown>,
): readonly unknown[] {
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter(id => !sameValue(one.get(id), other.get(id)))
    .map(id => ({ id, one: one.get(id), other: other.get(id) }));
}
