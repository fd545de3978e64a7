/** Looks after one file: hears of its changes where the system tells them, and looks by itself where it does not (network folders). */
import { type FSWatcher, watch } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface Watching {
  /** How often it looks by itself (milliseconds). */
  readonly interval: number;
  /** A program that writes is let finish: the file has to stay the same for so long (milliseconds). */
  readonly settling: number;
}

/** A few seconds are soon enough for a library, and cost a network folder nothing. */
export const USUAL: Watching = { interval: 5000, settling: 400 };

/** What tells one state of a file from another; a file put in its place has another `ino`. Null where there is none. */
export async function stampOf(path: string): Promise<string | null> {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return null;
  }
}

/** A file that is written without end is read as it stands after so many looks. */
const LOOKS = 50;

/** Reads a file that nobody has written to for a moment: one that is just being written would be half of it. Throws where it cannot be read. */
export async function readSettled(
  path: string,
  { settling }: Watching = USUAL,
): Promise<{ readonly bytes: Uint8Array; readonly stamp: string | null }> {
  for (let looks = 1; ; looks++) {
    const { mtimeMs } = await stat(path);
    const stamp = await stampOf(path);
    const bytes = await readFile(path);
    // A clock of another computer may be ahead.
    const isFresh = Math.abs(Date.now() - mtimeMs) < settling;
    if ((!isFresh && (await stampOf(path)) === stamp) || looks === LOOKS) return { bytes, stamp };
    await wait(settling);
  }
}

/**
 * Calls `changed` whenever the file is another than `stamp`, which stayed the same for a moment; with null when it is gone. One call
 * after the other; one that gives false (the file was locked) is made again at the next look. Gives what ends it.
 */
export function watchFile(
  path: string,
  stamp: string | null,
  changed: (stamp: string | null) => Promise<boolean>,
  { interval, settling }: Watching = USUAL,
): () => void {
  let last = stamp;
  let isEnded = false;
  let isLooking = false;
  let isWanted = false;
  let watcher: FSWatcher | null = null;

  async function look(): Promise<void> {
    if (isLooking || isEnded) {
      isWanted = true;
      return;
    }
    isLooking = true;
    try {
      do {
        isWanted = false;
        let now = await stampOf(path);
        if (now === last) continue;
        // Half-written, or between the old file and the new one in its place: what stays is read.
        for (let before: string | null | undefined; before !== now && !isEnded; now = await stampOf(path)) {
          before = now;
          await wait(settling, undefined, { ref: false });
          if ((await stampOf(path)) === before) break;
        }
        if (isEnded || now === last) continue;
        const before = last;
        last = now;
        // Taken for what it was before, it is looked at again.
        if (!(await changed(now))) last = before;
      } while (isWanted && !isEnded);
    } finally {
      isLooking = false;
    }
  }

  const timer = setInterval(() => {
    hear();
    void look();
  }, interval);
  timer.unref();
  /** The folder is watched and not the file: one that is put in its place is another file. */
  function hear(): void {
    if (watcher) return;
    try {
      watcher = watch(dirname(path), { persistent: false }, (_, name) => {
        if (name === null || name === basename(path)) void look();
      });
      watcher.on('error', () => {
        watcher?.close();
        watcher = null;
      });
    } catch {
      // A folder that cannot be watched, or is not there now: the timer looks.
    }
  }
  hear();
  void look();
  return () => {
    isEnded = true;
    clearInterval(timer);
    watcher?.close();
  };
}
