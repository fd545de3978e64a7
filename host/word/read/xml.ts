/** XML of a Word part as elements in their order. Entities beyond the five of XML itself are not known. */
import { XMLParser } from 'fast-xml-parser';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Of a text node. */
  readonly text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  maxNestedTags: 1000,
});

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });

type Raw = Readonly<Record<string, unknown>>;

function elementOf(raw: Raw): Element {
  const name = Object.keys(raw).find(key => key !== ':@') ?? '';
  const inside = raw[name];
  if (!Array.isArray(inside)) return { name, attributes: {}, children: [], text: decoded(String(inside)) };
  const attributes = Object.fromEntries(
    Object.entries((raw[':@'] ?? {}) as Raw).map(([key, value]) => [key, decoded(String(value))]),
  );
  return { name, attributes, children: (inside as Raw[]).map(elementOf), text: '' };
}

/** The root element; null where the text is no XML. */
export function parseXml(text: string): Element | null {
  try {
    return (parser.parse(text) as Raw[]).map(elementOf).find(({ name }) => !/^[?#]/.test(name)) ?? null;
  } catch {
    return null;
  }
}

export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find(child => child.name === name);

export const lettersIn = (element: Element): string =>
  element.name === '#text' ? element.text : element.children.map(lettersIn).join('');

/** Letters of all paragraphs below, a line each. */
export const paragraphsIn = (element: Element): string =>
  [...allIn(element, 'w:p')].map(paragraph => [...allIn(paragraph, 'w:t')].map(lettersIn).join('')).join('\n');

/** Elements of a name anywhere below. */
export function* allIn(element: Element, name: string): Generator<Element> {
  for (const child of element.children) {
    if (child.name === name) yield child;
    yield* allIn(child, name);
  }
}
