/**
 * The library for LaTeX, Pandoc and other programs of this computer, as Better BibTeX's pull export gives it: a plain GET of
 * `http://127.0.0.1:PORT/export?format=biblatex`, read-only. Off unless the user turned it on.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { referenceFormats } from '../../core/formats/index.ts';
import type { LibraryQuery } from '../../core/library/types.ts';
import type { Outcome } from '../../core/outcome.ts';

/** Beside Zotero's 23119, so that both can run. */
export const PULL_PORT = 23_124;

export interface PullSource {
  export(format: string, query: LibraryQuery): Promise<Outcome<{ readonly text: string }>>;
}

export interface PullExport {
  readonly port: number;
  close(): Promise<void>;
}

/** Names that Better BibTeX has for formats, beside ours. */
const ALSO: Readonly<Record<string, string>> = {
  betterbiblatex: 'biblatex',
  betterbibtex: 'bibtex',
  'better-biblatex': 'biblatex',
  'better-bibtex': 'bibtex',
  csljson: 'csl-json',
  'better-csl-json': 'csl-json',
  jzon: 'csl-json',
  json: 'csl-json',
  bib: 'biblatex',
};

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
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
  // "/export?format=biblatex", "/better-bibtex/export/library?/1/library.biblatex", "/export/library.bib".
  if (!/^\/(?:better-bibtex\/)?export(?:\/|$)/.test(pathname)) return refused(404, 'Ask for /export?format=biblatex.');
  const [first = ''] = searchParams.keys();
  const ending = [pathname, first].flatMap(name => /\.([a-z-]+)$/i.exec(name)?.[1] ?? [])[0];
  const wanted = (searchParams.get('format') ?? ending ?? 'biblatex').toLowerCase();
  const id = ALSO[wanted] ?? wanted;
  const written = referenceFormats.filter(({ write }) => write !== undefined).map(format => format.id);
  if (!written.includes(id)) return refused(400, `No such format. There are: ${written.join(', ')}.`);
  const collection = searchParams.get('collection');
  const made = await source.export(id, {
    text: (searchParams.get('q') ?? '').slice(0, 1000),
    tags: searchParams.getAll('tag').slice(0, 100),
    ...(collection === null ? {} : { collection }),
  });
  if (!made.ok) return refused(503, made.problem.message.en);
  return { status: 200, type: TYPES[id] ?? 'text/plain', body: made.value.text };
}
