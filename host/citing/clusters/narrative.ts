/**
 * Names that stand in the sentence before a call. An author–date style names as many authors there as in its own calls, with given names
 * where works of namesakes would be taken for each other; in other styles they are as {@link narrativeNames} has them.
 */
import { AND, narrativeNames, sentenceAuthors } from '../../../core/references/narrative.ts';
import type { Language, Reference } from '../../../core/report/types.ts';
import type { Engine } from '../engine.ts';
import { isNothing, runsOf } from '../runs.ts';
import { textOf } from './clusters.ts';
import type { Pieces } from './pieces.ts';

/**
 * The authors of works as the engine cites them, where `parts` told works apart. What it said of a work is kept as long as the work and
 * how it is told apart stay the same.
 */
export function createAuthors(engine: Engine) {
  let kept = new Map<string, string>();
  const asked = (id: string) =>
    textOf(engine, {
      citationID: 'names',
      citationItems: [{ id, 'author-only': true }],
      properties: { noteIndex: 0 },
    });
  return (
    ids: readonly string[],
    { nameOf, decided, register }: Pick<Pieces, 'nameOf' | 'decided' | 'register'>,
  ): ReadonlyMap<string, string> => {
    const keys = new Map(ids.map(id => [id, nameOf(id) === null ? null : `${nameOf(id)}\n${decided(id)}`] as const));
    const isKept = (id: string) => kept.has(keys.get(id) ?? '');
    register(ids.filter(id => !isKept(id)));
    const cited = new Map(ids.map(id => [id, kept.get(keys.get(id) ?? '') ?? asked(id)] as const));
    kept = new Map(
      ids.flatMap(id => (keys.get(id) === null ? [] : [[keys.get(id) as string, cited.get(id) as string]])),
    );
    return cited;
  };
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
