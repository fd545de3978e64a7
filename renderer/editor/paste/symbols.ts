/**
 * Letters of the fonts Symbol and Wingdings as the characters they show. Word hands over the letter and the font: an m in Symbol is a
 * micro sign, and a ³ is ≥; without this a dose would come in a thousand times too high.
 *
 * Source: Symbol Set Encoding, PDF 32000-1:2008, annex D.5; Wingdings as Word's automatic corrections use it.
 */

const SYMBOL: ReadonlyMap<number, string> = new Map([
  ...row(0x22, '∀#∃%&∋()∗+,−./'),
  ...row(0x40, '≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλµνοπθρστυϖωξψζ{|}∼'),
  ...row(0xa0, '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑'),
  ...row(0xf1, '〉∫'),
]);

const WINGDINGS: ReadonlyMap<number, string> = new Map([
  [0x4a, '☺'],
  [0x4c, '☹'],
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x71, '□'],
  [0x76, '❖'],
  [0xa7, '▪'],
  [0xa8, '□'],
  [0xd8, '➢'],
  [0xdf, '←'],
  [0xe0, '→'],
  [0xe1, '↑'],
  [0xe2, '↓'],
  [0xe8, '→'],
  [0xf0, '⇒'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
]);

function row(first: number, shown: string): readonly (readonly [number, string])[] {
  return [...shown].map((character, index) => [first + index, character] as const);
}

/** Letters as a font shows them; `family` is what CSS calls it, in small letters. Unchanged for a font of letters. */
export function inFont(text: string, family: string): string {
  const table = /^["']?symbol\b/.test(family) ? SYMBOL : /^["']?wingdings["']?(?:,|$)/.test(family) ? WINGDINGS : null;
  if (!table) return text;
  return [...text].map(letter => table.get(byteOf(letter)) ?? letter).join('');
}

/** The font's own number of a letter: Word also writes it in the area that Unicode keeps for private use. */
function byteOf(letter: string): number {
  const code = letter.codePointAt(0) as number;
  return code >= 0xf020 && code <= 0xf0ff ? code - 0xf000 : code;
}

/** Of marks that both fonts have, those of which Wingdings' are meant where a text does not say its font. */
const BULLETS: ReadonlySet<number> = new Set([0x76, 0xa7, 0xa8, 0xd8, 0xe0, 0xfb, 0xfc, 0xfe]);

/** Letters of private use, as PDF files and plain text hold what was set in Symbol or Wingdings. */
export const withoutPrivateUse = (text: string): string =>
  text.replace(/[\uf020-\uf0ff]/g, letter => {
    const code = byteOf(letter);
    return (BULLETS.has(code) ? WINGDINGS : SYMBOL).get(code) ?? (code < 0x7f ? String.fromCharCode(code) : letter);
  });
