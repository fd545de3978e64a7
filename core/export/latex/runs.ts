/** Runs of a manuscript as LaTeX. */
import type { Run } from '../../manuscript/types.ts';
import { identifier } from '../markup.ts';
import { escapeAddress, escapeLatex } from './letters.ts';

/** How a line end in the text is set: as one where paragraphs stand, as a space in cells and headings. */
export type LineEnds = 'newline' | 'space';

function runLatex(run: Run, lineEnds: LineEnds): string {
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
export function runsLatex(runs: readonly Run[], lineEnds: LineEnds = 'newline'): string {
  return runs.map(run => runLatex(run, lineEnds)).join('');
}
