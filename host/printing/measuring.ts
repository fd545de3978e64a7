/**
 * The second pass: words and their widths. A style is resolved once for a run rather than for each of its words, and a
 * paragraph that was measured before is not measured again.
 */

import { DocMeasure, StyleContextStack, TextInlines } from './engine/modules.ts';
import type { InlinesResult, LayoutNode, MeasuringFont, RunNode, StyleStack, WordInline } from './engine/types.ts';
import { contentHash, type MeasuredParagraph } from './file/caches.ts';
import type { PrintedDocument } from './file/document.ts';
import { printable } from './paragraphs/characters.ts';
import { Word, type WordStyle } from './paragraphs/words.ts';

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

/** A run's style as words carry it, and what else their measuring asks of it. */
interface RunStyle extends WordStyle {
  readonly preserveLeadingSpaces: boolean;
  readonly preserveTrailingSpaces: boolean;
}

/** What words inherit from around their run, by the names of `wordStyleDefaults`. */
type Inherited = Readonly<Record<string, unknown>>;

const isSaid = (value: unknown): boolean => value !== undefined && value !== null;

class WordMeasurer extends TextInlines {
  override measure(pieces: WordInline[], styles: StyleStack): WordInline[] {
    const [first] = pieces;
    const indent = first ? Number(StyleContextStack.getStyleProperty(first, styles, 'leadingIndent', 0)) : 0;
    if (first && indent) {
      first.leadingCut = -indent;
      first.leadingIndent = indent;
    }
    const inherited = inheritedStyle(styles);
    let sample: WordInline | undefined;
    let style: RunStyle | undefined;
    const words: WordInline[] = [];
    for (const piece of pieces) {
      if (!style || !sample || !hasSameStyle(piece, sample)) {
        sample = piece;
        style = this.#resolve(piece, styles, inherited);
      }
      words.push(this.#measured(piece, style));
    }
    keepUnitsWhole(words);
    return words;
  }

  #resolve(piece: WordInline, styles: StyleStack, inherited: Inherited): RunStyle {
    const own = piece as unknown as Readonly<Record<string, unknown>>;
    const style: Record<string, unknown> = {};
    for (const name of wordStyleNames) {
      if (isSaid(own[name])) style[name] = own[name];
      // A named style of the run's own comes before what it inherits.
      else if (own.style)
        style[name] = StyleContextStack.getStyleProperty(piece, styles, name, wordStyleDefaults[name]);
      else style[name] = inherited[name];
    }
    const font = this.pdfDocument.provideFont(
      String(style.font),
      Boolean(style.bold),
      Boolean(style.italics),
    ) as MeasuringFont;
    const fontSize = Number(style.fontSize) * (style.sup || style.sub ? shiftedSize : 1);
    const height = font.lineHeight(fontSize) * Number(style.lineHeight);
    return { ...style, font, fontSize, height } as unknown as RunStyle;
  }

  #measured(piece: WordInline, style: RunStyle): WordInline {
    const word = new Word(printable(piece.text), piece, style);
    word.width = this.widthOfText(word.text, word);
    if (!style.preserveLeadingSpaces && mayBeSpace(word.text.charCodeAt(0))) {
      const spaces = /^\s+/.exec(word.text);
      if (spaces) word.leadingCut += this.widthOfText(spaces[0], word);
    }
    if (!style.preserveTrailingSpaces && mayBeSpace(word.text.charCodeAt(word.text.length - 1))) {
      const spaces = /\s+$/.exec(word.text);
      if (spaces) word.trailingCut = this.widthOfText(spaces[0], word);
    }
    return word;
  }
}

/** Most words begin and end in an ASCII character above the space: they need no further look. */
const mayBeSpace = (code: number): boolean => code <= 0x20 || code >= 0x7f;

/** Resolved once for a paragraph rather than for each of its runs. */
function inheritedStyle(styles: StyleStack): Inherited {
  const style: Record<string, unknown> = {};
  for (const name of wordStyleNames) {
    const value = styles.getProperty(name);
    style[name] = isSaid(value) ? value : wordStyleDefaults[name];
  }
  return style;
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
  readonly #styles = new Map<string | object, readonly StyleEntry[]>();

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

  /** Names all that the paragraph's words and lines depend on. */
  #keyOf(node: LayoutNode): string {
    const own = node as unknown as Readonly<Record<string, unknown>>;
    const style = paragraphStyleNames.map(name => own[name]);
    const around = this.styleStack.styleOverrides;
    for (let i = around.length - 1; i >= 0; i--) {
      const each = around[i];
      // What stands around a paragraph stands around its neighbours too.
      if (each === node || each === undefined) continue;
      for (const [place, value] of this.#entriesOf(each)) style[place] ??= value;
    }
    return `${this.#surroundings}${JSON.stringify(style)}${node.tag ?? ''}\n${textKey(node.text)}`;
  }

  #entriesOf(around: string | object): readonly StyleEntry[] {
    let entries = this.#styles.get(around);
    if (!entries) {
      entries = typeof around === 'string' ? this.#entriesNamed(around) : entriesOf(around);
      this.#styles.set(around, entries);
    }
    return entries;
  }

  #entriesNamed(name: string): readonly StyleEntry[] {
    const alone = new StyleContextStack(this.styleStack.styleDictionary, {});
    alone.push(name);
    return entriesOf(Object.fromEntries(paragraphStyleNames.map(property => [property, alone.getProperty(property)])));
  }

  #measure(node: LayoutNode): MeasuredParagraph {
    const styles = this.styleStack.clone();
    styles.push(node);
    const { items, minWidth, maxWidth }: InlinesResult = this.textInlines.buildInlines(node.text, styles);
    return { minWidth, maxWidth, words: items, linesOfWidth: new Map() };
  }
}

/** What a style says of one of the properties, by the property's place among `paragraphStyleNames`. */
type StyleEntry = readonly [place: number, value: unknown];

function entriesOf(style: object): readonly StyleEntry[] {
  const said = style as Readonly<Record<string, unknown>>;
  return paragraphStyleNames.flatMap((name, place): StyleEntry[] => (isSaid(said[name]) ? [[place, said[name]]] : []));
}

/** Stands for the words of a text and what is said of each run, without what the passes note on it. */
function textKey(text: unknown): string {
  if (typeof text === 'string') return `${text.length}:${text}`;
  if (Array.isArray(text)) return `[${text.map(textKey).join('')}]`;
  if (typeof text !== 'object' || text === null) return `(${String(text)})`;
  let key = '{';
  for (const name in text) {
    if ((name.startsWith('_') && name !== '_actualText') || name === 'footnote') continue;
    const value = (text as Readonly<Record<string, unknown>>)[name];
    if (value !== undefined) key += `${name}=${textKey(value)}`;
  }
  return `${key}}`;
}

/** The runs of a text in order, out of nested ones; null for a bare string. */
function flatRuns(text: LayoutNode['text'] | RunNode): (RunNode | null)[] {
  if (Array.isArray(text)) return text.flatMap(flatRuns);
  if (typeof text !== 'object') return [null];
  return Array.isArray(text.text) ? flatRuns(text.text) : [text];
}
