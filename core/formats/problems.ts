/** The wording of what can go wrong with an entry, the same for every format. */
import { type Problem, problem } from '../outcome.ts';

/** The first letters of an entry's text, enough to find it by. */
export function excerpt(text: string, length = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length)}…` : line;
}

/** An entry that was left out: `why` completes the sentence. */
export function entryNotRead(line: number, why: { en: string; fr: string }, text: string): Problem {
  return problem(
    'references.entry',
    {
      en: `The entry at line ${line} was not read: ${why.en} (“${excerpt(text)}”).`,
      fr: `L’entrée de la ligne ${line} n’a pas été lue : ${why.fr} (« ${excerpt(text)} »).`,
    },
    {
      en: 'The other entries came in. Mend this one in its file and import it again, or type it by hand.',
      fr: 'Les autres entrées ont été importées. Corrigez celle-ci dans son fichier et réimportez-la, ou saisissez-la.',
    },
    `line ${line}`,
  );
}
