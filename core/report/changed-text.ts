/**
 * What changed in a part of the text: neighbouring nodes of one element replaced by others. The text is never changed in place, so
 * what is still the same value did not change, and the difference is found without reading it.
 */
import type { DocumentElement, DocumentNode, Part, PartKey, Text } from './document.ts';
import { fingerprint } from './fingerprint.ts';
import { MOST_CHILDREN } from './limits.ts';
import { isText } from './parts.ts';
import { replacedStretch, stretchOf } from './stretch.ts';

/** What stands inside a part. */
export type Within = Exclude<DocumentNode, Part>;

export interface ChangedText {
  readonly set: 'text';
  readonly key: PartKey;
  /** Where the element is whose children change: indexes from the part down; empty for the part's own blocks. */
  readonly inside: readonly number[];
  /** Index of the first child that is taken out, or of what comes in. */
  readonly at: number;
  /** How many children are taken out. */
  readonly remove: number;
  readonly insert: readonly Within[];
  /** The {@link fingerprint} of the part that this change was made on. On any other it does not fit. */
  readonly was: number;
}

type Kind = Exclude<Within, Text>['type'] | 'text';

const INLINES: readonly Kind[] = ['text', 'link', 'citation', 'cross-reference', 'value'];
const CAPTION: readonly Kind[] = ['caption'];

interface Room {
  readonly holds: readonly Kind[];
  readonly least?: number;
  readonly most: number;
}

const inlines: Room = { holds: INLINES, most: MOST_CHILDREN.inlines };
const captioned: Room = { holds: CAPTION, least: 1, most: 1 };

/** What an element may hold, and how many of it. Those that hold nothing an author writes are absent: they change as a whole. */
const ROOMS: { readonly [Type in DocumentElement['type']]?: Room } = {
  part: {
    holds: ['paragraph', 'heading', 'list', 'table', 'figure', 'chart', 'lab-table'],
    most: MOST_CHILDREN.part,
  },
  list: { holds: ['list-item'], most: MOST_CHILDREN.list },
  'list-item': { holds: ['paragraph', 'list'], most: MOST_CHILDREN['list-item'] },
  table: { holds: ['caption', 'table-row'], most: MOST_CHILDREN.table },
  'table-row': { holds: ['table-cell'], most: MOST_CHILDREN['table-row'] },
  'table-cell': inlines,
  paragraph: inlines,
  heading: inlines,
  caption: inlines,
  figure: captioned,
  chart: captioned,
  'lab-table': captioned,
  link: { holds: ['text'], most: MOST_CHILDREN.inlines },
};

const childrenOf = (element: DocumentElement) => element.children as readonly Within[];
const kindOf = (node: Within): Kind => (isText(node) ? 'text' : node.type);
const withChildren = (element: DocumentElement, children: readonly Within[]) =>
  ({ ...element, children }) as DocumentElement;

/** Whether two elements differ in their children alone. */
function isSameBut(before: Within, now: Within): boolean {
  if (isText(before) || isText(now) || !ROOMS[before.type]) return false;
  const fields = Object.keys(now) as (keyof typeof now)[];
  return (
    fields.length === Object.keys(before).length &&
    fields.every(field => field === 'children' || (field in before && now[field] === before[field as never]))
  );
}

/**
 * What makes one state of a part the other; null where they are the same value or nothing of the part stayed, so that the part
 * itself says it best.
 */
export function changedText(before: Part, now: Part): ChangedText | null {
  if (before === now || before.key !== now.key) return null;
  const inside: number[] = [];
  let from: DocumentElement = before;
  let to: DocumentElement = now;
  for (;;) {
    const was = childrenOf(from);
    const { at, remove, insert } = stretchOf(was, childrenOf(to));
    const [gone, come] = [was[at], insert[0]];
    if (remove === 1 && insert.length === 1 && gone && come && isSameBut(gone, come)) {
      inside.push(at);
      from = gone as DocumentElement;
      to = come as DocumentElement;
      continue;
    }
    if (inside.length === 0 && remove === was.length) return null;
    return { set: 'text', key: now.key, inside, at, remove, insert, was: fingerprint(before) };
  }
}

interface Replaced {
  readonly element: DocumentElement;
  readonly removed: readonly Within[];
}

/** An element with the change made in it, `depth` levels below the part; null where it does not fit there. */
function replaced(element: DocumentElement, change: ChangedText, depth: number): Replaced | null {
  const { inside, at, remove, insert } = change;
  const room = ROOMS[element.type];
  if (!room) return null;
  const children = childrenOf(element);
  const index = inside[depth];
  if (index !== undefined) {
    const child = children[index];
    if (!child || isText(child)) return null;
    const below = replaced(child, change, depth + 1);
    return below && { ...below, element: withChildren(element, children.with(index, below.element as Within)) };
  }
  const length = children.length - remove + insert.length;
  if (at + remove > children.length || length > room.most || length < (room.least ?? 0)) return null;
  if (!insert.every(node => room.holds.includes(kindOf(node)))) return null;
  return {
    element: withChildren(element, replacedStretch(children, change)),
    removed: children.slice(at, at + remove),
  };
}

/** A part with a change made in it, and the change that takes it back. Null where the change was made on another text than this. */
export function withChangedText(part: Part, change: ChangedText): { part: Part; inverse: ChangedText } | null {
  if (fingerprint(part) !== change.was) return null;
  const made = replaced(part, change, 0);
  if (!made) return null;
  const now = made.element as Part;
  const { key, inside, at, insert } = change;
  const inverse = { set: 'text', key, inside, at, remove: insert.length, insert: made.removed } as const;
  return { part: now, inverse: { ...inverse, was: fingerprint(now) } };
}
