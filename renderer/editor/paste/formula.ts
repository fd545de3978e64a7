/** Formulas of a page (MathML) as letters. */

import { type Content, isTag, lettersIn, tagsIn } from './tree.ts';

/** What of a page is not for reading. */
export const SKIPPED = new Set(
  'style script head meta title xml template svg object iframe noscript button input select textarea audio video map annotation annotation-xml'.split(
    ' ',
  ),
);
/** A formula in one line: fractions with a slash, powers with a caret where they are no digits. */
export function formula(content: Content): string {
  if (!isTag(content)) return typeof content === 'string' ? content.trim() : '';
  if (SKIPPED.has(content.name)) return '';
  const parts = tagsIn(content).map(formula);
  const [one = '', other = ''] = parts;
  const group = (text: string) => (text.length > 1 && /[\s+−–-]/.test(text) ? `(${text})` : text);
  switch (content.name) {
    case 'mfrac':
      return `${group(one)}/${group(other)}`;
    case 'msup':
      return `${group(one)}^${group(other)}`;
    case 'msub':
      return `${group(one)}_${group(other)}`;
    case 'msqrt':
      return `√${group(parts.join(''))}`;
    case 'mo':
      return ` ${lettersIn(content).trim()} `.replace(/ ([()[\],]) /, '$1');
    default:
      return content.children.map(formula).join('');
  }
}
