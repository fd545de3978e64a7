/** In which order templates are offered. */
import type { Language } from '../../../core/report/types.ts';
import type { Template } from '../../../core/template/types.ts';

/** The shapes that belong to no journal first, of those the ones meant for the window's language; then journals by name. */
export function inOrder<T extends Pick<Template, 'name' | 'journal' | 'languages'>>(
  templates: readonly T[],
  language: Language,
): readonly T[] {
  const rank = ({ journal, languages }: T) => (journal ? 2 : languages[0] === language ? 0 : 1);
  return templates.toSorted(
    (a, b) => rank(a) - rank(b) || a.name[language].localeCompare(b.name[language], language, { sensitivity: 'base' }),
  );
}
