/** CSL-JSON: a list of items, one item, or Zotero's and Better BibTeX's `{ items: […] }`. */
import { problem } from '../outcome.ts';
import type { Reference } from '../report/types.ts';
import { type Draft, withIds } from './item.ts';
import { entryNotRead } from './problems.ts';
import type { EntriesRead, ReferenceFormat } from './types.ts';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function itemsOf(data: unknown): readonly unknown[] {
  if (Array.isArray(data)) return data;
  if (isObject(data) && Array.isArray(data.items)) return data.items;
  return [data];
}

/** Every variable is taken as it is: the format is the model's own. */
export function readCslJson(text: string): EntriesRead {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const place = /position (\d+)/.exec(String(error))?.[1];
    const line = place === undefined ? undefined : text.slice(0, Number(place)).split('\n').length;
    return {
      references: [],
      problems: [
        {
          ...problem(
            'references.json',
            {
              en: `The file is no valid JSON${line === undefined ? '' : ` (line ${line})`}.`,
              fr: `Le fichier n’est pas un JSON valide${line === undefined ? '' : ` (ligne ${line})`}.`,
            },
            {
              en: 'Nothing was imported and your report is unchanged. Export the file again from its program.',
              fr: 'Rien n’a été importé et votre texte est inchangé. Exportez à nouveau le fichier depuis son logiciel.',
            },
            line === undefined ? undefined : `line ${line}`,
          ),
          line: line ?? 1,
          text: text.split('\n')[(line ?? 1) - 1] ?? '',
        },
      ],
    };
  }
  const entries: { key: string; draft: Draft; kept: Record<string, string> }[] = [];
  const problems: EntriesRead['problems'][number][] = [];
  itemsOf(data).forEach((item, index) => {
    if (isObject(item) && (typeof item.type === 'string' || typeof item.title === 'string')) {
      const { id, ...variables } = item;
      const key = typeof id === 'string' || typeof id === 'number' ? String(id) : '';
      entries.push({ key, draft: { type: 'document', ...variables } as Draft, kept: {} });
    } else {
      const why = { en: 'it has neither a type nor a title', fr: 'elle n’a ni type ni titre' };
      problems.push(entryNotRead(index + 1, why, JSON.stringify(item) ?? ''));
    }
  });
  return { references: withIds('csl-json', entries), problems };
}

/** A list of items, the fields kept for other formats under `custom`, where {@link readCslJson} finds them again. */
export function writeCslJson(references: readonly Reference[]): string {
  const items = references.map(({ item, kept }) =>
    kept === undefined ? item : { ...item, custom: { ...(isObject(item.custom) ? item.custom : {}), ...kept } },
  );
  return `${JSON.stringify(items, null, 2)}\n`;
}

export const cslJson: ReferenceFormat = {
  id: 'csl-json',
  name: 'CSL-JSON',
  extensions: ['json', 'csljson'],
  recognises: text => /^\s*[[{]\s*(?:[{"\]}]|$)/.test(text),
  read: readCslJson,
  write: writeCslJson,
};
