/** A listbox at the caret: the text keeps the focus, the arrow keys move in the list. */
import { type KeyboardEvent, useCallback, useId, useMemo, useRef, useState } from 'react';
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
}

export function usePicker<T>({ editor, sign, search, pick, allowed }: Needs<T>): Picker<T> {
  const id = useId();
  const [query, setQuery] = useState<Query | null>(null);
  const [index, setIndex] = useState(0);
  /** Where Escape was pressed: the same query does not open again. */
  const dismissed = useRef<string | null>(null);

  const look = useCallback(() => {
    const found = allowed() ? queryAt(editor, sign) : null;
    const key = found && JSON.stringify(found.range.anchor);
    if (key !== dismissed.current) dismissed.current = null;
    const next = found && dismissed.current === null ? found : null;
    setQuery(before => {
      if (before?.text === next?.text && JSON.stringify(before?.range) === JSON.stringify(next?.range)) return before;
      setIndex(0);
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

  function handleKey(event: KeyboardEvent): boolean {
    if (!query || event.nativeEvent.isComposing) return false;
    const item = items[index];
    switch (event.key) {
      case 'ArrowDown':
        setIndex((index + 1) % Math.max(items.length, 1));
        return true;
      case 'ArrowUp':
        setIndex((index + items.length - 1) % Math.max(items.length, 1));
        return true;
      case 'Enter':
      case 'Tab':
        if (!item) return false;
        pick(item, query, { more: event.ctrlKey || event.metaKey, details: event.key === 'Tab' });
        return true;
      case 'Escape':
        close();
        return true;
      default:
        return false;
    }
  }

  return { query, items, index, id, optionId: at => `${id}-${at}`, isOpen, look, point: setIndex, close, handleKey };
}
