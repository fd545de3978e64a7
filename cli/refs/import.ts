/** `casewright refs import FILE…`: references of any format into the user's library. */
import type { Command } from 'commander';
import type { ImportEvent } from '../../core/library/types.ts';
import type { Problem } from '../../core/outcome.ts';
import { type Given, readGiven } from '../given.ts';
import { complain, EXIT, print, refuse, type Shell, say, warn, withProgress } from '../shell.ts';
import { libraryOf } from './library.ts';

export function importCommand(command: Command, shell: Shell): void {
  command
    .option('--tag <tag...>', shell.text({ en: 'tags for what comes in', fr: 'étiquettes de ce qui entre' }))
    .option(
      '--doubling',
      shell.text({ en: 'take in what is there already as well', fr: 'prendre aussi ce qui est déjà là' }),
    )
    .action((files: string[], options: { tag?: string[]; doubling?: boolean }) => take(shell, files, options));
}

/** Bytes that are read in a thread of the library's own, as the window reads them. */
const MUCH = 4_000_000;

/** Exit codes: 0 all entries came in, or were there; 1 some could not be read, or wait for a decision; 2 a file is none. */
async function take(shell: Shell, files: readonly string[], options: { tag?: string[]; doubling?: boolean }) {
  const all: Given[] = [];
  // Before any is taken in: a name typed wrongly changes nothing.
  for (const file of files) {
    const given = await readGiven(file);
    if (!given.ok) return refuse(shell, given.problem);
    all.push(given.value);
  }
  // So much takes over a second.
  if (all.reduce((sum, { bytes }) => sum + bytes.length, 0) > MUCH) await shell.services('long');
  const results: Extract<ImportEvent, { kind: 'done' }>[] = [];
  const refused: Problem[] = [];
  for (const { name, bytes } of all) {
    if (shell.signal.aborted) break;
    const request = { bytes, name, tags: options.tag, doubling: options.doubling };
    const last = await withProgress(shell, async step => {
      let latest: ImportEvent | null = null;
      let said = performance.now();
      for await (const event of (await libraryOf(shell))['library.import'](request, shell.signal)) {
        latest = event;
        if (event.kind === 'progress' && event.step === 'adding')
          step({ en: `${name}: ${event.done} of ${event.of}`, fr: `${name}\u00a0: ${event.done} sur ${event.of}` });
        else if (event.kind === 'progress' && event.done > 0 && performance.now() - said > 1000) {
          said = performance.now();
          step({ en: `${name}: ${event.done} read`, fr: `${name}\u00a0: ${event.done} lues` });
        }
      }
      return latest as ImportEvent | null;
    });
    if (last?.kind === 'failed') refused.push(last.problem);
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
  const [first] = refused;
  if (first && results.length + refused.length === 1) return refuse(shell, first);
  print(shell, { added, already, proposed, problems, refused }, lines);
  if (problems.length > 0 || proposed > 0) shell.leave(EXIT.findings);
  for (const problem of refused) complain(shell, problem);
  if (shell.signal.aborted) {
    say(shell, {
      en: 'Stopped. What came in until then stays; the same command takes the rest.',
      fr: 'Arrêté. Ce qui est entré jusque-là reste\u00a0; la même commande prend le reste.',
    });
    shell.leave(EXIT.interrupted);
  }
}
