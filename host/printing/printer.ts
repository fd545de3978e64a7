/** The typesetter: document definitions in, the bytes of tagged PDF files out. */
import type { Definition } from '../../core/export/pdf/definition.ts';
import type { PrintedPlace } from '../../core/export/types.ts';
import { Builder } from './builder.ts';
import { copyOf } from './copying.ts';
import { normalizePageMargin, normalizePageSize } from './engine/modules.ts';
import type { LayoutPage } from './engine/types.ts';
import { Caches } from './file/caches.ts';
import { PrintedDocument } from './file/document.ts';
import { type Face, openFace } from './file/faces.ts';
import { familyName, fontFiles } from './file/fonts.ts';
import { type FinishedImage, finishImages } from './file/images.ts';
import type { LineNumbering } from './pages/line-numbers.ts';
import { BlockHigherThanPage } from './pages/oversize.ts';
import { placesOf } from './pages/places.ts';
import { runningBlock } from './pages/running.ts';
import { MissingGlyphsError, missingGlyphsIn } from './paragraphs/characters.ts';
import { hyphenator } from './paragraphs/hyphenation.ts';
import { TaggingRenderer } from './renderer.ts';

export interface PrinterConfig {
  /** Folder of the faces; see `fontFiles`. */
  readonly fontFolder?: string;
}

export interface PrintOptions {
  /** Divide words at line ends; as a rule yes. */
  readonly hyphenate?: boolean;
  /** Words divided in another way than their language's patterns have it, with their hyphens. */
  readonly hyphenationExceptions?: readonly string[];
  readonly lineNumbers?: boolean | LineNumbering;
}

export interface Printer {
  /**
   * The definition as a PDF 1.7 file, tagged, in its own language. The same definition gives the same bytes.
   *
   * @throws MissingGlyphsError when a character cannot be printed
   * @throws UnreadableImageError when an image is no readable JPEG or PNG
   */
  print(definition: Definition, options?: PrintOptions): Promise<Uint8Array>;
  /** The same, and where its pages show what. */
  printWithPlaces(definition: Definition, options?: PrintOptions): Promise<PrintedPages>;
  /** The characters of a text that cannot be printed, each once, in order. */
  missingGlyphs(text: string): readonly string[];
}

export interface PrintedPages {
  readonly bytes: Uint8Array;
  /** How many. */
  readonly pages: number;
  readonly places: readonly PrintedPlace[];
}

/** A document laid out but not yet written. */
export interface LaidOut {
  readonly document: PrintedDocument;
  readonly pages: readonly LayoutPage[];
}

/** A printer that also shows its layout, for the tests of it. */
export interface Typesetter extends Printer {
  layOut(definition: Definition, options?: PrintOptions): Promise<LaidOut>;
}

const defaultMargin = 72;

/** How a footnote looks unless the definition's style `footnote` says. */
const footnoteStyle = { fontSize: 8.5, lineHeight: 1.1, alignment: 'left' };

/** A printer that keeps what it can use again. Make one and keep it: a first print takes several times a later one. */
export function createPrinter(config: PrinterConfig = {}): Printer {
  return createTypesetter(config);
}

export function createTypesetter(config: PrinterConfig = {}): Typesetter {
  const fonts = fontFiles(config.fontFolder);
  const caches = new Caches();
  const faces = new Map<string, Face>();

  const faceOf = (file: string): Face => {
    let face = faces.get(file);
    if (!face) {
      face = openFace(file);
      faces.set(file, face);
    }
    return face;
  };

  let missingIn: ((text: string) => readonly string[]) | undefined;
  const missingGlyphs = (text: string): readonly string[] => {
    // All four faces hold the same characters (a test says so).
    missingIn ??= missingGlyphsIn(faceOf(fonts.normal).parsed);
    return missingIn(text);
  };

  async function layOut(definition: Definition, options: PrintOptions = {}): Promise<LaidOut> {
    const images = await finishImages(definition.images ?? {}, caches);
    const tooHigh = new Set<number>();
    for (;;) {
      try {
        return attempt(definition, options, images, tooHigh);
      } catch (error) {
        if (!(error instanceof BlockHigherThanPage) || tooHigh.has(error.ordinal)) throw error;
        tooHigh.add(error.ordinal);
      }
    }
  }

  function attempt(
    definition: Definition,
    options: PrintOptions,
    images: ReadonlyMap<string, FinishedImage>,
    tooHigh: ReadonlySet<number>,
  ): LaidOut {
    const size = normalizePageSize(definition.pageSize, definition.pageOrientation);
    const margins = normalizePageMargin(definition.pageMargins ?? defaultMargin);
    const document = new PrintedDocument(definition, size, { fonts, caches, images, faceOf });

    const missing = new Set<string>();
    const check = (text: string): void => {
      if (caches.printableTexts.get(text)) return;
      const found = missingGlyphs(text);
      for (const character of found) missing.add(character);
      if (found.length === 0) caches.printableTexts.set(text, true);
    };
    if (definition.watermark) check(definition.watermark.text);

    const { hyphenate = true, hyphenationExceptions = [], lineNumbers } = options;
    const builder = new Builder(document, size, margins, {
      hyphenate: hyphenate ? hyphenator(definition.language, hyphenationExceptions) : null,
      hyphenation: JSON.stringify([hyphenate, definition.language, hyphenationExceptions]),
      lineNumbers: lineNumbers ? (lineNumbers === true ? {} : lineNumbers) : null,
      tooHigh,
      check,
    });
    const pages = builder.pagesOf(
      copyOf(definition.content),
      { footnote: footnoteStyle, ...definition.styles },
      { font: familyName, ...definition.defaultStyle },
      runningBlock(definition.header),
      runningBlock(definition.footer),
      definition.watermark && { font: familyName, ...definition.watermark },
    );
    if (missing.size > 0) throw new MissingGlyphsError([...missing]);
    return { document, pages };
  }

  async function printWithPlaces(definition: Definition, options?: PrintOptions): Promise<PrintedPages> {
    const { document, pages } = await layOut(definition, options);
    // Painting takes what is laid out apart.
    const places = placesOf(pages);
    new TaggingRenderer(document).renderPages(pages);
    const bytes = await endedBytes(document);
    caches.sweep();
    return { bytes, pages: pages.length, places };
  }

  const print = async (definition: Definition, options?: PrintOptions) =>
    (await printWithPlaces(definition, options)).bytes;

  return { print, printWithPlaces, missingGlyphs, layOut };
}

/** Ends the document and gathers its bytes. */
function endedBytes(document: PrintedDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', chunk => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    document.end();
  });
}
