/** Lines all of one style and without links: most of a text, and the same string wherever they are printed. */
import type { Line, WordInline } from '../engine/types.ts';
import { rounded } from '../file/numbers.ts';
import { type FaceWord, leastGap } from './text-object.ts';

export interface PlainLine {
  readonly x: number;
  readonly operator: string;
  readonly hyphen: { readonly x: number; readonly string: string } | null;
}

/** Strings of plain lines, by the words they share; null for a line that is not plain. Not tied to a document. */
const plainLines = new WeakMap<readonly WordInline[], PlainLine | null>();

/** The string of a line that is all of one style and without links; null for any other. */
export function plainLine(line: Line): PlainLine | null {
  const known = plainLines.get(line.inlines);
  if (known !== undefined) return known;
  const made = makePlainLine(line);
  plainLines.set(line.inlines, made);
  return made;
}

function makePlainLine(line: Line): PlainLine | null {
  const words = line.inlines as FaceWord[];
  const [first] = words;
  if (!first || !words.every(word => isPlainLike(word, first, line))) return null;
  const strings: string[] = [];
  let x = first.x;
  let hyphen: PlainLine['hyphen'] = null;
  for (const word of words) {
    const gap = ((word.x - x) * 1000) / word.fontSize;
    if (Math.abs(gap) > leastGap) strings.push(String(rounded(-gap)));
    const string = word.font.seededString(word._isHyphenated ? word.text.slice(0, -1) : word.text, word.fontFeatures);
    if (string === null) return null;
    if (string) strings.push(string);
    x = word.x + word.width;
    if (word._isHyphenated) {
      const glyph = word.font.seededString('-', word.fontFeatures);
      hyphen = { x: x - word.font.widthOfString('-', word.fontSize), string: `[${glyph}] TJ` };
    }
  }
  return { x: first.x, operator: `[${strings.join(' ')}] TJ`, hyphen };
}

function isPlainLike(word: FaceWord, first: FaceWord, line: Line): boolean {
  return (
    word.font === first.font &&
    word.fontSize === first.fontSize &&
    word.color === first.color &&
    (word.opacity ?? 1) === 1 &&
    !word.sup &&
    !word.sub &&
    !word.characterSpacing &&
    !word._pageNodeRef &&
    word._actualText === undefined &&
    !isLink(word) &&
    !line.runs?.[word._runIndex ?? 0]?._role
  );
}

export function isLink(word: WordInline): boolean {
  return Boolean(word.link || word.linkToDestination);
}
