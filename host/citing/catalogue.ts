/** The citation styles that a template can name: those of the program and of the CSL project. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StyleFound } from '../../core/contract/templates.ts';
import type { Template } from '../../core/template/types.ts';
import { type StyleElement, styleIds, styleNamed } from './styles.ts';

/** Styles that lie beside templates of the program, by the name under which any template may use them. */
const HOUSE = 'casewright-';

const HOUSE_STYLES = ['plain-en', 'plain-fr', 'author-date'].map(id => `${HOUSE}${id}`);

/** Where the file of a style is; null for a style of the CSL project. */
export function styleFile(
  { id, citations: { style } }: Pick<Template, 'id' | 'citations'>,
  folder: string,
): string | null {
  if (style.endsWith('.csl')) return join(folder, id, style);
  return HOUSE_STYLES.includes(style) ? join(folder, style.slice(HOUSE.length), 'style.csl') : null;
}

/** The name by which a copy of a template uses its style: a copy has no file beside it. */
export function namedStyle({ id, citations: { style } }: Pick<Template, 'id' | 'citations'>): string {
  return style.endsWith('.csl') ? `${HOUSE}${id}` : style;
}

/** Whether a template that has no file beside it may name this style. */
export const isStyle = (name: string): boolean => HOUSE_STYLES.includes(name) || styleNamed(name) !== null;

/** "vancouver-superscript" → "Vancouver superscript". */
const inWords = (id: string): string => {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '');

/** Styles whose name holds all of the words, those that begin with the first of them before the others. */
export function findStyles(words: string, most = 50): readonly StyleFound[] {
  const wanted = plain(words);
  const first = wanted[0] ?? '';
  return [...HOUSE_STYLES, ...styleIds()]
    .filter(id => wanted.every(word => id.includes(word)))
    .sort(
      (a, b) => Number(b.startsWith(first)) - Number(a.startsWith(first)) || a.length - b.length || (a < b ? -1 : 1),
    )
    .slice(0, most)
    .map(id => ({ id, name: inWords(id) }));
}

/** The address by which a style is known to reference managers. */
export function styleAddress(template: Pick<Template, 'id' | 'citations'>, folder: string): string {
  const file = styleFile(template, folder);
  if (file === null) return `http://www.zotero.org/styles/${template.citations.style}`;
  return /<id>\s*([^<\s]+)\s*<\/id>/.exec(readFileSync(file, 'utf8'))?.[1] ?? 'http://www.zotero.org/styles/vancouver';
}

/** Attributes of the package are sometimes numbers. */
const escaped = (text: unknown) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

function xmlOf({ name, attrs, children }: StyleElement): string {
  const attributes = Object.entries(attrs).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const inner = children.map(child => (typeof child === 'string' ? escaped(child) : xmlOf(child))).join('');
  return inner === '' ? `<${name}${attributes.join('')}/>` : `<${name}${attributes.join('')}>${inner}</${name}>`;
}

/** The text of a template's style, as a .csl file. */
export async function styleText(template: Pick<Template, 'id' | 'citations'>, folder: string): Promise<string> {
  const file = styleFile(template, folder);
  if (file !== null) return readFile(file, 'utf8');
  const { style } = template.citations;
  const found = styleNamed(style);
  if (!found) throw new Error(`no citation style ${style}`);
  // The package leaves the words of `info` out; a style needs a title, an id and a date to be one.
  const info: StyleElement = {
    name: 'info',
    attrs: {},
    children: [
      { name: 'title', attrs: {}, children: [inWords(style)] },
      { name: 'id', attrs: {}, children: [`http://www.zotero.org/styles/${style}`] },
      {
        name: 'rights',
        attrs: { license: 'http://creativecommons.org/licenses/by-sa/3.0/' },
        children: ['From the CSL project (https://citationstyles.org)'],
      },
      { name: 'updated', attrs: {}, children: ['2024-01-01T00:00:00+00:00'] },
    ],
  };
  const whole: StyleElement = {
    ...found,
    attrs: { xmlns: 'http://purl.org/net/xbiblio/csl', ...found.attrs },
    children: found.children.map(child => (typeof child !== 'string' && child.name === 'info' ? info : child)),
  };
  return `<?xml version="1.0" encoding="utf-8"?>\n${xmlOf(whole)}\n`;
}
