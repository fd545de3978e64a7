/** The command line as a shell sees it: what it was asked, its exit code, and what it wrote. */
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { run } from '../../cli/main.ts';
import { folderForTests } from '../host/documents/folder.ts';

export const root = join(import.meta.dirname, '..', '..');

export interface Shell {
  /** A folder that goes when the tests of the file have run; home is in it. */
  readonly folder: string;
  /** What was written since the test began. */
  readonly out: string;
  readonly err: string;
  /** Runs a command; gives its exit code. */
  casewright(...args: string[]): Promise<number>;
  /** Forgets what was written. */
  clear(): void;
}

/** A shell for the tests of one file, in English. */
export function shellForTests(): Shell {
  const folder = folderForTests();
  let out = '';
  let err = '';
  const clear = () => {
    out = '';
    err = '';
  };
  beforeEach(() => {
    vi.stubEnv('CASEWRIGHT_HOME', join(folder, 'home'));
    vi.stubEnv('LC_ALL', 'en_GB.UTF-8');
    clear();
    vi.spyOn(process.stdout, 'write').mockImplementation(text => {
      out += text;
      return true;
    });
    vi.spyOn(process.stderr, 'write').mockImplementation(text => {
      err += text;
      return true;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });
  return {
    folder,
    get out() {
      return out;
    },
    get err() {
      return err;
    },
    casewright: (...args) => run(args, root),
    clear,
  };
}
