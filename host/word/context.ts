/** What writing a Word document needs at every step. Numbers are given in reading order, so that equal reports give equal files. */
import { bareLabel } from '../../core/export/wording.ts';
import type { Manuscript } from '../../core/manuscript/types.ts';
import { noteCalls, printedFloats } from '../../core/manuscript/walk.ts';
import type { Language, Reference } from '../../core/report/types.ts';
import { blockBookmark } from '../../core/roundtrip/anchors.ts';
import { frameOf } from '../../core/template/page.ts';
import type { Template } from '../../core/template/types.ts';

export interface WordContext {
  readonly manuscript: Manuscript;
  readonly template: Template;
  /** Of the text that is being written. */
  readonly language: Language;
  /** Width of a line and height of the text on a page, in points. */
  readonly width: number;
  readonly height: number;
  readonly zotero: boolean;
  /** Notes stand in the order of their numbers, so that Word can number them itself. */
  readonly countsNotes: boolean;
  /** Bytes by asset name. */
  readonly images: Readonly<Record<string, Uint8Array>>;
  /** Charts as PNG by their anchor. */
  readonly charts: ReadonlyMap<string, Uint8Array>;
  /** Bookmarks by anchor: labels of figures and tables, entries of the bibliography. */
  readonly bookmarks: ReadonlyMap<string, string>;
  /** "Figure 2" by the anchor of what it names. */
  readonly labels: ReadonlyMap<string, string>;
  readonly references: ReadonlyMap<string, Reference>;
  /** A number that no other bookmark, drawing or content control of the document has. */
  readonly next: () => number;
  /** The name of a block's bookmark. */
  readonly blockName: (source: string) => string;
}

/** BCP 47 tags of a document's languages. */
export const TAGS: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

export function contextOf(
  manuscript: Manuscript,
  template: Template,
  rest: Pick<WordContext, 'images' | 'charts' | 'zotero'>,
): WordContext {
  const floats = printedFloats(manuscript);
  const seen = new Map<string, number>();
  let last = 0;
  const { width, height } = frameOf(template.page);
  return {
    manuscript,
    template,
    language: manuscript.language,
    width,
    height,
    ...rest,
    countsNotes: noteCalls(manuscript).every(({ note }, index) => note.number === index + 1),
    bookmarks: new Map([
      ...floats.map(({ anchor }, index) => [anchor, `_cwf_${index + 1}`] as const),
      ...manuscript.bibliography.map(({ anchor }, index) => [anchor, `_cwr_${index + 1}`] as const),
    ]),
    labels: new Map(floats.map(({ anchor, label }) => [anchor, bareLabel(label)])),
    references: new Map(manuscript.references.map(reference => [reference.id, reference])),
    next: () => ++last,
    blockName: source => {
      const count = (seen.get(source) ?? 0) + 1;
      seen.set(source, count);
      return blockBookmark(source, count);
    },
  };
}
