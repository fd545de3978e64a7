/** `casewright new FILE`: a blank report. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { isAFolder } from '../host/documents/files.ts';
import { noSuchTemplate } from '../host/services/packaging.ts';
import { notALanguage, print, refuse, type Shell } from './shell.ts';

export function newCommand(command: Command, shell: Shell): void {
  command
    .option('--template <id>', shell.text({ en: 'template of the report', fr: 'modèle du document' }))
    .option(
      '--document-language <language>',
      shell.text({
        en: 'language the report is written in: en or fr',
        fr: 'langue de rédaction du document\u00a0: en ou fr',
      }),
    )
    .action(async (file: string, options: { template?: string; documentLanguage?: string }) => {
      const asked = options.documentLanguage;
      if (asked !== undefined && asked !== 'fr' && asked !== 'en') return refuse(shell, notALanguage(asked));
      const path = resolve(file);
      if ((await stat(path).catch(() => null))?.isDirectory()) return refuse(shell, isAFolder(path));
      const { implementation } = await shell.services();
      const templates = await (await shell.services()).templates();
      if (options.template !== undefined && !templates.some(({ id }) => id === options.template))
        return refuse(shell, noSuchTemplate(options.template, templates));
      const wanted = asked ?? shell.language;
      const template =
        options.template ??
        templates.find(({ id, languages }) => id.startsWith('plain') && languages[0] === wanted)?.id ??
        'plain-en';
      const language = asked ?? templates.find(({ id }) => id === template)?.languages[0] ?? wanted;
      const created = await implementation['report.create']({ template, language }, shell.signal);
      if (!created.ok) return refuse(shell, created.problem);
      const { document } = created.value;
      const saved = await implementation['report.save']({ document, path, replace: false }, shell.signal);
      await implementation['report.close']({ document }, shell.signal);
      if (!saved.ok) return refuse(shell, saved.problem);
      print(shell, { path: saved.value.path, template, language }, [saved.value.path]);
    });
}
