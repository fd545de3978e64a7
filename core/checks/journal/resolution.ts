import { floatsOf } from '../../report/parts.ts';
import type { FigureRules } from '../../template/types.ts';
import { basisWords } from '../../template/wording.ts';
import { figureBlock, withPart } from '../examples.ts';
import type { Check } from '../types.ts';

const MILLIMETRES_PER_INCH = 25.4;

/** Where a journal does not say how wide it prints: a column of an A4 page in two columns. */
const USUAL_WIDTH = 80;

/** Pixels that an image needs in its width to be printed in the narrowest width at the least resolution. */
export function leastPixels({ resolution, widths }: FigureRules): number | null {
  const photograph = resolution?.value.photograph;
  if (photograph === undefined) return null;
  const width = widths ? Math.min(...widths.value) : USUAL_WIDTH;
  return Math.ceil((photograph * width) / MILLIMETRES_PER_INCH);
}

/** Photographs with too few pixels for the resolution that the journal prints. */
export const resolution: Check = {
  id: 'journal.resolution',
  area: 'journal',
  about: {
    en: 'Photographs have the pixels that the journal prints.',
    fr: 'Les photographies ont la résolution que la revue imprime.',
  },
  run: ({ report, template, numbering }) => {
    const least = leastPixels(template.figures);
    const rule = template.figures.resolution;
    if (least === null || !rule) return [];
    const widths = new Map(report.assets.map(({ name, width }) => [name, width]));
    return floatsOf(report.parts).flatMap(block => {
      const figure = report.figures.find(({ id }) => id === block.id);
      const narrowest = Math.min(...(figure?.panels ?? []).map(({ asset }) => widths.get(asset) ?? least));
      if (!figure || narrowest >= least) return [];
      const label = numbering.floats.get(block.id)?.label ?? block.id;
      const { photograph } = rule.value;
      return [
        {
          severity: 'warning' as const,
          message: {
            en: `${label}: an image is ${narrowest} pixels wide; ${photograph} pixels to an inch need ${least}.`,
            fr: `${label}\u00a0: une image fait ${narrowest} pixels de large\u202f; ${photograph} pixels par pouce en demandent ${least}.`,
          },
          hint: basisWords(rule),
          place: { block: block.id },
        },
      ];
    });
  },
  examples: {
    silent: report => report,
    finds: report => ({
      ...withPart(report, 'observation', figureBlock('f', '')),
      assets: [{ name: 'a', type: 'image/jpeg', width: 300, height: 200, size: 100 }],
      figures: [{ id: 'f', columns: 1, alt: '', credit: '', panels: [{ id: 'p', asset: 'a', label: '', alt: '' }] }],
    }),
    template: template => ({
      ...template,
      figures: {
        resolution: { value: { photograph: 300 }, source: 'an invented journal', read: '', confidence: 'likely' },
      },
    }),
  },
};
