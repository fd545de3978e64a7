import { floatsOf } from '../../report/parts.ts';
import type { CaseReport, Figure } from '../../report/types.ts';
import { figureBlock, withPart } from '../examples.ts';
import type { Check, Finding } from '../types.ts';

const ASSET = { name: 'a', type: 'image/png', width: 10, height: 10, size: 100 } as const;
const FIGURE: Figure = {
  id: 'f',
  columns: 1,
  alt: '',
  credit: '',
  panels: [{ id: 'p', asset: 'a', label: '', alt: '' }],
};

const placed = (report: CaseReport) => withPart(report, 'observation', figureBlock('f', ''));

/** Figures whose images are missing, and figures that stand nowhere in the text, so that they would not be printed. */
export const images: Check = {
  id: 'figures.images',
  area: 'figures',
  about: {
    en: 'Every figure in the text has its images, and every figure of the report stands in the text.',
    fr: 'Chaque figure du texte a ses images, et chaque figure du document est placée dans le texte.',
  },
  run: ({ report, numbering }) => {
    const held = new Set(report.assets.map(({ name }) => name));
    const figures = new Map(report.figures.map(figure => [figure.id, figure]));
    const inText = new Set(floatsOf(report.parts).map(({ id }) => id));
    const missing = floatsOf(report.parts).flatMap((block): Omit<Finding, 'check'>[] => {
      if (block.type !== 'figure') return [];
      const panels = figures.get(block.id)?.panels ?? [];
      if (panels.length > 0 && panels.every(({ asset }) => held.has(asset))) return [];
      const label = numbering.floats.get(block.id)?.label ?? '';
      return [
        {
          severity: 'error',
          message:
            panels.length === 0
              ? { en: `${label} has no image.`, fr: `${label}\u00a0: aucune image.` }
              : { en: `An image of ${label} is missing.`, fr: `${label}\u00a0: une image manque.` },
          hint: {
            en: 'Add the image to the figure, or remove the figure from the text.',
            fr: 'Ajoutez l’image à la figure, ou retirez la figure du texte.',
          },
          place: { block: block.id },
        },
      ];
    });
    const unplaced = report.figures
      .filter(({ id }) => !inText.has(id))
      .map(({ id }) => ({
        severity: 'warning' as const,
        message: {
          en: 'A figure of the report stands nowhere in the text and would not be printed.',
          fr: 'Une figure du document n’est pas placée dans le texte et ne serait pas imprimée.',
        },
        hint: {
          en: 'Type / where it belongs and choose it, or delete it in the figures pane.',
          fr: 'Tapez / à l’endroit voulu et choisissez-la, ou supprimez-la dans le volet des figures.',
        },
        place: { block: id },
      }));
    return [...missing, ...unplaced];
  },
  examples: {
    silent: report => placed({ ...report, figures: [FIGURE], assets: [ASSET] }),
    finds: report => placed({ ...report, figures: [FIGURE, { ...FIGURE, id: 'nowhere' }] }),
  },
};
