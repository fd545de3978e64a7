/** What a program knows of itself and of the system it runs on, before any service is begun. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../../core/report/types.ts';

/** The version in package.json at the root of the program's files. */
export async function programVersion(root: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** French where the system is in French, else English. */
export function systemLanguage(environment: NodeJS.ProcessEnv = process.env): Language {
  const stated =
    environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  return /^fr(?:[_-]|$)/i.test(stated) ? 'fr' : 'en';
}
