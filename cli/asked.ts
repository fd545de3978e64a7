/** What a command line says to every command: its language, and whether results are JSON. Both are needed before it is read. */
import type { Language } from '../core/report/types.ts';

export interface Asked {
  /** As it was typed; null where nothing was. */
  readonly language: string | null;
  readonly json: boolean;
}

const NAMES = ['--language', '--lang'] as const;

/**
 * Looks for `--language`, its short name `--lang`, and `--json` anywhere before `--`. Mistakes in what is typed are said in this
 * language and in this form, so it is known before anything else is.
 */
export function askedOf(args: readonly string[]): Asked {
  const end = args.indexOf('--');
  const own = end < 0 ? args : args.slice(0, end);
  let language: string | null = null;
  for (const [index, arg] of own.entries())
    for (const name of NAMES) {
      if (arg === name) language = own[index + 1] ?? null;
      else if (arg.startsWith(`${name}=`)) language = arg.slice(name.length + 1);
    }
  return { language, json: own.includes('--json') };
}

/** Messages are in two languages. */
export const isLanguage = (asked: string): asked is Language => asked === 'en' || asked === 'fr';
