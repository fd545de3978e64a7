import { expect, test } from 'vitest';
import { createQueue, latest } from '../../core/streams.ts';

const turn = () => new Promise<void>(resolve => setTimeout(resolve));

test('what was called out before a failure is still read, and then the failure', async () => {
  const queue = createQueue<number>();
  queue.add(1);
  queue.add(2);
  queue.fail(new Error('the thread ended'));
  const read: number[] = [];
  await expect(async () => {
    for await (const item of queue.all()) read.push(item);
  }).rejects.toThrow('the thread ended');
  expect(read).toEqual([1, 2]);
});

test('what is called out while one thing is worked on is read in its order, up to the end', async () => {
  const queue = createQueue<number>();
  queue.add(0);
  const read: number[] = [];
  for await (const item of queue.all()) {
    read.push(item);
    if (item < 3) queue.add(item + 1);
    else queue.end();
    await turn();
  }
  expect(read).toEqual([0, 1, 2, 3]);
});

test('of many changes that come while nobody reads, how it stands at last is given once', async () => {
  const ending = new AbortController();
  let value = 0;
  let changed = () => {};
  let isListening = false;
  const seen: number[] = [];
  const reading = (async () => {
    for await (const stands of latest(
      () => value,
      listener => {
        changed = listener;
        isListening = true;
        return () => {
          isListening = false;
        };
      },
      ending.signal,
    ))
      seen.push(stands);
  })();
  await turn();
  for (value = 1; value < 5; value++) changed();
  await turn();
  ending.abort();
  await reading;
  expect(seen).toEqual([0, 5]);
  expect(isListening).toBe(false);
});
