/** `casewright refs import FILE…`: references of any format into the user's library. */
import type { Command } from 'commander';
import { type Imported, importedBy, isRefused, NOTHING_IMPORTED, together } from '../../core/library/imported.ts';
import type { Problem, Words } from '../../core/outcome.ts';
import { type Given, readGiven } from '../given.ts';
import { complain, EXIT, internal, print, refuse, type Shell, say, warn, withProgress } from '../shell.ts';
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

/** Exit codes: 0 all entries came in, or were there; 1 some could not be read, or wait for a decision; 2 a file is none, or an import broke off. */
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
  let result = NOTHING_IMPORTED;
  let begun = 0;
  const refused: Problem[] = [];
  for (const { name, bytes } of all) {
    if (shell.signal.aborted || result.broke) break;
    begun++;
    const came = await takeOne(shell, name, { bytes, name, tags: options.tag, doubling: options.doubling });
    if (isRefused(came)) refused.push(came);
    else {
      result = together(result, came);
      warn(shell, came.problems);
    }
  }
  const { already, proposed, left, broke } = result;
  const added = result.added.length;
  const language = shell.language;
  const problems = result.problems.map(({ line, code, message, text }) => ({
    line,
    code,
    message: message[language],
    text,
  }));
  const [first] = refused;
  if (first && begun === 1) return refuse(shell, first);
  print(shell, { added, already, proposed, left, problems, refused: broke ? [...refused, broke] : refused }, [
    shell.text({
      en: `${added} added, ${already} there already, ${proposed} to be merged (refs dedupe)`,
      fr: `${added} ajoutées, ${already} déjà là, ${proposed} à fusionner (refs dedupe)`,
    }),
  ]);
  if (problems.length > 0 || proposed > 0) shell.leave(EXIT.findings);
  for (const problem of refused) complain(shell, problem);
  if (shell.signal.aborted) {
    say(shell, {
      en: 'Stopped. What came in until then stays; the same command takes the rest.',
      fr: 'Arrêté. Ce qui est entré jusque-là reste\u00a0; la même commande prend le reste.',
    });
    shell.leave(EXIT.interrupted);
  } else if (broke) brokeOff(shell, broke, left, all.length - begun);
}

type Request = {
  bytes: Uint8Array<ArrayBuffer>;
  name: string;
  tags: string[] | undefined;
  doubling: boolean | undefined;
};

/** Takes one file in, telling how far it is; gives what came of it, or why none of it could come in. */
const takeOne = (shell: Shell, name: string, request: Request): Promise<Imported | Problem> =>
  withProgress(shell, async step => {
    const library = await libraryOf(shell);
    let said = performance.now();
    return importedBy(library['library.import'](request, shell.signal), internal(null), ({ step: what, done, of }) => {
      if (what === 'adding') step({ en: `${name}: ${done} of ${of}`, fr: `${name}\u00a0: ${done} sur ${of}` });
      else if (done > 0 && performance.now() - said > 1000) {
        said = performance.now();
        step({ en: `${name}: ${done} read`, fr: `${name}\u00a0: ${done} lues` });
      }
    });
  });

/** Says why an import broke off, what stands, and how it goes on. `files` were not begun. */
function brokeOff(shell: Shell, broke: Problem, left: number, files: number): void {
  const others: Words = {
    en: files === 0 ? '' : files === 1 ? ', nor was one more file' : `, nor were ${files} more files`,
    fr: files === 0 ? '' : files === 1 ? ', ni un autre fichier' : `, ni ${files} autres fichiers`,
  };
  complain(shell, {
    ...broke,
    hint: {
      en: `The import broke off. What was counted above stays; ${left} ${left === 1 ? 'entry was' : 'entries were'} not looked at${others.en}. When the cause is mended, the same command takes the rest and doubles nothing.`,
      fr: `L’importation s’est interrompue. Ce qui est compté ci-dessus reste\u00a0; ${left} ${left < 2 ? 'entrée n’a pas été examinée' : 'entrées n’ont pas été examinées'}${others.fr}. Une fois la cause réglée, la même commande prend le reste et ne double rien.`,
    },
  });
}
