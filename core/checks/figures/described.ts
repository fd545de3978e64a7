import { captionOf, floatsOf, isEmptyInline } from '../../report/parts.ts';
import type { CaseReport } from '../../report/types.ts';
import { figureBlock, withPart } from '../examples.ts';
import type { Check, Finding } from '../types.ts';

function withFigure(report: CaseReport, alt: string, caption: string): CaseReport {
  const figure = { id: 'f', columns: 1, alt, credit: '', panels: [{ id: 'p', asset: 'a', label: '', alt: '' }] };
  return withPart({ ...report, figures: [figure] }, 'observation', figureBlock('f', caption));
}

/** Figures and tables without a caption, figures without an alternative text. */
export const described: Check = {
  id: 'figures.described',
  area: 'figures',
  about: {
    en: 'Figures have a caption and an alternative text, tables a caption.',
    fr: 'Les figures ont une légende et un texte alternatif, les tableaux une légende.',
  },
  run: ({ report, numbering }) =>
    floatsOf(report.parts).flatMap((block): Omit<Finding, 'check'>[] => {
      const label = numbering.floats.get(block.id)?.label ?? '';
      const found: Omit<Finding, 'check'>[] = [];
      if (isEmptyInline(captionOf(block)?.children ?? [])) {
        found.push({
          severity: 'warning',
          message: { en: `${label} has no caption.`, fr: `${label}\u00a0: la légende manque.` },
          hint: {
            en: 'Say in one or two sentences what is seen, so that it can be read without the text.',
            fr: 'Dites en une ou deux phrases ce que l’on voit, pour que la légende se lise sans le texte.',
          },
          place: { block: block.id },
        });
      }
      const figure = block.type === 'figure' ? report.figures.find(({ id }) => id === block.id) : undefined;
      if (figure && figure.alt.trim() === '' && figure.panels.some(panel => panel.alt.trim() === '')) {
        found.push({
          severity: 'note',
          message: { en: `${label} has no alternative text.`, fr: `${label}\u00a0: le texte alternatif manque.` },
          hint: {
            en: 'Describe the image for a reader who does not see it.',
            fr: 'Décrivez l’image pour un lecteur qui ne la voit pas.',
          },
          place: { block: block.id },
        });
      }
      return found;
    }),
  examples: {
    silent: report => withFigure(report, 'A plaque on the calf', 'The plaque at admission'),
    finds: report => withFigure(report, '', ''),
  },
};
