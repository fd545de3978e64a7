/** Running a system's own program. Secrets go in by its input, never as arguments, which any user of the computer can read. */
import { spawn } from 'node:child_process';

export interface Ran {
  readonly code: number;
  readonly output: string;
}

export type Run = (program: string, args: readonly string[], input?: string) => Promise<Ran>;

/** A store that waits for somebody to unlock it is waited for so long (milliseconds). */
const PATIENCE = 60_000;

/** Runs a program to its end; code 127 where it is not there. */
export const run: Run = (program, args, input = '') =>
  new Promise(resolve => {
    const child = spawn(program, [...args], {
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
      timeout: PATIENCE,
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', () => resolve({ code: 127, output: '' }));
    child.on('close', code => resolve({ code: code ?? 1, output }));
    // One that ends without reading is no error of ours.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
