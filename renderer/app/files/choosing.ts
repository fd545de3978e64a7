/** Asking the user for a file: by the system's dialog where there is one, else by the window's own. */
import { createContext, useContext } from 'react';
import type { HostClient } from '../../../core/contract/contract.ts';

export interface FileQuestion {
  readonly mode: 'open' | 'save';
  /** Without its dot; to open, also several, separated by commas. */
  readonly extension: string;
  readonly suggested?: string;
}

/** The chosen path, or null when the user thought better of it. To replace a file was agreed to by then. */
export type ChooseFile = (question: FileQuestion) => Promise<string | null>;

/** Asks the host first; `inWindow` is asked where the host has no dialog of its own. */
export function fileChooser(host: HostClient, inWindow: ChooseFile): ChooseFile {
  return async question => {
    const answer = await host.call('files.choose', question);
    if (answer.kind === 'in-window') return inWindow(question);
    return answer.kind === 'chosen' ? answer.path : null;
  };
}

const Context = createContext<ChooseFile | null>(null);

export const ChooseFileProvider = Context.Provider;

export function useChooseFile(): ChooseFile {
  const choose = useContext(Context);
  if (!choose) throw new Error('a view outside of the app');
  return choose;
}

/** The last name of a path, of either system's kind. */
export function fileName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}

/** Folder and file name as one path, in the folder's own way. */
export function joinPath(folder: string, name: string): string {
  // A whole path typed in the place of a name is meant as it stands.
  if (/^(?:\/|[a-z]:[\\/])/i.test(name)) return name;
  const mark = folder.includes('\\') && !folder.includes('/') ? '\\' : '/';
  return folder.endsWith(mark) ? folder + name : folder + mark + name;
}

/** The folder of a whole path, of either system's kind; null where there is none in it. */
export function folderName(path: string): string | null {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  if (end < 0) return null;
  return end === 0 || path[end - 1] === ':' ? path.slice(0, end + 1) : path.slice(0, end);
}

/** The name with its extension, once. */
export function withExtension(name: string, extension: string): string {
  const trimmed = name.trim();
  return trimmed.toLowerCase().endsWith(`.${extension}`) ? trimmed : `${trimmed}.${extension}`;
}
