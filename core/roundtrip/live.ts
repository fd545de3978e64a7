/** Live citations of Zotero and Mendeley, in the code of their field. */
import type { CslItem } from '../references/csl.ts';
import { fingerprint } from './keys.ts';
import type { LiveItem } from './returned.ts';

interface Code {
  readonly citationID?: unknown;
  readonly citationItems?: unknown;
}

interface CodeItem {
  readonly uris?: unknown;
  readonly uri?: unknown;
  readonly itemData?: unknown;
  readonly locator?: unknown;
  readonly label?: unknown;
  readonly prefix?: unknown;
  readonly suffix?: unknown;
  readonly 'suppress-author'?: unknown;
}

const strings = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');

const said = <Name extends string>(name: Name, value: unknown): Readonly<Partial<Record<Name, string>>> =>
  (typeof value === 'string' && value.trim() !== '' ? { [name]: value.trim() } : {}) as Partial<Record<Name, string>>;

/** The key of a citation by the id in its field, and what it cites; null for any other field. */
export function liveCitation(code: string): { readonly key: string; readonly cites: readonly LiveItem[] } | null {
  const json = /ADDIN (?:ZOTERO_ITEM )?CSL_CITATION\s*(\{[\s\S]*\})/.exec(code)?.[1];
  if (json === undefined) return null;
  let read: Code;
  try {
    read = JSON.parse(json) as Code;
  } catch {
    return null;
  }
  if (typeof read !== 'object' || read === null || !Array.isArray(read.citationItems)) return null;
  const id = typeof read.citationID === 'string' ? read.citationID : json;
  const cites = (read.citationItems as CodeItem[]).flatMap((item): readonly LiveItem[] => {
    if (typeof item !== 'object' || item === null || typeof item.itemData !== 'object' || item.itemData === null)
      return [];
    return [
      {
        uris: [...strings(item.uris), ...strings(item.uri)],
        item: item.itemData as CslItem,
        ...said('locator', item.locator),
        ...said('label', item.label),
        ...said('prefix', item.prefix),
        ...said('suffix', item.suffix),
        ...(item['suppress-author'] === true || item['suppress-author'] === 1 ? { suppressAuthor: true as const } : {}),
      },
    ];
  });
  return cites.length === 0 ? null : { key: `c${fingerprint(id)}`, cites };
}
