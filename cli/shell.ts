/** What every command of the shell needs: services, words in the user's language, exit codes, progress. */
import { type Problem, problem, type Words } from '../core/outcome.ts';
import type { Language } from '../core/report/types.ts';
import type { Services } from '../host/services.ts';

/** Beside the documented ones what shells give a program that was interrupted: 128 and the number of the signal. */
export const EXIT = { done: 0, findings: 1, badInput: 2, internal: 3, interrupted: 130 } as const;

export interface Shell {
  /** Begun when first asked for. 'long' work on the library has a thread of its own, which short work would only wait for. */
  readonly services: (work?: 'long') => Promise<Services>;
  readonly version: string;
  /** Of messages. */
  readonly language: Language;
  /** The language that was said with `--language`; null where the system's is taken. */
  readonly stated: Language | null;
  /** Whether results are printed as JSON. */
  readonly json: boolean;
  /** A sentence in the language of messages. */
  readonly text: (words: Words) => string;
  /** Aborted where the user interrupts the command. */
  readonly signal: AbortSignal;
  /** Sets the exit code. */
  readonly leave: (code: number) => void;
}

/** Languages that a report and the messages can be in are two. */
export const notALanguage = (asked: string): Problem =>
  problem(
    'shell.language',
    { en: `“${asked}” is no language that Casewright writes.`, fr: `« ${asked} » n’est pas une langue de Casewright.` },
    { en: 'Nothing was done. Say en or fr.', fr: 'Rien n’a été fait. Indiquez en ou fr.' },
  );

/** A bug, with its place in the program; nothing that a command was told is in it. */
export function internal(error: unknown): Problem {
  const place =
    error instanceof Error
      ? (error.stack
          ?.split('\n')
          .find(line => /^\s+at /.test(line))
          ?.trim() ?? '')
      : '';
  return problem(
    'internal',
    { en: 'Something went wrong inside Casewright.', fr: 'Une erreur interne est survenue.' },
    { en: `Your files are unchanged. (${place})`, fr: `Vos fichiers sont inchangés. (${place})` },
  );
}

/** A sentence on stderr. */
export function say(shell: Shell, words: Words): void {
  process.stderr.write(`${shell.text(words)}\n`);
}

/** The result on stdout: JSON where it was asked for, else lines. */
export function print(shell: Shell, data: unknown, lines: readonly string[]): void {
  process.stdout.write(shell.json ? `${JSON.stringify(data, null, 2)}\n` : lines.map(line => `${line}\n`).join(''));
}

/** A colon has a space before it in French. */
export const colon = (language: Language): string => (language === 'fr' ? '\u00a0: ' : ': ');

const placeBefore = (where: string | undefined, language: Language): string =>
  where ? `${where}${colon(language)}` : '';

/** Says what could not be done, with its place and what to do, and leaves with "bad input". */
export function refuse(shell: Shell, problem: Problem): void {
  if (shell.json) process.stdout.write(`${JSON.stringify({ problem }, null, 2)}\n`);
  complain(shell, problem);
}

/** The same where what else was done is printed as well: nothing on stdout. */
export function complain(shell: Shell, problem: Problem): void {
  const { language } = shell;
  const where = placeBefore(problem.where, language);
  process.stderr.write(`${where}${problem.message[language]}\n${problem.hint[language]}\n`);
  shell.leave(EXIT.badInput);
}

/** What was read with losses: on stderr, one line each. */
export function warn(shell: Shell, warnings: readonly Problem[]): void {
  const language = shell.language;
  for (const { message, where } of warnings)
    process.stderr.write(`${placeBefore(where, language)}${message[language]}\n`);
}

/** Runs long work; after a second it says on stderr what is being done, as often as a step changes. */
export async function withProgress<T>(shell: Shell, work: (step: (words: Words) => void) => Promise<T>): Promise<T> {
  let latest: Words | null = null;
  let shown = false;
  const timer = setTimeout(() => {
    shown = true;
    if (latest) say(shell, latest);
  }, 1000);
  try {
    return await work(words => {
      latest = words;
      if (shown) say(shell, words);
    });
  } finally {
    clearTimeout(timer);
  }
}
