/** Runs of a manuscript as LaTeX. */
import type { Note, Run } from '../../manuscript/types.ts';
import { callsIn } from '../../manuscript/walk.ts';
import { identifier } from '../markup.ts';
import { escapeAddress, escapeLatex } from './letters.ts';

/** How a line end in the text is set: as one where paragraphs stand, as a space in cells and headings. */
export type LineEnds = 'newline' | 'space';

/** What stands for a note's call: the note, its mark where LaTeX sets none (captions, cells, floats), or in a title a plain number. */
export type NotePlace = 'here' | 'apart' | 'title';

const noteText = ({ runs }: Note): string => runs.map(run => runLatex(run, 'space', 'here')).join('');

/** The texts of notes whose marks stand in a table, float or heading; to be put after it. */
export const notesApart = (runs: readonly Run[]): string =>
  callsIn(runs)
    .map(({ note }) => `\\footnotetext[${note.number}]{${noteText(note)}}`)
    .join('');

function runLatex(run: Run, lineEnds: LineEnds, notes: NotePlace): string {
  // Numbers are said, so that they are those of the text though floats and tables go their own ways.
  if (run.note) {
    const { number } = run.note;
    if (notes === 'here') return `\\footnote[${number}]{${noteText(run.note)}}`;
    return notes === 'title' ? `\\textsuperscript{${number}}` : `\\protect\\footnotemark[${number}]`;
  }
  let text = run.text
    .split(lineEnds === 'newline' ? '\n' : /(?!)/)
    .map(escapeLatex)
    .join('\\newline{}');
  // Addresses and DOIs are one word to TeX, and long ones would stand out of the line.
  if (run.link !== undefined && !/\s/.test(run.text))
    text = text.replace(/(?<=[A-Za-z0-9])([/.])(?=[A-Za-z0-9])/g, '$1\\allowbreak{}');
  if (run.sub) text = `\\textsubscript{${text}}`;
  if (run.sup) text = `\\textsuperscript{${text}}`;
  if (run.smallCaps) text = `\\textsc{${text}}`;
  if (run.underline) text = `\\underline{${text}}`;
  if (run.italic) text = `\\textit{${text}}`;
  if (run.bold) text = `\\textbf{${text}}`;
  if (run.to !== undefined) return `\\hyperlink{${identifier(run.to)}}{${text}}`;
  return run.link === undefined ? text : `\\href{${escapeAddress(run.link)}}{${text}}`;
}

/** Runs as the text of a paragraph, caption, heading or cell. */
export function runsLatex(
  runs: readonly Run[],
  lineEnds: LineEnds = 'newline',
  notes: NotePlace = lineEnds === 'space' ? 'apart' : 'here',
): string {
  return runs.map(run => runLatex(run, lineEnds, notes)).join('');
}
