/** What a citation style is called. */
import type { Words } from '../outcome.ts';
import type { CitationRules } from './types.ts';

/** Words of ids that are written in a way of their own, of the styles that authors of case reports meet. */
const WRITTEN: Readonly<Record<string, string>> = {
  iso690: 'ISO 690',
  ...Object.fromEntries(
    [
      'BMJ',
      'BMC',
      'JAMA',
      'PLOS',
      'PNAS',
      'APA',
      'AMA',
      'ACS',
      'ACM',
      'AIP',
      'APS',
      'ASM',
      'ASA',
      'AMS',
      'MLA',
      'IEEE',
      'NLM',
      'SAGE',
      'ISO',
      'BioMed',
      'PubMed',
    ].map(word => [word.toLowerCase(), word]),
  ),
};

/** Words that titles write small unless they begin. */
const SMALL = new Set('a an and as at by de des du en et for in la le les of on the to with without'.split(' '));

/** "elsevier-vancouver" → "Elsevier Vancouver", "bmj" → "BMJ". */
export const inWords = (id: string): string =>
  id
    .split('-')
    .map((word, index) => {
      if (index > 0 && SMALL.has(word)) return word;
      return WRITTEN[word] ?? `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
    })
    .join(' ');

/** Styles that lie beside templates of the program, by the name under which any template may use them. */
export const HOUSE_STYLES: Readonly<Record<string, Words>> = {
  'casewright-plain-en': { en: 'Numbers in brackets', fr: 'Numéros entre crochets' },
  'casewright-plain-fr': { en: 'Raised numbers', fr: 'Numéros en exposant' },
  'casewright-author-date': { en: 'Author and date', fr: 'Auteur et date' },
};

/** The five entities of XML, as they stand in a title. */
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '’' };

/** The title of a style that a template holds, else its name; null for the file beside a template, which has no name of its own. */
export function styleName({ style, csl }: Pick<CitationRules, 'style' | 'csl'>): Words | null {
  const both = (name: string): Words => ({ en: name, fr: name });
  const title = /<title>\s*([^<]+?)\s*<\/title>/.exec(csl ?? '')?.[1];
  if (title !== undefined)
    return both(title.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? ''));
  return style.endsWith('.csl') ? null : (HOUSE_STYLES[style] ?? both(inWords(style)));
}
