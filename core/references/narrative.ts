/** The narrative form of a citation: its authors in the sentence, "Klingel et al. (2019)", "Klingel et al. [3]". */
import type { Citation } from '../report/document.ts';
import type { Language, Reference } from '../report/types.ts';
import type { CslItem, CslName } from './csl.ts';

const AND = { en: 'and', fr: 'et' } as const;

const nameOf = ({ family, literal, given, 'non-dropping-particle': particle }: CslName): string =>
  family ? [particle, family].filter(Boolean).join(' ') : (literal ?? given ?? '');

/**
 * Authors (where there are none, editors) as they stand in a sentence: one, both of two, the first of more "et al."; empty where the
 * work has neither. As in the Publication Manual of the APA (7th ed., 8.17) and the AMA Manual of Style (11th ed., 3.7), which agree
 * on three and more.
 */
export function narrativeNames({ author, editor }: CslItem, language: Language): string {
  const names = (author ?? editor ?? []).map(nameOf).filter(name => name !== '');
  const [first = '', second = ''] = names;
  if (names.length < 2) return first;
  return names.length === 2 ? `${first} ${AND[language]} ${second}` : `${first} et al.`;
}

/** Between names and call: the two stay on a line. */
export const NAMES_JOINT = '\u00a0';

/** The names that a citation puts into its sentence; empty where it puts none there, or its first work is not held. */
export function namesInSentence(
  { narrative, items: [first] }: Pick<Citation, 'narrative' | 'items'>,
  referenceOf: (id: string) => Reference | undefined,
  language: Language,
): string {
  const reference = narrative && first ? referenceOf(first.reference) : undefined;
  return reference ? narrativeNames(reference.item, language) : '';
}
