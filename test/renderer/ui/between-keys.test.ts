import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { betweenKeys } from '../../../renderer/ui/between-keys.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('work is done at once while nobody types', () => {
  const work = vi.fn();
  betweenKeys(new EventTarget())(work);
  expect(work).toHaveBeenCalledTimes(1);
});

it('work waits while keys come faster than 200 ms, and is done once when they rest', () => {
  const keys = new EventTarget();
  const run = betweenKeys(keys);
  const work = vi.fn();
  const press = () => keys.dispatchEvent(new Event('keydown'));
  press();
  run(work);
  for (let count = 0; count < 5; count++) {
    vi.advanceTimersByTime(150);
    press();
  }
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1000);
  expect(work).toHaveBeenCalledTimes(1);
});
