/** Letters in Office Open XML. */

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Character data with its entities, and Excel's own `_x000D_`, resolved. */
export function xmlText(raw: string): string {
  let text = raw;
  if (text.includes('&'))
    text = text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    });
  return text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

/** The value of an attribute in a tag's letters; null where it has none. */
export function attribute(tag: string, name: string): string | null {
  const found =
    new RegExp(`(?:^|\\s)(?:\\w+:)?${name}="([^"]*)"`).exec(tag) ??
    new RegExp(`(?:^|\\s)(?:\\w+:)?${name}='([^']*)'`).exec(tag);
  return found ? xmlText(found[1] as string) : null;
}

/** The text of a string item: its runs joined, without the readings that stand above Japanese. */
export function itemText(xml: string): string {
  const plain = xml.includes('<rPh') ? xml.replace(/<rPh[\s\S]*?<\/rPh>/g, '') : xml;
  let out = '';
  for (const found of plain.matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)) out += xmlText(found[1] as string);
  return out;
}

/** The shared strings, by their number. */
export function sharedStrings(xml: string): readonly string[] {
  const items: string[] = [];
  for (const found of xml.matchAll(/<si(?:\s[^>]*)?>([\s\S]*?)<\/si>|<si\s*\/>/g)) items.push(itemText(found[1] ?? ''));
  return items;
}
