/** `casewright package FILE --to FOLDER|x.zip`: what does not fit is listed first; then the package is made. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Finding } from '../core/checks/types.ts';
import type { PackageEvent } from '../core/contract/packaging.ts';
import { done, failed, type Outcome, problem, type Words } from '../core/outcome.ts';
import { PACKAGE_ROLES, type PackageRole } from '../core/package/types.ts';
import { readingReport } from './opening.ts';
import { colon, EXIT, print, refuse, type Shell, say, withProgress } from './shell.ts';

type Progress = Extract<PackageEvent, { kind: 'progress' }>;

const STEPS: Readonly<Record<Progress['step'], (progress: Progress) => Words>> = {
  making: ({ name, done, of }) => ({
    en: `Making ${name} (${done + 1} of ${of})…`,
    fr: `Composition de ${name} (${done + 1} sur ${of})…`,
  }),
  writing: () => ({ en: 'Writing the package…', fr: 'Écriture du dossier…' }),
};

const SEVERITIES: Readonly<Record<Finding['severity'], Words>> = {
  error: { en: 'error', fr: 'erreur' },
  warning: { en: 'warning', fr: 'attention' },
  note: { en: 'note', fr: 'note' },
};

interface Asked {
  readonly to: string;
  readonly template?: string;
  readonly yes?: boolean;
  readonly with: readonly string[];
  readonly without: readonly string[];
}

/** Names of what can be sent, as they are typed: "cover-letter". */
const TYPED: ReadonlyMap<string, PackageRole> = new Map(
  PACKAGE_ROLES.map(role => [role.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`), role]),
);

export function packageCommand(command: Command, shell: Shell): void {
  command
    .requiredOption(
      '--to <path>',
      shell.text({ en: 'a new folder, or an archive (.zip)', fr: 'un nouveau dossier, ou une archive (.zip)' }),
    )
    .option(
      '--template <id>',
      shell.text({
        en: 'for this journal instead of the report’s own template',
        fr: 'pour cette revue au lieu du modèle du document',
      }),
    )
    .option(
      '--with <part...>',
      shell.text({ en: 'put in as well: checklist, data', fr: 'mettre aussi\u00a0: checklist, data' }),
      [],
    )
    .option(
      '--without <part...>',
      shell.text({
        en: `leave out: ${[...TYPED.keys()].join(', ')}`,
        fr: `laisser de côté\u00a0: ${[...TYPED.keys()].join(', ')}`,
      }),
      [],
    )
    .option(
      '--yes',
      shell.text({
        en: 'make it although something does not fit the template',
        fr: 'composer le dossier même si quelque chose ne convient pas au modèle',
      }),
    )
    .action((file: string, asked: Asked) => {
      const choice = choiceOf(asked);
      if (!choice.ok) return refuse(shell, choice.problem);
      const { more, less } = choice.value;
      return readingReport(shell, file, async ({ document }) => {
        const { to, template, yes } = asked;
        const usual = { document, ...(template === undefined ? {} : { template }) };
        const { implementation } = await shell.services();
        const first = await implementation['package.plan'](usual, shell.signal);
        if (!first.ok) return refuse(shell, first.problem);
        const asUsual = new Set(first.value.files.map(({ role }) => role));
        const include = PACKAGE_ROLES.filter(role => (asUsual.has(role) || more.has(role)) && !less.has(role));
        const wanted = { ...usual, include };
        const planned =
          more.size + less.size === 0 ? first : await implementation['package.plan'](wanted, shell.signal);
        if (!planned.ok) return refuse(shell, planned.problem);
        const { findings, files } = planned.value;
        const grave = findings.filter(({ severity }) => severity !== 'note');
        list(shell, findings);
        if (grave.length > 0 && !yes) {
          if (shell.json) print(shell, { written: false, findings, files: files.map(({ name }) => name) }, []);
          say(shell, {
            en: 'Nothing was written. Say --yes to make the package all the same.',
            fr: 'Rien n’a été écrit. Ajoutez --yes pour faire le dossier malgré tout.',
          });
          return shell.leave(EXIT.findings);
        }
        const last = await withProgress(shell, async step => {
          let event: PackageEvent | null = null;
          for await (const next of implementation['package.make']({ ...wanted, path: resolve(to) }, shell.signal)) {
            event = next;
            if (next.kind === 'progress') step(STEPS[next.step](next));
          }
          return event;
        });
        if (last?.kind === 'failed') refuse(shell, last.problem);
        else if (last?.kind === 'written')
          print(shell, { written: true, path: last.path, size: last.size, files: last.files, findings }, [
            last.path,
            ...last.files.map(({ name }) => `  ${name}`),
          ]);
      });
    });
}

/** What is put in beside what the template's packages hold, and what is left out of it. */
function choiceOf(asked: Asked): Outcome<Readonly<Record<'more' | 'less', ReadonlySet<PackageRole>>>> {
  const unknown = [...asked.with, ...asked.without].find(name => !TYPED.has(name));
  if (unknown !== undefined) return failed(noPart(unknown));
  const roles = (names: readonly string[]) => new Set(names.flatMap(name => TYPED.get(name) ?? []));
  return done({ more: roles(asked.with), less: roles(asked.without) });
}

const noPart = (name: string) =>
  problem(
    'package.part',
    {
      en: `“${name}” is no part of a submission package.`,
      fr: `«\u00a0${name}\u00a0» n’est pas un élément d’un dossier de soumission.`,
    },
    {
      en: `Nothing was written. Parts: ${[...TYPED.keys()].join(', ')}.`,
      fr: `Rien n’a été écrit. Éléments\u00a0: ${[...TYPED.keys()].join(', ')}.`,
    },
  );

/** Findings on stderr, one line each, before anything is written. */
function list(shell: Shell, findings: readonly Finding[]): void {
  const language = shell.language;
  for (const { severity, message, hint } of findings)
    process.stderr.write(`${SEVERITIES[severity][language]}${colon(language)}${message[language]} ${hint[language]}\n`);
}
