/** Items of pasted lists, told by their level, as lists one inside the other. */
import type { Inline, List, ListItem } from '../../../core/report/document.ts';

/** An item as it comes: Word and web programs write lists of several levels as a row of items. */
export interface Entry {
  readonly type: 'entry';
  /** 1 at the outside. */
  readonly level: number;
  readonly ordered: boolean;
  /** It begins a list of its own. */
  readonly begins: boolean;
  readonly children: Inline[];
}

/** Whether the sign before an item counts: `1.`, `a)`, `(iv)`; an `o` alone is a bullet of Word's. */
export const isCounting = (sign: string): boolean =>
  /^\(?(?:\d+|[a-z]|[ivxlc]+)[.):]|^\(?(?:\d+|[a-z]|[ivxlc]+)\)/i.test(sign.trim());

function listFrom(entries: readonly Entry[]): List {
  const level = Math.min(...entries.map(entry => entry.level));
  const children: ListItem[] = [];
  let inner: Entry[] = [];
  const endInner = () => {
    if (inner.length > 0) children.at(-1)?.children.push(listFrom(inner));
    inner = [];
  };
  for (const entry of entries) {
    if (entry.level > level && children.length > 0) inner.push(entry);
    else {
      endInner();
      children.push({ type: 'list-item', children: [{ type: 'paragraph', children: entry.children }] });
    }
  }
  endInner();
  return { type: 'list', ordered: entries[0]?.ordered ?? false, children };
}

/** Lists of a row of items: another one begins where the outside changes from bullets to numbers, or a numbered list begins anew. */
export function listsOf(entries: readonly Entry[]): List[] {
  const rows: Entry[][] = [];
  const outside = Math.min(...entries.map(({ level }) => level));
  for (const entry of entries) {
    const first = rows.at(-1)?.[0];
    const isOther =
      entry.level === outside && first && (first.ordered !== entry.ordered || (entry.begins && entry.ordered));
    if (!first || isOther) rows.push([entry]);
    else rows.at(-1)?.push(entry);
  }
  return rows.map(listFrom);
}
