/** The words of what somebody typed, and other ways in which these may be written where nothing has them as they are. */
import { GREEK_NAMES } from '../../../core/greek.ts';
import { foldedWords } from '../../../core/library/folding.ts';

/** What stands in front of an identifier when it is copied: no entry has it among its words. */
const IN_FRONT =
  /(?:https?:\/\/)?(?:dx\.)?doi\.org\/|\bdoi\s*:\s*(?=10\.)|(?:https?:\/\/)?(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov\/|ncbi\.nlm\.nih\.gov\/(?:pubmed\/|pmc\/articles\/)|pmc\.ncbi\.nlm\.nih\.gov\/articles\/)|\bpmc?id\s*:?\s*(?=(?:pmc)?\d)/gi;

export const typedWords = (text: string): readonly string[] => foldedWords(text.replace(IN_FRONT, ' '));

/** But not of μ, which units have. */
const OTHERWISE: ReadonlyMap<string, string> = new Map(
  Object.entries(GREEK_NAMES)
    .filter(([letter]) => letter !== 'μ')
    .flatMap(([letter, name]) => [
      [name, letter],
      [letter, name],
    ]),
);

/** A Greek letter by its name and a name's letter: some write the one, some the other. */
export const otherSpelling = (word: string): string | undefined => OTHERWISE.get(word);

/** What an index knows of a word: whether one begins so, and whether it is one. */
export interface Known {
  readonly isBeginning: (word: string) => boolean;
  readonly isWord: (word: string) => boolean;
}

/** A part of fewer letters is no word of its own. */
const PART = 2;

/** Words that nothing begins with taken apart ("longterm", "covid19") or put together ("follow up"); null where that changes nothing. */
export function writtenOtherwise(words: readonly string[], known: Known): readonly string[] | null {
  const written: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const [word, next] = [words[at] as string, words[at + 1]];
    const areStrange = !known.isBeginning(word) || (next !== undefined && !known.isBeginning(next));
    if (next !== undefined && areStrange && known.isBeginning(word + next)) {
      written.push(word + next);
      at++;
    } else written.push(...(known.isBeginning(word) ? [word] : takenApart(word, known)));
  }
  return written.length === words.length ? null : written;
}

/** Between letters and digits, else where both sides are words, the shorter of them as long as can be; of the last the beginning is enough. */
function takenApart(word: string, { isBeginning, isWord }: Known): readonly string[] {
  const numbered = word.match(/\p{N}+|\P{N}+/gu) ?? [];
  if (numbered.length > 1 && numbered.every(isBeginning)) return numbered;
  for (let less = word.length >> 1; less >= PART; less--)
    for (const at of [word.length - less, less]) {
      const [one, other] = [word.slice(0, at), word.slice(at)];
      if (isWord(one) && isWord(other)) return [one, other];
    }
  return [word];
}
