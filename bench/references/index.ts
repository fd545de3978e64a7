/**
 * `npm run bench references [-- FORMAT…] [SIZE…]`: entries per second that each format is read and written with, beside citation-js,
 * pandoc and bibutils where they read it, and the memory that 100,000 entries take. Rows come as they are measured; slow peers have fewer
 * runs, and slow formats no row of 100,000 unless they are asked for.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { decodeText } from '../../core/encoding.ts';
import { readBibtex } from '../../core/formats/bibtex/index.ts';
import { referenceFormats } from '../../core/formats/index.ts';
import type { ReferenceFormat } from '../../core/formats/types.ts';
import type { Reference } from '../../core/report/types.ts';
import { median, peer } from '../measure.ts';
import { bibtexLibrary, pubmedLibrary, risLibrary } from './library.ts';

interface Peers {
  /** citation-js' input type, and how many times as fast as it we have to be. */
  readonly citation?: { readonly type: string; readonly wanted?: number };
  readonly pandoc?: string;
  readonly bibutils?: string;
}

/** Who reads a format beside us. */
const PEERS: Readonly<Record<string, Peers>> = {
  bibtex: { citation: { type: '@bibtex/text', wanted: 10 }, pandoc: 'bibtex', bibutils: 'bib2xml' },
  biblatex: { citation: { type: '@biblatex/text' }, pandoc: 'biblatex', bibutils: 'biblatex2xml' },
  ris: { citation: { type: '@ris/file', wanted: 2.5 }, pandoc: 'ris', bibutils: 'ris2xml' },
  nbib: { bibutils: 'nbib2xml' },
  'endnote-xml': { pandoc: 'endnotexml', bibutils: 'endx2xml' },
  'csl-json': { citation: { type: '@csl/list+object' }, pandoc: 'csljson' },
  refworks: {},
  enw: { bibutils: 'end2xml' },
};
const SIZES = [1_000, 10_000, 100_000];
/** Seconds that a peer may take for one size before larger ones are left out. */
const PATIENCE = 8;
/** Milliseconds that each reader reads before it is measured. */
const WARM = 500;
/** Entries a second below which the largest size is left out where nobody asks for it: the whole bench ends within four minutes. */
const SLOW = 5_000;
const LARGEST = 100_000;

function secondsOf(work: () => unknown): number {
  const from = performance.now();
  work();
  return (performance.now() - from) / 1000;
}

/** Runs of what takes little: code is compiled while the first run. */
const MOST = 25;
/** The median of some runs, fewer where one takes long. */
function measured(work: () => unknown): number {
  const seconds = [secondsOf(work)];
  const sum = () => seconds.reduce((all, each) => all + each, 0);
  while (seconds.length < MOST && sum() < 1) seconds.push(secondsOf(work));
  return median(seconds);
}

setFlagsFromString('--expose-gc');
/** So that neither of two pays for what the other left behind. */
const collectGarbage = runInNewContext('gc') as () => void;

/** Rounds and seconds of reading by turns, and how often we read in a round: a peer takes several times as long. */
const ROUNDS = 15;
const TURNS = 6;
const TIMES = 3;
/** Medians of what two take by turns, as the machine's own speed changes from one second to the next. */
function byTurns(ours: () => unknown, others: () => unknown): readonly [ours: number, others: number] {
  const [own, other]: [number[], number[]] = [[], []];
  for (const from = performance.now(); other.length < ROUNDS && performance.now() - from < TURNS * 1000; ) {
    collectGarbage();
    for (let time = 0; time < TIMES; time++) own.push(secondsOf(ours));
    collectGarbage();
    other.push(secondsOf(others));
  }
  return [median(own), median(other)];
}

/** The same where the others take so long that they read once: our median of some runs before it and after. */
function aroundOne(ours: () => unknown, others: () => unknown): readonly [ours: number, others: number] {
  const before = [secondsOf(ours), secondsOf(ours)];
  collectGarbage();
  const other = secondsOf(others);
  collectGarbage();
  return [median([...before, secondsOf(ours), secondsOf(ours)]), other];
}

function warm(work: () => unknown): void {
  for (const from = performance.now(); performance.now() - from < WARM; ) work();
}

const rate = (size: number, seconds: number) => Math.round(size / seconds).toLocaleString('en');

/** The most memory that this process had, in KiB. A started process inherits the system's figure from the one that started it; Linux has its own. */
function mostMemory(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
}

const formatOf = (id: string) => referenceFormats.find(format => format.id === id) as ReferenceFormat;

/** A file's text. The bytes end with the call, so that they are not kept while the text is read. */
const textOf = (file: string) => decodeText(readFileSync(file)).text;

/** Reads a file as an import does and says how much memory the whole process took at most, in MB. */
function readAlone(id: string, file: string): void {
  const { references } = formatOf(id).read(textOf(file));
  const most = Math.round(mostMemory() / 1024);
  console.log(
    `  memory   ${references.length.toLocaleString('en')} entries of ${Math.round(statSync(file).size / 1e6)} MB: at most ${most} MB`,
  );
}

/** A library in a format: BibTeX and RIS as reference managers export them, PubMed's XML as PubMed does, the others as we write the same entries. */
function libraryIn({ id, write }: ReferenceFormat, references: readonly Reference[], size: number): string {
  if (id === 'bibtex') return bibtexLibrary(size);
  if (id === 'ris') return risLibrary(size);
  if (id === 'pubmed-xml') return pubmedLibrary(size);
  return write?.(references) ?? '';
}

type Parse = (text: string) => unknown;

/** citation-js' reader; loaded here, so that what reads alone has nothing of it in its memory. */
async function citationReader(type: string): Promise<Parse> {
  const { plugins } = await import('@citation-js/core');
  await import('@citation-js/plugin-bibtex');
  await import('@citation-js/plugin-ris');
  const forced = { forceType: type, generateGraph: false };
  if (type === '@csl/list+object') return text => plugins.input.chain(JSON.parse(text), forced);
  return text => plugins.input.chain(text, forced);
}

/** Seconds that a program takes to read a file, its start included; null where it is absent, fails or takes too long. */
function secondsOfProgram(command: string, args: readonly string[]): number | null {
  let done = false;
  const seconds = secondsOf(() => {
    const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'ignore'], timeout: PATIENCE * 2000 });
    done = status === 0;
  });
  return done ? seconds : null;
}

async function measure(format: ReferenceFormat, sizes: readonly number[], folder: string): Promise<void> {
  const { id, name, read, write } = format;
  const { citation, pandoc, bibutils } = PEERS[id] ?? {};
  const wanted = citation?.wanted;
  console.log(name);
  const parse = citation && (await citationReader(citation.type));
  const tooSlow = new Set<string>();
  const file = join(folder, 'library');
  let slow = false;
  for (const size of sizes) {
    const printed = size.toLocaleString('en');
    if (slow && size === LARGEST) {
      console.log(
        `  ${printed}  left out, as it reads under ${SLOW.toLocaleString('en')}/s: \`-- ${id} ${size}\` measures it`,
      );
      continue;
    }
    let references: readonly Reference[] = readBibtex(bibtexLibrary(size)).references.map(({ id: key, item }) => ({
      id: key,
      item,
    }));
    let text = '';
    const made = secondsOf(() => {
      text = libraryIn(format, references, size);
    });
    // A program reads its first file slower than the next ones; both have had as much time to warm up.
    if (size === sizes[0] && size < LARGEST) {
      const first = [secondsOf(() => read(text)), ...(parse ? [secondsOf(() => parse(text))] : [])];
      console.log(
        `  first    ${printed} of a program: ${first.map(each => `${(each * 1000).toFixed(0)} ms`).join(', citation-js ')}`,
      );
      warm(() => read(text));
      if (parse) warm(() => parse(text));
      if (write) warm(() => write(references));
    }
    // The largest library was just written, once; BibTeX and RIS are made in another way.
    const isWritten = id !== 'bibtex' && id !== 'ris' && size === LARGEST;
    const writing = write && (isWritten ? made : measured(() => write(references)));
    references = [];
    // What took so long for fewer entries would take minutes; but what we have to be compared with is, once.
    const rival = parse && (wanted !== undefined || !tooSlow.has('citation-js')) ? () => parse(text) : undefined;
    const own = () => read(text);
    const [ours, theirs] = rival ? (size < LARGEST ? byTurns : aroundOne)(own, rival) : [measured(own), null];
    slow = size / ours < SLOW && size >= LARGEST / 10;
    const said = [`read ${rate(size, ours)}/s`];
    if (writing !== undefined) said.push(`written ${rate(size, writing)}/s`);
    const beside = (who: string, seconds: number | null, times?: number) => {
      if (seconds === null) return;
      const than = `${(seconds / ours).toFixed(1)} times${times === undefined ? '' : `, wanted ${times}`}`;
      said.push(`${who} ${rate(size, seconds)}/s (${than})`);
      // Ten times as many entries take ten times as long.
      if (seconds > PATIENCE / 10) tooSlow.add(who);
    };
    beside('citation-js', theirs, wanted);
    writeFileSync(file, text);
    if (pandoc && !tooSlow.has('pandoc') && size < LARGEST)
      beside('pandoc', secondsOfProgram('pandoc', ['-f', pandoc, '-t', 'csljson', file]));
    if (bibutils && !tooSlow.has(bibutils)) beside(bibutils, secondsOfProgram(bibutils, [file]));
    console.log(`  ${printed.padStart(7)}  ${said.join('; ')}`);
    if (size < LARGEST) continue;
    text = '';
    const alone = spawnSync(process.execPath, [import.meta.filename, '--alone', id, file], { encoding: 'utf8' });
    process.stdout.write(alone.stdout + alone.stderr);
  }
}

async function main(): Promise<void> {
  // As `npm run bench` starts it, its own name comes first.
  const given = process.argv.slice(process.argv[2] === 'references' ? 3 : 2).filter(each => each !== '--');
  if (given[0] === '--alone') return readAlone(given[1] as string, given[2] as string);
  const known = referenceFormats.filter(({ id, write }) => write !== undefined || id === 'pubmed-xml');
  const sizes = given.filter(each => /^\d+$/.test(each)).map(Number);
  const names = given.filter(each => !/^\d+$/.test(each));
  const unknown = names.find(each => !known.some(({ id }) => id === each));
  if (unknown !== undefined) {
    console.error(`There is no format “${unknown}”. There are: ${known.map(({ id }) => id).join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  // A process for each format, so that what one left behind slows down no other.
  if (names.length !== 1) {
    for (const { id } of known.filter(({ id }) => names.length === 0 || names.includes(id)))
      spawnSync(process.execPath, [import.meta.filename, id, ...sizes.map(String)], { stdio: 'inherit' });
    for (const name of ['pandoc', 'bib2xml', 'nbib2xml']) console.log(peer(name));
    console.log(
      'Peers read the largest library once, and not where a tenth of it took them long; pandoc does not read it.',
    );
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-references-'));
  try {
    await measure(formatOf(names[0] as string), sizes.length > 0 ? sizes : SIZES, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await main();
