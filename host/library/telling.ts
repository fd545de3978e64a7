/**
 * Many changes as one text, to be sent to the library's thread: read in half the time of a structured clone. The item of each new entry
 * is a line of its own, which is kept with the item that is made of it: the tables take the text as it came.
 */
import type { NewEntry } from '../../core/library/types.ts';
import type { CslItem } from '../../core/references/csl.ts';
import type { Asked } from './operations.ts';

type Changes = Asked['apply'][0];

const LINE = '\n';
/** How the text of an item has to begin, so that another id can be put there. */
const BEGINNING = /^\{"id":"[^"\\]*",/;

/** Changes are JSON by their type. */
export function tell({ changes, ...others }: Changes): string {
  const lines = [JSON.stringify(others)];
  for (const { entry, field, value } of changes) {
    const made = field === 'new' ? (value as NewEntry) : null;
    if (made) {
      // Part by part: leaving one out takes thrice the time.
      const { item, key, kept, tags, collections, notes } = made;
      const rest: { readonly [Name in keyof Omit<Required<NewEntry>, 'item'>]: NewEntry[Name] | undefined } = {
        key,
        kept,
        tags,
        collections,
        notes,
      };
      lines.push(JSON.stringify({ entry, field, value: rest }), JSON.stringify(item));
    } else lines.push(JSON.stringify({ entry, field, value }), '');
  }
  return lines.join(LINE);
}

/** The changes of a text that {@link tell} gives; the items of new entries have the ids of their entries. */
export function hear(text: string): Changes {
  let at = 0;
  const next = () => {
    const end = text.indexOf(LINE, at);
    const line = text.slice(at, end < 0 ? text.length : end);
    at = end < 0 ? text.length : end + 1;
    return line;
  };
  const others = JSON.parse(next());
  const changes: Changes['changes'][number][] = [];
  while (at < text.length) {
    const change = JSON.parse(next());
    const told = next();
    if (told !== '') {
      const item = JSON.parse(told) as { id: string; type: string };
      item.id = change.entry;
      change.value.item = item;
      const beginning = BEGINNING.exec(told);
      if (beginning) texts.set(item, `{"id":${JSON.stringify(change.entry)},${told.slice(beginning[0].length)}`);
    }
    changes.push(change);
  }
  return { ...others, changes };
}

/** Items that came as text, and their JSON. They are never changed. */
const texts = new WeakMap<CslItem, string>();

/** The JSON of an item: as it came, where it came as text. */
export const itemJson = (item: CslItem): string => texts.get(item) ?? JSON.stringify(item);
