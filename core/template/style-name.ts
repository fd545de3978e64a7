/** What a citation style is called. */
import type { CitationRules } from './types.ts';

/** "vancouver-superscript" → "Vancouver superscript". */
export const inWords = (id: string): string => {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The five entities of XML, as they stand in a title. */
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '’' };

/** The title of a style that a template holds, else its id in words; null for the file beside a template, which has no name of its own. */
export function styleName({ style, csl }: Pick<CitationRules, 'style' | 'csl'>): string | null {
  const title = /<title>\s*([^<]+?)\s*<\/title>/.exec(csl ?? '')?.[1];
  if (title !== undefined) return title.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
  return style.endsWith('.csl') ? null : inWords(style);
}
