/** Which fields of a work that is no article were read rightly, and what was read that is not printed at all. */
import { readFreeText } from '../../core/lookup/free-text.ts';
import type { CslItem } from '../../core/references/csl.ts';
import { folded } from '../../core/references/duplicates.ts';
import { pages, same, type Tallies } from './fields.ts';

/** A body's name in short, or a person's family name with and without its particle. */
const nameForms = ({ family, literal, ...name }: NonNullable<CslItem['author']>[number]): readonly string[] =>
  literal !== undefined ? [literal] : [family ?? '', `${name['non-dropping-particle'] ?? ''}${family}`];

const letters = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[’‘]/g, "'").replace(/&/g, 'and');
const isWord = (name: string, entry: string) =>
  ` ${letters(entry).replace(/[^\p{L}'-]+/gu, ' ')} `.includes(
    ` ${letters(name)
      .replace(/[^\p{L}'-]+/gu, ' ')
      .trim()} `,
  );

/** Authors as far as they are printed: all of them, or the first ones before "et al.". */
function areAuthors(item: CslItem, got: readonly string[], entry: string): boolean {
  const authors = item.author ?? [];
  const shown = authors.filter(name => nameForms(name).some(form => isWord(form, entry))).length;
  return (
    got.length === shown &&
    got.every((name, at) => nameForms(authors[at] ?? {}).some(form => same(form) === same(name)))
  );
}

const bare = (title: string) => title.replace(/\s*\[[^\]]*\]$/, '');
const times = (text: string, part: string) => text.split(part).length - 1;

/** Adds what was read of `text`, an entry as it was spoilt, to each of the tallies. */
export function tallyKind(
  item: CslItem,
  entry: string,
  text: string,
  tallies: readonly Tallies[],
  wrong: (line: string) => void,
): void {
  const read = readFreeText(text);
  // What an address or a DOI holds is not printed as a name.
  const whole = same(entry.replace(/(?:https?:\/\/|doi:?\s?)\S+/gi, ' '));
  const count = (field: string, isRight: boolean, got: string, wanted: string) => {
    for (const each of tallies) {
      each[field] ??= { right: 0, of: 0 };
      const cell = each[field];
      cell.of++;
      if (isRight) cell.right++;
    }
    if (!isRight) wrong(`${field}: “${got}” instead of “${wanted}” in ${JSON.stringify(text)}`);
  };
  const authors = item.author ?? [];
  const isShown = authors[0] !== undefined && nameForms(authors[0]).some(form => whole.includes(same(form)));
  if (isShown) count('authors', areAuthors(item, read.authors, entry), read.authors.join('; '), 'those printed');
  const year = String(item.issued?.['date-parts']?.[0]?.[0] ?? '');
  if (new RegExp(`(?<!\\d)${year}(?!\\d)`).test(entry)) count('year', read.year === year, read.year, year);
  const title = String(item.title ?? '');
  if (whole.includes(same(bare(title))))
    count(
      'title',
      [title, bare(title)].some(form => same(form) === same(read.title)),
      read.title,
      title,
    );
  // A site that is called as its author is, or a preprint's server, which CSL has as its publisher.
  const names = [item['container-title'], item['container-title-short'], item.type === 'article' ? item.publisher : '']
    .filter((name): name is string => typeof name === 'string' && name !== '')
    .filter(
      name =>
        times(whole, same(name)) >
        times(same(authors.map(({ literal = '' }) => literal).join(' ')), same(name)) + times(same(title), same(name)),
    );
  const isFree = ['software', 'webpage', 'article'].includes(item.type);
  if (names.length > 0)
    count(
      'container',
      names.some(name => same(name) === same(read.journal)),
      read.journal,
      names[0] as string,
    );
  else if (!isFree) count('nothing invented', read.journal === '', read.journal, '');
  const volume = String(item.volume ?? '');
  if (volume === '') count('nothing invented', read.volume === '', `volume ${read.volume}`, '');
  else if (new RegExp(`(?<!\\d)${volume}(?!\\d)`).test(entry))
    count('volume', read.volume.split(/\s/)[0] === volume, read.volume, volume);
  const page = String(item.page ?? '');
  if (page === '') count('nothing invented', read.pages === '', `pages ${read.pages}`, '');
  else if (whole.includes(folded(page.split('-')[0])))
    count(
      'pages',
      pages(read.pages) === pages(page) || pages(read.pages) === pages(page).split('-')[0],
      read.pages,
      page,
    );
}
