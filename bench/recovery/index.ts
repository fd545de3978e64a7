/**
 * `npm run bench recovery -- FOLDER… [--lost N] [--alone] [--differences N]`: how much of libraries never seen our readers give back, entry by entry and field
 * by field, beside citation-js and whatever else is installed. `--lost N` prints the first N fields of each format that were not
 * found anywhere, to be looked at by
 * hand; `--alone` leaves the others out; `--differences N` groups the fields in which others that read an entry have it otherwise,
 * with the first N of each group.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { decodeText } from '../../core/encoding.ts';
import { readReferences, referenceFormats } from '../../core/formats/index.ts';
import type { CslItem } from '../../core/references/csl.ts';
import type { Reference } from '../../core/report/types.ts';
import { differences } from './comparison.ts';
import { type Found, type Peer, peers } from './peers.ts';
import { type Witness, type Witnessed, witnesses } from './witnesses.ts';
import { allText, dateWords, finder, words } from './words.ts';

interface Tally {
  entries: number;
  fields: number;
  /** Of the fields that references are printed from. */
  printed: number;
}

interface Row {
  readonly witness: Witness;
  files: number;
  readonly expected: Tally;
  readonly ours: Tally;
  /** Found in a CSL variable, not only kept. */
  inPlace: number;
  problems: number;
  readonly others: Map<string, Tally>;
  readonly lost: string[];
  /** By the other's name, the field and what kind of difference it is. */
  readonly differences: Map<string, string[]>;
}

const none = (): Tally => ({ entries: 0, fields: 0, printed: 0 });

function* filesIn(path: string): Generator<string> {
  if (!statSync(path).isDirectory()) yield path;
  else for (const name of readdirSync(path).sort()) if (name !== '.git') yield* filesIn(join(path, name));
}

const DATE =
  /^(?:year|date|month|day|urldate|PY|Y1|Y2|DA|DP|EDAT|MHDA|CRDT|PHST|YR|FD|%D|%8|issued|accessed|Month|Medline|dates)$/i;

/** Finds the text that shares most of its rarer words with an entry; in order where none is missing. */
function matcher(texts: readonly string[], total: number): (entry: Witnessed, at: number) => string | undefined {
  if (texts.length === total) return (_, at) => texts[at];
  const holding = new Map<string, number[]>();
  texts.forEach((text, index) => {
    for (const word of new Set(words(text))) {
      const list = holding.get(word);
      if (list) list.push(index);
      else holding.set(word, [index]);
    }
  });
  return entry => {
    const wanted = new Set([entry.key, ...entry.fields.map(([, value]) => value)].flatMap(words));
    const shared = new Map<number, number>();
    let most = 0;
    let best = -1;
    for (const word of wanted) {
      const list = holding.get(word) ?? [];
      if (word.length < 4 || list.length > 40) continue;
      for (const index of list) {
        const count = (shared.get(index) ?? 0) + 1;
        shared.set(index, count);
        if (count > most) [most, best] = [count, index];
      }
    }
    return best < 0 ? undefined : texts[best];
  };
}

function count(
  tally: Tally,
  expected: readonly Witnessed[],
  texts: readonly string[],
  printed: RegExp,
  lost?: (entry: Witnessed, name: string, value: string) => void,
): void {
  tally.entries += Math.min(texts.length, expected.length);
  const match = matcher(texts, expected.length);
  expected.forEach((entry, at) => {
    const text = match(entry, at);
    const holds = text === undefined ? () => false : finder(text);
    for (const [name, value] of entry.fields) {
      if (
        holds(words(value.replace(/^https?:\/\/(?:dx\.)?doi\.org\//, ''))) ||
        (DATE.test(name) && holds(dateWords(value)))
      ) {
        tally.fields++;
        if (printed.test(name)) tally.printed++;
      } else lost?.(entry, name, value);
    }
  });
}

function measure(file: string, row: Row, text: string, others: readonly Peer[]): void {
  const expected = row.witness.entries(text);
  if (expected.length === 0) return;
  row.files++;
  row.expected.entries += expected.length;
  for (const { fields } of expected) {
    row.expected.fields += fields.length;
    row.expected.printed += fields.filter(([name]) => row.witness.printed.test(name)).length;
  }
  const read = readReferences(text, basename(file));
  const references = read.ok ? read.value.references : [];
  row.problems += read.ok ? read.value.problems.length : 1;
  if (references.length !== expected.length)
    row.lost.push(`${file}: ${references.length} entries read, ${expected.length} expected`);
  // What came as PubMed's XML is kept as nbib's, which can be written.
  const format = referenceFormats.find(({ name, id }) =>
    read.ok && read.value.format === 'PubMed XML' ? id === 'nbib' : read.ok && name === read.value.format,
  );
  // What a reader turned into CSL's own words (types, languages) counts where its writer gives it back.
  const whole = references.map(reference =>
    allText([reference.id, reference.item, reference.kept ?? {}, format?.write?.([reference]) ?? '']),
  );
  count(row.ours, expected, whole, row.witness.printed, (entry, name, value) =>
    row.lost.push(`${file}:${entry.line} ${entry.key} ${name}: ${value.replace(/\s+/g, ' ').slice(0, 160)}`),
  );
  const placed = none();
  count(
    placed,
    expected,
    references.map(({ id, item }) => allText([id, item])),
    row.witness.printed,
  );
  row.inPlace += placed.fields;
  for (const peer of others) {
    const entries = peer.read(row.witness.format, text);
    if (entries === undefined) continue;
    const tally = row.others.get(peer.name) ?? none();
    row.others.set(peer.name, tally);
    if (entries === null) continue;
    count(
      tally,
      expected,
      entries.map(entry => entry.text),
      row.witness.printed,
    );
    compare(row, peer.name, basename(file), references, entries);
  }
}

/** Notes where another has the fields of an entry otherwise: in order where both have as many, else by title. */
function compare(row: Row, peer: string, file: string, ours: readonly Reference[], theirs: readonly Found[]): void {
  const titled = (item: CslItem) =>
    words(String(item.title ?? ''))
      .slice(0, 8)
      .join(' ');
  const byTitle = new Map(theirs.map(({ item }) => [titled(item), item]));
  ours.forEach(({ id, item }, index) => {
    const other = theirs.length === ours.length ? theirs[index]?.item : byTitle.get(titled(item));
    if (!other) return;
    for (const { field, kind, own, others } of differences(item, other)) {
      const group = `${peer}, ${field}, ${kind}`;
      const list = row.differences.get(group) ?? [];
      row.differences.set(group, list);
      list.push(`${file} ${id}: ${own.slice(0, 160)} ; ${others.slice(0, 160)}`);
    }
  });
}

const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`);

function line(name: string, tally: Tally, expected: Tally): string {
  return `  ${name.padEnd(12)} entries ${percent(tally.entries, expected.entries)}, fields ${percent(tally.fields, expected.fields)}, of those printed ${percent(tally.printed, expected.printed)}`;
}

async function main(): Promise<void> {
  // As `npm run bench` starts it, its own name comes first.
  const given = process.argv.slice(process.argv[2] === 'recovery' ? 3 : 2);
  const at = given.indexOf('--lost');
  const shown = at < 0 ? 0 : Number(given[at + 1]);
  const differing = given.indexOf('--differences');
  const grouped = differing < 0 ? -1 : Number(given[differing + 1]);
  const options = [at, differing].flatMap(place => (place < 0 ? [] : [place, place + 1]));
  const folders = given.filter((name, index) => name !== '--alone' && !options.includes(index));
  if (folders.length === 0) {
    console.error('Say which folder: npm run bench recovery -- FOLDER… [--lost N] [--alone] [--differences N]');
    process.exitCode = 2;
    return;
  }
  const others = given.includes('--alone') ? [] : await peers();
  const rows = witnesses.map(
    (witness): Row => ({
      witness,
      files: 0,
      expected: none(),
      ours: none(),
      inPlace: 0,
      problems: 0,
      others: new Map(),
      lost: [],
      differences: new Map(),
    }),
  );
  for (const folder of folders)
    for (const file of filesIn(folder)) {
      if (!/\.(?:bib|bibtex|ris|nbib|txt|xml|enw|refer|json|ya?ml)$/i.test(file)) continue;
      const { text } = decodeText(readFileSync(file));
      const row = rows.find(({ witness }) => witness.sees(file, text));
      if (row) measure(file, row, text, others);
    }
  for (const { witness, files, expected, ours, inPlace, problems, others: found, lost, differences: groups } of rows) {
    if (expected.entries === 0) continue;
    console.log(`${witness.format}: ${files} files, ${expected.entries} entries, ${expected.fields} fields`);
    console.log(
      `${line('casewright', ours, expected)}; in a CSL variable ${percent(inPlace, expected.fields)}; ${problems} problems reported`,
    );
    for (const [name, tally] of found) console.log(line(name, tally, expected));
    for (const each of lost.slice(0, shown)) console.log(`    ${each}`);
    for (const [group, list] of grouped < 0 ? [] : [...groups].sort()) {
      console.log(`    ${group}: ${list.length}`);
      for (const each of list.slice(0, grouped)) console.log(`      ${each}`);
    }
  }
}

await main();
