/** References as a style prints them, for other programs: as text, and with their italics as HTML. */
import { runsHtml } from '../../../core/export/html/runs.ts';
import { runsText } from '../../../core/export/text/index.ts';
import type { FormattedCitations, Run } from '../../../core/manuscript/types.ts';

export interface PrintedText {
  readonly text: string;
  readonly html: string;
}

/** Without links to places that only the report has. */
const html = (runs: readonly Run[]): string =>
  runsHtml(
    runs.map(({ to: _, citation: __, ...run }) => run),
    { byReference: new Map(), cited: () => [], seen: new Set() },
  );

/** The citation of all of them together, as in the text; in styles of notes what the note says. */
export function printedCitation({ clusters }: FormattedCitations): PrintedText {
  const runs = clusters.all ?? [];
  return { text: runsText(runs), html: html(runs) };
}

/** Their bibliography, a paragraph each; one alone stands without its number. */
export function printedBibliography({ bibliography }: FormattedCitations): PrintedText {
  const isList = bibliography.length > 1;
  const lines = bibliography.map(({ label, runs }) => ({ label: isList && label !== '' ? `${label} ` : '', runs }));
  return {
    text: lines.map(({ label, runs }) => label + runsText(runs)).join('\n'),
    html: lines.map(({ label, runs }) => `<p>${html([{ text: label }, ...runs])}</p>`).join('\n'),
  };
}
