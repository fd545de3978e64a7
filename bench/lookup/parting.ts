/** Whole bibliographies parted into their references: numbered, with empty lines between, hanging, one a line. */
import { splitReferences } from '../../core/lookup/printed/parting.ts';
import { folded } from '../../core/references/duplicates.ts';
import { MARKS, NUMBERS, spoilt } from './printing.ts';

export interface Parted {
  readonly name: string;
  right: number;
  of: number;
  readonly wrong: string[];
}

type Setting = (entries: readonly string[], seed: number) => string;

/** Lines broken where a page ends them; the second and later ones set in where wanted. */
const brokenAt = (text: string, width: number, indent = '') => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && `${line} ${word}`.length > width) {
      lines.push(line);
      line = indent + word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
};

const SETTINGS: readonly { readonly name: string; readonly set: Setting }[] = [
  ...['1. ', '[1] ', '1.⇥', '(1) ', '1) ', '1 '].map((name, at) => ({
    name: `numbered ${name.trim() === '1' ? '1 (bare)' : name}`,
    set: (entries: readonly string[], seed: number) =>
      entries.map((entry, index) => brokenAt(NUMBERS[at]?.(seed + index) + entry, 90)).join('\n'),
  })),
  {
    name: 'numbers on lines of their own',
    set: (entries, seed) => entries.map((entry, index) => `${seed + index}.\n${brokenAt(entry, 90)}`).join('\n'),
  },
  {
    name: 'numbered, right-aligned',
    set: entries =>
      entries.map((entry, index) => brokenAt(`${String(index + 1).padStart(3)}. ${entry}`, 80, '     ')).join('\n'),
  },
  {
    name: 'marks',
    set: (entries, seed) => entries.map(entry => brokenAt(`${MARKS[2 + (seed % 4)]}${entry}`, 90)).join('\n'),
  },
  { name: 'empty lines between', set: entries => entries.map(entry => brokenAt(entry, 85)).join('\n\n') },
  { name: 'hanging', set: entries => entries.map(entry => brokenAt(entry, 85, '    ')).join('\n') },
  { name: 'one a line', set: entries => entries.join('\n') },
  { name: 'broken lines, nothing between', set: entries => entries.map(entry => brokenAt(entry, 85)).join('\n') },
];

/** Ten references at a time of each style. */
export function parting(pages: readonly (readonly string[])[]): readonly Parted[] {
  return SETTINGS.map(({ name, set }) => {
    const parted: Parted = { name, right: 0, of: 0, wrong: [] };
    for (const [page, entries] of pages.entries())
      for (let from = 0; from < entries.length; from += 10) {
        const some = entries
          .slice(from, from + 10)
          .map((entry, index) => spoilt(entry, page * 7919 + from + index + 1, false));
        const got = splitReferences(set(some, 1 + ((page * 31 + from) % 90))).map(one =>
          folded(one.replace(/^[^\p{L}\d]*\d{1,3}[^\p{L}\d]+/u, '')),
        );
        parted.of += some.length;
        for (const one of some) {
          const plain = folded(one.normalize('NFKC').replace(/^[^\p{L}\d]*\d{1,3}[^\p{L}\d]+/u, ''));
          // Where a line stands for the names of the reference before, they are put in.
          if (got.includes(plain) || (/^\W*[—-]{2}/.test(one) && got.some(each => each.endsWith(plain))))
            parted.right++;
          else parted.wrong.push(JSON.stringify(one));
        }
      }
    return parted;
  });
}
