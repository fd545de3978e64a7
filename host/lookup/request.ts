/** One GET over HTTP or HTTPS, through a proxy where there is one. Gives any answer as it is; what gave none is a {@link Fault}. */
import * as http from 'node:http';
import * as https from 'node:https';
import type { Duplex } from 'node:stream';
import { connect as secure } from 'node:tls';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

export type FaultKind =
  /** No way there: no network, no such name, nothing listens. */
  | 'offline'
  | 'slow'
  /** The connection ended before the answer did. */
  | 'broken'
  | 'certificate'
  | 'proxy'
  | 'too large'
  | 'cancelled';

/** Why there is no answer. */
export class Fault extends Error {
  readonly kind: FaultKind;
  constructor(kind: FaultKind) {
    super(`no answer: ${kind}`);
    this.kind = kind;
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

export interface RequestOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for the whole of it. */
  readonly timeout: number;
  readonly proxy: URL | null;
}

/** Bytes of an answer that are taken; a batch of PubMed records is far below. */
const LARGEST = 20 * 1024 * 1024;

const OFFLINE = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
]);
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|ALTNAME/;

function faultOf(error: unknown, throughProxy: boolean): Fault {
  if (error instanceof Fault) return error;
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  if (CERTIFICATE.test(code)) return new Fault('certificate');
  if (OFFLINE.has(code)) return new Fault(throughProxy ? 'proxy' : 'offline');
  return new Fault('broken');
}

function credentials(proxy: URL): Record<string, string> {
  if (proxy.username === '') return {};
  const plain = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(plain).toString('base64')}` };
}

/** A connection to the address's host through the proxy (CONNECT, RFC 9110 §9.3.6). */
function tunnel(url: URL, proxy: URL, signal: AbortSignal): Promise<Duplex> {
  const target = `${url.hostname}:${url.port || 443}`;
  return new Promise((resolve, reject) => {
    const asked = (proxy.protocol === 'https:' ? https : http).request({
      host: proxy.hostname,
      port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...credentials(proxy) },
      agent: false,
      signal,
    });
    asked.once('connect', ({ statusCode }, socket) => {
      if (statusCode === 200) return resolve(socket);
      socket.destroy();
      reject(new Fault('proxy'));
    });
    asked.once('response', answer => {
      answer.destroy();
      reject(new Fault('proxy'));
    });
    asked.once('error', reject);
    asked.end();
  });
}

async function send(url: URL, { headers, proxy }: RequestOptions, signal: AbortSignal): Promise<http.ClientRequest> {
  const common = { method: 'GET', headers: { ...headers, 'accept-encoding': 'gzip, deflate, br' }, signal };
  if (proxy === null) return (url.protocol === 'https:' ? https : http).request(url, common);
  if (!/^https?:$/.test(proxy.protocol)) throw new Fault('proxy');
  if (url.protocol !== 'https:') {
    return http.request({
      ...common,
      host: proxy.hostname,
      port: proxy.port || 80,
      path: url.href,
      headers: { ...common.headers, host: url.host, ...credentials(proxy) },
    });
  }
  const socket = await tunnel(url, proxy, signal);
  const createConnection = () => secure({ socket, servername: url.hostname, ALPNProtocols: ['http/1.1'] });
  return https.request(url, { ...common, agent: false, createConnection });
}

function unpacked(bytes: Buffer, encoding: string | undefined): string {
  try {
    if (encoding === 'gzip') return gunzipSync(bytes, { maxOutputLength: LARGEST }).toString('utf8');
    if (encoding === 'br') return brotliDecompressSync(bytes, { maxOutputLength: LARGEST }).toString('utf8');
    if (encoding === 'deflate') return inflateSync(bytes, { maxOutputLength: LARGEST }).toString('utf8');
  } catch (error) {
    // A few bytes can unpack to gigabytes.
    throw new Fault((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too large' : 'broken');
  }
  return bytes.toString('utf8');
}

function answerOf(asked: http.ClientRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    asked.once('error', reject);
    asked.once('response', response => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > LARGEST) {
          reject(new Fault('too large'));
          response.destroy();
        } else chunks.push(chunk);
      });
      response.once('error', reject);
      // Without this an answer cut short would never end.
      response.once('close', () => reject(new Fault('broken')));
      response.once('end', () => {
        if (!response.complete) return reject(new Fault('broken'));
        try {
          const text = unpacked(Buffer.concat(chunks), response.headers['content-encoding']);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        } catch (error) {
          reject(error);
        }
      });
    });
    asked.end();
  });
}

/** Redirections followed; more are a circle. */
const MOST_REDIRECTIONS = 4;

/** Asks once. Rejects with a {@link Fault} where no whole answer came; every status counts as an answer. */
export async function request(url: URL, options: RequestOptions): Promise<Answer> {
  const deadline = AbortSignal.timeout(options.timeout);
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
  let at = url;
  try {
    for (let turn = 0; ; turn++) {
      const answer = await answerOf(await send(at, options, signal));
      const { location } = answer.headers;
      if (![301, 302, 303, 307, 308].includes(answer.status) || !location || turn === MOST_REDIRECTIONS) return answer;
      const next = URL.canParse(location, at.href) ? new URL(location, at) : null;
      // What was asked for safely is not asked for again in the open.
      if (!next || (at.protocol === 'https:' && next.protocol !== 'https:')) return answer;
      at = next;
    }
  } catch (error) {
    if (options.signal?.aborted) throw new Fault('cancelled');
    if (deadline.aborted) throw new Fault('slow');
    throw faultOf(error, options.proxy !== null);
  }
}
