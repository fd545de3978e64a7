/**
 * `npm run bench roundtrip -- FOLDER… [--shown N]`: libraries read, written in every format we write and read again. What does not
 * come back is counted and shown, as is what a second writing writes otherwise; of a file in a format of its own also the fields as
 * they stand there, told by a look of its own (bench/recovery/witnesses.ts).
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { decodeText } from '../../core/encoding.ts';
import { readReferences, referenceFormats } from '../../core/formats/index.ts';
import { unsaid } from '../../core/formats/spare.ts';
import type { ReferenceFormat } from '../../core/formats/types.ts';
import type { Reference } from '../../core/report/types.ts';
import { type Witness, type Witnessed, witnesses } from '../recovery/witnesses.ts';
import { allText, dateWords, finder, words } from '../recovery/words.ts';

function* filesIn(path: string): Generator<string> {
  if (!statSync(path).isDirectory()) yield path;
  else for (const name of readdirSync(path).sort()) if (name !== '.git') yield* filesIn(join(path, name));
}

const short = (value: unknown) => JSON.stringify(value)?.slice(0, 300) ?? 'nothing';

/** What a written text does not give back, or gives otherwise: a kind, and a line about it. */
function* differences(
  format: ReferenceFormat,
  references: readonly Reference[],
  text: string,
  own: boolean,
): Generator<readonly [kind: string, said: string]> {
  const { references: again, problems } = format.read(text);
  if (again.length !== references.length)
    yield ['entries', `${references.length} entries written, ${again.length} read`];
  for (const { line, code, text: source } of problems)
    yield ['problem', `problem ${code} at line ${line}: ${short(source)}`];
  if (again.length !== references.length) return;
  for (const [index, { id, item, kept = {} }] of references.entries()) {
    const other = again[index] as Reference;
    if (other.id !== id) yield ['id', `${id}: its id is ${other.id}`];
    for (const variable of unsaid(item, other.item))
      yield [variable, `${id} ${variable}: ${short(item[variable])} is ${short(other.item[variable])}`];
    for (const variable of unsaid(other.item, item))
      if (item[variable] === undefined)
        yield [`+${variable}`, `${id} ${variable}: came from nowhere as ${short(other.item[variable])}`];
    if (own)
      for (const [name, value] of Object.entries(kept))
        if (!name.includes(':@') && name.startsWith(`${keptBy(format)}:`) && (other.kept?.[name] ?? '') !== value)
          yield [name, `${id} kept ${name}: ${short(value)} is ${short(other.kept?.[name])}`];
  }
  const second = format.write?.(again) ?? '';
  if (second !== text) yield ['again', `written again otherwise: ${firstDifference(text, second)}`];
}

/** Both dialects of BibTeX keep fields under one name. */
const keptBy = ({ id }: ReferenceFormat) => (id === 'biblatex' ? 'bibtex' : id);

function firstDifference(a: string, b: string): string {
  const [first, second] = [a.split('\n'), b.split('\n')];
  const line = first.findIndex((each, index) => each !== second[index]);
  return `line ${line + 1}: ${short(first[line])} is ${short(second[line])}`;
}

/** None where the look knows nothing of mending a broken file. */
function entriesIn(witness: Witness, text: string): readonly Witnessed[] {
  try {
    return witness.entries(text);
  } catch {
    return [];
  }
}

/** Fields of a file that are nowhere in the same file written by us. */
function* fieldsLost(file: string, before: string, after: string) {
  const witness = witnesses.find(({ sees }) => sees(file, before));
  if (witness === undefined) return;
  const [given, written] = [entriesIn(witness, before), entriesIn(witness, after)];
  if (given.length === 0) return;
  if (given.length !== written.length) {
    yield `${given.length} entries seen before, ${written.length} after`;
    return;
  }
  for (const [index, { key, line, fields }] of given.entries()) {
    const holds = finder(allText([written[index]?.key, written[index]?.fields]));
    for (const [name, value] of fields)
      if (!holds(words(value)) && !holds(dateWords(value))) yield `${key} line ${line} ${name}: ${short(value)}`;
  }
}

function main(): void {
  const given = process.argv.slice(process.argv[2] === 'roundtrip' ? 3 : 2);
  const at = given.indexOf('--shown');
  const shown = at < 0 ? 3 : Number(given[at + 1]);
  const folders = given.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
  if (folders.length === 0) {
    console.error('Say which folder: npm run bench roundtrip -- FOLDER… [--shown N]');
    process.exitCode = 2;
    return;
  }
  const written = referenceFormats.filter(({ write }) => write !== undefined);
  const seen = new Set<string>();
  const kinds = new Map<string, number>();
  let [files, entries, pairs, wrong, own, ownWrong] = [0, 0, 0, 0, 0, 0];
  for (const file of folders.flatMap(folder => [...filesIn(folder)])) {
    if (!/\.(?:bib|bibtex|ris|nbib|txt|xml|enw|refer|json|ya?ml)$/i.test(file)) continue;
    const { text } = decodeText(readFileSync(file));
    if (seen.has(text)) continue;
    seen.add(text);
    const read = readReferences(text, basename(file));
    if (!read.ok || read.value.references.length === 0) continue;
    const { references, format: name } = read.value;
    files++;
    entries += references.length;
    for (const format of written) {
      const isOwn = format.name === name;
      const out = format.write?.(references) ?? '';
      const found = [...differences(format, references, out, isOwn)];
      pairs++;
      for (const [kind] of found) {
        const name = `${format.id} ${kind}`;
        kinds.set(name, (kinds.get(name) ?? 0) + 1);
      }
      if (found.length > 0) wrong++;
      const lost = isOwn ? [...fieldsLost(file, text, out)] : [];
      if (isOwn) own++;
      if (lost.length > 0) ownWrong++;
      if (found.length + lost.length === 0) continue;
      console.log(`${file} (${name}) as ${format.name}: ${found.length} differences, ${lost.length} fields not found`);
      for (const [, each] of found.slice(0, shown)) console.log(`    ${each}`);
      for (const each of lost.slice(0, shown)) console.log(`    not found: ${each}`);
    }
  }
  for (const [name, count] of [...kinds].sort((a, b) => b[1] - a[1]))
    console.log(`${String(count).padStart(6)} ${name}`);
  console.log(
    `${files} files of ${entries} entries: ${pairs} files and formats, ${wrong} with differences; ${own} in their own format, ${ownWrong} with fields not found`,
  );
}

main();
