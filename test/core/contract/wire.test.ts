/** One suite over every way a contract can travel. */
import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { decode, encode } from '../../../core/contract/wire/bytes.ts';
import { pairWire, portWire } from '../../../core/contract/wire/carriers.ts';
import { connect } from '../../../core/contract/wire/connect.ts';
import { Fault } from '../../../core/contract/wire/fault.ts';
import type { Wire } from '../../../core/contract/wire/message.ts';
import { call, type Implementation, stream } from '../../../core/contract/wire/method.ts';
import { serve } from '../../../core/contract/wire/serve.ts';
import { socketPair } from './sockets.ts';

const contract = {
  double: call(z.strictObject({ n: z.number() }), z.number()),
  bytes: call(z.instanceof(Uint8Array), z.instanceof(Uint8Array)),
  broken: call(z.null(), z.null()),
  refused: call(z.null(), z.null()),
  slow: call(z.null(), z.string()),
  count: stream(z.strictObject({ to: z.number() }), z.number()),
  until: stream(z.null(), z.number()),
};

type Ends = { near: Wire; far: Wire; close: () => void };

const carriers: Record<string, () => Promise<Ends>> = {
  'a pair in memory': async () => {
    const [near, far, { close }] = pairWire();
    return { near, far, close };
  },
  'a message port': async () => {
    const { port1, port2 } = new MessageChannel();
    return { near: portWire(port1 as never), far: portWire(port2 as never), close: () => port1.close() };
  },
  'a web socket': socketPair,
};

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

describe.each(Object.entries(carriers))('over %s', (_name, open) => {
  async function start() {
    const seen = { produced: 0, aborted: 0, errors: [] as unknown[] };
    const implementation: Implementation<typeof contract> = {
      double: ({ n }) => n * 2,
      bytes: bytes => bytes.map(byte => byte ^ 255),
      broken: () => {
        throw new Error('Mme Dupont, 12 mg');
      },
      refused: () => {
        throw new Fault('bad-input', 'no');
      },
      slow: (_input, signal) =>
        new Promise(resolve => {
          signal.addEventListener('abort', () => {
            seen.aborted++;
            resolve('late');
          });
        }),
      async *until(_input, signal) {
        yield 0;
        if (!signal.aborted) await new Promise(resolve => signal.addEventListener('abort', resolve));
        yield -1;
      },
      async *count({ to }, signal) {
        signal.addEventListener('abort', () => seen.aborted++);
        for (let n = 0; n < to; n++) {
          seen.produced++;
          yield n;
        }
      },
    };
    const ends = await open();
    closers.push(ends.close);
    serve(contract, implementation, ends.far, error => seen.errors.push(error));
    return { client: connect<typeof contract>(ends.near), seen, close: ends.close };
  }
  const soon = () => new Promise(resolve => setTimeout(resolve, 30));

  it('a stream that is halted ends with what its work says of that', async () => {
    const { client, seen } = await start();
    const halting = new AbortController();
    const items: number[] = [];
    for await (const n of client.stream('until', null, { halt: halting.signal })) {
      items.push(n);
      if (n === 0) halting.abort();
    }
    expect(items.at(-1)).toBe(-1);
    expect(seen.errors).toEqual([]);
  });

  it('a call gets its answer, bytes come through unchanged', async () => {
    const { client } = await start();
    expect(await Promise.all([client.call('double', { n: 21 }), client.call('double', { n: 1 })])).toEqual([42, 2]);
    const megabyte = new Uint8Array(1 << 20).fill(7);
    const back = await client.call('bytes', megabyte);
    expect(back.length).toBe(megabyte.length);
    expect(back[12345]).toBe(248);
  });

  it('input that is not as agreed is refused, without its values', async () => {
    const { client } = await start();
    const fault = await client.call('double', { n: 'Dupont' } as never).catch(error => error);
    expect(fault).toMatchObject({ code: 'bad-input', details: [{ path: 'n' }] });
    expect(JSON.stringify(fault)).not.toContain('Dupont');
  });

  it('a bug tells the caller nothing, the host everything', async () => {
    const { client, seen } = await start();
    const fault = await client.call('broken', null).catch(error => error);
    expect(fault).toMatchObject({ code: 'internal', message: 'internal error' });
    expect(seen.errors.map(String)).toEqual(['Error: Mme Dupont, 12 mg']);
    await expect(client.call('refused', null)).rejects.toMatchObject({ code: 'bad-input' });
  });

  it.each(['nothing', '__proto__', 'constructor', 'toString'])('“%s” is no method', async name => {
    const { client } = await start();
    await expect(client.call(name as 'double', { n: 1 })).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('a call is cancelled by its signal, in the host too', async () => {
    const { client, seen } = await start();
    const controller = new AbortController();
    const answer = client.call('slow', null, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('changed my mind')), 20);
    await expect(answer).rejects.toThrow('changed my mind');
    await soon();
    expect(seen.aborted).toBe(1);
  });

  it('a stream gives every item in order', async () => {
    const { client } = await start();
    const items: number[] = [];
    for await (const item of client.stream('count', { to: 100 })) items.push(item);
    expect(items).toEqual(Array.from({ length: 100 }, (_, n) => n));
  });

  it('a reader that stands still is not flooded, and leaving stops the host', async () => {
    const { client, seen } = await start();
    const stream = client.stream('count', { to: 50_000 });
    await stream.next();
    await soon();
    expect(seen.produced).toBeLessThanOrEqual(17);
    await stream.return();
    await soon();
    expect(seen.aborted).toBe(1);
  });

  it('when the host goes, what is open and what comes after fails as “closed”', async () => {
    const { client, close } = await start();
    const answer = client.call('slow', null);
    const gone = new Promise<void>(resolve => client.onClose(resolve));
    setTimeout(close, 20);
    await expect(answer).rejects.toMatchObject({ code: 'closed' });
    await gone;
    await expect(client.call('double', { n: 1 })).rejects.toMatchObject({ code: 'closed' });
  });
});

describe('frames', () => {
  it('bytes inside a message keep their places', () => {
    const value = { a: new Uint8Array([1, 2]), list: [new Uint8Array([]), { b: new Uint8Array([3]) }], text: 'é' };
    const frame = encode({ kind: 'answer', id: 1, value }) as Uint8Array<ArrayBuffer>;
    expect(decode(frame.buffer)).toEqual({ kind: 'answer', id: 1, value });
  });

  it('what is no frame throws', () => {
    for (const frame of ['{', new ArrayBuffer(2), new Uint8Array([255, 255, 255, 255, 1]).buffer])
      expect(() => decode(frame)).toThrow();
  });
});
