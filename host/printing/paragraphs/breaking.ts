/**
 * Paragraphs into lines: as many words as fit, a word divided only when it does not, and in justified text the space
 * left over put where there is a space already, never after a hyphen or within « 5 mg ».
 */
import { UNIT } from '../../../core/manuscript/french.ts';
import { Line, TextInlines } from '../engine/modules.ts';
import type { Line as BrokenLine, RunNode, WordInline } from '../engine/types.ts';
import { type Box, type Division, evenLines } from './even-lines.ts';
import type { Hyphenator } from './hyphenation.ts';
import { copyOfWord } from './words.ts';

/**
 * How much each space of a justified line may grow, in parts of the font size, before the next word is divided instead:
 * by the number of hyphens that end the lines just above. Two in a row are fine, more only rather than a hole in the line.
 */
const tolerableGrowth: readonly number[] = [0.12, 0.12, 0.5];
const intolerableGrowth = 0.9;
/**
 * Ems by which a line that is not justified may be short, for each em that a space may grow: a word is divided there only where the
 * line would end 3 em early (the hyphenation zone of page layout programs, 3 picas of 12 point type).
 */
const raggedLine = 25;
/** From this many letters on, what is left of a word is as wide as the word less what was taken: measured again for each line, it would take minutes. */
const sequence = 500;
/** Sums of widths are not exact. */
const tolerance = 0.001;

const measure = new TextInlines(null);

/** A space that may grow: a no-break space, narrow or not, keeps its width. */
export function endsInSpace(word: WordInline): boolean {
  return /[ \t]$/.test(word.text);
}

/** Breaks measured words into lines of at most `width`; `hyphenate` null keeps words whole. The words are used up. */
export function breakLines(words: readonly WordInline[], width: number, hyphenate: Hyphenator | null): BrokenLine[] {
  const lines: BrokenLine[] = [];
  let line = new Line(width);
  let hyphensInARow = 0;
  const queue = [...words].reverse();

  const finishLine = (isLast: boolean, isHyphenated = false): void => {
    finish(line, width, isLast);
    lines.push(line);
    hyphensInARow = isHyphenated ? hyphensInARow + 1 : 0;
    line = new Line(width);
  };

  while (queue.length > 0) {
    const unit = takeUnit(queue);
    const isLineEmpty = line.inlines.length === 0;
    const room = isLineEmpty ? width + (unit[0]?.leadingCut ?? 0) : width - (line.inlineWidths - line.leadingCut);

    if (widthOfUnit(unit) > room + tolerance) {
      // The last word of a paragraph stays whole: a line of some of its letters is worse than a loose one.
      const isLastWord = queue.length === 0 && isWholeWord(unit);
      const tolerable = isLastWord ? intolerableGrowth : (tolerableGrowth[hyphensInARow] ?? intolerableGrowth);
      const isWorthIt = growthWithout(line, unit, room) > tolerable;
      const divided = hyphenate && isWorthIt ? divideAtHyphen(unit, room, hyphenate) : null;
      if (divided) {
        for (const word of divided.before) line.addInline(word);
        queue.push(...divided.after.reverse());
        finishLine(false, true);
        continue;
      }
      if (!isLineEmpty) {
        queue.push(...unit.reverse());
        finishLine(false);
        continue;
      }
      const forced = divideAnywhere(unit, width);
      if (forced) {
        for (const word of forced.before) line.addInline(word);
        queue.push(...forced.after.reverse());
        finishLine(false);
        continue;
      }
    }
    for (const word of unit) line.addInline(word);
    if (line.newLineForced) finishLine(true);
  }
  if (line.inlines.length > 0) finishLine(true);
  const last = lines.at(-1);
  if (last) finish(last, width, true);
  return lines;
}

/** Growth of a space, in ems, from which a paragraph is looked at as a whole. */
const LOOSE = 0.4;

/** Whether a justified line has wide spaces: its paragraph may be broken more evenly. */
export function hasLooseLine(lines: readonly BrokenLine[]): boolean {
  return lines.some(({ inlines }) =>
    inlines.some(({ justifyShift, fontSize }) => (justifyShift ?? 0) > LOOSE * fontSize),
  );
}

/** Breaks a justified paragraph with regard to all of its lines; null where that cannot be done. The words are used up. */
export function breakEvenly(
  words: readonly WordInline[],
  width: number,
  hyphenate: Hyphenator,
): readonly BrokenLine[] | null {
  const [first] = words;
  const isPlain = words.every(
    (word, index) =>
      (index === words.length - 1 || !word.lineEnd) && (!word.leadingCut || (index > 0 && isBlank(word))),
  );
  if (first?.alignment !== 'justify' || !isPlain) return null;
  const queue = [...words].reverse();
  const units: WordInline[][] = [];
  while (queue.length > 0) {
    const unit = takeUnit(queue);
    // A space alone, as between two runs, never begins a line.
    const before = unit[0] && isBlank(unit[0]) ? units.at(-1) : undefined;
    if (before) before.push(...unit);
    else units.push(unit);
  }
  const known = new Map<number, readonly Division[]>();
  const ends = evenLines({
    boxes: units.map(boxOf),
    width: width + tolerance,
    fontSize: first.fontSize,
    divisions: index => {
      const kept = known.get(index) ?? divisionsOf(units[index] ?? [], hyphenate);
      known.set(index, kept);
      return kept;
    },
  });
  if (!ends) return null;
  const lines: BrokenLine[] = [];
  let next = 0;
  let rest: readonly WordInline[] = [];
  const put = (inlines: readonly WordInline[], isLast: boolean) => {
    const line = new Line(width);
    for (const word of inlines) line.addInline(word);
    finish(line, width, isLast);
    lines.push(line);
  };
  for (const { box, division } of ends) {
    const whole = [...rest, ...units.slice(next, division ? box : box + 1).flat()];
    rest = [];
    next = box + 1;
    if (!division) {
      put(whole, false);
      continue;
    }
    const unit = units[box] ?? [];
    const [head, tail] = divideWord(unit[division.word] as WordInline, division.cut, true);
    put([...whole, ...unit.slice(0, division.word), head], false);
    rest = [tail, ...unit.slice(division.word + 1)];
  }
  put([...rest, ...units.slice(next).flat()], true);
  return lines;
}

const isBlank = (word: WordInline) => word.text.trim() === '';

const spacesIn = (words: readonly WordInline[]) => words.filter(endsInSpace).length;
const sumOfWidths = (words: readonly WordInline[]) => words.reduce((sum, word) => sum + word.width, 0);

function boxOf(unit: readonly WordInline[]): Box {
  const last = unit.at(-1);
  return {
    width: sumOfWidths(unit),
    trail: last?.trailingCut ?? 0,
    spaces: spacesIn(unit),
    endsInSpace: last !== undefined && endsInSpace(last),
  };
}

/** Where hyphens may divide a unit, with the widths of its parts. */
function divisionsOf(unit: readonly WordInline[], hyphenate: Hyphenator): readonly Division[] {
  return unit.flatMap((word, index) =>
    word.noWrap
      ? []
      : hyphenate(word.text, word.lang).map((cut): Division => {
          const [before, after] = [unit.slice(0, index), unit.slice(index + 1)];
          return {
            word: index,
            cut,
            before: {
              width: sumOfWidths(before) + measure.widthOfText(`${word.text.slice(0, cut)}-`, word),
              spaces: spacesIn(before),
            },
            after: {
              width: sumOfWidths(after) + measure.widthOfText(word.text.slice(cut), word),
              spaces: spacesIn(after) + (endsInSpace(word) ? 1 : 0),
            },
          };
        }),
  );
}

/** Breaks what is left of a paragraph again for another width, with words whole that a line's end had divided. */
export function rebreakLines(rest: readonly BrokenLine[], width: number, hyphenate: Hyphenator | null): BrokenLine[] {
  const words: WordInline[] = [];
  for (const word of rest.flatMap(line => line.inlines)) {
    const whole = word._whole;
    if (!whole) words.push(copyOfWord(word));
    else if (words.at(-1)?._whole !== whole) words.push(remainder(word, whole));
  }
  const lines = breakLines(words, width, hyphenate);
  const runs = rest[0]?.runs;
  return runs ? withRuns(lines, runs) : lines;
}

/** The word from the start of one of its pieces to its end. */
function remainder(piece: WordInline, whole: WordInline): WordInline {
  const offset = piece._offset ?? 0;
  const word = Object.assign(copyOfWord(whole, whole.text.slice(offset)), { _whole: whole, _offset: offset });
  if (offset > 0) word.leadingCut = 0;
  word.width = measure.widthOfText(word.text, word);
  return word;
}

/** Tells lines which runs their words count. */
export function withRuns(lines: BrokenLine[], runs: readonly (RunNode | null)[]): BrokenLine[] {
  for (const line of lines) line.runs = runs;
  return lines;
}

/** Takes the next words between which no line may end. */
function takeUnit(queue: WordInline[]): WordInline[] {
  const unit: WordInline[] = [];
  let word = queue.pop();
  while (word) {
    unit.push(word);
    if (!word.noNewLine && !belongs(word.text, queue.at(-1)?.text ?? '')) break;
    word = queue.pop();
  }
  return unit;
}

/** A number, as it ends what stands before its unit; "R2 " is none. */
const NUMBER = /(?:^|[^\p{L}\d])\d[\d.,\u00a0\u202f]*[ ]$/u;
/** The first of two numbers that are one range ("1855–60"). */
const RANGE = /\d–$/u;
/** A sign that is read with the number after it. */
const SIGN = /^[±×≥≤<>≈=][ ]$/u;

/** Marks that French sets a space before, and that never begin a line. */
const NEVER_FIRST = '»;:!?';

/** Whether two words are one to the reader: a number and its unit, a sign and its number, a range, a word and the mark after its space. */
function belongs(text: string, next: string): boolean {
  // Most words are neither: looked at first, since every word comes by here.
  if (!text.endsWith(' ')) return text.endsWith('–') && RANGE.test(text) && /^\d/u.test(next);
  const last = text[text.length - 2] ?? '';
  if (last === '«' || (next !== '' && NEVER_FIRST.includes(next.charAt(0)))) return true;
  if (!/[\d±×≥≤<>≈=]/u.test(last)) return false;
  return (NUMBER.test(text) && UNIT.test(next)) || (SIGN.test(text) && /^[−-]?\d/u.test(next));
}

function widthOfUnit(unit: readonly WordInline[]): number {
  return sumOfWidths(unit) - (unit.at(-1)?.trailingCut ?? 0);
}

/** Whether nothing of it stands on a line already. */
const isWholeWord = (unit: readonly WordInline[]) => unit.every(word => !word._offset);

/**
 * By how much, in parts of the font size, each space of a justified line would grow if the unit went to the next; of another line, how
 * short it would be, by the same measure.
 */
function growthWithout(line: BrokenLine, unit: readonly WordInline[], room: number): number {
  const [first] = unit;
  if (!first || line.inlines.length === 0) return Infinity;
  if (first.alignment !== 'justify') return room / first.fontSize / raggedLine;
  const spaces = line.inlines.filter(endsInSpace).length || 1;
  return (room + line.trailingCut) / spaces / first.fontSize;
}

interface Divided {
  readonly before: WordInline[];
  readonly after: WordInline[];
}

/** Divides a unit at the last hyphenation point that fits into `room`. */
function divideAtHyphen(unit: readonly WordInline[], room: number, hyphenate: Hyphenator): Divided | null {
  let left = room;
  let best: Divided | null = null;
  for (const [index, word] of unit.entries()) {
    if (!word.noWrap) {
      const cuts = hyphenate(word.text, word.lang);
      for (let i = cuts.length - 1; i >= 0; i--) {
        const cut = cuts[i] ?? 0;
        if (measure.widthOfText(`${word.text.slice(0, cut)}-`, word) > left) continue;
        const [head, rest] = divideWord(word, cut, true);
        best = { before: [...unit.slice(0, index), head], after: [rest, ...unit.slice(index + 1)] };
        break;
      }
    }
    left -= word.width;
    if (left < 0) break;
  }
  return best;
}

/** Divides a unit wider than a whole line (an address on the web) where the line is full, or after its last sign before. */
function divideAnywhere(unit: readonly WordInline[], width: number): Divided | null {
  const [word, ...others] = unit;
  if (!word || word.noWrap || word.text.length < 2 || word.width - word.trailingCut <= width) return null;
  let fitting = 1;
  let tooLong = word.text.length;
  // Of a sequence of thousands of letters no more is measured than a few lines of it.
  while (fitting * 2 < tooLong) {
    if (measure.widthOfText(word.text.slice(0, fitting * 2), word) <= width) fitting *= 2;
    else tooLong = fitting * 2;
  }
  while (tooLong - fitting > 1) {
    const middle = (fitting + tooLong) >> 1;
    if (measure.widthOfText(word.text.slice(0, middle), word) <= width) fitting = middle;
    else tooLong = middle;
  }
  // After a sign of an address rather than within one of its words, where that leaves no hole.
  const sign = word.text.slice(0, fitting).search(/[/.?&=_-][^/.?&=_-]*$/u) + 1;
  const [head, rest] = divideWord(word, sign > fitting / 2 ? sign : fitting, false);
  return { before: [head], after: [rest, ...others] };
}

function divideWord(word: WordInline, cut: number, isHyphenated: boolean): [WordInline, WordInline] {
  const whole = word._whole ?? word;
  const offset = word._offset ?? 0;
  const head = Object.assign(copyOfWord(word, word.text.slice(0, cut) + (isHyphenated ? '-' : '')), {
    trailingCut: 0,
    lineEnd: undefined,
    noNewLine: false,
    _whole: whole,
    _offset: offset,
    _isHyphenated: isHyphenated,
  });
  const rest = Object.assign(copyOfWord(word, word.text.slice(cut)), {
    leadingCut: 0,
    _whole: whole,
    _offset: offset + cut,
    _isHyphenated: false,
  });
  head.width = measure.widthOfText(head.text, head);
  rest.width =
    rest.text.length > sequence ? Math.max(0, word.width - head.width) : measure.widthOfText(rest.text, rest);
  return [head, rest];
}

/** Spreads a justified line's words; the last line of a paragraph, or one ended by hand, stays as it is. */
function finish(line: BrokenLine, width: number, isLast: boolean): void {
  line.lastLineInParagraph = isLast;
  const words = line.inlines;
  const isEndedByHand = words.at(-1)?.lineEnd === true;
  if (isLast || isEndedByHand) settle(line);
  else if (words[0]?.alignment === 'justify') spread(words, width - line.getWidth());
  // Keeps pdfmake from justifying again, which would stretch every break opportunity.
  line.newLineForced = true;
}

function settle(line: BrokenLine): void {
  let x = -line.leadingCut;
  for (const word of line.inlines) {
    word.x = x;
    if (word.justifyShift) word.justifyShift = 0;
    x += word.width;
  }
}

function spread(words: readonly WordInline[], extra: number): void {
  const spaces = words.slice(0, -1).filter(endsInSpace).length;
  if (spaces === 0) return;
  const growth = extra / spaces;
  let shift = 0;
  words.forEach((word, index) => {
    const before = words[index - 1];
    if (before && endsInSpace(before)) {
      shift += growth;
      word.justifyShift = growth;
    }
    word.x += shift;
  });
}
