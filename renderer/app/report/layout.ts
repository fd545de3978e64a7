/** The desk of a report, remembered by its host from one opening to the next. */
import type { HostClient } from '../../../core/contract/contract.ts';
import type { Layout } from '../../../core/contract/values.ts';
import { type Desk, type DeskState, isTab, type Tab } from '../../session/desk.ts';

/** Changes are written down after this much rest (milliseconds). */
const REST = 600;

/** The desk as it was left; what is missing or makes no sense is left to the usual layout. */
export function deskFrom(layout: Layout): Partial<DeskState> {
  const { outlineOpen, paneOpen, tab, zoom } = layout;
  return {
    ...(typeof outlineOpen === 'boolean' && { outlineOpen }),
    ...(typeof paneOpen === 'boolean' && { paneOpen }),
    ...(typeof tab === 'string' && isTab(tab as Tab) && { pane: tab as Tab }),
    ...(typeof zoom === 'number' && zoom >= 0.5 && zoom <= 3 && { zoom }),
  };
}

/** A size in pixels as it was left, within what is sensible. */
export function sizeFrom(layout: Layout, key: string, usual: number, least: number, most: number): number {
  const size = layout[key];
  return typeof size === 'number' && size >= least && size <= most ? size : usual;
}

const writers = new WeakMap<Desk, (change: Layout) => void>();

/** Writes down a change of sizes or scroll with the rest of the desk. */
export function remember(desk: Desk, change: Layout): void {
  writers.get(desk)?.(change);
}

/** Keeps the host's memory of a desk in step. Gives the way to stop. */
export function rememberDesk(host: HostClient, document: string, desk: Desk, left: Layout): () => void {
  let layout = left;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const write = (change: Layout) => {
    layout = { ...layout, ...change };
    clearTimeout(rest);
    rest = setTimeout(() => host.call('layout.set', { document, layout }).catch(() => {}), REST);
  };
  writers.set(desk, write);
  const unsubscribe = desk.subscribe((state, before) => {
    const { outlineOpen, paneOpen, zoom, pane } = state;
    if (
      outlineOpen === before.outlineOpen &&
      paneOpen === before.paneOpen &&
      zoom === before.zoom &&
      pane === before.pane
    )
      return;
    write({ outlineOpen, paneOpen, zoom, ...(isTab(pane) && { tab: pane }) });
  });
  return () => {
    clearTimeout(rest);
    unsubscribe();
    writers.delete(desk);
  };
}
