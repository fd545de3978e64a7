/** `casewright refs convert FILE --to FORMAT`: references of any format that is read, in any that is written. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { decodeText } from '../../core/encoding.ts';
import { lossesIn } from '../../core/formats/carried.ts';
import { readReferences, referenceFormats } from '../../core/formats/index.ts';
import type { Counted, ReferenceFormat } from '../../core/formats/types.ts';
import { done, type Outcome } from '../../core/outcome.ts';
import type { Reference } from '../../core/report/types.ts';
import { writeChosen } from '../../host/documents/files.ts';
import { readGiven } from '../given.ts';
import { give } from '../output.ts';
import { EXIT, refuse, type Shell, say, warn } from '../shell.ts';
import { told, writtenTo } from './written.ts';

export function convertCommand(command: Command, shell: Shell): void {
  writtenTo(command, shell).action((file: string, options: { to: string; out?: string }) =>
    convert(shell, file, options),
  );
}

/** A file's name and text. Its bytes end with the call: a large library is not held twice while it is read. */
async function textOf(file: string): Promise<Outcome<readonly [name: string, text: string]>> {
  const given = await readGiven(file);
  return given.ok ? done([given.value.name, decodeText(given.value.bytes).text]) : given;
}

/**
 * Exit codes: 0 all entries came through, 1 some did not, or not wholly, in reading or in writing (each said on stderr, or with its
 * line in `problems`), 2 the file could not be read at all. What was written is read again, so that nothing is lost in silence. With `--json`, standard output holds `{entries, problems}`: CSL-JSON items as they were read,
 * whatever `--to` says.
 */
async function convert(shell: Shell, file: string, { to, out }: { to: string; out?: string }): Promise<void> {
  const given = await textOf(file);
  if (!given.ok) return refuse(shell, given.problem);
  const [name, text] = given.value;
  const read = readReferences(text, name, countAloud(shell, name));
  if (!read.ok) return refuse(shell, read.problem);
  const { references, lineOf } = read.value;
  const format = referenceFormats.find(({ id }) => id === to) as ReferenceFormat;
  const written = format.write?.(references) ?? '';
  const losses = lossesIn(format, references, written, index => lineOf(index, text));
  const problems = [...read.value.problems, ...losses].sort((a, b) => a.line - b.line);
  const { json } = shell;
  if (out !== undefined) {
    const saved = await writeChosen(resolve(out), new TextEncoder().encode(written));
    if (!saved.ok) return refuse(shell, saved.problem);
  } else if (!json) await give([written]);
  if (json) await give(asJson(references, told(shell, problems)));
  else warn(shell, problems);
  if (problems.length > 0) shell.leave(EXIT.findings);
}

/** Says on stderr, after the first second and then once a second, how many entries were read. */
function countAloud(shell: Shell, name: string): Counted {
  let last = performance.now();
  return entries => {
    const now = performance.now();
    if (now - last < 1000) return;
    last = now;
    say(shell, { en: `${name}: ${entries} read`, fr: `${name}\u00a0: ${entries} lues` });
  };
}

/** `{entries, problems}`, an entry a line, so that a library of 100,000 is never one string. */
function* asJson(references: readonly Reference[], said: ReturnType<typeof told>): Generator<string> {
  yield '{\n  "entries": [';
  for (let at = 0; at < references.length; at++)
    yield `${at === 0 ? '\n    ' : ',\n    '}${JSON.stringify((references[at] as Reference).item)}`;
  yield `${references.length === 0 ? '' : '\n  '}],\n  "problems": [`;
  for (let at = 0; at < said.length; at++) yield `${at === 0 ? '\n    ' : ',\n    '}${JSON.stringify(said[at])}`;
  yield `${said.length === 0 ? '' : '\n  '}]\n}\n`;
}
