/**
 * Names that stand in the sentence before a call. An author–date style names as many authors there as in its own calls, with given names
 * where works of namesakes would be taken for each other; in other styles they are as {@link narrativeNames} has them.
 */
import { AND, narrativeNames, sentenceAuthors } from '../../core/references/narrative.ts';
import type { Language, Reference } from '../../core/report/types.ts';
import { textOf } from './clusters.ts';
import type { Engine } from './engine.ts';
import { isNothing, runsOf } from './runs.ts';

/** The authors of works as the engine, which knows these works, cites them. */
export function authorsCited(engine: Engine, ids: readonly string[]): ReadonlyMap<string, string> {
  const cited = (id: string) =>
    textOf(engine, {
      citationID: 'names',
      citationItems: [{ id, 'author-only': true }],
      properties: { noteIndex: 0 },
    });
  return new Map(ids.map(id => [id, cited(id)] as const));
}

/** Whether of a text nothing is left but what joins names. */
const isJoined = (text: string, names: readonly string[]): boolean =>
  /^(?:[\s,;&]|and|et)*$/u.test(names.reduce((rest, name) => rest.replace(name, ''), text));

/**
 * The names of a work's authors in a sentence; empty where the style cites it by something else. `cited` is what the engine prints of its
 * authors, undefined where the style's calls have none.
 */
export function namesPrinted({ item }: Reference, cited: string | undefined, language: Language, etAl: string): string {
  const usual = narrativeNames(item, language, etAl);
  if (usual === '' || cited === undefined || isNothing(cited)) return usual;
  const text = runsOf(cited)
    .map(run => run.text)
    .join('')
    .trim();
  const names = sentenceAuthors(item);
  const [{ family = '' } = {}] = names;
  if (!text.toLocaleLowerCase().includes(family.toLocaleLowerCase())) return '';
  // "Klingel & Roy" in brackets, "Klingel and Roy" in a sentence.
  const isUsual =
    names.length < 3 &&
    isJoined(
      text,
      names.map(name => name.whole),
    );
  return isUsual ? usual : text.replace(/,? & /gu, found => found.replace('&', AND[language]));
}
