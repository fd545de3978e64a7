/**
 * The library for LaTeX, Pandoc and other programs of this computer, as Better BibTeX's pull export gives it: a plain GET of
 * `http://127.0.0.1:PORT/export?format=biblatex`, read-only. Off unless the user turned it on.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CollectionCount, LibraryQuery } from '../../core/library/types.ts';
import type { Outcome } from '../../core/outcome.ts';
import { pullRequest } from './pull-request.ts';

/** Beside Zotero's 23119, so that both can run. */
export const PULL_PORT = 23_124;

export interface PullSource {
  collections(): Promise<Outcome<readonly CollectionCount[]>>;
  ids(query: LibraryQuery): Promise<Outcome<readonly string[]>>;
  export(what: PulledEntries): Promise<Outcome<{ readonly text: string; readonly entries: number }>>;
}

/** What is written, and how; all that there is where nothing is named. */
export interface PulledEntries {
  readonly format: string;
  readonly query?: LibraryQuery;
  readonly ids?: readonly string[];
  /** Citation keys, former ones among them. */
  readonly keys?: readonly string[];
  readonly shortJournals?: boolean;
  readonly withNotes?: boolean;
}

export interface PullExport {
  readonly port: number;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  'csl-json': 'application/json',
  'endnote-xml': 'application/xml',
};

/** Starts to listen; rejects with Node's error where the port is taken. Port 0 takes a free one. */
export async function startPullExport(source: PullSource, port: number = PULL_PORT): Promise<PullExport> {
  const server = createServer((request, response) => {
    answer(source, request, boundPort(server)).then(
      ({ status, type, body }) => {
        response.writeHead(status, {
          'content-type': `${type}; charset=utf-8`,
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          'cross-origin-resource-policy': 'same-origin',
        });
        response.end(request.method === 'HEAD' ? '' : body);
      },
      () => {
        response.writeHead(500);
        response.end();
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  // It must not keep a program alive that is otherwise done.
  server.unref();
  return {
    port: boundPort(server),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const boundPort = (server: Server): number => (server.address() as AddressInfo | null)?.port ?? 0;

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}
const refused = (status: number, body: string): Answer => ({ status, type: 'text/plain', body: `${body}\n` });

async function answer(source: PullSource, request: IncomingMessage, port: number): Promise<Answer> {
  const { method, headers, url = '/' } = request;
  if (method !== 'GET' && method !== 'HEAD') return refused(405, 'Only read.');
  // Pages of the web have no business here: not under another name (DNS rebinding), not from another site.
  const isOurName = headers.host === `127.0.0.1:${port}` || headers.host === `localhost:${port}`;
  const site = headers['sec-fetch-site'];
  const isAPage = headers.origin !== undefined || (site !== undefined && site !== 'none' && site !== 'same-origin');
  if (!isOurName || isAPage) return refused(403, 'Not from here.');
  const asked = pullRequest(url);
  if (!asked.ok) return refused(asked.status, asked.because);
  const { format, query, paths, ...how } = asked;
  const collections = paths === undefined ? [] : await collectionsAt(source, paths);
  if ('status' in collections) return collections;
  const given = { format, ...how };
  if (collections.length < 2) {
    const [collection] = collections;
    return written(await source.export({ ...given, query: { ...query, ...(collection && { collection }) } }), asked);
  }
  const ids = new Set<string>();
  for (const collection of collections) {
    const some = await source.ids({ ...query, collection });
    if (!some.ok) return refused(503, some.problem.message.en);
    for (const id of some.value) ids.add(id);
  }
  return written(await source.export({ ...given, ids: [...ids] }), asked);
}

function written(
  made: Outcome<{ readonly text: string; readonly entries: number }>,
  { format, keys }: Pick<PulledEntries, 'format' | 'keys'>,
): Answer {
  if (!made.ok) return refused(503, made.problem.message.en);
  if (keys && made.value.entries === 0) return refused(404, `No entry has the key ${keys.join(' or ')}.`);
  return { status: 200, type: TYPES[format] ?? 'text/plain', body: made.value.text };
}

/** The ids of collections by their own ids or by their paths ("Thesis/Skin"), or what is wrong with them. */
async function collectionsAt(source: PullSource, paths: readonly string[]): Promise<readonly string[] | Answer> {
  const all = await source.collections();
  if (!all.ok) return refused(503, all.problem.message.en);
  const shown = all.value.filter(({ trashed }) => !trashed);
  const ids: string[] = [];
  for (const path of paths) {
    const found = shown.some(({ id }) => id === path) ? [path] : namedIn(shown, path);
    if (found.length > 1) return refused(409, `Several collections are called ${path}.`);
    if (found[0] === undefined) return refused(404, `No collection is called ${path}.`);
    ids.push(found[0]);
  }
  return ids;
}

/** Collections at a path of names, case and spaces around slashes aside. */
function namedIn(collections: readonly CollectionCount[], path: string): readonly string[] {
  const plain = (name: string) => name.normalize('NFC').trim().toLowerCase();
  const byId = new Map(collections.map(each => [each.id, each]));
  const pathOf = (each: CollectionCount, depth = 0): readonly string[] => {
    const outer = each.parent === null || depth > 50 ? undefined : byId.get(each.parent);
    return [...(outer ? pathOf(outer, depth + 1) : []), plain(each.name)];
  };
  const wanted = path.split('/').map(plain).join('/');
  return collections.filter(each => pathOf(each).join('/') === wanted).map(({ id }) => id);
}
