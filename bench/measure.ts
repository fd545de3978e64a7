/** Figures as benchmarks print them. */
import { spawnSync } from 'node:child_process';

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** "0.412 s (0.398–0.501)". */
export function seconds(values: readonly number[]): string {
  return `${median(values).toFixed(3)} s (${Math.min(...values).toFixed(3)}–${Math.max(...values).toFixed(3)})`;
}

export const ratio = (a: readonly number[], b: readonly number[]): string => (median(a) / median(b)).toFixed(2);

/** Whether a program to compare with is installed; it is named either way. */
export function peer(name: string): string {
  const found = spawnSync(name, ['--version'], { encoding: 'utf8' });
  return found.status === 0 ? `${name}: installed (${found.stdout.split('\n')[0]})` : `${name}: absent`;
}
