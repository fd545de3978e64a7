/** Listing folders for a window that has no dialog of the system's. */
import { readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, parse, resolve } from 'node:path';
import type { FolderListing } from '../../core/contract/values.ts';
import { done, failed, type Outcome, problem } from '../../core/outcome.ts';

const PLACES = [
  ['home', []],
  ['documents', ['Documents']],
  ['desktop', ['Desktop', 'Bureau']],
  ['downloads', ['Downloads', 'Téléchargements']],
] as const;

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

async function places(): Promise<FolderListing['places']> {
  const home = homedir();
  const found: { kind: FolderListing['places'][number]['kind']; path: string }[] = [];
  for (const [kind, names] of PLACES) {
    const candidates = names.length === 0 ? [home] : names.map(name => join(home, name));
    for (const path of candidates) {
      if (await isFolder(path)) {
        found.push({ kind, path });
        break;
      }
    }
  }
  return [...found, { kind: 'root', path: parse(home).root }];
}

/** Folders, and files with an extension (or one of several, separated by commas); hidden ones are left out. Without a folder, the user's documents. */
export async function listFolder(wanted: string | undefined, extension: string): Promise<Outcome<FolderListing>> {
  const known = await places();
  const folder = resolve(wanted ?? known.find(({ kind }) => kind === 'documents')?.path ?? homedir());
  const names = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (names === null) {
    return failed(
      problem(
        'folder.unreadable',
        { en: 'This folder cannot be opened.', fr: 'Ce dossier ne peut pas être ouvert.' },
        { en: 'Choose another one.', fr: 'Choisissez-en un autre.' },
        folder,
      ),
    );
  }
  const endings = extension.split(',').map(ending => `.${ending.toLowerCase()}`);
  const entries = await Promise.all(
    names
      // A mark beside an open file is nobody's document.
      .filter(({ name }) => !name.startsWith('.'))
      .map(async ({ name }) => {
        const path = join(folder, name);
        const found = await stat(path).catch(() => null);
        if (!found) return null;
        if (found.isDirectory()) return { name, path, kind: 'folder' as const, size: 0, at: found.mtimeMs };
        if (!found.isFile() || !endings.some(ending => name.toLowerCase().endsWith(ending))) return null;
        return { name, path, kind: 'file' as const, size: found.size, at: found.mtimeMs };
      }),
  );
  const shown = entries.filter(entry => entry !== null);
  shown.sort((a, b) => (a.kind === b.kind ? a.name.localeCompare(b.name) : a.kind === 'folder' ? -1 : 1));
  const parent = dirname(folder);
  return done({ folder, parent: parent === folder ? null : parent, entries: shown, places: known });
}
