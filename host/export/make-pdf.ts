/** A report to PDF: citations, manuscript, definition, print. One maker is kept alive, since its parts remember what they did. */
import { pdfDefinition } from '../../core/export/pdf/index.ts';
import { numberReport } from '../../core/manuscript/number.ts';
import { resolve } from '../../core/manuscript/resolve.ts';
import { done, failed, type Outcome, problem } from '../../core/outcome.ts';
import type { CaseReport } from '../../core/report/types.ts';
import type { Template } from '../../core/template/types.ts';
import { createCiting } from '../citing/citing.ts';
import { createPrinter, MissingGlyphsError, UnreadableImageError } from '../printing/index.ts';

export interface PdfRequest {
  readonly report: CaseReport;
  readonly template: Template;
  /** Bytes by asset name; those that are missing are left out of their figure when `withoutMissing` says so. */
  readonly images: Readonly<Record<string, Uint8Array>>;
  /** Milliseconds; written into the file. */
  readonly date: number;
  /** "Casewright 0.1.0". */
  readonly creator: string;
}

export interface MadePdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

export type PdfMaker = (request: PdfRequest) => Promise<Outcome<MadePdf>>;

/** A maker with the styles of a folder of templates. */
export function createPdfMaker(config: { readonly templatesFolder: string; readonly fontFolder?: string }): PdfMaker {
  const citing = createCiting(config);
  const printer = createPrinter(config.fontFolder === undefined ? {} : { fontFolder: config.fontFolder });
  return async ({ report, template, images, date, creator }) => {
    const { citations: clusters } = numberReport(report, template);
    const citations = citing.format({ clusters, references: report.references, template, language: report.language });
    const held = { ...report, assets: report.assets.filter(({ name }) => images[name] !== undefined) };
    const manuscript = resolve(held, template, citations);
    const definition = pdfDefinition({ manuscript, template, images, date: new Date(date), creator });
    try {
      const bytes = await printer.print(definition, { lineNumbers: template.page.lineNumbers });
      return done({ bytes, pages: countPages(bytes) });
    } catch (error) {
      if (error instanceof MissingGlyphsError)
        return failed(missingGlyphs(error.characters.map(({ character }) => character)));
      if (error instanceof UnreadableImageError) return failed(unreadableImage(manuscript, error.image));
      throw error;
    }
  };
}

/** Page objects of a file that our printer wrote: it writes them plainly. */
function countPages(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return [...text.matchAll(/\/Type \/Page\b(?!s)/g)].length;
}

function missingGlyphs(characters: readonly string[]) {
  const named = characters
    .slice(0, 12)
    .map(character => `${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`)
    .join(', ');
  return problem(
    'export.characters',
    {
      en: `The PDF was not made: its typeface has no form for ${named}.`,
      fr: `Le PDF n’a pas été produit\u00a0: la police n’a pas de dessin pour ${named}.`,
    },
    {
      en: 'Your report is safe. Look for the character with Find (Ctrl F) and replace it.',
      fr: 'Votre document est à l’abri. Cherchez le caractère avec Rechercher (Ctrl F) et remplacez-le.',
    },
  );
}

function unreadableImage(manuscript: ReturnType<typeof resolve>, image: string) {
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
