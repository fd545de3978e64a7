/** Which works a style may have to tell apart. */
import type { CslItem } from '../../core/references/csl.ts';
import type { Engine } from './engine.ts';

interface Name {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

const isNames = (value: unknown): value is readonly Name[] =>
  Array.isArray(value) && value.length > 0 && value.every(name => typeof name === 'object' && name !== null);

/** The last word of a name, without case and marks: alike in all forms in which a name is printed. */
const lastWord = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .findLast(word => word !== '') ?? '';

/**
 * Marks of a work, for an engine's style: works that share none are never told apart from one another, and the names of the one say
 * nothing of how those of the other are printed. It may give more marks than needed, never fewer; works without names share one.
 */
export function kinship({ opt, citation }: Engine): (item: CslItem) => readonly string[] {
  const rule = citation.opt['givenname-disambiguation-rule'];
  // Elsewhere every name counts: a given name is printed wherever another has the same family name.
  const isFirstAlone =
    !opt['disambiguate-add-givenname'] ||
    rule === 'by-cite' ||
    (typeof rule === 'string' && rule.startsWith('primary-'));
  return item => {
    const lists = Object.values(item).filter(isNames);
    const marks = new Set(
      lists
        .flatMap(names => (isFirstAlone ? names.slice(0, 1) : names))
        .map(({ family, given, literal }) => `name ${lastWord(family ?? literal ?? given ?? '')}`),
    );
    if (marks.size === 0) marks.add('nameless');
    for (const title of [item.title, item['title-short']]) if (title) marks.add(`title ${title}`);
    return [...marks];
  };
}
