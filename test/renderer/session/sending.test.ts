import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Problem } from '../../../core/outcome.ts';
import { blankReport } from '../../../core/report/blank.ts';
import type { Block, Part } from '../../../core/report/document.ts';
import { applyAll, type Op, type WholeOp } from '../../../core/report/ops.ts';
import { emptyPart } from '../../../core/report/parts.ts';
import { queued, sender } from '../../../renderer/session/sending.ts';
import type { Keeping } from '../../../renderer/session/types.ts';
import { type FakeHost, fakeHost } from '../fake-host.ts';

const full: Problem = { code: 'report.not-kept', message: { en: 'No', fr: 'Non' }, hint: { en: 'Do', fr: 'Faites' } };

function text(words: string): WholeOp {
  const value = emptyPart('discussion');
  return {
    set: 'part',
    key: 'discussion',
    value: { ...value, children: [{ type: 'paragraph', children: [{ text: words }] }] },
  };
}
const running = (runningTitle: string): WholeOp => ({
  set: 'front',
  value: { runningTitle, authors: [], affiliations: [], keywords: [] },
});

function setUp({ isBehind, parts = [] }: { isBehind?: () => boolean; parts?: readonly Part[] } = {}) {
  let revision = 4;
  const host = fakeHost({
    'report.apply': ({ base }) => {
      expect(base).toBe(revision);
      revision++;
      return { ok: true, value: { revision, at: 1000 + revision } };
    },
  });
  const keepings: Keeping[] = [];
  const onKeeping = (keeping: Keeping) => void keepings.push(keeping);
  const sending = sender({
    host,
    document: 'd',
    revision,
    report: { parts, series: [] },
    onKeeping,
    ...(isBehind && { isBehind }),
  });
  return { host, sending, keepings, last: () => keepings.at(-1), setRevision: (value: number) => (revision = value) };
}

const batches = (host: FakeHost) => host.inputs('report.apply').map(({ ops }) => ops);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('changes on their way to the journal', () => {
  it('says that the host is late when it does not answer for seconds, and that it is not when it answers', async () => {
    const lates: boolean[] = [];
    let answer = () => {};
    const host = fakeHost({
      'report.apply': () =>
        new Promise(resolve => {
          answer = () => resolve({ ok: true, value: { revision: 5, at: 1005 } });
        }),
    });
    const sending = sender({
      host,
      document: 'd',
      revision: 4,
      report: { parts: [], series: [] },
      onKeeping: () => {},
      onLate: isLate => void lates.push(isLate),
    });
    sending.push([text('a')], 'now');
    await vi.advanceTimersByTimeAsync(3000);
    expect(lates).toEqual([]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(lates).toEqual([true]);
    answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(lates).toEqual([true, false]);
  });

  it('sends typing once it rests, only its latest state', async () => {
    const { host, sending, last } = setUp();
    sending.push([text('a')], 'at-rest');
    await vi.advanceTimersByTimeAsync(200);
    sending.push([text('ab')], 'at-rest');
    await vi.advanceTimersByTimeAsync(200);
    expect(batches(host)).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(batches(host)).toEqual([[text('ab')]]);
    expect(last()).toEqual({ state: 'journal', at: 1005 });
  });

  it('sends at least once a second while typing never rests', async () => {
    const { host, sending } = setUp();
    for (let time = 0; time < 2500; time += 100) {
      sending.push([text(String(time))], 'at-rest');
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(batches(host).length).toBeGreaterThanOrEqual(2);
  });

  it('counts as on its way while more is written than was pushed', async () => {
    let behind = true;
    const { sending, last } = setUp({ isBehind: () => behind });
    sending.push([running('One')], 'now');
    await sending.flush();
    expect(last()).toEqual({ state: 'sending', at: null });
    behind = false;
    sending.restate();
    expect(last()).toEqual({ state: 'journal', at: 1005 });
  });

  it('sends data at once, behind the text typed before it', async () => {
    const { host, sending } = setUp();
    sending.push([text('a')], 'at-rest');
    sending.push([running('Short')], 'now');
    await vi.advanceTimersByTimeAsync(0);
    expect(batches(host)).toEqual([[text('a'), running('Short')]]);
  });

  it('has one batch in flight, and each builds on the revision before', async () => {
    const { host, sending } = setUp();
    sending.push([running('One')], 'now');
    sending.push([running('Two')], 'now');
    sending.push([running('Three')], 'now');
    await sending.flush();
    expect(host.inputs('report.apply').map(({ base }) => base)).toEqual([4, 5]);
    expect(batches(host)).toEqual([[running('One')], [running('Three')]]);
    expect(sending.isPending()).toBe(false);
  });

  it('keeps what could not be written, says so, and sends it again when asked', async () => {
    const { host, sending, last } = setUp();
    host.answer({ 'report.apply': () => ({ ok: false, problem: full }) });
    sending.push([running('One')], 'now');
    await sending.flush();
    expect(last()).toEqual({ state: 'failed', at: null, problem: full });
    sending.push([text('after')], 'at-rest');
    host.answer({ 'report.apply': () => ({ ok: true, value: { revision: 5, at: 7 } }) });
    sending.retry();
    await sending.flush();
    expect(batches(host).at(-1)).toEqual([running('One'), text('after')]);
    expect(last()).toEqual({ state: 'journal', at: 7 });
  });

  it('asks where the host stands after an answer that never came, and sends on top of it', async () => {
    const { host, sending, last } = setUp();
    host.answer({
      'report.apply': () => {
        throw new Error('closed');
      },
    });
    sending.push([running('One')], 'now');
    await sending.flush();
    expect(last()?.state).toBe('failed');
    // The host had taken it: it is one ahead of what the window knew.
    host.answer({
      'report.resume': () => ({ ok: true, value: { revision: 5 } as never }),
      'report.apply': ({ base }) => ({ ok: true, value: { revision: base + 1, at: 9 } }),
    });
    sending.retry();
    await sending.flush();
    expect(host.inputs('report.apply').at(-1)).toMatchObject({ base: 5, ops: [running('One')] });
    expect(sending.revision()).toBe(6);
  });

  it('a report that another window closed is taken up again, but not over what was written there', async () => {
    const closed: Problem = { ...full, code: 'report.closed' };
    const { host, sending, last } = setUp();
    let is = 4;
    let isOpen = false;
    host.answer({
      'report.apply': ({ base }) => {
        if (!isOpen) return { ok: false, problem: closed };
        if (base !== is) return { ok: false, problem: { ...full, code: 'report.behind' } };
        is = base + 1;
        return { ok: true, value: { revision: is, at: 9 } };
      },
      'report.resume': ({ again }) => {
        isOpen = again === true;
        return { ok: true, value: { revision: is } as never };
      },
    });
    sending.push([running('One')], 'now');
    await sending.flush();
    expect(last()?.state).toBe('journal');
    isOpen = false;
    is += 1;
    sending.push([running('Two')], 'now');
    await sending.flush();
    expect(last()).toMatchObject({ state: 'failed', problem: { code: 'report.behind' } });
  });
});

describe('text that the host holds already', () => {
  const block = (letters: string): Block => ({ type: 'paragraph', children: [{ text: letters }] });
  const kept = block('Kept.');
  const of = (...children: Block[]): Part => ({ type: 'part', key: 'discussion', children });
  const whole = (value: Part): WholeOp => ({ set: 'part', key: 'discussion', value });
  const before = of(kept, block('Rare'));
  const kinds = (host: FakeHost) => batches(host).map(ops => (ops as Op[]).map(({ set }) => set));
  const unfit: Problem = { ...full, code: 'report.unfit' };

  it('is told by what changed in it, each time since the last', async () => {
    const { host, sending } = setUp({ parts: [before] });
    sending.push([whole(of(kept, block('Rare. ')))], 'now');
    sending.push([whole(of(kept, block('Rare. It')))], 'at-rest');
    const last = of(kept, block('Rare. It kills'));
    sending.push([whole(last)], 'at-rest');
    await sending.flush();
    const ops = batches(host).flat() as Op[];
    expect(ops).toMatchObject([
      { set: 'text', insert: [{ text: 'Rare. ' }] },
      { set: 'text', insert: [{ text: 'Rare. It kills' }] },
    ]);
    const blank = blankReport({ id: 'r', language: 'en', template: 't', abstracts: [] });
    const report = applyAll(blank, [whole(before), ...ops]).report;
    expect(report.parts.find(({ key }) => key === 'discussion')).toEqual(last);
  });

  it('a host with another text is sent the whole of it at once, and only what changed after that', async () => {
    const { host, sending, last } = setUp({ parts: [before] });
    let revision = 4;
    host.answer({
      'report.apply': ({ ops }) => {
        const isWhole = (ops as Op[]).every(({ set }) => set === 'part');
        return isWhole || revision > 4
          ? { ok: true, value: { revision: ++revision, at: 1000 + revision } }
          : { ok: false, problem: unfit };
      },
    });
    sending.push([whole(of(kept, block('Rare. ')))], 'now');
    await sending.flush();
    expect(kinds(host)).toEqual([['text'], ['part']]);
    expect(last()).toEqual({ state: 'journal', at: 1005 });
    sending.push([whole(of(kept, block('Rare. It')))], 'now');
    await sending.flush();
    expect(kinds(host).at(-1)).toEqual(['text']);
  });

  it('is told whole again after a failure or an answer that never came', async () => {
    const { host, sending } = setUp({ parts: [before] });
    host.answer({
      'report.apply': () => {
        throw new Error('closed');
      },
    });
    sending.push([whole(of(kept, block('Rare. ')))], 'now');
    await sending.flush();
    host.answer({
      'report.resume': () => ({ ok: true, value: { revision: 5 } as never }),
      'report.apply': ({ base }) => ({ ok: true, value: { revision: base + 1, at: 9 } }),
    });
    sending.retry();
    await sending.flush();
    expect(kinds(host)).toEqual([['text'], ['part']]);
  });
});

describe('the queue', () => {
  const figure = (id: string, alt: string, at?: number): WholeOp => ({
    set: 'figure',
    id,
    value: { id, alt, panels: [], columns: 1, credit: '' },
    ...(at !== undefined && { at }),
  });

  it('replaces a pending value in its place, which is kept', () => {
    const before = [figure('a', 'first', 2), running('x')];
    expect(queued(before, figure('a', 'second'))).toEqual([figure('a', 'second', 2), running('x')]);
  });

  it('never folds a removal into what came before it', () => {
    const removal: WholeOp = { set: 'figure', id: 'a', value: null };
    const back = figure('a', 'again', 0);
    expect(queued(queued([figure('a', 'first')], removal), back)).toEqual([figure('a', 'first'), removal, back]);
  });
});
