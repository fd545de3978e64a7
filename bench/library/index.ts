/** `npm run bench library`: 100,000 references with abstracts built in the library's thread, and searched as one types. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { referenceFormats } from '../../core/formats/index.ts';
import type { Change, LibraryQuery } from '../../core/library/types.ts';
import { createLibraryRoom } from '../../host/library/room.ts';
import { median } from '../measure.ts';
import { countStolen } from '../stolen.mjs';
import { articles } from './entries.ts';

const COUNT = Number(process.env.COUNT ?? 100_000);
const AT_ONCE = COUNT / 10;
/** PEER=no leaves out the table that it is compared with. */
const isCompared = process.env.PEER !== 'no';

const folder = mkdtempSync(join(tmpdir(), 'bench-library-'));
const room = createLibraryRoom(folder, new URL('./library.mjs', import.meta.url));

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
}

/** Every beginning of what is typed, as the list asks for it letter by letter. */
const typed = (text: string): LibraryQuery[] =>
  Array.from({ length: text.length }, (_, index) => ({ text: text.slice(0, index + 1) }));

const kinds: Readonly<Record<string, readonly LibraryQuery[]>> = {
  'typed, one word': ['nephrologin', 'thiosulfate', 'calciphylaxis', 'provaction'].flatMap(typed),
  'typed, two words': ['treatment disease', 'haemobody patients', 'the of risk', 'dermotitis 2012'].flatMap(typed),
  'rare words': ['fibristenogen', 'cyotedialysis 1999', 'oneph'].map(text => ({ text })),
  'typing error': ['nefrologin', 'calcifylaxis', 'treatmnet disease', 'pateints'].map(text => ({ text })),
  'with filters': [
    { text: 'treat', tags: ['to read'] },
    { text: 'disease', from: 2015 },
    { text: 'ca', starred: true },
    { text: 'patients risk', tags: ['to read'], from: 2000, to: 2005 },
  ],
};

const ROUNDS = 5;
/** Milliseconds between building and what is called "after a rest". */
const REST = 8000;

async function pageOf(query: LibraryQuery): Promise<number> {
  const from = performance.now();
  const answer = await room.ask('list', { query, offset: 0, limit: 50 });
  if (!answer.ok) throw new Error(answer.problem.code);
  return performance.now() - from;
}

/** Asks every query some times, and prints how long an answer took of each kind and of all. */
async function askAll(when: string): Promise<void> {
  const times = new Map<string, number[]>(Object.keys(kinds).map(name => [name, []]));
  const stolen = countStolen();
  // More queries than the list keeps in mind: none is answered from what was found before.
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, queries] of Object.entries(kinds))
      for (const query of queries) times.get(name)?.push(await pageOf(query));
  console.log(`\n${when}`);
  const all = [...times.values()].flat();
  const figures = (of: readonly number[]) => `median ${median(of).toFixed(2)}, p95 ${at(of, 0.95).toFixed(2)} ms`;
  for (const [name, of] of times) console.log(`${name.padEnd(18)} ${figures(of)}`);
  console.log(`all ${all.length} queries    ${figures(all)}, wanted under 5; a hypervisor took ${stolen()}\n`);
}

/** The same articles taken in as a user does: from a file, compared with what is there. Gives the seconds until they are searched. */
async function importFile(): Promise<number> {
  const references = [...articles(COUNT)].map(({ key = '', item }) => ({ id: key, item, kept: {} }));
  const bytes = Buffer.from(referenceFormats.find(({ id }) => id === 'ris')?.write?.(references) ?? '');
  const library = createLibraryRoom(join(folder, 'imported'), new URL('./library.mjs', import.meta.url));
  await library.ask('status', {});
  const from = performance.now();
  const request = { bytes, name: 'articles.ris', by: 'bench' };
  for await (const event of library.stream('import', request, new AbortController().signal)) {
    if (event.kind === 'failed') throw new Error(event.problem.code);
    if (event.kind !== 'done') continue;
    console.log(`import    of ${event.added.length} articles, ${event.already} known, ${event.proposed} proposed`);
  }
  await library.ask('list', { query: { text: 'x' }, offset: 0, limit: 50 });
  const seconds = (performance.now() - from) / 1000;
  await library.close();
  return seconds;
}

/** The same words in a plain FTS5 table as most programs make it, ranked by bm25: the peer. Gives the seconds of its building. */
function comparePlain(): number {
  const plain = new Libsql(join(folder, 'plain.db'));
  plain.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -65536');
  plain.exec("create virtual table words using fts5(title, author, rest, tokenize='unicode61 remove_diacritics 2')");
  const insert = plain.prepare('insert into words values (?, ?, ?)');
  const items = Array.from(articles(COUNT), ({ item }) => item);
  const from = performance.now();
  plain.exec('begin');
  for (const item of items) {
    const authors = (item.author ?? []).map(({ family }) => family).join(' ');
    insert.run([item.title ?? '', authors, `${item['container-title']} ${item.abstract} ${item.DOI}`]);
  }
  plain.exec('commit');
  const built = (performance.now() - from) / 1000;
  console.log(`peer: a plain FTS5 table of the same words built in ${built.toFixed(2)} s`);
  const query = plain.prepare('select rowid from words where words match ? order by rank limit 50').raw();
  const found = Object.values(kinds)
    .flat()
    .filter(({ text }) => text)
    .map(({ text = '' }) => {
      const begun = performance.now();
      query.all(
        text
          .split(' ')
          .map(word => `"${word}"*`)
          .join(' '),
      );
      return performance.now() - begun;
    });
  console.log(`peer: the same words, ranked: median ${median(found).toFixed(2)}, p95 ${at(found, 0.95).toFixed(2)} ms`);
  plain.close();
  return built;
}

try {
  const changes: Change[] = [];
  let number = 0;
  for (const value of articles(COUNT)) changes.push({ entry: `e${number++}`, field: 'new', value });
  await room.ask('status', {});

  const stolenOfBuilding = countStolen();
  const from = performance.now();
  // The next batch is sent while one is taken in, as it waits for nothing.
  const answers: ReturnType<typeof room.ask<'apply'>>[] = [];
  for (let index = 0; index < changes.length; index += AT_ONCE) {
    answers.push(room.ask('apply', { changes: changes.slice(index, index + AT_ONCE), label: 'import', by: 'bench' }));
    const answer = await answers.at(-2);
    if (answer && !answer.ok) throw new Error(answer.problem.code);
  }
  for (const answer of await Promise.all(answers)) if (!answer.ok) throw new Error(answer.problem.code);
  // Built is what can be searched: the first search sorts in what stands apart.
  await pageOf({ text: 'x' });
  const built = (performance.now() - from) / 1000;
  const tookOfBuilding = stolenOfBuilding();
  // What was just written may stand in the log beside the file.
  const bytes = ['library.db', 'library.db-wal'].map(
    name => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0,
  );
  const megabytes = Math.round(bytes.reduce((sum, size) => sum + size, 0) / 1e6);
  console.log(
    `built     ${COUNT} entries with abstracts in ${built.toFixed(2)} s (${megabytes} MB), wanted under 6 s; a hypervisor took ${tookOfBuilding} of the machine`,
  );
  // The articles are let go: their garbage is not to be gone through while queries are measured.
  changes.length = 0;
  await askAll('straight after');
  // Whoever takes in a large library types later: the library has asked itself some queries by then, and the building's garbage is gone.
  await new Promise(resolve => setTimeout(resolve, REST));
  await askAll('after a rest');
  for (const [again, descending] of [
    ['', false],
    [' once more, the other way round', true],
  ] as const) {
    const lists: number[] = [];
    for (const sort of ['title', 'author', 'year', 'journal', 'changed'] as const)
      lists.push(await pageOf({ sort, descending }));
    console.log(`the whole library sorted another way${again}: ${lists.map(ms => ms.toFixed(0)).join(', ')} ms`);
  }
  const pairing = performance.now();
  for await (const event of room.stream('duplicates', {}, new AbortController().signal))
    if (event.kind === 'failed') throw new Error(event.problem.code);
  console.log(`works that are there twice, looked for: ${((performance.now() - pairing) / 1000).toFixed(2)} s`);
  await room.close();
  const reopened = createLibraryRoom(folder, new URL('./library.mjs', import.meta.url));
  const again = performance.now();
  await reopened.ask('list', { query: { text: 'thiosulfate' }, offset: 0, limit: 50 });
  console.log(`opened again and searched: ${(performance.now() - again).toFixed(0)} ms`);
  await reopened.close();
  rmSync(join(folder, 'words.index'));
  const anew = createLibraryRoom(folder, new URL('./library.mjs', import.meta.url));
  await anew.ask('status', {});
  const reading = performance.now();
  await anew.ask('list', { query: { text: 'thiosulfate' }, offset: 0, limit: 50 });
  console.log(
    `the index alone, from the tables: ${((performance.now() - reading) / 1000).toFixed(2)} s, then searched`,
  );
  await anew.close();
  console.log(
    `most memory at any time, the articles to be put in with it: ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`,
  );
  console.log(`imported  ${COUNT} articles of a RIS file in ${(await importFile()).toFixed(2)} s`);
  if (isCompared) {
    const plain = comparePlain();
    console.log(`built in ${(built / plain).toFixed(2)} of the time of the peer's words alone`);
  }
} finally {
  await room.close();
  rmSync(folder, { recursive: true, force: true });
}
