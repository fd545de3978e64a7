/** A server on this machine that plays all services, faults included, and a clock that does not make tests wait. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Clock } from '../../../host/lookup/clock.ts';
import { createLookup, type Lookup, type LookupConfig } from '../../../host/lookup/lookup.ts';
import { basesUnder, type ServiceId } from '../../../host/lookup/services.ts';

export type Play = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

export const text =
  (body: string, status = 200, headers: Record<string, string> = {}): Play =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body);
  };
/** Nothing for ever. */
export const silence: Play = () => {};
/** Packed: a few kilobytes that are many megabytes. */
export const packed =
  (body: Buffer): Play =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    response.end(gzipSync(body));
  };
/** The connection ends before, or in the middle of, the answer. */
export const cutAtOnce: Play = request => request.socket.destroy();
export const cutHalfway: Play = (request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
  response.write('{"status":"ok","mess');
  setTimeout(() => request.socket.destroy(), 10);
};

/** What each says that knows nothing of what it is asked. */
const nothing: Play = (request, response, url) => {
  const [, service, path] = url.pathname.split('/');
  if (service === 'crossref' && path === 'works' && url.searchParams.has('rows'))
    return text('{"status":"ok","message":{"items":[]}}')(request, response, url);
  if (service === 'europe-pmc') return text('{"hitCount":0,"resultList":{"result":[]}}')(request, response, url);
  if (service === 'ncbi' && path === 'efetch.fcgi')
    return text('<?xml version="1.0" ?><PubmedArticleSet></PubmedArticleSet>')(request, response, url);
  text('{}', 404)(request, response, url);
};

export interface Replay {
  readonly lookup: Lookup;
  /** Another program over the same folder. */
  again(config?: Partial<LookupConfig>): Lookup;
  /** What each service plays: in turn, the last for good. */
  readonly plays: Partial<Record<ServiceId, Play[]>>;
  /** Addresses asked, below each service's base, in their order. */
  readonly asked: string[];
  readonly headers: IncomingMessage['headers'][];
  /** "GET" and how many bytes were sent with it, of each request. */
  readonly sent: string[];
  readonly waits: number[];
  /** When each request came, by the clock. */
  readonly times: number[];
  readonly clock: Clock & { pass(milliseconds: number): void };
  readonly folder: string;
  /** Below which every service is found. */
  readonly address: string;
  /** How many requests were open at one time, at most. */
  most(service: ServiceId): number;
  setting: { on: boolean; contact: string };
  close(): Promise<void>;
}

export async function replay(config: Partial<LookupConfig> = {}): Promise<Replay> {
  const plays: Replay['plays'] = {};
  const asked: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const sent: string[] = [];
  const times: number[] = [];
  let time = Date.parse('2026-03-01T12:00:00Z');
  const open = new Map<string, number>();
  const highest = new Map<string, number>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [, service = ''] = url.pathname.split('/');
    asked.push(`${service} ${url.pathname.slice(service.length + 2)}${url.search}`);
    headers.push(request.headers);
    times.push(time);
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
    });
    request.once('end', () => sent.push(`${request.method} ${bytes}`));
    request.resume();
    open.set(service, (open.get(service) ?? 0) + 1);
    highest.set(service, Math.max(highest.get(service) ?? 0, open.get(service) ?? 0));
    response.once('close', () => open.set(service, (open.get(service) ?? 1) - 1));
    const list = plays[service as ServiceId] ?? [];
    const play = list.length > 1 ? (list.shift() as Play) : (list[0] ?? nothing);
    play(request, response, url);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const folder = mkdtempSync(join(tmpdir(), 'casewright-lookup-'));
  const waits: number[] = [];
  const clock: Replay['clock'] = {
    now: () => time,
    wait: async milliseconds => {
      if (milliseconds <= 0) return;
      waits.push(milliseconds);
      time += milliseconds;
    },
    pass: milliseconds => {
      time += milliseconds;
    },
  };
  const setting = { on: true, contact: '' };
  const bases = basesUnder(`http://127.0.0.1:${port}`);
  const make = (more: Partial<LookupConfig> = {}) =>
    createLookup({
      folder,
      bases,
      clock,
      version: '1.2.3',
      settings: async () => setting,
      timeout: 2000,
      environment: {},
      ...config,
      ...more,
    });
  return {
    lookup: make(),
    again: make,
    plays,
    asked,
    headers,
    sent,
    times,
    waits,
    clock,
    folder,
    address: `http://127.0.0.1:${port}/`,
    setting,
    most: service => highest.get(service) ?? 0,
    close: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
