/**
 * The second pass: words and their widths. A style is resolved once for a run rather than for each of its words, and a
 * paragraph that was measured before is not measured again.
 */
import { contentHash, type MeasuredParagraph } from './caches.ts';
import { printable } from './characters.ts';
import type { PrintedDocument } from './document.ts';
import { DocMeasure, StyleContextStack, TextInlines } from './engine/modules.ts';
import type { InlinesResult, LayoutNode, MeasuringFont, RunNode, StyleStack, WordInline } from './engine/types.ts';

/** The size of raised and lowered text, as a part of the text's: pdfmake's own. */
const shiftedSize = 0.58;

const wordStyleDefaults: Readonly<Record<string, unknown>> = {
  font: 'Serif',
  bold: false,
  italics: false,
  alignment: 'left',
  fontSize: 12,
  fontFeatures: null,
  characterSpacing: 0,
  color: 'black',
  decoration: null,
  decorationColor: null,
  decorationStyle: null,
  decorationThickness: null,
  background: null,
  link: null,
  linkToPage: null,
  linkToDestination: null,
  noWrap: null,
  opacity: 1,
  sup: false,
  sub: false,
  lineHeight: 1,
  lang: null,
  preserveLeadingSpaces: false,
  preserveTrailingSpaces: false,
};
const wordStyleNames = Object.keys(wordStyleDefaults);
/** All that a paragraph inherits and its words' widths depend on. */
const paragraphStyleNames = ['wordBreak', 'leadingIndent', ...wordStyleNames];

/** What differs between words of one run. */
const ownOfWord = new Set(['text', 'lineEnd', 'noNewLine', 'leadingCut', 'leadingIndent']);

interface WordStyle {
  readonly font: MeasuringFont;
  readonly fontSize: number;
  readonly height: number;
  readonly preserveLeadingSpaces: boolean;
  readonly preserveTrailingSpaces: boolean;
}

class WordMeasurer extends TextInlines {
  override measure(words: WordInline[], styles: StyleStack): WordInline[] {
    const [first] = words;
    const indent = first ? Number(StyleContextStack.getStyleProperty(first, styles, 'leadingIndent', 0)) : 0;
    if (first && indent) {
      first.leadingCut = -indent;
      first.leadingIndent = indent;
    }
    let sample: WordInline | undefined;
    let style: WordStyle | undefined;
    for (const word of words) {
      if (!style || !sample || !hasSameStyle(word, sample)) {
        // Kept as it is now: below, the resolved style covers what the run itself says.
        sample = { ...word };
        style = this.#resolve(word, styles);
      }
      Object.assign(word, style);
      this.#measureWord(word, style);
    }
    keepUnitsWhole(words);
    return words;
  }

  #resolve(word: WordInline, styles: StyleStack): WordStyle {
    const style: Record<string, unknown> = {};
    for (const name of wordStyleNames)
      style[name] = StyleContextStack.getStyleProperty(word, styles, name, wordStyleDefaults[name]);
    const font = this.pdfDocument.provideFont(
      String(style.font),
      Boolean(style.bold),
      Boolean(style.italics),
    ) as MeasuringFont;
    const fontSize = Number(style.fontSize) * (style.sup || style.sub ? shiftedSize : 1);
    const height = font.lineHeight(fontSize) * Number(style.lineHeight);
    return { ...style, font, fontSize, height } as unknown as WordStyle;
  }

  #measureWord(word: WordInline, style: WordStyle): void {
    word.text = printable(word.text);
    word.width = this.widthOfText(word.text, word);
    word.leadingCut ||= 0;
    word.trailingCut = 0;
    if (!style.preserveLeadingSpaces) {
      const spaces = /^\s+/.exec(word.text);
      if (spaces) word.leadingCut += this.widthOfText(spaces[0], word);
    }
    if (!style.preserveTrailingSpaces) {
      const spaces = /\s+$/.exec(word.text);
      if (spaces) word.trailingCut = this.widthOfText(spaces[0], word);
    }
  }
}

/**
 * Unicode lets a line end after any slash (UAX #14, class SY): right in an address, wrong in "mg/L" and "et/ou". An address is
 * known by its point or colon, and goes on up to the next space.
 */
function keepUnitsWhole(words: readonly WordInline[]): void {
  let isInAddress = false;
  for (const word of words) {
    isInAddress ||= /[.:][^\s]*\/$/u.test(word.text);
    if (word.text.endsWith('/') && !word.lineEnd && !isInAddress) word.noNewLine = true;
    if (/\s$/u.test(word.text)) isInAddress = false;
  }
}

/** Whether two words, as yet unmeasured, come from runs that say the same. */
function hasSameStyle(word: WordInline, other: WordInline): boolean {
  const a = word as unknown as Readonly<Record<string, unknown>>;
  const b = other as unknown as Readonly<Record<string, unknown>>;
  for (const key in a) if (!ownOfWord.has(key) && a[key] !== b[key]) return false;
  for (const key in b) if (!ownOfWord.has(key) && !(key in a)) return false;
  return true;
}

export class Measurer extends DocMeasure {
  readonly #document: PrintedDocument;
  /** Stands for everything outside a paragraph that its lines depend on. */
  readonly #surroundings: string;

  constructor(
    document: PrintedDocument,
    styles: object,
    defaultStyle: object,
    svgMeasure: unknown,
    tableLayouts: object,
    hyphenation: string,
  ) {
    super(document, styles, defaultStyle, svgMeasure, tableLayouts);
    this.#document = document;
    this.textInlines = new WordMeasurer(document);
    this.#surroundings = contentHash(JSON.stringify([styles, defaultStyle, hyphenation]));
  }

  override measureLeaf(node: LayoutNode): LayoutNode {
    const runs = flatRuns(node.text);
    runs.forEach((run, index) => {
      if (run) run._runIndex = index;
    });
    node._runs = Array.isArray(node.text) ? runs : [node];
    const isFilledInLater =
      node._textRef || node._pageRef || node._tocItemRef || runs.some(run => run?._pageRef || run?._textRef);
    if (isFilledInLater) return super.measureLeaf(node);

    const measured = this.#document.caches.paragraphs.getOrMake(this.#keyOf(node), () => this.#measure(node));
    node._minWidth = measured.minWidth;
    node._maxWidth = measured.maxWidth;
    node._measured = measured;
    node._inlines = measured.words as WordInline[];
    return node;
  }

  #keyOf(node: LayoutNode): string {
    const inherited = this.styleStack.clone();
    inherited.push(node);
    const style = paragraphStyleNames.map(name => inherited.getProperty(name));
    return JSON.stringify([this.#surroundings, style, node.tag, node.text], (key, value) =>
      key.startsWith('_') && key !== '_actualText' ? undefined : key === 'footnote' ? undefined : value,
    );
  }

  #measure(node: LayoutNode): MeasuredParagraph {
    const styles = this.styleStack.clone();
    styles.push(node);
    const { items, minWidth, maxWidth }: InlinesResult = this.textInlines.buildInlines(node.text, styles);
    return { minWidth, maxWidth, words: items, linesOfWidth: new Map() };
  }
}

/** The runs of a text in order, out of nested ones; null for a bare string. */
function flatRuns(text: LayoutNode['text'] | RunNode): (RunNode | null)[] {
  if (Array.isArray(text)) return text.flatMap(flatRuns);
  if (typeof text !== 'object') return [null];
  return Array.isArray(text.text) ? flatRuns(text.text) : [text];
}
