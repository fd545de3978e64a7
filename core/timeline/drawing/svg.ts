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
