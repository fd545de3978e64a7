import { describe, expect, it } from 'vitest';
import type { Remembered, ShapeMemory } from '../../../core/timeline/formats/memory.ts';
import { keepShapes } from '../../../host/labs/shapes.ts';

function kept() {
  let stored: ShapeMemory = {};
  const shapes = keepShapes({
    // As a disk is: not at once.
    read: async () => stored,
    write: async next => {
      await Promise.resolve();
      stored = next;
    },
  });
  return { shapes, stored: () => stored };
}

const of = (at: string): Remembered => ({ at, dateOrder: 'day-month' });

describe('what was answered about files', () => {
  it('of two that are remembered at once, both are', async () => {
    const { shapes } = kept();
    await Promise.all([shapes.remember('a', of('2024-05-12')), shapes.remember('b', of('2024-05-13'))]);
    expect(Object.keys(await shapes.all()).sort()).toEqual(['a', 'b']);
  });

  it('the newer answers hold, and what is forgotten is gone', async () => {
    const { shapes } = kept();
    await shapes.remember('a', of('2024-05-12'));
    await shapes.remember('a', { at: '2024-05-13', decimal: 'comma' });
    expect(await shapes.all()).toEqual({ a: { at: '2024-05-13', decimal: 'comma' } });
    await shapes.forget('a');
    expect(await shapes.all()).toEqual({});
  });

  it('the oldest go where there are more than anyone meets', async () => {
    const { shapes, stored } = kept();
    await shapes.remember('old', of('2001-01-01'));
    for (let n = 0; n < 300; n++) await shapes.remember(`s${n}`, of('2024-05-12'));
    expect(Object.keys(stored())).toHaveLength(300);
    expect(stored()).not.toHaveProperty('old');
  });
});
