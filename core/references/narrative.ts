/** The narrative form of a citation: its authors in the sentence, "Klingel et al. (2019)", "Klingel et al. [3]". */
import type { Citation, CitationItem } from '../report/document.ts';
import type { Language, Reference } from '../report/types.ts';
import type { CslItem, CslName } from './csl.ts';

export const AND = { en: 'and', fr: 'et' } as const;

/** An author as a sentence names them. */
export interface SentenceAuthor {
  /** With the particle that is part of it. */
  readonly whole: string;
  readonly family: string;
}

/** Authors of a work; where there are none, its editors. */
export const sentenceAuthors = ({ author, editor }: CslItem): readonly SentenceAuthor[] =>
  (author?.length ? author : (editor ?? [])).flatMap(
    ({ family, literal, given, 'non-dropping-particle': particle }: CslName) => {
      const name = family ?? literal ?? given ?? '';
      return name === '' ? [] : [{ family: name, whole: family ? [particle, family].filter(Boolean).join(' ') : name }];
    },
  );

/**
 * Authors (where there are none, editors) as they stand in a sentence: one, both of two, the first of more "et al.", as the style's
 * language words it; empty where the work has neither. As in the Publication Manual of the APA (7th ed., 8.17) and the AMA Manual of
 * Style (11th ed., 3.7), which agree on three and more.
 */
export function narrativeNames(item: CslItem, language: Language, etAl = 'et al.'): string {
  const names = sentenceAuthors(item).map(({ whole }) => whole);
  const [first = '', second = ''] = names;
  if (names.length < 2) return first;
  return names.length === 2 ? `${first} ${AND[language]} ${second}` : `${first} ${etAl}`;
}

/** Between names and call: the two stay on a line. */
export const NAMES_JOINT = '\u00a0';

/**
 * The names that a citation puts into its sentence; empty where it puts none there, or its first work is not held. `printed` are those
 * that were formatted with the citations, in the style's own way.
 */
export function namesInSentence(
  { id, narrative, items: [first] }: Pick<Citation, 'id' | 'narrative' | 'items'>,
  referenceOf: (id: string) => Reference | undefined,
  language: Language,
  printed: Readonly<Record<string, string>> = {},
): string {
  const own = narrative ? printed[id] : undefined;
  if (own !== undefined) return own;
  const reference = narrative && first ? referenceOf(first.reference) : undefined;
  return reference ? narrativeNames(reference.item, language) : '';
}

/**
 * The works of a citation as its call prints them, for formats that have it printed by others: the first without its authors where the
 * sentence has them, whole in a note or where the style cites it by something else.
 */
export function itemsCalled(
  { id, narrative, items }: Citation,
  { names, notes }: { readonly names?: Readonly<Record<string, string>>; readonly notes?: object },
): readonly CitationItem[] {
  if (!narrative) return items;
  const isNamed = !notes && names?.[id] !== '';
  return items.map(({ suppressAuthor: _, ...item }, at) =>
    at === 0 && isNamed ? { ...item, suppressAuthor: true } : item,
  );
}
