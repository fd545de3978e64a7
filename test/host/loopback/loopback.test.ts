/** The loopback host against whoever else is on this machine or on the web: raw requests, as no browser would send them. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect as connectTcp } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as z from 'zod';
import { socketWire } from '../../../core/contract/wire/carriers.ts';
import { connect } from '../../../core/contract/wire/connect.ts';
import { call } from '../../../core/contract/wire/method.ts';
import { type Loopback, startLoopback } from '../../../host/loopback/loopback.ts';
import type { Standing } from '../../../host/loopback/standing.ts';

const contract = { length: call(z.instanceof(Uint8Array), z.number()) };
const IMAGE = `${'a'.repeat(64)}.png`;

/** Holds the window's folder, and beside it what nobody may read. */
let outside: string;
let folder: string;
const running: Loopback[] = [];

beforeAll(() => {
  outside = mkdtempSync(join(tmpdir(), 'loopback-'));
  folder = join(outside, 'window');
  mkdirSync(folder);
  writeFileSync(join(outside, 'secret.json'), '{"secret":true}');
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>window</title>');
  writeFileSync(join(folder, 'notes.txt'), 'of no known type');
  symlinkSync(join(outside, 'secret.json'), join(folder, 'link.json'));
});

afterEach(async () => {
  for (const host of running.splice(0)) await host.close();
});

afterAll(() => {
  rmSync(outside, { recursive: true, force: true });
});

async function start(left: Standing | null = null): Promise<Loopback> {
  const host = await startLoopback({
    contract,
    implementation: { length: bytes => bytes.length },
    rendererFolder: folder,
    asset: async (document, name, forScreen) =>
      document === 'open' && name === IMAGE
        ? { bytes: new Uint8Array(forScreen ? [1] : [1, 2, 3]), type: 'image/png' }
        : null,
    report: () => {},
    left,
  });
  running.push(host);
  return host;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends the path exactly as it is written. */
function ask(
  host: Loopback,
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: host.port, path, method, headers, agent: false }, response => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', chunk => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const originOf = (host: Loopback) => `http://127.0.0.1:${host.port}`;
const keyOf = (url: string) => new URL(url).hash.slice(1);

function signIn(host: Loopback, key: string, origin = originOf(host)): Promise<Answer> {
  return ask(host, '/session', { method: 'POST', headers: { origin }, body: key });
}

async function cookieOf(host: Loopback): Promise<string> {
  const answer = await signIn(host, keyOf(host.invite()));
  return answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

/** How an upgrade ended: `open`, or the status it was refused with. */
function upgrade(host: Loopback, path: string, headers: Record<string, string>): Promise<'open' | number> {
  return new Promise(resolve => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}${path}`, { headers });
    socket.on('open', () => {
      socket.terminate();
      resolve('open');
    });
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => {});
  });
}

describe('the loopback host', () => {
  it('gives its window, with nothing inline, nothing from elsewhere, and nothing guessed', async () => {
    const { status, headers, body } = await ask(await start(), '/');
    expect(status).toBe(200);
    expect(body).toContain('window');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each(['evil.test', 'localhost', '127.0.0.1', '127.0.0.1:1'])(
    'refuses the name %s (another name that points here)',
    async name => {
      expect((await ask(await start(), '/', { headers: { host: name } })).status).toBe(403);
    },
  );

  it.each(['https://evil.test', 'http://127.0.0.1:1', 'http://localhost', 'null'])(
    'refuses the origin %s, even with the right key',
    async origin => {
      const host = await start();
      expect((await ask(host, '/', { headers: { origin } })).status).toBe(403);
      expect((await signIn(host, keyOf(host.url), origin)).status).toBe(403);
    },
  );

  it('refuses a key that comes without an origin', async () => {
    const host = await start();
    expect((await ask(host, '/session', { method: 'POST', body: keyOf(host.url) })).status).toBe(403);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'POST'])('knows no %s of a file', async method => {
    const host = await start();
    expect((await ask(host, '/index.html', { method, headers: { origin: originOf(host) } })).status).toBe(405);
  });

  it.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/%2e%2e%2fsecret.json',
    '/..%5csecret.json',
    '/%252e%252e/secret.json',
    '//etc/passwd',
    '/%00index.html',
    '/%ff',
    '/link.json',
    '/notes.txt',
    '/.',
    '/assets/open/..%2f..%2fsecret.json',
  ])('gives nothing outside the window: %s', async path => {
    const { status, body } = await ask(await start(), path);
    expect(status).toBe(404);
    expect(body).toBe('');
  });

  it('exchanges a key once, for a cookie that no script reads and no other site sends', async () => {
    const host = await start();
    const first = await signIn(host, keyOf(host.url));
    expect(first.status).toBe(204);
    expect(first.headers['set-cookie']?.[0]).toMatch(/^casewright-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    const again = await signIn(host, keyOf(host.url));
    expect(again.status).toBe(403);
    expect(again.headers['set-cookie']).toBeUndefined();
    expect(again.body).toContain('start the program again');
  });

  it('refuses no key, a guessed key and a very long one', async () => {
    const host = await start();
    expect((await signIn(host, '')).status).toBe(403);
    expect((await signIn(host, 'A'.repeat(43))).status).toBe(403);
    expect((await signIn(host, 'A'.repeat(100_000))).status).toBe(413);
  });

  it('gives images of the open report to its own window only', async () => {
    const host = await start();
    const cookie = await cookieOf(host);
    const path = `/assets/open/${IMAGE}`;
    expect((await ask(host, path)).status).toBe(403);
    expect((await ask(host, path, { headers: { cookie: `casewright-${host.port}=guess` } })).status).toBe(403);
    const mine = await ask(host, path, { headers: { cookie } });
    expect([mine.status, mine.headers['content-type'], mine.body.length]).toEqual([200, 'image/png', 3]);
    const shown = await ask(host, `/assets/open/screen/${IMAGE}`, { headers: { cookie } });
    expect([shown.status, shown.body.length]).toEqual([200, 1]);
    expect((await ask(host, `/assets/open/screen/${IMAGE}`)).status).toBe(403);
    expect((await ask(host, `/assets/other/${IMAGE}`, { headers: { cookie } })).status).toBe(404);
  });

  it('keeps the cookies of two programs on one machine apart', async () => {
    const [one, other] = [await start(), await start()];
    const cookie = `${await cookieOf(one)}; ${await cookieOf(other)}`;
    for (const host of [one, other])
      expect((await ask(host, `/assets/open/${IMAGE}`, { headers: { cookie } })).status).toBe(200);
    expect((await ask(other, `/assets/open/${IMAGE}`, { headers: { cookie: await cookieOf(one) } })).status).toBe(403);
  });

  it('opens a socket for its own page with its cookie, and for no other', async () => {
    const host = await start();
    const cookie = await cookieOf(host);
    const origin = originOf(host);
    expect(await upgrade(host, '/contract', { cookie, origin })).toBe('open');
    expect(await upgrade(host, '/contract', { origin })).toBe(403);
    expect(await upgrade(host, '/contract', { cookie })).toBe(403);
    expect(await upgrade(host, '/contract', { cookie, origin: 'https://evil.test' })).toBe(403);
    expect(await upgrade(host, '/contract', { cookie, origin, host: 'evil.test' })).toBe(403);
    expect(await upgrade(host, '/elsewhere', { cookie, origin })).toBe(403);
  });

  it('carries the contract, closes on a frame too large, and goes on serving', async () => {
    const host = await start();
    const headers = { cookie: await cookieOf(host), origin: originOf(host) };
    const open = async () => {
      const socket = new WebSocket(`ws://127.0.0.1:${host.port}/contract`, { headers });
      await new Promise(resolve => socket.once('open', resolve));
      return socket;
    };
    const hostile = await open();
    const ended = new Promise<number>(resolve => hostile.once('close', resolve));
    hostile.on('error', () => {});
    hostile.send(new Uint8Array(129 * 2 ** 20));
    // 1009: too big to process (RFC 6455, 7.4.1); 1006 where the connection was cut before that could be said.
    expect([1006, 1009]).toContain(await ended);
    const socket = await open();
    const client = connect<typeof contract>(socketWire(socket as never));
    expect(await client.call('length', new Uint8Array(1000))).toBe(1000);
    socket.close();
  });

  it('listens on 127.0.0.1 alone', async () => {
    const host = await start();
    const reached = await new Promise<boolean>(resolve => {
      const socket = connectTcp({ host: '127.0.0.2', port: host.port, timeout: 500 }, () => resolve(true));
      socket.on('error', () => resolve(false));
      socket.on('timeout', () => resolve(false));
      socket.on('close', () => socket.destroy());
    });
    expect(reached).toBe(false);
  });
});

describe('a host that is started again', () => {
  it('stands where its windows look for it, and knows them', async () => {
    const first = await start();
    const { port, session } = first;
    const headers = { cookie: `casewright-${port}=${session}`, origin: originOf(first) };
    await first.close();
    running.splice(0);
    const again = await start({ port, session });
    expect(again.port).toBe(port);
    expect((await ask(again, '/session', { method: 'POST', headers })).status).toBe(204);
  });

  it('stands elsewhere, under a secret of its own, while the first one runs', async () => {
    const first = await start();
    const second = await start({ port: first.port, session: first.session });
    expect(second.port).not.toBe(first.port);
    expect(second.session).not.toBe(first.session);
  });
});
