/** Where our items and those of another reader differ, field by field, grouped by what kind of difference it is. */
import type { CslItem, CslName } from '../../core/references/csl.ts';
import { withoutLatex, words } from './words.ts';

/** What is compared, each as words that do not depend on who wrote them. */
const FIELDS: Readonly<Record<string, (item: CslItem) => readonly string[]>> = {
  title: item => words(withoutLatex(String(item.title ?? ''))),
  'container-title': item => words(withoutLatex(String(item['container-title'] ?? ''))),
  author: item => families(item.author),
  editor: item => families(item.editor as readonly CslName[] | undefined),
  given: item => initials(item.author),
  issued: item => dateOf(item),
  volume: item => words(String(item.volume ?? '')),
  issue: item => words(String(item.issue ?? item.number ?? '')),
  page: item => words(String(item.page ?? item['number-of-pages'] ?? '')),
  DOI: item => [String(item.DOI ?? '').toLowerCase()].filter(Boolean),
  publisher: item => words(withoutLatex(String(item.publisher ?? ''))),
  'publisher-place': item => words(withoutLatex(String(item['publisher-place'] ?? ''))),
  ISSN: item => words(String(item.ISSN ?? item.ISBN ?? '')),
};

function families(names: readonly CslName[] | undefined): readonly string[] {
  return (Array.isArray(names) ? names : []).flatMap(name =>
    words(
      withoutLatex([name['non-dropping-particle'] ?? '', name.family ?? name.literal ?? name.given ?? ''].join(' ')),
    ),
  );
}

function initials(names: readonly CslName[] | undefined): readonly string[] {
  return (names ?? []).map(name =>
    words(withoutLatex(name.family === undefined ? '' : (name.given ?? '')))
      .map(word => word[0])
      .join(''),
  );
}

function dateOf({ issued }: CslItem): readonly string[] {
  const parts = issued?.['date-parts']?.[0]?.map(String) ?? words(String(issued?.literal ?? issued?.raw ?? ''));
  return parts;
}

export interface Difference {
  readonly field: string;
  /** What of the two is there. */
  readonly kind: 'only ours' | 'only theirs' | 'ours says more' | 'theirs says more' | 'otherwise';
  readonly own: string;
  readonly others: string;
}

/** The differences between two items that are of one entry. */
export function differences(ours: CslItem, theirs: CslItem): readonly Difference[] {
  return Object.entries(FIELDS).flatMap(([field, read]) => {
    const [a, b] = [read(ours), read(theirs)];
    const [left, right] = [a.join(' '), b.join(' ')];
    if (left.replace(/ /g, '') === right.replace(/ /g, '')) return [];
    const kind =
      right === ''
        ? 'only ours'
        : left === ''
          ? 'only theirs'
          : left.startsWith(right)
            ? 'ours says more'
            : right.startsWith(left)
              ? 'theirs says more'
              : 'otherwise';
    return [{ field, kind, own: raw(ours, field), others: raw(theirs, field) } as const];
  });
}

function raw(item: CslItem, field: string): string {
  const value =
    field === 'given'
      ? item.author
      : field === 'issue'
        ? (item.issue ?? item.number)
        : field === 'page'
          ? (item.page ?? item['number-of-pages'])
          : field === 'ISSN'
            ? (item.ISSN ?? item.ISBN)
            : item[field];
  return JSON.stringify(value) ?? '';
}
