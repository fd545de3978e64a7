/** `casewright export FILE --to out.pdf|out.docx|out.html|…`. */
import { extname, resolve } from 'node:path';
import type { Command } from 'commander';
import type { ExportEvent } from '../core/contract/values.ts';
import { chooseFormat, noFormat } from '../core/export/options.ts';
import type { ExportFormat, ExportOptions } from '../core/export/types.ts';
import { failed, type Outcome, problem, type Words } from '../core/outcome.ts';
import { readingReport } from './opening.ts';
import { print, refuse, type Shell, say, withProgress } from './shell.ts';
import { styleFinding } from './style.ts';

const STEPS: Readonly<Record<Extract<ExportEvent, { kind: 'progress' }>['step'], Words>> = {
  citations: { en: 'Formatting citations…', fr: 'Mise en forme des références…' },
  images: { en: 'Reading images…', fr: 'Lecture des images…' },
  pages: { en: 'Making the file…', fr: 'Composition du fichier…' },
  writing: { en: 'Writing the file…', fr: 'Écriture du fichier…' },
};

interface Asked {
  readonly to?: string;
  readonly format?: string;
  readonly option: readonly string[];
  readonly anonymous?: boolean;
  readonly zotero?: boolean;
  readonly formats?: boolean;
}

const collect = (value: string, before: readonly string[]) => [...before, value];

export function exportCommand(command: Command, shell: Shell): void {
  command
    .option(
      '--to <path>',
      shell.text({
        en: 'file to write; its ending says the format',
        fr: 'fichier à écrire\u00a0; sa terminaison dit le format',
      }),
    )
    .option(
      '--format <id>',
      shell.text({
        en: 'the format, where the ending does not say it (see --formats)',
        fr: 'le format, si la terminaison ne le dit pas (voir --formats)',
      }),
    )
    .option(
      '--option <name=value>',
      shell.text({
        en: 'an option of the format (repeatable; see --formats)',
        fr: 'une option du format (répétable\u00a0; voir --formats)',
      }),
      collect,
      [],
    )
    .option(
      '--anonymous',
      shell.text({ en: 'without authors and what tells of them', fr: 'sans les auteurs ni ce qui les désigne' }),
    )
    .option(
      '--zotero',
      shell.text({
        en: 'Word: citations as live Zotero fields',
        fr: 'Word\u00a0: appels de citation en champs Zotero actifs',
      }),
    )
    .option(
      '--formats',
      shell.text({ en: 'list the formats and their options', fr: 'énumérer les formats et leurs options' }),
    )
    .action(async (file: string | undefined, asked: Asked) => {
      const formats = await (await shell.services()).implementation['export.formats']({}, shell.signal);
      if (asked.formats) return listFormats(shell, formats);
      if (file === undefined || asked.to === undefined) return refuse(shell, incomplete());
      const { to } = asked;
      const format = chooseFormat(formats, to, asked.format);
      if (!format) return refuse(shell, { ...noFormat(formats, asked.format ?? (extname(to) || to)), where: to });
      const options = readOptions(format, asked);
      if (!options.ok) return refuse(shell, options.problem);
      return readingReport(shell, file, async ({ document, report }) => {
        const path = resolve(to);
        const request = { document, format: format.id, options: options.value, path };
        const last = await withProgress(shell, async step => {
          let event: ExportEvent | null = null;
          for await (const next of (await shell.services()).implementation['report.export'](request, shell.signal)) {
            event = next;
            if (next.kind === 'progress') step(STEPS[next.step]);
          }
          return event;
        });
        if (last?.kind === 'failed') refuse(shell, last.problem);
        else if (last?.kind === 'written') {
          const { kind: _, ...written } = last;
          const style = await styleFinding(shell, report);
          if (style) say(shell, style.message);
          print(shell, written, [last.path, ...(last.beside === null ? [] : [last.beside])]);
        } else throw new Error('the export ended without a result');
      });
    });
}

/** `--option name=value`, `--anonymous` and `--zotero` as options; one that the format has not is a problem. */
function readOptions(format: ExportFormat, { option, anonymous, zotero }: Asked): Outcome<ExportOptions> {
  const options: Record<string, boolean | string> = {};
  const asked = [...option, ...(anonymous ? ['anonymous=yes'] : []), ...(zotero ? ['zotero=yes'] : [])];
  for (const pair of asked) {
    const [name = '', value = 'yes'] = pair.split(/=(.*)/s);
    const known = format.options.find(({ id }) => id === name);
    if (!known) return failed(noOption(format, pair));
    if (known.kind === 'choice') {
      if (!known.choices.some(({ id }) => id === value)) return failed(noOption(format, pair));
      options[name] = value;
    } else if (/^(?:yes|true|on|1)$/i.test(value)) options[name] = true;
    else if (/^(?:no|false|off|0)$/i.test(value)) options[name] = false;
    else return failed(noOption(format, pair));
  }
  return { ok: true, value: options };
}

/** "anonymous=yes|no" */
function usageOf(format: ExportFormat): readonly string[] {
  return format.options.map(
    option => `${option.id}=${option.kind === 'switch' ? 'yes|no' : option.choices.map(({ id }) => id).join('|')}`,
  );
}

function listFormats(shell: Shell, formats: readonly ExportFormat[]): void {
  const language = shell.language;
  print(
    shell,
    formats,
    formats.flatMap(format => [
      `${format.id}\t.${format.extension}\t${format.name[language]}`,
      ...usageOf(format).map(usage => `\t--option ${usage}`),
    ]),
  );
}

const incomplete = () =>
  problem(
    'export.incomplete',
    { en: 'Say which report, and what to write.', fr: 'Indiquez le document et le fichier à écrire.' },
    {
      en: 'For example: casewright export case.casereport --to case.pdf',
      fr: 'Par exemple\u00a0: casewright export cas.casereport --to cas.pdf',
    },
  );

const noOption = (format: ExportFormat, asked: string) =>
  problem(
    'export.option',
    {
      en: `“${asked}” is no option of ${format.name.en}.`,
      fr: `«\u00a0${asked}\u00a0» n’est pas une option du format ${format.name.fr}.`,
    },
    {
      en: `Nothing was written. Options: ${usageOf(format).join(', ') || 'none'}.`,
      fr: `Rien n’a été écrit. Options\u00a0: ${usageOf(format).join(', ') || 'aucune'}.`,
    },
  );
