import { describe, expect, test } from 'vitest';
import { openFace } from '../../../../host/printing/file/faces.ts';
import { fontFiles } from '../../../../host/printing/file/fonts.ts';
import { createPrinter, MissingGlyphsError } from '../../../../host/printing/index.ts';
import { PdfFile } from '../pdf-objects.ts';
import { definition, pageTexts } from '../sample.ts';

const printer = createPrinter();

/** What reports are written with, beyond letters. */
const needed = [...'µ≥αβ→≤±×°−“”«»’…œẞşłγδΩ≈≠√∞½¼²³₂•†‡§€‰–—Å'];

describe('printed as they are', () => {
  test.each(needed)('%s', async character => {
    const [text] = await pageTexts(await printer.print(definition([`x${character}y`])));
    expect(text?.replace(/\s/g, '')).toBe(`x${character}y`);
  });

  test('the Greek mu with the glyph of the micro sign, so that it is copied as that', async () => {
    const [text] = await pageTexts(await printer.print(definition(['μ'])));
    expect(text).toBe('µ');
  });

  test.each([
    ['narrow no-break space', '\u202f'],
    ['no-break space', '\u00a0'],
    ['thin space', '\u2009'],
  ])('%s, as a space', async (_, space) => {
    const [text] = await pageTexts(await printer.print(definition([`5${space}mg`])));
    expect(text).toMatch(/^5\s?mg$/);
  });

  test('U+2011 as a hyphen', async () => {
    const [text] = await pageTexts(await printer.print(definition(['131\u201138'])));
    expect(text).toBe('131-38');
  });

  test('invisible marks of direction that came with copied text, as nothing', async () => {
    const [text] = await pageTexts(await printer.print(definition(['\u202ACRP\u202C 60\u2066 mg/L\u2069'])));
    expect(text).toBe('CRP 60 mg/L');
  });

  test('control characters as nothing, and those that stand for a sign of Windows-1252 as the sign', async () => {
    const [text] = await pageTexts(
      await printer.print(definition(['C\u0007R\u007fP\u001b 60, l\u0092\u00e9tat \u009cdeme\u0081\u0085'])),
    );
    expect(text).toBe('CRP 60, l’état œdeme…');
  });

  test('an accent written after its letter', async () => {
    const [text] = await pageTexts(await printer.print(definition(['e\u0301tat fe\u0301brile'])));
    expect(text).toBe('état fébrile');
  });

  test('charges and exponents the face lacks, as smaller shifted signs that are copied as what they mean', async () => {
    const file = new PdfFile(await printer.print(definition(['Na⁺ 10⁻⁹ HCO₃⁻ Ca²⁺ x₋₁ H₂O m²'])));
    const content = file.stream(file.pages[0]?.page.Contents).toString('latin1');
    const actual = [...content.matchAll(/ActualText <FEFF(\w+)>/g)].map(match => match[1]);
    expect(actual).toEqual(['207A', '207B2079', '207B', '00B2207A', '208B2081']);
  });

  test('the same in drawings', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><text x="5" y="20">mmol·L⁻¹ a\u2011b</text></svg>';
    const [text] = await pageTexts(await printer.print(definition([{ svg, alt: 'Axe' }])));
    expect(text?.replace(/\s/g, '')).toBe('mmol·L−1a-b');
  });
});

describe('stopped rather than dropped', () => {
  const inPlaces: readonly [string, Parameters<typeof definition>[0], Parameters<typeof definition>[1]?][] = [
    ['a paragraph', ['Bien 😀']],
    ['a run', [{ text: ['Bien ', { text: ['très ', { text: '😀', bold: true }], italics: true }] }]],
    ['a cell', [{ table: { body: [['😀']] } }]],
    ['a list', [{ ul: ['😀'] }]],
    ['a footnote', [{ text: ['a', { footnote: { text: '😀' } }] }]],
    ['a running head', ['a'], { header: { otherPages: { text: '😀' } } }],
    [
      'a drawing',
      [{ svg: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&#x1F600;</text></svg>' }],
    ],
    ['a watermark', ['a'], { watermark: { text: '😀' } }],
  ];

  test.each(inPlaces)('in %s', async (_, content, more) => {
    const error = await printer.print(definition(content, more)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(MissingGlyphsError);
    expect((error as MissingGlyphsError).characters).toEqual([{ character: '😀', codePoint: 'U+1F600' }]);
  });

  test('each character once, with its code point, also when only cached text surrounds it', async () => {
    const content = ['漢字と漢', 'Texte déjà vu'];
    for (let time = 0; time < 2; time++) {
      const error = (await printer.print(definition(content)).catch((thrown: unknown) => thrown)) as MissingGlyphsError;
      expect(error.characters.map(each => each.codePoint)).toEqual(['U+6F22', 'U+5B57', 'U+3068']);
    }
  });

  test('the message names code points, never the text around them', async () => {
    const error = await printer.print(definition(['Mme Durand 😀'])).catch((thrown: Error) => thrown);
    expect((error as Error).message).toBe('No glyph for U+1F600');
  });
});

test('a text can be asked about before it is printed', () => {
  expect(printer.missingGlyphs(`${needed.join('')} \u202f\u2011\u00ad ❤️ 漢😀`)).toEqual(['❤', '漢', '😀']);
  expect(printer.missingGlyphs('ligne\nligne\ttabulation')).toEqual([]);
});

test('all four faces hold the same characters, so asking one is enough', () => {
  const faces = Object.values(fontFiles()).map(file => openFace(file).parsed.characterSet.join());
  expect(new Set(faces).size).toBe(1);
});
