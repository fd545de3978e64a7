/** Words that exports add to a manuscript, in its language. */
import type { PrintedFigure, PrintedPanel } from '../manuscript/types.ts';
import type { Language } from '../report/types.ts';

/** What stands between a name and what it names: French wants a space before it. */
export const COLON: Readonly<Record<Language, string>> = { en: ': ', fr: '\u00a0: ' };
export const SEMICOLON: Readonly<Record<Language, string>> = { en: '; ', fr: '\u202f; ' };

/** Above the notes where they stand after the text. */
export const NOTES: Readonly<Record<Language, string>> = { en: 'Notes', fr: 'Notes' };

/** What a report without a title is called. */
export const UNTITLED: Readonly<Record<Language, string>> = { en: 'Case report', fr: 'Cas clinique' };

/** A label without what ends it in a caption: "Figure 1". */
export const bareLabel = (label: string): string => label.replace(/[\s.:–—-]+$/u, '');

/** "A  D15": what stands above a panel; empty where it has neither letter nor label. */
export const panelHead = ({ letter, label }: PrintedPanel): string => [letter, label].filter(Boolean).join('\u2002');

/** What a panel shows to those who cannot see it: its own words, else those of its figure; never nothing. */
export function panelAlt(panel: PrintedPanel, figure: PrintedFigure): string {
  const own = [figure.alt, panel.letter, panel.label].filter(part => part !== '').join(', ');
  return panel.alt || own || bareLabel(figure.label);
}
