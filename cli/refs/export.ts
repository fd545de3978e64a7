/** `casewright refs export`: the user's library, or what a search finds in it, as a file. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { writeChosen } from '../../host/documents/files.ts';
import { give } from '../output.ts';
import { EXIT, print, refuse, type Shell, warn } from '../shell.ts';
import { libraryOf, saidNothingFound } from './library.ts';
import { told, writtenTo } from './written.ts';

export function exportCommand(command: Command, shell: Shell): void {
  writtenTo(command, shell).action((words: string[], options: { to: string; out?: string }) =>
    write(shell, words.join(' '), options),
  );
}

/** Exit codes: 0 written, 1 nothing was found to write, or not all of it could be said in this format. */
async function write(shell: Shell, text: string, { to, out }: { to: string; out?: string }): Promise<void> {
  const answer = await (await libraryOf(shell))['library.export'](
    { format: to, query: { text }, checked: true },
    shell.signal,
  );
  if (!answer.ok) return refuse(shell, answer.problem);
  const { entries, text: made, problems } = answer.value;
  if (out !== undefined) {
    const saved = await writeChosen(resolve(out), new TextEncoder().encode(made));
    if (!saved.ok) return refuse(shell, saved.problem);
    print(shell, { entries, path: resolve(out), problems: told(shell, problems) }, [`${entries} → ${out}`]);
  } else if (shell.json) print(shell, { entries, written: made, problems: told(shell, problems) }, []);
  else await give([made]);
  if (!shell.json) warn(shell, problems);
  if (entries === 0) saidNothingFound(shell, text);
  if (entries === 0 || problems.length > 0) shell.leave(EXIT.findings);
}
