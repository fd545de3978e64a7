/** In which order templates are offered. */
import type { Language } from '../../../core/report/types.ts';
import type { Template } from '../../../core/template/types.ts';

/** What Enter begins a case with: nothing of a journal, and nothing to be chosen. */
const PLAIN: Readonly<Record<Language, string>> = { en: 'plain-en', fr: 'plain-fr' };

/** The plain shape of the window's language, the other shapes that belong to no journal, those meant for that language first; then journals by name. */
export function inOrder<T extends Pick<Template, 'id' | 'name' | 'journal' | 'languages'>>(
  templates: readonly T[],
  language: Language,
): readonly T[] {
  const rank = ({ id, journal, languages }: T) => {
    if (id === PLAIN[language]) return 0;
    if (journal) return 3;
    return languages[0] === language ? 1 : 2;
  };
  return templates.toSorted(
    (a, b) => rank(a) - rank(b) || a.name[language].localeCompare(b.name[language], language, { sensitivity: 'base' }),
  );
}
