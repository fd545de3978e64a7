import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryFrom } from '../../../core/library/fields.ts';
import { foldedWords } from '../../../core/library/folding.ts';
import { eachText, type Place } from '../../../core/library/texts.ts';
import type { Entry } from '../../../core/library/types.ts';
import type { CslItem } from '../../../core/references/csl.ts';
import { readLines } from '../../../host/library/searching/entry-words.ts';
import { createInverted } from '../../../host/library/searching/inverted.ts';
import { LONG, type Parted, scan, scanJson, spell } from '../../../host/library/searching/scanning.ts';

/** Words as they are parted, spelled out. */
function wordsOf({ count, ones, twos, threes, units, begins, ends }: Parted): readonly string[] {
  return Array.from({ length: count }, (_, at) => {
    if (ones[at] === LONG) return String.fromCharCode(...units.subarray(begins[at], ends[at]));
    const letters = new Uint16Array(18);
    let length = 0;
    for (const numbers of [ones, twos, threes]) length = spell(numbers[at] as number, letters, length);
    return String.fromCharCode(...letters.subarray(0, length));
  });
}

const UNITS = [
  'a',
  'E',
  'x9',
  'electroencephalographic',
  'é',
  'e\u0301',
  'ß',
  'Œ',
  'µ',
  '¼',
  '7',
  'β',
  'İ',
  '王',
  '\ud83d\ude00',
].concat([
  ' ',
  '-',
  '"',
  '\\',
  '\n',
  '\u0001',
  '’',
  '\u00a0',
  '≥',
  '<',
  '< ',
  '<i>',
  '</i>',
  '>',
  '/',
  'u00e9',
  '\ud800',
]);
const text = fc.string({ unit: fc.constantFrom(...UNITS) });

describe('words are parted', () => {
  it('the same way in what is typed, in what is written, and in its JSON', () => {
    fc.assert(
      fc.property(text, text, (typed, other) => {
        expect(wordsOf(scan(typed))).toEqual(foldedWords(typed));
        // As a stretch between others, the same.
        const [before, json] = [Buffer.from(JSON.stringify(other)), Buffer.from(JSON.stringify(typed))];
        const bytes = Buffer.concat([before, json, before]);
        const from = before.length + 1;
        expect(wordsOf(scanJson(bytes, from, from + json.length - 2))).toEqual(foldedWords(typed));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    'Œdème aigu à l’œil',
    'naïve Straße',
    'p < 0.05 and <b>bold</b>',
    'ﬁrst ½ dose',
    'pneumonoultramicroscopicosis é',
  ])('%s: the same as when it is folded', typed => {
    const json = Buffer.from(JSON.stringify(typed));
    expect(wordsOf(scanJson(json, 1, json.length - 1))).toEqual(foldedWords(typed));
  });
});

/** What an entry is found by: word by word, with the first place that has it. */
function placesOf(fill: (take: (text: Parted, place: Place) => void) => void): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  fill((parted, place) => {
    for (const word of wordsOf(parted)) if (!places.has(word)) places.set(word, place);
  });
  return places;
}

const value = fc.oneof(
  text,
  fc.constant(null),
  fc.constant(''),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.nat(3000),
  fc.boolean(),
  fc.constant({ a: ['"}'] }),
);
const name = fc.dictionary(
  fc.constantFrom('family', 'given', 'literal', 'non-dropping-particle', 'suffix'),
  fc.oneof(text, fc.constant(null), fc.constant('')),
);
const names = fc.oneof(fc.array(name, { maxLength: 3 }), value);
const part = fc.oneof(fc.nat(99_999), text, fc.constantFrom('2001', 'ca. 1998'));
const issued = fc.oneof(
  fc.record({ 'date-parts': fc.array(fc.array(part, { minLength: 1, maxLength: 3 }), { maxLength: 2 }) }),
  fc.record({ literal: fc.constantFrom('spring 1997', 'none') }),
  fc.constant(null),
);
const VARIABLES = [
  'title',
  'abstract',
  'container-title',
  'DOI',
  'note',
  'number',
  'volume',
  'year',
  'a "quoted" \\ name',
  'keyword',
];
const item = fc.tuple(
  fc.dictionary(fc.constantFrom(...VARIABLES), value),
  fc.option(names),
  fc.option(names),
  fc.option(issued, { nil: undefined }),
  fc.boolean(),
);
const entry = fc
  .record({
    key: text,
    tags: fc.array(text, { maxLength: 2 }),
    aliases: fc.array(text, { maxLength: 2 }),
    notes: fc.array(fc.record({ id: text, text }), { maxLength: 2 }),
    of: item,
  })
  .map(({ key, tags, aliases, notes, of: [variables, author, editor, date, isBefore] }): Entry => {
    const people = { ...(author && { author }), ...(editor && { editor }) };
    const dated = { ...people, ...(date === undefined ? {} : { issued: date }) };
    const its = isBefore ? { ...variables, ...dated } : { ...dated, ...variables };
    const made = entryFrom('id', key, { item: { id: '', type: 'book', ...its } as unknown as CslItem });
    return { ...made, tags, aliases, notes };
  });

describe('the words of an entry', () => {
  it('are the same, in the same places, whether it is read from its JSON or as it stands in memory', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 3 }), entries => {
        const lines = entries.map((each, index) => `${index + 7} ${JSON.stringify(each)}`).join('\n');
        const read = new Map<number, ReadonlyMap<string, Place>>();
        readLines(Buffer.from(lines), { ...createInverted(), fill: (n, work) => void read.set(n, placesOf(work)) });
        const expected = entries.map((each, index) => {
          const its = placesOf(take => eachText(each, (letters, place) => take(scan(letters), place)));
          return [index + 7, its] as const;
        });
        expect(read).toEqual(new Map(expected));
      }),
      { numRuns: Number(process.env.EDIT_RUNS ?? 150) },
    );
  });

  it('that nothing ends are an error and no endless work', () => {
    for (const cut of ['1 {"item":{"title":"Sk', '1 {"item":{"volume":12', '1 {"item":{"title":"Skin"}} more'])
      expect(() => readLines(Buffer.from(cut), createInverted())).toThrow();
  });
});
