/** A listbox at the caret: the text keeps the focus, the arrow keys move in the list. */
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { CaseEditor } from '../types.ts';
import { type Query, queryAt, type Sign } from './trigger.ts';

export interface Picker<T> {
  readonly query: Query | null;
  readonly items: readonly T[];
  readonly index: number;
  readonly id: string;
  readonly optionId: (index: number) => string;
  readonly isOpen: boolean;
  /** Looks again at what stands before the caret. */
  readonly look: () => void;
  readonly point: (index: number) => void;
  readonly close: () => void;
  /** Acts on a key and gives whether it did. */
  readonly handleKey: (event: KeyboardEvent) => boolean;
}

/** How something was picked: `more` follows (Ctrl+Enter), or its `details` are wanted (Tab). */
export interface How {
  readonly more: boolean;
  readonly details: boolean;
}

interface Needs<T> {
  readonly editor: CaseEditor;
  readonly sign: Sign;
  readonly search: (text: string) => readonly T[];
  readonly pick: (item: T, query: Query, how: How) => void;
  readonly allowed: () => boolean;
  /** Whether more may come for these words, before what is offered first can be taken for the best. */
  readonly isAwaited?: (text: string, first: T | undefined) => boolean;
  /** What is not picked by a key that was pressed before it was seen. */
  readonly wantsSeeing?: (item: T) => boolean;
}

const never = () => false;

export function usePicker<T extends { readonly id: string }>(needs: Needs<T>): Picker<T> {
  const { editor, sign, search, pick, allowed, isAwaited = never, wantsSeeing = never } = needs;
  const id = useId();
  const [query, setQuery] = useState<Query | null>(null);
  /** The item that was pointed at, wherever the list has it by now; null for the first. */
  const [pointed, setPointed] = useState<string | null>(null);
  /** A key that picks was pressed before the list was whole: it holds for the words that stood there. */
  const early = useRef<{ readonly text: string; readonly how: How } | null>(null);
  /** Where Escape was pressed: the same query does not open again. */
  const dismissed = useRef<string | null>(null);

  const look = useCallback(() => {
    const found = allowed() ? queryAt(editor, sign) : null;
    const key = found && JSON.stringify(found.range.anchor);
    if (key !== dismissed.current) dismissed.current = null;
    const next = found && dismissed.current === null ? found : null;
    setQuery(before => {
      if (before?.text === next?.text && JSON.stringify(before?.range) === JSON.stringify(next?.range)) return before;
      setPointed(null);
      early.current = null;
      return next;
    });
  }, [editor, sign, allowed]);

  const close = useCallback(() => {
    setQuery(open => {
      if (open) dismissed.current = JSON.stringify(open.range.anchor);
      return null;
    });
  }, []);

  const items = useMemo(() => (query ? search(query.text) : []), [query, search]);
  const isOpen = query !== null;
  const index = Math.max(
    0,
    items.findIndex(({ id: itemId }) => itemId === pointed),
  );
  const point = (at: number) => setPointed(items[at]?.id ?? null);
  const waits = query !== null && index === 0 && isAwaited(query.text, items[0]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list is whole
  useEffect(() => {
    const wanted = early.current;
    if (waits || !wanted || !query) return;
    early.current = null;
    const item = items[index];
    if (item && !wantsSeeing(item) && wanted.text === query.text) pick(item, query, wanted.how);
  }, [waits, items]);

  function handleKey(event: KeyboardEvent): boolean {
    if (!query || event.nativeEvent.isComposing) return false;
    const item = items[index];
    const how: How = { more: event.ctrlKey || event.metaKey, details: event.key === 'Tab' };
    switch (event.key) {
      case 'ArrowDown':
        point((index + 1) % Math.max(items.length, 1));
        return true;
      case 'ArrowUp':
        point((index + items.length - 1) % Math.max(items.length, 1));
        return true;
      case 'Enter':
      case 'Tab':
        if (waits) early.current = { text: query.text, how };
        else if (item) pick(item, query, how);
        return waits || item !== undefined;
      case 'Escape':
        close();
        return true;
      default:
        return false;
    }
  }

  return { query, items, index, id, optionId: at => `${id}-${at}`, isOpen, look, point, close, handleKey };
}
