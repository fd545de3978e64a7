import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { ExportEvent } from '../../../core/contract/values.ts';
import { blankReport } from '../../../core/report/blank.ts';
import { exportJob } from '../../../renderer/panels/export/job.ts';
import { suggestedName } from '../../../renderer/panels/export/name.ts';
import type { Session } from '../../../renderer/session/types.ts';
import { fakeHost } from '../fake-host.ts';

function job(events: (signal: AbortSignal | undefined) => AsyncIterable<ExportEvent>) {
  const host = fakeHost({ 'report.export': (_input, signal) => events(signal) });
  const session = { host, document: 'd', store: createStore(() => ({})), flush: async () => {} };
  return exportJob(session as unknown as Session);
}
const progress: ExportEvent = { kind: 'progress', step: 'pages', done: 1, of: 3 };

describe('an export', () => {
  it('tells its progress, then what was written', async () => {
    const written: ExportEvent = { kind: 'written', path: '/a.pdf', size: 10, pages: 3, beside: null };
    const work = job(async function* () {
      yield progress;
      yield written;
    });
    const seen: string[] = [];
    work.store.subscribe(state => seen.push(state.kind));
    await work.start('/a.pdf');
    expect(seen).toEqual(['working', 'working', 'done']);
    expect(work.store.getState()).toEqual({ kind: 'done', written });
  });

  it('is stopped by its signal', async () => {
    const work = job(async function* (signal) {
      yield progress;
      await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    });
    const running = work.start('/a.pdf');
    await new Promise(resolve => setTimeout(resolve, 5));
    work.cancel();
    await running;
    expect(work.store.getState()).toEqual({ kind: 'cancelled' });
  });

  it('that ends without a word was not made', async () => {
    const work = job(async function* () {
      yield progress;
    });
    await work.start('/a.pdf');
    expect(work.store.getState()).toMatchObject({ kind: 'failed', problem: { code: 'export.ended-early' } });
  });
});

describe('the suggested name', () => {
  const blank = blankReport({ id: 'r', language: 'fr', template: 't' });

  it('is first author and title, without accents, cut between words', () => {
    const named = {
      ...blank,
      front: { ...blank.front, authors: [{ id: 'a', given: 'É', family: 'Lefèvre', affiliations: [] }] },
      parts: blank.parts.map(part =>
        part.key === 'title'
          ? {
              ...part,
              children: [
                {
                  type: 'paragraph' as const,
                  children: [
                    { text: 'Calciphylaxie en hémodialyse : guérison sous thiosulfate et rhéophérèse prolongée' },
                  ],
                },
              ],
            }
          : part,
      ),
    };
    expect(suggestedName(named, 'cas')).toBe('Lefevre-Calciphylaxie-en-hemodialyse-guerison-sous');
  });

  it('is the usual one where nothing is written', () => {
    expect(suggestedName(blank, 'cas')).toBe('cas');
  });
});
