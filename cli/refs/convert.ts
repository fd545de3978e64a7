/** `casewright refs convert FILE --to FORMAT`: references of any format that is read, in any that is written. */
import { basename, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { decodeText } from '../../core/encoding.ts';
import { readReferences, referenceFormats } from '../../core/formats/index.ts';
import { readChosen, writeChosen } from '../../host/documents/files.ts';
import { EXIT, languageOf, print, refuse, type Shell, warn } from '../shell.ts';

const written = referenceFormats.filter(({ write }) => write !== undefined).map(({ id }) => id);

export function convertCommand(refs: Command, shell: Shell): void {
  refs
    .command('convert <file>')
    .description('read references of any format, told from their content, and write them in another')
    .addOption(new Option('--to <format>', 'format to write').choices(written).makeOptionMandatory())
    .option('--out <path>', 'file to write (default: standard output)')
    .action((file: string, options: { to: string; out?: string }) => convert(shell, file, options));
}

/**
 * Exit codes: 0 all entries came through, 1 some did not (each with its line on stderr, or in `problems`), 2 the file
 * could not be read at all. With `--json`, standard output holds `{entries, problems}`: CSL-JSON items as they were read,
 * whatever `--to` says, and `written`, the text in that format, unless `--out` names a file for it.
 */
async function convert(shell: Shell, file: string, { to, out }: { to: string; out?: string }): Promise<void> {
  const bytes = await readChosen(resolve(file));
  if (!bytes.ok) return refuse(shell, bytes.problem);
  const read = readReferences(decodeText(bytes.value).text, basename(file));
  if (!read.ok) return refuse(shell, read.problem);
  const { references, problems } = read.value;
  const text = referenceFormats.find(({ id }) => id === to)?.write?.(references) ?? '';
  if (out !== undefined) {
    const saved = await writeChosen(resolve(out), new TextEncoder().encode(text));
    if (!saved.ok) return refuse(shell, saved.problem);
  }
  if (shell.options().json) {
    const language = languageOf(shell);
    const listed = problems.map(({ line, code, message, text: source }) => ({
      line,
      code,
      message: message[language],
      text: source,
    }));
    const entries = references.map(({ item }) => item);
    print(shell, { entries, problems: listed, ...(out === undefined ? { written: text } : {}) }, []);
  } else {
    if (out === undefined) process.stdout.write(text);
    warn(shell, problems);
  }
  if (problems.length > 0) shell.leave(EXIT.findings);
}
