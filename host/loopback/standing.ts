/**
 * Where the loopback host stands, for the one that comes after it: a host that ended before its windows (stopped in its terminal,
 * killed) left windows open, with what was typed since. Started again at the same address and under the same secret, it is found
 * by them, and they hand over what they hold. A host whose last window was closed takes its mark with it.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Standing {
  readonly port: number;
  /** What a window's cookie holds: 32 random bytes, in base64url. */
  readonly session: string;
}

const fileIn = (home: string) => join(home, 'loopback.json');

/** The mark that a host left in the user's folder; null where there is none, or none that can be used. */
export async function leftStanding(home: string): Promise<Standing | null> {
  try {
    const { port, session } = JSON.parse(await readFile(fileIn(home), 'utf8'));
    const isFit = Number.isInteger(port) && port > 1023 && port < 65_536 && /^[\w-]{43}$/.test(session);
    return isFit ? { port, session } : null;
  } catch {
    return null;
  }
}

/** Leaves the mark, for this user's eyes alone. A folder that takes none is nobody's harm: a window is then not found again. */
export async function leaveStanding(home: string, { port, session }: Standing): Promise<void> {
  await mkdir(home, { recursive: true, mode: 0o700 }).catch(() => {});
  // The old one goes first: a file that is there keeps its rights.
  await forgetStanding(home);
  await writeFile(fileIn(home), JSON.stringify({ port, session }), { mode: 0o600 }).catch(() => {});
}

export const forgetStanding = (home: string): Promise<void> => rm(fileIn(home), { force: true }).catch(() => {});
