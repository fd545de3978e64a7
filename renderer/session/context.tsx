/** The session and the desk, given to every component of the view of a report. */
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Desk, DeskState } from './desk.ts';
import { type PrintingState, whenPrinting } from './printing.ts';
import type { Session, SessionState } from './types.ts';

interface Given {
  readonly session: Session;
  readonly desk: Desk;
}

const Context = createContext<Given | null>(null);

export function SessionProvider({ session, desk, children }: Given & { readonly children: ReactNode }) {
  return <Context.Provider value={{ session, desk }}>{children}</Context.Provider>;
}

function useGiven(): Given {
  const given = useContext(Context);
  if (!given) throw new Error('a component outside of the view of a report');
  return given;
}

/** The session itself, to act with; reading its state through it does not follow changes. */
export function useOpenSession(): Session {
  return useGiven().session;
}

/** A part of the session's state, following changes. */
export function useSession<T>(select: (state: SessionState) => T): T {
  return useStore(useGiven().session.store, select);
}

/** A part of what elements of the text are printed from, following its changes alone: for what a long report has hundreds of. */
export function usePrinting<T>(select: (state: PrintingState) => T): T {
  const { store } = useGiven().session;
  return useSyncExternalStore(whenPrinting(store), () => select(store.getState()));
}

/** The desk itself, to act with. */
export function useDesk(): Desk {
  return useGiven().desk;
}

/** A part of the desk's state, following changes. */
export function useDeskState<T>(select: (state: DeskState) => T): T {
  return useStore(useGiven().desk, select);
}
