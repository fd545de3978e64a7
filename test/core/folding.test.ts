import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldAlong, foldLetters, stretchesOf } from '../../core/folding.ts';
import { foldedWords } from '../../core/library/folding.ts';

/** What is found of a text, as it stands there. */
const found = (sought: string, text: string, keepsCase = false) =>
  [...stretchesOf(foldAlong(sought, keepsCase).letters, foldAlong(text, keepsCase))].map(({ from, to }) =>
    text.slice(from, to),
  );

describe('a letter that stands for two', () => {
  it('is found by both ways of writing it, whole', () => {
    expect(found('oedeme', 'Œdème, OEDEME et œdème')).toEqual(['Œdème', 'OEDEME', 'œdème']);
    expect(found('œsophage', 'oesophage, œsophage')).toEqual(['oesophage', 'œsophage']);
    expect(found('caecum', 'cæcum')).toEqual(['cæcum']);
    expect(found('strasse', 'Straße')).toEqual(['Straße']);
    expect(found('straße', 'Strasse')).toEqual(['Strasse']);
    expect(found('o', 'cœur')).toEqual([]);
    expect(found('coeu', 'cœur')).toEqual(['cœu']);
  });
  it('is as large as its neighbours where case matters', () => {
    expect(found('Oedème', 'Œdème, œdème', true)).toEqual(['Œdème']);
    expect(found('OEDEME', 'ŒDÈME', true)).toEqual(['ŒDÈME']);
    expect(found('oedème', 'Œdème', true)).toEqual([]);
  });
  it('is the same word in a library', () => {
    for (const [one, other] of [
      ['œdème', 'oedeme'],
      ['cæcum', 'CAECUM'],
      ['Straße', 'strasse'],
      ['Sørbye', 'sorbye'],
    ] as const)
      expect(foldedWords(one)).toEqual(foldedWords(other));
  });
});

it('accents written apart belong to the letter before them, and signs stay what they are', () => {
  expect(found('ecoule', 'e\u0301coule\u0301e')).toEqual(['e\u0301coule\u0301']);
  expect(found('2', '10² m2')).toEqual(['2']);
});

it('folded letters are those of the text folded at once, and every one knows where it comes from', () => {
  const text = fc.string({
    unit: fc.constantFrom(
      'a',
      'E',
      'é',
      'e\u0301',
      '\u0301',
      'ß',
      'ẞ',
      'Œ',
      'æ',
      'İ',
      'µ',
      '²',
      '王',
      '\u{1d400}',
      ' ',
      '’',
    ),
  });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const { letters, starts } = foldAlong(one);
      expect(letters).toBe(foldLetters(one));
      expect(starts).toHaveLength(letters.length + 1);
      expect(starts.every((start, at) => at === 0 || start >= (starts[at - 1] as number))).toBe(true);
      // Whatever is found, folded, is what was sought.
      for (const piece of found(other, one)) expect(foldLetters(piece)).toBe(foldLetters(other));
      expect(found(one, `王${one}王`).length === 0).toBe(letters === '');
    }),
  );
});
