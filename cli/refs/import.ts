/** `casewright refs import FILE…`: references of any format into the user's library. */
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import type { ImportEvent } from '../../core/library/types.ts';
import { readChosen } from '../../host/documents/files.ts';
import { EXIT, print, refuse, type Shell, warn, withProgress } from '../shell.ts';
import { libraryOf, unending } from './library.ts';

export function importCommand(command: Command, shell: Shell): void {
  command
    .option('--tag <tag...>', shell.text({ en: 'tags for what comes in', fr: 'étiquettes de ce qui entre' }))
    .option(
      '--doubling',
      shell.text({ en: 'take in what is there already as well', fr: 'prendre aussi ce qui est déjà là' }),
    )
    .action((files: string[], options: { tag?: string[]; doubling?: boolean }) => take(shell, files, options));
}

/** Exit codes: 0 all entries came in, or were there; 1 some could not be read, or wait for a decision; 2 a file is none. */
async function take(shell: Shell, files: readonly string[], options: { tag?: string[]; doubling?: boolean }) {
  const results: Extract<ImportEvent, { kind: 'done' }>[] = [];
  for (const file of files) {
    const bytes = await readChosen(resolve(file));
    if (!bytes.ok) return refuse(shell, bytes.problem);
    const name = basename(file);
    const request = { bytes: new Uint8Array(bytes.value), name, tags: options.tag, doubling: options.doubling };
    const last = await withProgress(shell, async step => {
      let latest: ImportEvent | null = null;
      for await (const event of (await libraryOf(shell))['library.import'](request, unending())) {
        latest = event;
        if (event.kind === 'progress' && event.step === 'adding')
          step({ en: `${name}: ${event.done} of ${event.of}`, fr: `${name}\u00a0: ${event.done} sur ${event.of}` });
      }
      return latest as ImportEvent | null;
    });
    if (last?.kind === 'failed') return refuse(shell, last.problem);
    if (last?.kind === 'done') {
      results.push(last);
      warn(shell, last.problems);
    }
  }
  const sum = (of: (result: (typeof results)[number]) => number) => results.reduce((all, one) => all + of(one), 0);
  const added = sum(result => result.added.length);
  const already = sum(result => result.already);
  const proposed = sum(result => result.proposed);
  const language = shell.language;
  const problems = results.flatMap(result =>
    result.problems.map(({ line, code, message, text }) => ({ line, code, message: message[language], text })),
  );
  const lines =
    language === 'fr'
      ? [`${added} ajoutées, ${already} déjà là, ${proposed} à fusionner (refs dedupe)`]
      : [`${added} added, ${already} there already, ${proposed} to be merged (refs dedupe)`];
  print(shell, { added, already, proposed, problems }, lines);
  if (problems.length > 0 || proposed > 0) shell.leave(EXIT.findings);
}
