/** `npm run bench references`: entries per second of BibTeX and RIS beside citation-js, the memory of 100,000 entries, and the other formats. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeText } from '../../core/encoding.ts';
import { readBibtex } from '../../core/formats/bibtex/index.ts';
import { referenceFormats } from '../../core/formats/index.ts';
import { readRis } from '../../core/formats/ris/index.ts';
import type { EntriesRead } from '../../core/formats/types.ts';
import { median, peer } from '../measure.ts';
import { bibtexLibrary, risLibrary } from './library.ts';

interface Contest {
  readonly name: string;
  readonly library: (count: number) => string;
  readonly ours: (text: string) => EntriesRead;
  readonly theirs: string;
  /** How many times as fast as citation-js it has to be. */
  readonly wanted: number;
}

const contests: readonly Contest[] = [
  { name: 'BibTeX', library: bibtexLibrary, ours: readBibtex, theirs: '@bibtex/text', wanted: 10 },
  { name: 'RIS', library: risLibrary, ours: readRis, theirs: '@ris/file', wanted: 2.5 },
];
const SIZES = [1_000, 10_000, 100_000];
const OTHERS = 5_000;
/** Milliseconds that each reader reads before it is measured, at every size. */
const WARM = 1500;

function secondsOf(work: () => unknown): number {
  const from = performance.now();
  work();
  return (performance.now() - from) / 1000;
}

/** A file's text. The bytes end with the call, so that they are not kept while the text is read. */
const textOf = (file: string) => decodeText(readFileSync(file)).text;

/** The most memory that this process had, in KiB. A started process inherits the system's figure from the one that started it; Linux has its own. */
function mostMemory(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
}

/** Reads a file as an import does and says how much memory the whole process took at most, in MB. */
function readAlone(name: string, file: string): void {
  const { ours } = contests.find(one => one.name === name) as Contest;
  const { references } = ours(textOf(file));
  const most = Math.round(mostMemory() / 1024);
  console.log(
    `  memory   ${references.length} entries of ${Math.round(statSync(file).size / 1e6)} MB: at most ${most} MB`,
  );
}

function measureMemory(name: string, text: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'bench-references-'));
  const file = join(folder, 'library');
  writeFileSync(file, text);
  const alone = spawnSync(process.execPath, [import.meta.filename, '--alone', name, file], { encoding: 'utf8' });
  process.stdout.write(alone.stdout + alone.stderr);
  rmSync(folder, { recursive: true });
}

async function compare({ name, library, ours, theirs, wanted }: Contest): Promise<void> {
  // Loaded here, so that what reads alone has nothing of it in its memory.
  const { plugins } = await import('@citation-js/core');
  await import('@citation-js/plugin-bibtex');
  await import('@citation-js/plugin-ris');
  console.log(name);
  // citation-js warns of every unknown field; a benchmark has no use for it.
  const parse = (text: string) => plugins.input.chain(text, { forceType: theirs, generateGraph: false });
  for (const size of SIZES) {
    const text = library(size);
    // A program reads its first file slower than the next ones; both have had as much time to warm up.
    const first = size === SIZES[0] ? [secondsOf(() => ours(text)), secondsOf(() => parse(text))] : [];
    if (first.length > 0)
      console.log(
        `  the first ${size} of a program: ${first.map(one => `${(one * 1000).toFixed(0)} ms`).join(', citation-js ')}`,
      );
    for (const read of [ours, parse])
      for (const from = performance.now(); performance.now() - from < WARM; ) read(text);
    const runs = size === 100_000 ? 3 : 9;
    const mine: number[] = [];
    const other: number[] = [];
    for (let run = 0; run < runs; run++) {
      mine.push(secondsOf(() => ours(text)));
      if (run < 3) other.push(secondsOf(() => parse(text)));
    }
    const [a, b] = [size / median(mine), size / median(other)];
    console.log(
      `  ${String(size).padStart(7)}  ${Math.round(a).toLocaleString('en')} entries/s, citation-js ${Math.round(b).toLocaleString('en')}: ${(a / b).toFixed(1)} times (wanted ${wanted})`,
    );
  }
  measureMemory(name, library(100_000));
}

/** The other formats, each on a file of its own made of the same references; nobody beside us reads them here. */
function measureOthers(): void {
  const { references } = readBibtex(bibtexLibrary(OTHERS));
  for (const { id, name, read, write } of referenceFormats) {
    if (write === undefined || ['bibtex', 'ris'].includes(id)) continue;
    const text = write(references);
    const seconds = [1, 2, 3].map(() => secondsOf(() => read(text)));
    console.log(`${name}: ${Math.round(OTHERS / median(seconds)).toLocaleString('en')} entries/s of ${OTHERS}`);
  }
}

if (process.argv[2] === '--alone') readAlone(process.argv[3] as string, process.argv[4] as string);
else {
  for (const contest of contests) await compare(contest);
  measureOthers();
  for (const name of ['bib2xml', 'pandoc']) console.log(peer(name));
}
