/** Texts made comparable whatever wrote them: LaTeX undone roughly, accents and case folded, months as numbers. */

const LETTERS: Readonly<Record<string, string>> = {
  ss: 'ss',
  o: 'o',
  O: 'o',
  l: 'l',
  L: 'l',
  ae: 'ae',
  AE: 'ae',
  oe: 'oe',
  OE: 'oe',
  aa: 'a',
  AA: 'a',
  i: 'i',
  j: 'j',
  dh: 'd',
  th: 'th',
};
const SPELT: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ȷ: 'j',
};
const SEASONS: Readonly<Record<string, string>> = { spring: '1', summer: '2', fall: '3', autumn: '3', winter: '4' };
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Accents, letters and commands of LaTeX as plain letters; braces gone. Rough on purpose: it shares nothing with the readers. */
export function withoutLatex(text: string): string {
  return text
    .replace(
      /\\([a-zA-Z]+)(?![a-zA-Z])\s*(\{\})?/g,
      (command, name: string) => LETTERS[name] ?? (/^[uvHtcdbkr]$/.test(name) ? '' : ` ${command} `),
    )
    .replace(/\\[^a-zA-Z]/g, sign => (/[%&$#_{}]/.test(sign) ? (sign[1] as string) : /["'`^~=.]/.test(sign) ? '' : ' '))
    .replace(/\\[a-zA-Z]+/g, ' ')
    .replace(/[{}]/g, '')
    .replace(/[$~]/g, ' ');
}

/** The words of a text, folded; a month's name is its number, and numbers have no zeros before them. */
export function words(text: string): readonly string[] {
  return text
    .replace(/<[^>]+>/g, '')
    .replace(/&(?:#\d+|#x[0-9a-f]+|[a-z]+);/gi, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøæœłđðþıȷ]/g, letter => SPELT[letter] as string)
    .split(/[^\p{L}\p{N}]+/u)
    .map(word => (/^\d+$/.test(word) ? word.replace(/^0+(?=\d)/, '') : word))
    .filter(word => word !== '' && word !== 'and');
}

/** A date's words with months and seasons as numbers. */
export function dateWords(text: string): readonly string[] {
  return words(text).map(word => {
    const month = /^[a-z]{3}/.test(word) ? MONTHS.indexOf(word.slice(0, 3)) : -1;
    return month < 0 ? (SEASONS[word] ?? word) : String(month + 1);
  });
}

/** Every string and number in a value, as one text. */
export function allText(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return `${value} `;
  if (Array.isArray(value)) return value.map(allText).join(' ');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(allText).join(' ');
  return '';
}

/** Looks words up among those of an entry; words that a reader joined or parted otherwise are looked for inside. */
export function finder(text: string): (wanted: readonly string[]) => boolean {
  const list = words(text);
  const known = new Set([...list, ...dateWords(text)]);
  const joined = list.join('');
  return wanted => {
    const missing = wanted.filter(word => !known.has(word) && !(word.length > 1 && joined.includes(word)));
    return missing.length <= wanted.length * 0.1;
  };
}
