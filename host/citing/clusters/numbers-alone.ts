/**
 * Clusters of styles that print numbers and nothing of the works themselves. There, equal numbers with equal additions print
 * alike, so that a reference more at the top of a report, which renumbers all that follow, costs a look at what was printed before.
 */
import type { StyleElement } from '../styles/styles.ts';

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

/**
 * Which keys of a bibliography's sort are the number itself; null where a number is part of a key. As a key it says in which order works
 * were read, which is the order in which they are cited.
 */
export function numberKeysOf(style: StyleElement): ReadonlySet<number> | null {
  const elements = (parent: StyleElement) => parent.children.filter(child => typeof child !== 'string');
  const macros = new Map(
    elements(style).map(child => [child.name === 'macro' ? child.attrs.name : '', child] as const),
  );
  const hasNumber = (element: StyleElement, seen: ReadonlySet<string>): boolean => {
    const { variable, macro } = element.attrs;
    if (words(variable).includes('citation-number')) return true;
    const called = macro === undefined || seen.has(macro) ? undefined : macros.get(macro);
    if (called && hasNumber(called, new Set([...seen, macro as string]))) return true;
    return elements(element).some(child => hasNumber(child, seen));
  };
  const keys = elements(style)
    .filter(({ name }) => name === 'bibliography')
    .flatMap(elements)
    .filter(({ name }) => name === 'sort')
    .flatMap(elements);
  const isNumber = ({ attrs }: StyleElement) => attrs.variable === 'citation-number';
  if (keys.some(key => !isNumber(key) && hasNumber(key, new Set()))) return null;
  return new Set(keys.flatMap((key, at) => (isNumber(key) ? [at] : [])));
}

/** What decides how a cited item prints beside its number. */
export const ADDITIONS = ['locator', 'label', 'prefix', 'suffix', 'suppress-author', 'author-only'] as const;
