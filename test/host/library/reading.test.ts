import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryFrom } from '../../../core/library/fields.ts';
import { type OpenLibrary, openLibrary } from '../../../host/library/library.ts';
import { createInverted } from '../../../host/library/searching/inverted.ts';
import { createWordReader, type WordReader } from '../../../host/library/searching/reading.ts';
import { adding, article, commit, idsOf, libraryFolder, newLibrary, setting, worthsOf } from './sample.ts';

const folder = libraryFolder();
const readers: WordReader[] = [];

/** A reader whose thread is built as the program's is. */
function newReader(entry = join(folder, 'reader.mjs')): WordReader {
  const reader = createWordReader(entry);
  readers.push(reader);
  return reader;
}

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: 'host/library/searching/reader.ts',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'reader.mjs' } },
    },
  });
});
afterAll(() => {
  for (const reader of readers) reader.close();
});

function opened(reader: WordReader | null, where = libraryFolder()): OpenLibrary {
  const library = openLibrary(where, () => {}, reader);
  if (!library.ok) throw new Error(library.problem.code);
  afterAll(() => library.value.close());
  return library.value;
}

const WORDS = [
  'Néphrologie',
  'skin',
  'calcified',
  'arteriole',
  'Œdème',
  'kidney',
  '王',
  'dialysis <i>in vivo</i>',
  'x2',
];
/** Entries with words of which each is in many. */
const many = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => {
    const n = from + index;
    const some = WORDS.filter((_, at) => (n >> at) % 3 === 0).join(' ');
    return adding(`e${n}`, article(WORDS[n % 4] as string, 1990 + (n % 30), `${some} number${n}`, { abstract: some }));
  });
const TYPED = [
  'n',
  'ne',
  'skin',
  'calc kid',
  'oedeme',
  '王',
  'vivo',
  'x',
  'number40',
  'number401',
  'arteriol skin 1999',
];

describe('words read in a thread of their own', () => {
  it('find the same as words read one by one, whatever is changed in between', () => {
    const [one, other] = [opened(newReader()), newLibrary()];
    const same = () => {
      for (const text of TYPED) expect(idsOf(one, { text }), text).toEqual(idsOf(other, { text }));
      expect(one.lister.page({ text: 'artriole' }, 0, 5)).toMatchObject({ instead: 'arteriole' });
    };
    const both = (...changes: Parameters<typeof commit>[1][]) => {
      for (const library of [one, other]) commit(library, ...changes);
    };
    both(...many(0, 500));
    both(...many(500, 700));
    same();
    both(setting('e400', 'item.title', 'Rheopheresis'), setting('e3', 'trashed', true));
    both(...many(1200, 450));
    both(setting('e1300', 'item.title', 'Skin again'));
    same();
  });

  it('of a library that is opened without an index are read by it', () => {
    const where = libraryFolder();
    const library = opened(null, where);
    commit(library, ...many(0, 900));
    const expected = TYPED.map(text => idsOf(library, { text }));
    library.close();
    const again = opened(newReader(), where);
    expect(TYPED.map(text => idsOf(again, { text }))).toEqual(expected);
  });

  it('are read by the library itself where that thread cannot be had', async () => {
    const reader = newReader(join(folder, 'none.mjs'));
    const library = opened(reader);
    commit(library, ...many(0, 500));
    // The thread's end is heard of.
    await new Promise(resolve => setTimeout(resolve, 500));
    expect(idsOf(library, { text: 'number401' })).toEqual(['e401']);
    commit(library, ...many(500, 500));
    expect(idsOf(library, { text: 'number999' })).toEqual(['e999']);
  });
});

it('an index takes in another, of other entries with words in part the same', () => {
  const entry = (title: string) => entryFrom('e', 'k', article('Lo', 2000, title));
  const [one, other] = [createInverted(), createInverted()];
  one.put(1, entry('Skin and kidney'));
  one.put(2, entry('Kidney'));
  other.put(3, entry('Skull and skin'));
  one.put(2, entry('Heart'));
  one.absorb(other.parts());
  const numbers = (word: string) => worthsOf(one.beginning(word)).flatMap((worth, n) => (worth > 0 ? [n] : []));
  expect(numbers('sk')).toEqual([1, 3]);
  expect(numbers('skin')).toEqual([1, 3]);
  expect(numbers('kidney')).toEqual([1]);
  expect(numbers('heart')).toEqual([2]);
});
