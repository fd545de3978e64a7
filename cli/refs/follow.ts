/** `casewright refs follow [FILE…]`: the library keeps step with files that another program writes, as Better BibTeX does. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { FollowedFile } from '../../core/library/following.ts';
import { failed, type Outcome, problem } from '../../core/outcome.ts';
import { EXIT, print, refuse, type Shell, warn } from '../shell.ts';
import { libraryOf } from './library.ts';

export function followCommand(command: Command, shell: Shell): void {
  command
    .option(
      '--stop',
      shell.text({
        en: 'follow these files no longer; their entries stay in the library',
        fr: 'ne plus suivre ces fichiers\u00a0; leurs références restent dans la bibliothèque',
      }),
    )
    .action((files: string[], { stop }: { stop?: boolean }) => follow(shell, files, stop === true));
}

/** Exit codes: 0 all is in step; 1 some entries could not be read, or wait for a decision in the window; 2 a file is none. */
async function follow(shell: Shell, files: readonly string[], stop: boolean): Promise<void> {
  const library = await libraryOf(shell);
  if (stop) {
    for (const file of files) {
      const followed = (await listed(shell)).find(({ path }) => path === resolve(file));
      const stopped: Outcome<null> = followed
        ? await library['following.stop']({ id: followed.id }, shell.signal)
        : failed(notFollowed(file));
      if (!stopped.ok) return refuse(shell, stopped.problem);
    }
    return show(shell, await listed(shell));
  }
  const read: FollowedFile[] = [];
  for (const file of files) {
    const followed = await library['following.follow']({ path: resolve(file) }, shell.signal);
    if (!followed.ok) return refuse(shell, followed.problem);
    read.push(followed.value);
  }
  show(shell, files.length > 0 ? read : await listed(shell));
}

async function listed(shell: Shell): Promise<readonly FollowedFile[]> {
  for await (const files of (await libraryOf(shell))['following.files']({}, shell.signal)) return files;
  return [];
}

function show(shell: Shell, files: readonly FollowedFile[]): void {
  warn(
    shell,
    files.flatMap(({ problem }) => problem ?? []),
  );
  const waiting = ({ contested, gone }: FollowedFile) => contested + gone;
  const french = shell.language === 'fr';
  print(
    shell,
    { files },
    files.map(file =>
      french
        ? `${file.path}\u00a0: ${file.entries} références, ${file.added} ajoutées, ${file.changed} modifiées, ${waiting(file)} à décider`
        : `${file.path}: ${file.entries} entries, ${file.added} added, ${file.changed} changed, ${waiting(file)} to be decided`,
    ),
  );
  if (files.some(file => file.problem !== null || file.troubled > 0 || waiting(file) > 0)) shell.leave(EXIT.findings);
}

const notFollowed = (file: string) =>
  problem(
    'references.not-followed',
    { en: `“${file}” is not followed.`, fr: `«\u00a0${file}\u00a0» n’est pas suivi.` },
    {
      en: 'Nothing was changed. `casewright refs follow` lists the files that are.',
      fr: 'Rien n’a été changé. `casewright refs follow` énumère les fichiers suivis.',
    },
  );
