/** A style of the package as the text of a .csl file. */
import { inWords } from '../../../core/template/style-name.ts';
import type { StyleElement } from './styles.ts';

/** Attributes of the package are sometimes numbers. */
const escaped = (text: unknown) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

function xmlOf({ name, attrs, children }: StyleElement): string {
  const attributes = Object.entries(attrs).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const inner = children.map(child => (typeof child === 'string' ? escaped(child) : xmlOf(child))).join('');
  return inner === '' ? `<${name}${attributes.join('')}/>` : `<${name}${attributes.join('')}>${inner}</${name}>`;
}

/**
 * A style without the elements that the package adds for citeproc-js alone (`institution`, of CSL-M): other processors of CSL 1.0 refuse
 * a style that has them, Pandoc's among them.
 */
export const inPlainCsl = ({ name, attrs, children }: StyleElement): StyleElement => ({
  name,
  attrs,
  children: children.flatMap(child =>
    typeof child === 'string' ? child : child.name === 'institution' ? [] : inPlainCsl(child),
  ),
});

/** A style as XML, with the `info` that makes it one. */
export function styleXml(found: StyleElement, id: string): string {
  // The package leaves the words of `info` out; a style needs a title, an id and a date to be one.
  const info: StyleElement = {
    name: 'info',
    attrs: {},
    children: [
      { name: 'title', attrs: {}, children: [inWords(id)] },
      { name: 'id', attrs: {}, children: [`http://www.zotero.org/styles/${id}`] },
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
