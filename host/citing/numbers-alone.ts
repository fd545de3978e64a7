/**
 * Clusters of styles that print numbers and nothing of the works themselves. There, equal numbers with equal additions print
 * alike, so that a reference more at the top of a report, which renumbers all that follow, costs a look at what was printed before.
 */
import type { StyleElement } from './styles.ts';

/** Variables that say nothing of a work. */
const OWN = new Set(['citation-number', 'locator']);
/** Conditions that look at nothing of a work. */
const CONDITIONS = new Set(['match', 'locator', 'variable', 'is-numeric']);

const words = (text: string | undefined) => (text ?? '').split(/\s+/).filter(Boolean);

/** Whether citations of a style print numbers, locators and fixed words alone, whatever they cite. */
export function printsNumbersAlone(style: StyleElement): boolean {
  const macros = new Map<string, StyleElement>();
  const elements = (parent: StyleElement) => parent.children.filter(child => typeof child !== 'string');
  for (const child of elements(style)) if (child.name === 'macro') macros.set(child.attrs.name ?? '', child);

  const isPlain = (element: StyleElement, depth: number): boolean => {
    if (depth > 30) return false;
    const { name, attrs } = element;
    const inside = () => elements(element).every(child => isPlain(child, depth + 1));
    switch (name) {
      // The order within a cluster is made before it is printed.
      case 'sort':
        return true;
      case 'layout':
      case 'group':
      case 'choose':
      case 'else':
        return inside();
      case 'if':
      case 'else-if':
        return (
          Object.keys(attrs).every(key => CONDITIONS.has(key)) &&
          [...words(attrs.variable), ...words(attrs['is-numeric'])].every(variable => OWN.has(variable)) &&
          inside()
        );
      case 'label':
        return attrs.variable === 'locator';
      case 'number':
        return attrs.variable === 'locator';
      case 'text': {
        if (attrs.macro !== undefined) {
          const macro = macros.get(attrs.macro);
          return macro !== undefined && elements(macro).every(child => isPlain(child, depth + 1));
        }
        return attrs.variable === undefined || OWN.has(attrs.variable);
      }
      default:
        return false;
    }
  };
  const citation = elements(style).find(({ name }) => name === 'citation');
  return citation !== undefined && elements(citation).every(child => isPlain(child, 0));
}

/** Whether a style leaves the works of a cluster as they are written, or sorts them by their number and nothing else. */
export function sortsByNumberAlone(style: StyleElement): boolean {
  const elements = (parent: StyleElement) => parent.children.filter(child => typeof child !== 'string');
  return elements(style)
    .filter(({ name }) => name === 'citation')
    .flatMap(elements)
    .filter(({ name }) => name === 'sort')
    .flatMap(elements)
    .every(({ attrs }) => attrs.variable === 'citation-number');
}

/** What decides how a cited item prints beside its number. */
export const ADDITIONS = ['locator', 'label', 'prefix', 'suffix', 'suppress-author', 'author-only'] as const;
