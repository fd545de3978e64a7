/** A small library of made-up articles, in a folder of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { BulkEdit } from '../../../core/library/bulk.ts';
import type { Change, NewEntry } from '../../../core/library/types.ts';
import { editEntries } from '../../../host/library/editing.ts';
import { type OpenLibrary, openLibrary } from '../../../host/library/library.ts';
import { type Bits, withBit } from '../../../host/library/searching/bits.ts';
import { type Matches, WORTH } from '../../../host/library/searching/held.ts';

export function libraryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-library-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new library; closed after the tests of the file. */
export function newLibrary(folder: string = libraryFolder()): OpenLibrary {
  const opened = openLibrary(folder);
  if (!opened.ok) throw new Error(opened.problem.code);
  afterAll(() => opened.value.close());
  return opened.value;
}

/** "Haldane", 2018, a title: an article. */
export function article(author: string, year: number, title: string, more: Record<string, unknown> = {}): NewEntry {
  return {
    item: {
      id: '',
      type: 'article-journal',
      title,
      author: [{ family: author, given: 'A.' }],
      issued: { 'date-parts': [[year]] },
      ...more,
    },
  };
}

export const adding = (id: string, value: NewEntry): Change => ({ entry: id, field: 'new', value });
export const setting = (entry: string, field: string, value: unknown): Change => ({ entry, field, value });

/** Commits as one user. */
export const commit = (library: OpenLibrary, ...changes: Change[]) =>
  library.commit(changes, { by: 'ana', label: 'edit' });

export const idsOf = (library: OpenLibrary, query: Parameters<OpenLibrary['lister']['ids']>[0]) =>
  library.lister.ids(query);

/** Edits entries to the end; what that gave. */
export async function edited(library: OpenLibrary, ids: readonly string[], edit: BulkEdit) {
  for await (const event of editEntries(library, { ids, edit, label: 'edit' }, 'ana', new AbortController().signal))
    if (event.kind === 'done') return event;
  throw new Error('no end');
}

/** A set of numbers. */
export const bitsOf = (ns: readonly number[]): Bits =>
  ns.reduce<Bits>((bits, n) => withBit(bits, n, true), new Int32Array(1));

/** What entries are worth that hold a word, by number. */
export const worthsOf = ({ worth }: Matches): readonly number[] =>
  Array.from({ length: (worth.length / WORTH) * 32 }, (_, n) =>
    [0, 1, 2].reduce((sum, level) => sum + ((((worth[(n >>> 5) * WORTH + level] as number) >>> n) & 1) << level), 0),
  );
