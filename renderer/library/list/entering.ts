/** Where the keyboard goes as the list fills: into it from the search field, and after an import that took away what had it. */
import { type RefObject, useEffect, useRef } from 'react';
import { useSteady } from '../../ui/steady.ts';
import type { Rows } from '../asking.ts';

interface Needs {
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly rows: Rows;
  /** The library holds nothing. */
  readonly isEmpty: boolean;
  /** An import is under way. */
  readonly isImporting: boolean;
  readonly select: (id: string, at: number) => void;
  /** Selects the first of these in the list. */
  readonly selectAmong: (ids: readonly string[]) => Promise<void>;
}

/** `enter` goes to the list's first row; `arrived` hears of what an import brought. */
export function useEntering({ grid, rows, isEmpty, isImporting, select, selectAmong }: Needs) {
  /** The keyboard went to a list that was not read yet. */
  const isEntering = useRef(false);
  /** References came in for which the list takes the keyboard, as soon as it is there. */
  const isArriving = useRef(false);
  const wasEmpty = useRef(isEmpty);
  if (!isImporting) wasEmpty.current = isEmpty;
  const first = rows.stale ? undefined : rows.row(0);
  const enter = () => {
    grid.current?.focus();
    isEntering.current = first === undefined;
    if (first) select(first.id, 0);
  };
  // Whatever changed: the list or its first row may be there now.
  useEffect(() => {
    const list = grid.current;
    if (isArriving.current && list && first) {
      isArriving.current = false;
      if (isLost()) list.focus();
    }
    if (!isEntering.current || !first) return;
    isEntering.current = false;
    if (document.activeElement === list) select(first.id, 0);
  });
  const arrived = useSteady((added: readonly string[]) => {
    const isFirst = wasEmpty.current && added.length > 0;
    isArriving.current = isFirst || (added.length > 0 && isLost());
    if (isArriving.current || added.length === 1) void selectAmong(added);
  });
  return { enter, arrived };
}

/**
 * Whether nobody uses the keyboard anywhere: what references were taken in by is gone, or is a button, which has done what it is for. Who
 * types in a field, or was led to a dialog, stays there.
 */
function isLost(): boolean {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return true;
  return activeElement instanceof HTMLButtonElement && activeElement.closest('.library-main') !== null;
}
