/** References as the engine is given them: what a style prints of them, and what it has another name for. */
import type { CslItem } from '../../core/references/csl.ts';
import type { Reference } from '../../core/report/types.ts';
import { holdsSlug } from './bibliography/bibliography.ts';

/** What a style prints, by its text. */
export interface Printing {
  readonly hasAbstract: boolean;
  /** Whether a DOI is printed as the address that it is, since the style prints addresses and no DOI. */
  readonly hasAddressOnly: boolean;
  /** Whether a citation says the page, section or other place that is cited of a work. */
  readonly hasLocators: boolean;
}

const names = (style: string, variable: string) => new RegExp(`["' ]${variable}["' ]`).test(style);

export const printingOf = (style: string): Printing => ({
  hasAbstract: names(style, 'abstract'),
  hasAddressOnly: names(style, 'URL') && !names(style, 'DOI'),
  hasLocators: names(style, 'locator'),
});

/** An item as the engine reads it, and as a text. */
export interface HandedItem {
  readonly item: CslItem;
  readonly text: string;
  readonly holdsSlug: boolean;
}

const before = new Map<string, WeakMap<Reference, HandedItem>>();

/** A reference as the engine reads it in a style of that kind. */
export function handedItem(reference: Reference, printing: Printing): HandedItem {
  const kind = `${printing.hasAbstract} ${printing.hasAddressOnly}`;
  const all = before.get(kind) ?? new WeakMap<Reference, HandedItem>();
  before.set(kind, all);
  const known = all.get(reference);
  if (known) return known;
  const item = itemFor(reference, printing);
  const text = JSON.stringify(item);
  const made = { item, text, holdsSlug: holdsSlug(text) };
  all.set(reference, made);
  return made;
}

/** Found by their address alone; other works are found by where they were printed, and have a DOI besides. */
const ONLINE = new Set([
  'article',
  'dataset',
  'document',
  'post',
  'post-weblog',
  'report',
  'software',
  'thesis',
  'webpage',
]);

function isOnline({ type, volume, issue, page, number }: CslItem): boolean {
  if (type === 'article-journal') return [volume, issue, page, number].every(part => part === undefined);
  return ONLINE.has(type);
}

/** No note, which is the writer's own; an abstract only where the style prints it, since it is the bulk of an item. */
function itemFor({ id, item }: Reference, { hasAbstract, hasAddressOnly }: Printing): CslItem {
  const { abstract, note: _, ...rest } = item;
  const event = rest['event-title'] ?? rest.event;
  return {
    ...rest,
    ...(hasAbstract && abstract !== undefined && { abstract }),
    // A style that prints full names of journals alone would print none.
    ...(!rest['container-title'] &&
      rest['container-title-short'] && { 'container-title': rest['container-title-short'] }),
    // CSL 1.0.1 and 1.0.2 call it differently, and each style knows one of the two.
    ...(event !== undefined && { event, 'event-title': event }),
    ...(hasAddressOnly && rest.DOI && !rest.URL && isOnline(rest as CslItem) && { URL: `https://doi.org/${rest.DOI}` }),
    id,
  } as CslItem;
}
