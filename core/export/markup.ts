/** Letters and elements of XML, HTML and their like as text. */
import { withSigns } from '../encoding.ts';
import { writable } from '../writable.ts';

/** What an export shows of letters: also signs that came in as control characters are the signs, and what nobody sees is left out. */
export const legible = (text: string): string => writable(withSigns(text)).replace(/[\u007f-\u009f]/g, '');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Letters as the content of an element. */
export function escapeText(text: string): string {
  return legible(text).replace(/[&<>]/g, letter => ENTITIES[letter] as string);
}

/** Letters as an attribute's value, between double quotes; white space is kept from being folded. */
export function escapeAttribute(text: string): string {
  return legible(text)
    .replace(/[&<>"]/g, letter => ENTITIES[letter] as string)
    .replace(/[\t\n\r]/g, letter => `&#${letter.charCodeAt(0)};`);
}

/** Attributes by name; those that are undefined are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** The start of an element, without its brackets. */
function opening(name: string, attributes: Attributes): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeAttribute(String(value))}"`],
  );
  return name + written.join('');
}

/** An element; its content is markup already. */
export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  // Added and not joined: joining would copy the photographs of a page once for each element around them.
  let inner = '';
  for (const piece of content) inner += piece;
  return `<${opening(name, attributes)}>${inner}</${name}>`;
}

/** An element that is never closed in HTML (`<img>`, `<meta>`). */
export function voidElement(name: string, attributes: Attributes): string {
  return `<${opening(name, attributes)}>`;
}

/** An element without content in XML. */
export function emptyElement(name: string, attributes: Attributes): string {
  return `<${opening(name, attributes)}/>`;
}

/**
 * Letters as an XML id, an HTML fragment and a LaTeX label at once: what none of them takes becomes its code between
 * underscores, so that ids that differ stay different.
 */
export function identifier(text: string): string {
  const plain = text.replace(/[^A-Za-z0-9-]/gu, letter => `_${letter.codePointAt(0)?.toString(16)}_`);
  return /^[A-Za-z]/.test(plain) ? plain : `id-${plain}`;
}
