/**
 * What citations, mentions and quoted values are printed from, for those who follow it: hundreds in a long report, who would each be
 * asked at every key's letters, and at every word of where they are kept.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { CaseReport } from '../../core/report/types.ts';
import type { SessionState } from './types.ts';

/** All of the session's state that these may read: not the text, nor where it is kept. */
export interface PrintingState extends Pick<SessionState, 'template' | 'numbering' | 'citations'> {
  readonly report: Omit<CaseReport, 'parts'>;
}

/** Whether nothing but the text differs. */
function isSameData(a: CaseReport, b: CaseReport): boolean {
  if (a === b) return true;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof CaseReport>;
  keys.delete('parts');
  return [...keys].every(key => a[key] === b[key]);
}

function isSame(a: SessionState, b: SessionState): boolean {
  return (
    a.citations === b.citations &&
    a.numbering === b.numbering &&
    a.template === b.template &&
    isSameData(a.report, b.report)
  );
}

const followed = new WeakMap<StoreApi<SessionState>, (listener: () => void) => () => void>();

/** The way to listen for changes of what is printed: one listener of the session's store, however many listen here. */
export function whenPrinting(store: StoreApi<SessionState>): (listener: () => void) => () => void {
  const known = followed.get(store);
  if (known) return known;
  const listeners = new Set<() => void>();
  let stop = () => {};
  const follow = (listener: () => void) => {
    if (listeners.size === 0)
      stop = store.subscribe((state, before) => {
        if (!isSame(state, before)) for (const each of listeners) each();
      });
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) stop();
    };
  };
  followed.set(store, follow);
  return follow;
}
