import { expect, it } from 'vitest';
import type { MeasuringFont } from '../../../host/printing/engine/types.ts';
import { breakLines } from '../../../host/printing/paragraphs/breaking.ts';
import { hyphenator } from '../../../host/printing/paragraphs/hyphenation.ts';
import { Word, type WordStyle } from '../../../host/printing/paragraphs/words.ts';

const LETTER = 5;

/** A word of letters of one width, and how many letters were measured since. */
function measured(text: string) {
  let letters = 0;
  const font = {
    widthOfString: (each: string) => {
      letters += each.length;
      return each.length * LETTER;
    },
  } as unknown as MeasuringFont;
  const style = { font, fontSize: 10, height: 12, alignment: 'left', characterSpacing: 0 } as unknown as WordStyle;
  const word = new Word(text, {}, style);
  word.width = text.length * LETTER;
  return { word, letters: () => letters };
}

it.each([
  ['a base sequence', 'GATTACACCTGA'],
  ['an encoded file', 'iVBORwKGgoAAANSUhEUg'],
])('%s of 100,000 letters is set in full lines, each letter measured a few times only', (_, piece) => {
  const text = piece.repeat(10_000).slice(0, 100_000);
  const { word, letters } = measured(text);
  const lines = breakLines([word], 80 * LETTER, hyphenator('en'));
  expect(lines.map(({ inlines }) => inlines.map(each => each.text).join('')).join('')).toBe(text);
  expect(lines).toHaveLength(1250);
  expect(letters()).toBeLessThan(20 * text.length);
});

it('a word of 45 letters is divided as before', () => {
  expect(hyphenator('en')('pneumonoultramicroscopicsilicovolcanoconiosis').length).toBeGreaterThan(8);
});
