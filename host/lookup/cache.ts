/** Answers of services kept in the user's folder, each in a file named by a hash of what was asked; old ones are thrown out. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../documents/files.ts';

export interface Kept {
  /** When it was answered (milliseconds). */
  readonly at: number;
  readonly status: number;
  readonly text: string;
}

export interface AnswerCache {
  /** The answer, unless it is older than `lasts` milliseconds. A file that cannot be read counts as none. */
  read(key: string, lasts: number, now: number): Promise<Kept | null>;
  write(key: string, kept: Kept): Promise<void>;
  clear(): Promise<void>;
}

/** More answers than this are not kept: at some 20 kB each, 40 MB. */
const MOST = 2000;

/** A cache in a folder of its own, made when first written to. Nothing that goes wrong with it stops a look-up. */
export function openCache(folder: string): AnswerCache {
  const fileOf = (key: string) => join(folder, `${createHash('sha256').update(key).digest('hex').slice(0, 40)}.json`);
  let written = 0;

  async function trim(): Promise<void> {
    const names = await readdir(folder).catch(() => []);
    if (names.length <= MOST) return;
    const dated = await Promise.all(
      names.map(async name => ({ name, at: (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0 })),
    );
    const oldest = dated.sort((a, b) => a.at - b.at).slice(0, names.length - Math.floor(MOST * 0.9));
    await Promise.all(oldest.map(({ name }) => rm(join(folder, name), { force: true }).catch(() => {})));
  }

  return {
    async read(key, lasts, now) {
      const text = await readFile(fileOf(key), 'utf8').catch(() => null);
      if (text === null) return null;
      try {
        const { at, status, text: answer, asked } = JSON.parse(text) as Kept & { asked: string };
        const age = now - at;
        if (asked !== key || typeof answer !== 'string' || typeof status !== 'number') return null;
        // A clock that was set back must not keep an answer for ever.
        return age >= -60_000 && age <= lasts ? { at, status, text: answer } : null;
      } catch {
        return null;
      }
    },
    async write(key, kept) {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeAtomically(fileOf(key), JSON.stringify({ asked: key, ...kept }));
        written += 1;
        if (written % 50 === 1) await trim();
      } catch {
        // A full disk costs the next look-up a request, and nothing else.
      }
    },
    clear: () => rm(folder, { recursive: true, force: true }),
  };
}
