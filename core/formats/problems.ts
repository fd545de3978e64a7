/** The wording of what can go wrong with an entry, the same for every format. */
import { type Problem, problem } from '../outcome.ts';

/** The first letters of an entry's text, enough to find it by. */
export function excerpt(text: string, length = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length)}…` : line;
}

/** A problem with an entry of a file: where it begins and what stood there, so that it can be mended by hand. */
export interface EntryProblem extends Problem {
  /** From 1. */
  readonly line: number;
  /** The entry as the file has it. */
  readonly text: string;
}

/** Why an entry that names no work is left out. */
export const NAMELESS = {
  en: 'it has no title, author or identifier',
  fr: 'elle n’a ni titre, ni auteur, ni identifiant',
};

/** An entry that was left out: `why` completes the sentence. */
export function entryNotRead(
  line: number,
  why: { en: string; fr: string },
  text: string,
  code = 'references.entry',
): EntryProblem {
  const said = problem(
    code,
    {
      en: `The entry at line ${line} was not read: ${why.en} (“${excerpt(text)}”).`,
      fr: `L’entrée de la ligne ${line} n’a pas été lue\u00a0: ${why.fr} («\u00a0${excerpt(text)}\u00a0»).`,
    },
    {
      en: 'The other entries came in. Mend this one in its file and import it again, or type it by hand.',
      fr: 'Les autres entrées ont été importées. Corrigez celle-ci dans son fichier et réimportez-la, ou saisissez-la.',
    },
  );
  return { ...said, line, text };
}

/** An entry that came in, but without some of what stood there: `what` completes the sentence. */
export function entryReadInPart(
  line: number,
  what: { en: string; fr: string },
  text: string,
  code = 'references.entry-in-part',
): EntryProblem {
  const said = problem(
    code,
    {
      en: `The entry at line ${line} came in, but ${what.en} (“${excerpt(text)}”).`,
      fr: `L’entrée de la ligne ${line} a été importée, mais ${what.fr} («\u00a0${excerpt(text)}\u00a0»).`,
    },
    {
      en: 'Compare it with its file and complete it by hand where something is missing.',
      fr: 'Comparez-la avec son fichier et complétez-la à la main s’il manque quelque chose.',
    },
  );
  return { ...said, line, text };
}
