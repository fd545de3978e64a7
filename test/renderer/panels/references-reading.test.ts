import { describe, expect, it } from 'vitest';
import type { ReadingEvent } from '../../../core/contract/reading.ts';
import type { Reference } from '../../../core/report/types.ts';
import { type Counts, readForReport } from '../../../renderer/panels/references/reading.ts';
import { fakeHost } from '../fake-host.ts';

const reference = (id: string, title = `The whole title of ${id}`): Reference => ({
  id,
  item: { id, type: 'book', title, issued: { 'date-parts': [[2001]] } },
});
const request = { bytes: new Uint8Array() };

function host(...events: readonly ReadingEvent[]) {
  return fakeHost({
    'references.read': async function* () {
      yield* events;
    },
  });
}

describe('reading for a report', () => {
  it('adds what is new, counting on the way', async () => {
    const counts: Counts[] = [];
    const answer = await readForReport(
      host(
        { kind: 'counted', entries: 2 },
        { kind: 'entries', references: [reference('a'), reference('b')], of: 3 },
        { kind: 'entries', references: [reference('c')], of: 3 },
        { kind: 'done', format: 'BibTeX', problems: [] },
      ),
      request,
      () => [],
      each => counts.push(each),
      new AbortController().signal,
    );
    expect(answer).toMatchObject({ ok: true, value: { added: ['a', 'b', 'c'], already: 0, problems: [] } });
    expect(counts).toEqual([
      { done: 2, of: 0 },
      { done: 2, of: 3 },
    ]);
  });

  it('sees what came into the report meanwhile', async () => {
    let known: readonly Reference[] = [];
    const events: ReadingEvent[] = [
      { kind: 'entries', references: [reference('a'), reference('b')], of: 2 },
      { kind: 'done', format: 'RIS', problems: [] },
    ];
    const slow = fakeHost({
      'references.read': async function* () {
        yield events[0] as ReadingEvent;
        known = [reference('a')];
        yield events[1] as ReadingEvent;
      },
    });
    const answer = await readForReport(
      slow,
      request,
      () => known,
      () => {},
      new AbortController().signal,
    );
    expect(answer).toMatchObject({ ok: true, value: { added: ['b'], already: 1 } });
  });

  it('a cancelled reading adds nothing', async () => {
    const stop = new AbortController();
    const reading = readForReport(
      host({ kind: 'counted', entries: 500 }, { kind: 'entries', references: [reference('a')], of: 1 }),
      request,
      () => [],
      () => stop.abort(new Error('cancelled')),
      stop.signal,
    );
    await expect(reading).rejects.toThrow('cancelled');
  });
});
