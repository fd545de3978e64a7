/** Opening a report named in a shell, and leaving it closed. */
import { resolve } from 'node:path';
import type { Opened } from '../core/contract/values.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Op } from '../core/report/ops.ts';
import { refuse, type Shell, warn } from './shell.ts';

/** What was begun is brought to its end: a change and its file belong together. */
const never: AbortSignal = new AbortController().signal;

/** Opens a file, runs `work` on it, closes it. A file that cannot be opened is said, and nothing is run. */
export async function withReport(shell: Shell, file: string, work: (opened: Opened) => Promise<void>): Promise<void> {
  const { implementation } = await shell.services();
  await within(shell, await implementation['report.open']({ path: resolve(file) }, shell.signal), work);
}

/** The same for work that only reads: the file may be open in a window, and nothing is written for it. */
export async function readingReport(
  shell: Shell,
  file: string,
  work: (opened: Opened) => Promise<void>,
): Promise<void> {
  const services = await shell.services();
  await within(shell, await services.read(resolve(file)), work);
}

async function within(shell: Shell, opened: Outcome<Opened>, work: (opened: Opened) => Promise<void>): Promise<void> {
  const { implementation } = await shell.services();
  if (!opened.ok) {
    refuse(shell, opened.problem);
    return;
  }
  warn(shell, opened.value.warnings);
  try {
    await work(opened.value);
  } finally {
    await implementation['report.close']({ document: opened.value.document }, never);
  }
}

/** Applies changes and writes the file; gives whether that could be done. Throws where the command was interrupted before. */
export async function changeAndSave(
  shell: Shell,
  { document, revision }: Opened,
  ops: readonly Op[],
): Promise<boolean> {
  shell.signal.throwIfAborted();
  const { implementation } = await shell.services();
  const applied = await implementation['report.apply']({ document, base: revision, ops: [...ops] }, never);
  const saved = applied.ok ? await implementation['report.save']({ document }, never) : applied;
  if (!saved.ok) refuse(shell, saved.problem);
  return saved.ok;
}
