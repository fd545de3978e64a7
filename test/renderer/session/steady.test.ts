import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { steadyHost } from '../../../renderer/session/steady.ts';
import { fakeHost } from '../fake-host.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('opens another connection after a loss, tells of both, and uses the new one', async () => {
  const first = fakeHost({ 'recent.list': () => [] });
  const second = fakeHost({ 'recent.list': () => [{ path: 'p', title: 't', template: 'x', at: 0, exists: true }] });
  const open = vi.fn().mockRejectedValueOnce(new Error('not yet')).mockResolvedValue(second);
  const steady = steadyHost(first, open);
  const returned = vi.fn();
  steady.onReturn(returned);
  first.drop();
  expect(steady.status.getState().lost).toBe(true);
  await vi.advanceTimersByTimeAsync(300);
  expect(returned).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1000);
  expect(returned).toHaveBeenCalledOnce();
  expect(steady.status.getState().lost).toBe(false);
  expect(await steady.client.call('recent.list', {})).toHaveLength(1);
});
