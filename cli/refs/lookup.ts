/** `casewright refs lookup ID…`: references by DOI, PMID, PMCID, arXiv id, ISBN or an article's address. */
import { type Command, Option } from 'commander';
import { referenceFormats } from '../../core/formats/index.ts';
import { identifierText } from '../../core/lookup/identifiers.ts';
import type { Standing } from '../../core/lookup/standing.ts';
import type { LookedUp } from '../../core/lookup/types.ts';
import type { Words } from '../../core/outcome.ts';
import { colon, EXIT, print, refuse, type Shell, withProgress } from '../shell.ts';

const written = referenceFormats.filter(({ write }) => write !== undefined).map(({ id }) => id);

export function lookupCommand(command: Command, shell: Shell): void {
  command
    .addOption(
      new Option('--to <format>', shell.text({ en: 'format to write', fr: 'format à écrire' }))
        .choices(written)
        .default('csl-json'),
    )
    .action((ids: readonly string[], options: { to: string }) => lookUp(shell, ids, options.to));
}

/**
 * Exit codes: 0 all were found, 1 some were not, or could not be checked (each said on stderr), 2 nothing to look up. With
 * `--json`, standard output holds a list of what came of each; else the references found, in the format of `--to`.
 */
async function lookUp(shell: Shell, ids: readonly string[], to: string): Promise<void> {
  const { implementation } = await shell.services();
  const language = shell.language;
  const answer = await withProgress(shell, async step => {
    step({ en: 'Asking …', fr: 'Demande en cours…' });
    return implementation['lookup.identifiers']({ text: ids.join('\n') }, shell.signal);
  });
  if (!answer.ok) return refuse(shell, answer.problem);
  for (const one of answer.value) {
    const words = saidOf(one);
    const name = one.state === 'unnamed' ? one.problem.where : one.identifiers.map(identifierText).join(', ');
    if (words) process.stderr.write(`${name}${colon(language)}${words[language]}\n`);
  }
  const found = answer.value.flatMap(one => (one.state === 'found' ? [one.reference] : []));
  if (shell.json) print(shell, answer.value, []);
  else process.stdout.write(referenceFormats.find(({ id }) => id === to)?.write?.(found) ?? '');
  if (found.length < answer.value.length) shell.leave(EXIT.findings);
}

/** What a reader has to know of one; null where there is nothing. */
function saidOf(one: LookedUp): Words | null {
  if (one.state === 'unknown') {
    const services = one.asked.join(', ');
    return { en: `not known (${services})`, fr: `inconnu (${services})` };
  }
  if (one.state === 'unnamed')
    return {
      en: `${one.problem.message.en} ${one.problem.hint.en}`,
      fr: `${one.problem.message.fr} ${one.problem.hint.fr}`,
    };
  if (one.state === 'not checked')
    return {
      en: `not checked. ${one.problem.message.en} ${one.problem.hint.en}`,
      fr: `non vérifié. ${one.problem.message.fr} ${one.problem.hint.fr}`,
    };
  return standingWords(one.standing);
}

function standingWords({ state, notices }: Standing): Words | null {
  const [notice] = notices;
  const where = notice ? [notice.date, notice.doi].filter(Boolean).join(', ') : '';
  const more = where === '' ? '' : ` (${where})`;
  switch (state) {
    case 'retracted':
      return { en: `RETRACTED${more}`, fr: `RÉTRACTÉ${more}` };
    case 'concern':
      return { en: `expression of concern${more}`, fr: `mise en garde de l’éditeur${more}` };
    case 'corrected':
      return { en: `corrected${more}`, fr: `corrigé${more}` };
    case 'not checked':
      return {
        en: 'not checked for retractions',
        fr: 'rétractations non vérifiées',
      };
    case 'none':
      return null;
  }
}
