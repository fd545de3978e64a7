/** Opening a written file, or its folder, with the system's own program. */
import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { done, failed, type Outcome, problem } from '../../core/outcome.ts';

function command(path: string, show: 'file' | 'folder'): readonly [string, readonly string[]] {
  if (process.platform === 'darwin') return ['open', show === 'folder' ? ['-R', path] : [path]];
  if (process.platform === 'win32') return ['explorer.exe', show === 'folder' ? [`/select,${path}`] : [path]];
  return ['xdg-open', [show === 'folder' ? dirname(path) : path]];
}

/** Starts the program and does not wait for it. */
export async function reveal(path: string, show: 'file' | 'folder'): Promise<Outcome<null>> {
  const missing = (await stat(path).catch(() => null)) === null;
  const [program, args] = command(path, show);
  const started =
    !missing &&
    (await new Promise<boolean>(resolve => {
      const child = spawn(program, args, { detached: true, stdio: 'ignore' });
      child.once('error', () => resolve(false));
      child.once('spawn', () => {
        child.unref();
        resolve(true);
      });
    }));
  if (started) return done(null);
  return failed(
    problem(
      'file.not-shown',
      { en: 'The file could not be opened from here.', fr: 'Le fichier n’a pas pu être ouvert d’ici.' },
      {
        en: 'It was written: open it from its folder.',
        fr: 'Il a bien été écrit\u00a0: ouvrez-le depuis son dossier.',
      },
      path,
    ),
  );
}
