/** What surrounds every view: the host, what it said about itself, settings and templates. */
import { createContext, useContext } from 'react';
import type { HostClient } from '../../core/contract/contract.ts';
import type { AppInfo, Settings } from '../../core/contract/values.ts';
import type { Template } from '../../core/template/types.ts';

export interface Surroundings {
  readonly host: HostClient;
  readonly info: AppInfo;
  readonly settings: Settings;
  readonly templates: readonly Template[];
  /** Asks the host for the templates anew, after one was kept, imported or taken away. */
  refreshTemplates(): Promise<void>;
  changeSettings(change: Partial<Settings>): void;
}

const Context = createContext<Surroundings | null>(null);

export const SurroundingsProvider = Context.Provider;

/** The surroundings; only below their provider. */
export function useSurroundings(): Surroundings {
  const value = useContext(Context);
  if (!value) throw new Error('a view outside of the app');
  return value;
}
