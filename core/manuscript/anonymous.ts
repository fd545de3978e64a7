/** A manuscript for readers who must not know who wrote it. */
import type { Language } from '../report/types.ts';
import type { Telling } from '../template/types.ts';
import { anyInitials, sureInitials } from './initials.ts';
import type { Division, Manuscript, PrintedBlock, Run } from './types.ts';

/** Parts that name authors or those around them, where a journal does not say which it wants left out. */
const TELLING: readonly Telling[] = ['contributions', 'acknowledgements', 'funding', 'conflicts'];

/** What stands where a name stood. */
export const REMOVED: Readonly<Record<Language, string>> = {
  en: '[removed for review]',
  fr: '[retiré pour la relecture]',
};

/** Family names too short to be told from words are not looked for. */
const SHORTEST_NAME = 3;

/** Before a family name, in English and French. */
const TITLES = '(?:(?:Dr|Pr|Prof|Mr|Mrs|Ms|Mme|M|Professor|Professeur|Docteur|Doctor)\\.?[ \\u00a0]+)?';

const plain = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '[\\s\\u00a0]+');

/** "Jean-Paul" as "J.-P.", "JP", "J P" … */
function initialsOf(given: string): string {
  const letters = given.split(/[\s\u00a0-]+/).flatMap(name => [...name].slice(0, 1));
  return letters.map(letter => `${plain(letter)}\\.?`).join('[-\\s\\u00a0]*');
}

/**
 * What tells of the authors in running text: their names in the forms in which they are written, their initials with full stops,
 * their places, addresses of mail, ORCID. Letter case counts, so that a name that is a word is not taken for one inside a sentence.
 */
export function tellingWords(manuscript: Pick<Manuscript, 'authors' | 'affiliations'>): RegExp | null {
  const longestFirst = (words: readonly string[]) =>
    words
      .filter(word => word.trim() !== '')
      .sort((a, b) => b.length - a.length)
      .map(plain);
  const { authors, affiliations } = manuscript;
  // A place is not to be taken apart by a name in it, nor a whole name by its family name: the first that fits is taken.
  const all = [
    ...longestFirst(affiliations.flatMap(({ text, name }) => [text, name])),
    ...longestFirst(authors.flatMap(({ email = '', orcid = '' }) => [email, orcid])),
    ...authors.flatMap(({ name, given, family }) =>
      given === '' || family === ''
        ? [plain(name)]
        : [
            `${TITLES}${plain(given)}[\\s\\u00a0]+${plain(family)}`,
            `${plain(family)},?[\\s\\u00a0]+(?:${plain(given)}|${initialsOf(given)}(?![\\p{L}]))`,
            `${TITLES}${initialsOf(given)}[\\s\\u00a0]+${plain(family)}`,
          ],
    ),
    ...longestFirst(
      authors.flatMap(({ family }) => (family.length < SHORTEST_NAME ? [] : [family, family.toUpperCase()])),
    ).map(family => `${TITLES}${family}`),
    ...sureInitials(manuscript),
  ];
  return all.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{M}])(?:${all.join('|')})(?![\\p{L}\\p{M}])`, 'gu');
}

/**
 * Without authors, affiliations, correspondence and the statements that tell of them (`telling`: those that the journal names),
 * and with {@link REMOVED} where the text names an author or their place, and where a statement that stays has their initials. Citations and the list of references stay: authors
 * cite their own work like that of others.
 */
export function anonymised(manuscript: Manuscript, telling: readonly Telling[] = TELLING): Manuscript {
  const left = new Set<Division['place']>(telling.filter(each => each !== 'authors' && each !== 'affiliations'));
  const words = tellingWords(manuscript);
  const bare = {
    ...manuscript,
    authors: [],
    affiliations: [],
    correspondence: [],
    divisions: manuscript.divisions.filter(({ place }) => !left.has(place)),
  };
  return words === null ? bare : withoutWords(bare, words, anyInitials(manuscript));
}

function withoutWords(manuscript: Manuscript, words: RegExp, initials: RegExp | null): Manuscript {
  const mark = REMOVED[manuscript.language];
  const plainly = withoutIn(letters => letters.replace(words, mark));
  // In a statement two capitals are somebody's, in the text they may be an abbreviation.
  const strictly = withoutIn(letters => {
    const left = letters.replace(words, mark);
    return initials ? left.replace(initials, mark) : left;
  });
  return {
    ...manuscript,
    title: plainly.runs(manuscript.title),
    runningTitle: plainly.text(manuscript.runningTitle),
    divisions: manuscript.divisions.map(division => {
      const { block, text } = division.kind === 'statement' ? strictly : plainly;
      const { keywords } = division;
      return {
        ...division,
        blocks: division.blocks.map(block),
        ...(keywords ? { keywords: { ...keywords, words: keywords.words.map(text) } } : {}),
      };
    }),
  };
}

/** How letters, runs and blocks are rewritten where letters are. */
function withoutIn(text: (letters: string) => string) {
  const run = (one: Run): Run => {
    if (one.citation !== undefined) return one;
    const { link, ...rest } = one;
    const kept = link === undefined || text(link) === link ? one : rest;
    return { ...kept, text: text(kept.text) };
  };
  const runs = (several: readonly Run[]) => several.map(run);
  const block = (one: PrintedBlock): PrintedBlock => {
    switch (one.kind) {
      case 'paragraph':
      case 'heading':
        return { ...one, runs: runs(one.runs) };
      case 'list':
        return { ...one, items: one.items.map(item => item.map(block)) };
      case 'table':
        return {
          ...one,
          caption: runs(one.caption),
          rows: one.rows.map(row => row.map(cell => ({ ...cell, runs: runs(cell.runs) }))),
        };
      case 'figure':
        return {
          ...one,
          caption: runs(one.caption),
          alt: text(one.alt),
          credit: text(one.credit),
          panels: one.panels.map(panel => ({ ...panel, label: text(panel.label), alt: text(panel.alt) })),
        };
      case 'chart':
        return {
          ...one,
          caption: runs(one.caption),
          alt: text(one.alt),
          // Only what is read: between two tags.
          svg: one.svg.replace(/>([^<]+)</g, (_, letters: string) => `>${text(letters)}<`),
        };
      case 'bibliography':
        return one;
    }
  };
  return { text, runs, block };
}
