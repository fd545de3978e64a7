import type { WordInline } from '../engine/types.ts';
import type { PrintedDocument } from '../file/document.ts';
import type { Face } from '../file/faces.ts';
import { rounded } from '../file/numbers.ts';

/** A word measured with one of our faces, as all are. */
export type FaceWord = WordInline<Face>;

/** Gaps under this many thousandths of an em are left to the glyphs' own widths. */
export const leastGap = 0.5;

/** A text object (BT … ET) and the strings gathered for its next TJ. */
export class TextObject {
  readonly #document: PrintedDocument;
  #isOpen = false;
  #strings: string[] = [];
  #font = '';
  #fontSize = 0;
  #baseline: number | null = null;
  /** Where the glyphs written so far end. */
  #x = 0;

  constructor(document: PrintedDocument) {
    this.#document = document;
  }

  show(word: FaceWord, text: string, x: number, baseline: number): void {
    if (!this.#isOpen) {
      this.#document.addContent('BT');
      this.#isOpen = true;
      this.#font = '';
      this.#baseline = null;
    }
    const font = this.#document.faceResource(word.font);
    if (font !== this.#font || word.fontSize !== this.#fontSize) {
      this.flush();
      this.#document.addContent(`${font} ${rounded(word.fontSize)} Tf`);
      this.#font = font;
      this.#fontSize = word.fontSize;
    }
    if (baseline !== this.#baseline) {
      this.flush();
      this.#document.addContent(`1 0 0 -1 ${rounded(x)} ${rounded(baseline)} Tm`);
      this.#baseline = baseline;
    } else {
      const gap = ((x - this.#x) * 1000) / word.fontSize;
      if (Math.abs(gap) > leastGap) this.#strings.push(String(rounded(-gap)));
    }
    const string = this.#document.textString(word.font, text, word.fontFeatures);
    if (string) this.#strings.push(string);
    this.#x = x + word.width;
  }

  /** Writes what is gathered, unless `isStillRight` says that its colour goes on. */
  flushBefore(isStillRight: () => boolean): void {
    if (this.#strings.length > 0 && !isStillRight()) this.flush();
  }

  flush(): void {
    if (this.#strings.length === 0) return;
    this.#document.addContent(`[${this.#strings.join(' ')}] TJ`);
    this.#strings = [];
  }

  end(): void {
    this.flush();
    if (this.#isOpen) this.#document.addContent('ET');
    this.#isOpen = false;
  }
}
