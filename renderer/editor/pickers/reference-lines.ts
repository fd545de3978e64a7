/** A reference in a line or two: what one knows it by. */
import type { CslItem } from '../../../core/references/csl.ts';

/** "Nigwekar et al., 2018". */
export function authorsOf(item: CslItem): string {
  const names = (item.author ?? item.editor ?? [])
    .map(name => name.family ?? name.literal ?? '')
    .filter(name => name !== '');
  const year = item.issued?.['date-parts']?.[0]?.[0] ?? item.issued?.raw ?? item.issued?.literal ?? '';
  const [first = '', second = ''] = names;
  const who =
    names.length === 0
      ? ''
      : names.length === 1
        ? first
        : names.length === 2
          ? `${first}, ${second}`
          : `${first} et al.`;
  return [who, String(year)].filter(part => part !== '').join(', ');
}

/** The title without its marks. */
export const titleOf = (item: CslItem): string => String(item.title ?? '').replace(/<[^>]+>/g, '');

export const whereOf = (item: CslItem): string =>
  String(item['container-title-short'] ?? item['container-title'] ?? item.publisher ?? '').replace(/<[^>]+>/g, '');

/** All that is searched: every author, title, year, journal, key. */
export function searched(id: string, item: CslItem): string {
  const names = (item.author ?? [])
    .map(name => `${name['non-dropping-particle'] ?? ''} ${name.family ?? name.literal ?? ''}`)
    .join(' ');
  const year = item.issued?.['date-parts']?.[0]?.[0] ?? '';
  return `${names} ${year} ${titleOf(item)} ${whereOf(item)} ${id}`;
}
