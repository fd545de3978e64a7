/** SVG as text: only presentation attributes, since windows forbid inline styles and printers read no CSS. */

export const round = (number: number): number => Math.round(number * 100) / 100;

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/** Letters as XML holds them. */
export function escaped(letters: string): string {
  return letters.replace(/[<>&"]/g, sign => ENTITIES[sign] as string);
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Attributes that are given, numbers rounded. */
export function attributes(of: Attributes): string {
  let out = '';
  for (const [name, value] of Object.entries(of))
    if (value !== undefined) out += ` ${name}="${typeof value === 'number' ? round(value) : escaped(value)}"`;
  return out;
}

export function shape(name: 'rect' | 'line' | 'path' | 'circle' | 'image', of: Attributes): string {
  return `<${name}${attributes(of)}/>`;
}

/** A line of type; `inside` is mark-up that was escaped before. */
export function textElement(of: Attributes, inside: string): string {
  return `<text${attributes(of)}>${inside}</text>`;
}

const WIDE = /[mwMW@%—]/;
const UPPER = /[A-ZÀ-ÞΑ-Ω]/;
const NARROW = /[iljtfr.,:;'’|! \u00a0()[\]/-]/;

/** About as wide as letters print at a size, in its unit: serif and system faces differ by less than the room left for it. */
export function widthOf(letters: string, size: number): number {
  let ems = 0;
  for (const letter of letters)
    ems += WIDE.test(letter) ? 0.86 : UPPER.test(letter) ? 0.66 : NARROW.test(letter) ? 0.31 : 0.53;
  return ems * size;
}

/** Letters cut to a width, with an ellipsis where they were. */
export function cutTo(letters: string, size: number, room: number): string {
  if (widthOf(letters, size) <= room) return letters;
  let cut = letters;
  while (cut.length > 1 && widthOf(`${cut}…`, size) > room) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}
