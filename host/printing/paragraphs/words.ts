/**
 * A measured word. It is an object of a class, and not the text run with a style mixed in: a report has tens of thousands of words,
 * each is read dozens of times, and objects of one shape take a fraction of the time and of the memory.
 */
import type { MeasuringFont, PageTarget, WordInline } from '../engine/types.ts';
import type { StructureElement } from '../file/structure.ts';

/** What a run's style comes to: the same for all of its words. */
export type WordStyle = Readonly<
  Pick<
    WordInline,
    | 'height'
    | 'font'
    | 'fontSize'
    | 'fontFeatures'
    | 'characterSpacing'
    | 'color'
    | 'opacity'
    | 'alignment'
    | 'sup'
    | 'sub'
    | 'noWrap'
    | 'lang'
    | 'link'
    | 'linkToPage'
    | 'linkToDestination'
    | 'decoration'
    | 'decorationColor'
    | 'decorationStyle'
    | 'decorationThickness'
    | 'background'
  >
>;

/** Fields are declared only, and set once, in the order of the constructor. */
export class Word implements WordInline {
  declare text: string;
  declare width: number;
  declare x: number;
  declare leadingCut: number;
  declare leadingIndent: number | undefined;
  declare trailingCut: number;
  declare readonly height: number;
  declare readonly font: MeasuringFont;
  declare readonly fontSize: number;
  declare readonly fontFeatures: WordStyle['fontFeatures'];
  declare readonly characterSpacing: WordStyle['characterSpacing'];
  declare readonly color: unknown;
  declare readonly opacity: WordStyle['opacity'];
  declare readonly alignment: WordStyle['alignment'];
  declare readonly sup: WordStyle['sup'];
  declare readonly sub: WordStyle['sub'];
  declare readonly noWrap: WordStyle['noWrap'];
  declare readonly lang: WordStyle['lang'];
  declare readonly link: WordStyle['link'];
  declare readonly linkToPage: unknown;
  declare readonly linkToDestination: WordStyle['linkToDestination'];
  declare readonly decoration: unknown;
  declare readonly decorationColor: unknown;
  declare readonly decorationStyle: unknown;
  declare readonly decorationThickness: unknown;
  declare readonly background: unknown;
  declare noNewLine: boolean | undefined;
  declare lineEnd: boolean | undefined;
  declare justifyShift: number | undefined;
  declare _pageNodeRef: PageTarget | undefined;
  declare _tocItemRef: PageTarget | undefined;
  declare _pageRef: WordInline['_pageRef'];
  declare _runIndex: number | undefined;
  declare _actualText: string | undefined;
  declare _whole: WordInline | undefined;
  declare _offset: number | undefined;
  declare _isHyphenated: boolean | undefined;
  declare _label: StructureElement | undefined;

  /** A word of a run, or a copy of another; measured by the caller. */
  constructor(text: string, of: Partial<WordInline>, style: WordStyle) {
    this.text = text;
    this.width = 0;
    this.x = 0;
    this.leadingCut = of.leadingCut || 0;
    this.leadingIndent = of.leadingIndent;
    this.trailingCut = 0;
    this.height = style.height;
    this.font = style.font;
    this.fontSize = style.fontSize;
    this.fontFeatures = style.fontFeatures;
    this.characterSpacing = style.characterSpacing;
    this.color = style.color;
    this.opacity = style.opacity;
    this.alignment = style.alignment;
    this.sup = style.sup;
    this.sub = style.sub;
    this.noWrap = style.noWrap;
    this.lang = style.lang;
    this.link = style.link;
    this.linkToPage = style.linkToPage;
    this.linkToDestination = style.linkToDestination;
    this.decoration = style.decoration;
    this.decorationColor = style.decorationColor;
    this.decorationStyle = style.decorationStyle;
    this.decorationThickness = style.decorationThickness;
    this.background = style.background;
    this.noNewLine = of.noNewLine;
    this.lineEnd = of.lineEnd;
    this.justifyShift = of.justifyShift;
    this._pageNodeRef = of._pageNodeRef;
    this._tocItemRef = of._tocItemRef;
    this._pageRef = of._pageRef;
    this._runIndex = of._runIndex;
    this._actualText = of._actualText;
    this._whole = of._whole;
    this._offset = of._offset;
    this._isHyphenated = of._isHyphenated;
    this._label = of._label;
  }
}

/** A copy that can be placed on its own, with another text where one is given. */
export function copyOfWord(word: WordInline, text = word.text): WordInline {
  const copy = new Word(text, word, word);
  copy.width = word.width;
  copy.x = word.x;
  copy.trailingCut = word.trailingCut;
  return copy;
}
