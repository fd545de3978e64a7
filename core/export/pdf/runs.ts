/** Runs of a manuscript as runs of the typesetter. */
import type { Run as ManuscriptRun } from '../../manuscript/types.ts';
import type { FootnoteMark, Run } from './definition.ts';

/** Colour of what can be followed on screen; dark enough to print as text. */
export const LINK_COLOUR = '#0b4a57';

/** One run; links outwards are coloured, those inside the document are not (print shows no links). */
export function printRun(run: ManuscriptRun): Run {
  return {
    text: run.text,
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italics: true } : {}),
    ...(run.underline ? { decoration: 'underline' as const } : {}),
    ...(run.sup ? { sup: true } : {}),
    ...(run.sub ? { sub: true } : {}),
    ...(run.smallCaps ? { fontFeatures: ['smcp'] } : {}),
    ...(run.link ? { link: run.link, color: LINK_COLOUR } : {}),
    ...(run.to ? { linkToDestination: run.to, tag: 'Reference' as const } : {}),
  };
}

/** Runs with the calls of notes, which stand at the foot of the page. */
export const printRuns = (runs: readonly ManuscriptRun[]): readonly (Run | FootnoteMark)[] =>
  runs.map(run =>
    run.note ? { footnote: { number: run.note.number, text: run.note.runs.map(printRun) } } : printRun(run),
  );
