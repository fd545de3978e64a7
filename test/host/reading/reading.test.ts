import { describe, expect, it } from 'vitest';
import type { ReadingEvent } from '../../../core/contract/reading.ts';
import { createWorkshop } from '../../../host/export/tasks.ts';
import { createReadingHandlers } from '../../../host/services/reading.ts';

const workshop = createWorkshop({ templatesFolder: '/nowhere' }, null);
const handlers = createReadingHandlers(workshop);
const library = (count: number) =>
  Array.from({ length: count }, (_, n) => `@article{k${n}, title={Title ${n}}, year={2001}}`).join('\n');

async function eventsOf(text: string, signal = new AbortController().signal): Promise<ReadingEvent[]> {
  const events: ReadingEvent[] = [];
  for await (const event of handlers['references.read']({ bytes: new TextEncoder().encode(text) }, signal))
    events.push(event);
  return events;
}

describe('references read for a window', () => {
  it('come in parts of some hundred, in their order, after the count of what was found', async () => {
    const events = await eventsOf(library(1200));
    const counts = events.flatMap(event => (event.kind === 'counted' ? [event.entries] : []));
    expect(counts.length).toBeGreaterThanOrEqual(2);
    expect(counts).toEqual([...new Set(counts)].sort((one, other) => one - other));
    expect(counts.at(-1)).toBeLessThanOrEqual(1200);
    const parts = events.filter(event => event.kind === 'entries');
    expect(parts.map(({ references, of }) => [references.length, of])).toEqual([
      [500, 1200],
      [500, 1200],
      [200, 1200],
    ]);
    expect(parts.flatMap(({ references }) => references.map(({ id }) => id)).at(-1)).toBe('k1199');
    expect(events.at(-1)).toEqual({ kind: 'done', format: 'BibTeX', problems: [] });
  });

  it('what could not be read is named with its line; a text of no format is refused', async () => {
    expect((await eventsOf('@article{a, title={A}}\n@misc{b}')).at(-1)).toMatchObject({
      kind: 'done',
      problems: [{ line: 2, code: 'references.bibtex.empty', text: '@misc{b}' }],
    });
    expect(await eventsOf('Dear colleague,')).toMatchObject([
      { kind: 'failed', problem: { code: 'references.format' } },
    ]);
  });

  it('a reading that was cancelled gives nothing more', async () => {
    const stop = new AbortController();
    stop.abort();
    expect(await eventsOf(library(3), stop.signal)).toEqual([]);
  });
});
