import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { PackageEvent } from '../../../core/contract/packaging.ts';
import type { ExportEvent } from '../../../core/contract/values.ts';
import { blankReport } from '../../../core/report/blank.ts';
import { type Asked, exportJob } from '../../../renderer/panels/export/job.ts';
import { suggestedName } from '../../../renderer/panels/export/name.ts';
import type { Session } from '../../../renderer/session/types.ts';
import { fakeHost } from '../fake-host.ts';

const words = { en: 'x', fr: 'x' };

function job(events: (signal: AbortSignal | undefined) => AsyncIterable<ExportEvent>) {
  const host = fakeHost({ 'report.export': (_input, signal) => events(signal) });
  const session = { host, document: 'd', store: createStore(() => ({})), flush: async () => {} };
  return exportJob(session as unknown as Session);
}
const asked: Asked = {
  of: 'file',
  format: { id: 'pdf', extension: 'pdf', name: words, description: words, mediaType: '', options: [] },
  options: {},
  path: '/a.pdf',
};
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
    await work.start(asked);
    expect(seen).toEqual(['working', 'working', 'done']);
    expect(work.store.getState()).toMatchObject({
      kind: 'done',
      asked,
      written: { path: '/a.pdf', size: 10, pages: 3, folder: null, files: 1 },
    });
  });

  it('is stopped by its signal', async () => {
    const work = job(async function* (signal) {
      yield progress;
      await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    });
    const running = work.start(asked);
    await new Promise(resolve => setTimeout(resolve, 5));
    work.cancel();
    await running;
    expect(work.store.getState()).toEqual({ kind: 'cancelled', asked });
  });

  it('that ends without a word was not made', async () => {
    const work = job(async function* () {
      yield progress;
    });
    await work.start(asked);
    expect(work.store.getState()).toMatchObject({ kind: 'failed', problem: { code: 'export.ended-early' } });
  });
});

describe('a submission package', () => {
  it('tells of each file that is made, and where all of them are', async () => {
    const events: PackageEvent[] = [
      { kind: 'progress', step: 'making', name: 'a.docx', done: 0, of: 2 },
      { kind: 'made', name: 'a.docx', size: 5 },
      { kind: 'progress', step: 'making', name: 'b.pdf', done: 1, of: 2 },
      { kind: 'made', name: 'b.pdf', size: 6 },
      { kind: 'written', path: '/p.zip', folder: '/p', size: 11, files: [] },
    ];
    const host = fakeHost({
      'package.make': () =>
        (async function* () {
          yield* events;
        })(),
    });
    const session = { host, document: 'd', store: createStore(() => ({})), flush: async () => {} };
    const work = exportJob(session as unknown as Session);
    const seen: string[][] = [];
    work.store.subscribe(state => seen.push(state.kind === 'working' ? state.made.map(({ name }) => name) : []));
    await work.start({
      of: 'package',
      template: 't',
      include: ['manuscript'],
      alsoFolder: true,
      findings: [],
      path: '/p.zip',
    });
    expect(seen).toEqual([[], [], ['a.docx'], ['a.docx'], ['a.docx', 'b.pdf'], []]);
    expect(work.store.getState()).toMatchObject({ kind: 'done', written: { path: '/p.zip', folder: '/p' } });
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
