import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Problem } from '../../../../core/outcome.ts';
import { type Following, followReport } from '../../../../renderer/panels/preview/follow.ts';
import type { Session } from '../../../../renderer/session/types.ts';
import { fakeHost } from '../../fake-host.ts';

const broken: Problem = { code: 'x', message: { en: '', fr: '' }, hint: { en: '', fr: '' } };

function setUp() {
  let made = 0;
  const host = fakeHost({
    'report.preview': async () => {
      await new Promise(resolve => setTimeout(resolve, 300));
      made++;
      return { ok: true, value: { bytes: new Uint8Array([made]), revision: made, places: [] } };
    },
  });
  const store = createStore(() => ({ report: {}, template: 't', keeping: { state: 'journal' } }));
  const session = { host, document: 'd', store, flush: async () => {} } as unknown as Session;
  const shown: number[] = [];
  const states: Following['state'][] = [];
  const following = followReport(session, {
    show: async bytes => void shown.push(bytes[0] ?? 0),
    onState: ({ state }) => states.push(state),
  });
  return { host, shown, states, following, change: () => store.setState({ report: {} }), store };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the page that follows the text', () => {
  it('is asked for at once, then once typing rests', async () => {
    const { shown, change, following } = setUp();
    await vi.advanceTimersByTimeAsync(400);
    expect(shown).toEqual([1]);
    for (let key = 0; key < 5; key++) {
      change();
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(shown).toEqual([1]);
    await vi.advanceTimersByTimeAsync(1200);
    expect(shown).toEqual([1, 2]);
    following.stop();
  });

  it('is made once more, not twice at the same time, when the text changed meanwhile', async () => {
    const { host, shown, following, states } = setUp();
    await vi.advanceTimersByTimeAsync(100);
    following.retry();
    following.retry();
    expect(host.inputs('report.preview')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(shown).toEqual([1, 2]);
    expect(states.at(-1)).toBe('current');
    following.stop();
  });

  it('says when it could not be made, and comes back with the host', async () => {
    const { host, states, shown, store, following } = setUp();
    await vi.advanceTimersByTimeAsync(400);
    host.answer({ 'report.preview': () => ({ ok: false, problem: broken }) });
    following.retry();
    await vi.advanceTimersByTimeAsync(10);
    expect(states.at(-1)).toBe('failed');
    host.answer({
      'report.preview': () => ({ ok: true, value: { bytes: new Uint8Array([9]), revision: 9, places: [] } }),
    });
    store.setState({ keeping: { state: 'failed' } });
    store.setState({ keeping: { state: 'journal' } });
    await vi.advanceTimersByTimeAsync(10);
    expect(shown.at(-1)).toBe(9);
    following.stop();
  });

  it('asks for nothing after it was stopped', async () => {
    const { host, change, following } = setUp();
    await vi.advanceTimersByTimeAsync(400);
    following.stop();
    change();
    await vi.advanceTimersByTimeAsync(2000);
    expect(host.inputs('report.preview')).toHaveLength(1);
  });
});
