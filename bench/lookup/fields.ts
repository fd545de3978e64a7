/** Which fields of a printed reference were read rightly: only what is printed counts. */
import { fullPages } from '../../core/formats/pages.ts';
import { readFreeText } from '../../core/lookup/free-text.ts';
import type { CslItem } from '../../core/references/csl.ts';
import { folded } from '../../core/references/duplicates.ts';

export type Tallies = Record<string, { right: number; of: number }>;

/** Letters as they compare: signs that are written in several ways are one. */
export const same = (text: string) => folded(text.normalize('NFKC').replace(/&/g, 'and'));

interface Field {
  readonly name: string;
  /** What may stand there; empty where the work has none. */
  readonly wanted: (item: CslItem) => readonly string[];
  readonly read: (text: ReturnType<typeof readFreeText>) => string;
}

const particles = (item: CslItem) => {
  const [first] = item.author ?? [];
  if (!first) return [];
  const { family, literal } = first;
  if (literal !== undefined) return [literal];
  const [non, dropping] = [first['non-dropping-particle'] ?? '', first['dropping-particle'] ?? ''];
  return [family ?? '', `${non}${family}`, `${dropping}${family}`, `${dropping}${non}${family}`];
};

/** Pages as they compare: the last in full, a letter once ("S81-86"). */
export const pages = (text: string) => {
  const [first = '', last] = fullPages(text.replace(/[–—]/g, '-')).split('-').map(same);
  const [letter = ''] = /^[a-z]+/.exec(first) ?? [];
  return last === undefined ? first : `${first}-${last.startsWith(letter) ? last.slice(letter.length) : last}`;
};

const FIELDS: readonly Field[] = [
  { name: 'author', wanted: particles, read: ({ authors }) => authors[0] ?? '' },
  {
    name: 'year',
    wanted: ({ issued }) => [String(issued?.['date-parts']?.[0]?.[0] ?? '')],
    read: ({ year }) => year,
  },
  { name: 'title', wanted: ({ title }) => [title ?? ''], read: ({ title }) => title },
  {
    name: 'container',
    wanted: item => [item['container-title'] ?? '', item['container-title-short'] ?? ''],
    read: ({ journal }) => journal,
  },
  { name: 'volume', wanted: ({ volume }) => [String(volume ?? '')], read: ({ volume }) => volume },
  { name: 'pages', wanted: ({ page }) => [page ?? ''], read: text => text.pages },
  {
    name: 'DOI',
    wanted: ({ DOI }) => [DOI ?? ''],
    read: ({ identifiers }) => identifiers.find(({ kind }) => kind === 'doi')?.value ?? '',
  },
];

/** Adds what was read of a text to tallies; `entry` is the same before it was spoilt. */
export function tally(
  item: CslItem,
  entry: string,
  text: string,
  tallies: readonly Tallies[],
  wrong: (line: string) => void,
): void {
  const read = readFreeText(text);
  const whole = same(entry);
  for (const { name, wanted, read: take } of FIELDS) {
    const isPages = name === 'pages';
    const stated = wanted(item).filter(value => value !== '');
    const shown = isPages
      ? stated.filter(value => whole.includes(same(value.split(/[-–]/)[0] ?? '')))
      : stated.filter(value => whole.includes(same(value)));
    // A journal that prints as it is a title's word, or a volume that another number holds, says nothing.
    if (
      shown.length === 0 ||
      (name === 'volume' && !new RegExp(`(?<!\\d)${escaped(stated[0] ?? '')}(?!\\d)`).test(entry))
    )
      continue;
    const got = take(read);
    const form = isPages ? pages : same;
    const isRight =
      stated.some(value => form(value) === form(got)) ||
      (isPages && stated.some(value => isFirstPage(value, got, whole)));
    for (const each of tallies) {
      each[name] ??= { right: 0, of: 0 };
      const count = each[name];
      count.of++;
      if (isRight) count.right++;
    }
    if (!isRight) wrong(`${name}: “${got}” instead of “${shown[0]}” in ${JSON.stringify(text)}`);
  }
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Some styles print the first page alone. */
function isFirstPage(page: string, got: string, whole: string): boolean {
  const [first = '', last] = page.split(/[-–]/);
  return (
    last !== undefined &&
    same(first) === same(got) &&
    !whole.includes(same(first) + same(last)) &&
    !whole.includes(same(first) + same(last).slice(-2))
  );
}
