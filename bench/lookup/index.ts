/**
 * `npm run bench lookup -- [FOLDER…] [--wrong N]`: how much of printed references is read rightly, style by style and in English and
 * French, spoilt as pasted bibliographies are; the same of chapters, books, theses, guidelines, reports, pages, preprints, software and drug
 * labels, kind by kind; how whole bibliographies are parted; and whether the right work comes first among near
 * ones. Without a folder of reference files the works are made up. `--wrong N` prints the first N mistakes of each kind.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { decodeText } from '../../core/encoding.ts';
import { readReferences } from '../../core/formats/index.ts';
import type { CslItem } from '../../core/references/csl.ts';
import { type Tallies, tally } from './fields.ts';
import { tallyKind } from './kind-fields.ts';
import { KIND_STYLES, KINDS, worksOf } from './kinds.ts';
import { matching } from './matching.ts';
import { parting } from './parting.ts';
import { NUMBERS, printed, STYLES, spoilt } from './printing.ts';
import { works } from './works.ts';

const COUNT = 300;

function* filesIn(path: string): Generator<string> {
  if (!statSync(path).isDirectory()) yield path;
  else for (const name of readdirSync(path).sort()) if (name !== '.git') yield* filesIn(join(path, name));
}

/** Works of files that say who wrote what. */
function worksIn(folders: readonly string[]): readonly CslItem[] {
  const found: CslItem[] = [];
  const seen = new Set<string>();
  for (const file of folders.flatMap(folder => [...filesIn(folder)])) {
    if (!/\.(?:bib|ris|nbib|txt|xml|enw|json)$/i.test(file)) continue;
    const read = readReferences(decodeText(readFileSync(file)).text, basename(file));
    for (const { item } of read.ok ? read.value.references : []) {
      const { title, author } = item;
      if (typeof title !== 'string' || title.length < 12 || !author?.length || seen.has(title)) continue;
      seen.add(title);
      found.push({ ...item, id: `work-${found.length}` });
    }
  }
  return found;
}

const percent = (right: number, of: number) => (of === 0 ? '    –' : `${((100 * right) / of).toFixed(1).padStart(5)}`);

function show(name: string, tallies: Tallies): void {
  const cells = Object.entries(tallies).map(([field, { right, of }]) => `${field} ${percent(right, of)}`);
  console.log(`  ${name.padEnd(32)} ${cells.join('  ')}`);
}

/** Chapters, books, theses … by kind, in all styles together. */
function kinds(shown: number): void {
  for (const [name, styles] of Object.entries(KIND_STYLES)) {
    console.log(`Works that are no articles, ${styles.length} ${name} styles, English and French (%):`);
    for (const kind of KINDS) {
      const own: Tallies = {};
      const wrong: string[] = [];
      const items = worksOf(kind);
      for (const [index, style] of styles.entries())
        for (const language of ['en', 'fr'] as const) {
          const texts = printed(items, { style, kind: 'bracket' }, language);
          for (const [number, item] of items.entries()) {
            const entry = texts.get(item.id);
            const seed = number * 64 + index * 2 + (language === 'fr' ? 1 : 0) + 1;
            if (entry) tallyKind(item, entry, spoilt(entry, seed), [own], line => wrong.push(line));
          }
        }
      show(kind.name, own);
      for (const line of wrong.slice(0, shown)) console.log(`      ${line}`);
    }
  }
}

function main(): void {
  const given = process.argv.slice(process.argv[2] === 'lookup' ? 3 : 2);
  const at = given.indexOf('--wrong');
  const shown = at < 0 ? 0 : Number(given[at + 1]);
  const folders = given.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
  const items = folders.length === 0 ? works(COUNT) : worksIn(folders);
  console.log(`${items.length} works. Fields read rightly of those that are printed (%):`);
  const articles: Tallies = {};
  const others: Tallies = {};
  const pages: string[][] = [];
  for (const [index, style] of STYLES.entries())
    for (const language of ['en', 'fr'] as const) {
      const own: Tallies = {};
      const wrong: string[] = [];
      const entries: string[] = [];
      const texts = printed(items, style, language);
      for (const [number, item] of items.entries()) {
        const entry = texts.get(item.id);
        if (!entry) continue;
        entries.push(entry);
        const seed = number * 64 + index * 2 + (language === 'fr' ? 1 : 0) + 1;
        const mark = NUMBERS[seed % 11]?.(number + 1) ?? '';
        const text = mark + spoilt(entry, seed);
        tally(item, entry, text, [own, item.type === 'article-journal' ? articles : others], line => wrong.push(line));
      }
      pages.push(entries);
      show(`${style.style} (${language})`, own);
      for (const line of wrong.slice(0, shown)) console.log(`      ${line}`);
    }
  show('all, journal articles', articles);
  show('all, other works', others);
  kinds(shown);
  console.log('Bibliographies parted into their references (% of references that come out as they were):');
  for (const { name, right, of, wrong } of parting(pages)) {
    console.log(`  ${name.padEnd(32)} ${percent(right, of)}`);
    for (const line of wrong.slice(0, shown)) console.log(`      ${line}`);
  }
  const { first, of, absentHigh, absent, wrong } = matching(items);
  console.log('The right work among twenty near ones:');
  console.log(`  comes first                      ${percent(first, of)}`);
  console.log(`  not among them, yet a good match ${percent(absentHigh, absent)}`);
  for (const line of wrong.slice(0, shown)) console.log(`      ${line}`);
}

main();
