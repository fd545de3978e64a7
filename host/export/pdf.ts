/** PDF among the formats: the manuscript's definition, printed. One printer is kept alive, since its parts remember what they did. */
import { ANONYMOUS, FLOATS, FORM } from '../../core/export/options.ts';
import { pdfDefinition } from '../../core/export/pdf/index.ts';
import type { Exporter } from '../../core/export/types.ts';
import { lettersOf } from '../../core/manuscript/letters.ts';
import type { Manuscript } from '../../core/manuscript/types.ts';
import { done, failed, problem } from '../../core/outcome.ts';
import { printerWhenWanted } from './printer.ts';

/** The exporter, with a printer that is made when first wanted. */
export function createPdfExporter(config: { readonly fontFolder?: string }): Exporter {
  const printer = printerWhenWanted(config);
  return {
    id: 'pdf',
    extension: 'pdf',
    name: { en: 'PDF', fr: 'PDF' },
    description: {
      en: 'Pages as they will be read, tagged for screen readers.',
      fr: 'Les pages telles qu’elles seront lues, balisées pour les lecteurs d’écran.',
    },
    mediaType: 'application/pdf',
    options: [FORM, FLOATS, ANONYMOUS],
    write: async ({ manuscript, template, images, date, creator }) => {
      const { printWithPlaces, MissingGlyphsError, UnreadableImageError } = await printer();
      const definition = pdfDefinition({ manuscript, template, images, date, creator });
      try {
        return done(await printWithPlaces(definition, { lineNumbers: template.page.lineNumbers }));
      } catch (error) {
        if (error instanceof MissingGlyphsError)
          return failed(
            missingGlyphs(
              manuscript,
              error.characters.map(({ character }) => character),
            ),
          );
        if (error instanceof UnreadableImageError) return failed(unreadableImage(manuscript, error.image));
        throw error;
      }
    },
  };
}

/** How much of a reference without a number names it, in letters. */
const NAMING = 40;

function missingGlyphs({ bibliography }: Manuscript, characters: readonly string[]) {
  const named = characters
    .slice(0, 12)
    .map(character => `${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`)
    .join(', ');
  const references = bibliography.flatMap(({ label, runs }) => {
    const letters = lettersOf(runs);
    if (!characters.some(character => letters.includes(character))) return [];
    return [label.replace(/[^\p{L}\p{N}]/gu, '') || `“${letters.slice(0, NAMING).trim()}…”`];
  });
  const message = {
    en: `The PDF was not made: its typeface has no form for ${named}.`,
    fr: `Le PDF n’a pas été produit\u00a0: la police n’a pas de dessin pour ${named}.`,
  };
  if (references.length === 0)
    return problem('export.characters', message, {
      en: 'Your report is safe. Look for the character with Find (Ctrl F) and replace it.',
      fr: 'Votre document est à l’abri. Cherchez le caractère avec Rechercher (Ctrl F) et remplacez-le.',
    });
  const where = references.slice(0, 5).join(', ');
  return problem('export.characters', message, {
    en: `Your report is safe. Such letters stand in the references: ${where}. Write them in Latin letters in the pane References, or export to Word, which takes every letter.`,
    fr: `Votre document est à l’abri. De telles lettres se trouvent dans les références\u00a0: ${where}. Écrivez-les en lettres latines dans le volet Références, ou exportez en Word, qui les prend toutes.`,
  });
}

function unreadableImage(manuscript: Manuscript, image: string) {
  const label =
    manuscript.divisions
      .flatMap(({ blocks }) => blocks)
      .find(block => block.kind === 'figure' && block.panels.some(panel => panel.asset === image)) ?? null;
  const name = label?.kind === 'figure' ? label.label.replace(/[.:]\s*$/, '') : '';
  return problem(
    'export.image',
    {
      en: `The PDF was not made: an image of ${name || 'a figure'} cannot be read.`,
      fr: `Le PDF n’a pas été produit\u00a0: une image de ${name || 'figure'} est illisible.`,
    },
    {
      en: 'Your report is safe. Add the image again in its figure.',
      fr: 'Votre document est à l’abri. Ajoutez de nouveau l’image dans sa figure.',
    },
  );
}
