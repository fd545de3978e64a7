/** How wide letters print, so that words of a drawing do not run into one another. */

/**
 * Advance widths of Source Serif 4 Regular, in hundredths of an em, as its font file states them; letters with accents are as wide as
 * without.
 */
const ADVANCES: Readonly<Record<string, string>> = {
  18: "'",
  23: '’\u202f',
  24: ' \u00a0',
  29: '!|',
  30: ',.:;j·',
  32: '-',
  33: 'il',
  34: '/[\\]°',
  36: '()t{}',
  37: 'f',
  38: '"IJ²³⁹¹⁰⁴⁵⁶⁷⁸⁻',
  41: '?',
  46: '*r',
  47: 's',
  49: 'z',
  51: '_–',
  52: '$c€',
  53: '#+0123456789<=>^e~×≥≤',
  54: 'Sa',
  56: 'g',
  57: 'x',
  58: 'ov',
  59: 'Zky',
  60: 'q',
  61: 'Fd',
  62: 'LPbpµμ',
  63: 'Tu',
  64: 'Ehn',
  65: 'B',
  66: 'C',
  67: 'XY',
  68: '→↑↓',
  69: 'R',
  71: 'AKV',
  72: 'G',
  73: '&',
  74: 'DOQ',
  76: 'U',
  77: 'N',
  81: 'H—',
  83: '@æ…',
  84: 'w',
  92: 'œ',
  93: '%',
  94: 'M',
  96: 'm',
  100: 'W',
};

const widths: ReadonlyMap<string, number> = new Map(
  Object.entries(ADVANCES).flatMap(([width, letters]) => [...letters].map(letter => [letter, Number(width) / 100])),
);

/** A letter that the table does not have (Greek, Cyrillic) is as wide as most. */
const OTHER = 0.62;
/** Bold letters and the window's own faces are wider than the table's. */
const ROOM = 1.06;

/** About as wide as letters print at a size, in its unit; rather a little more than less. */
export function widthOf(letters: string, size: number): number {
  let ems = 0;
  for (const letter of letters) ems += widths.get(letter) ?? widths.get(letter.normalize('NFD').charAt(0)) ?? OTHER;
  return ems * size * ROOM;
}

/** Letters cut to a width, with an ellipsis where they were. */
export function cutTo(letters: string, size: number, room: number): string {
  if (widthOf(letters, size) <= room) return letters;
  let cut = letters;
  while (cut.length > 1 && widthOf(`${cut}…`, size) > room) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}
