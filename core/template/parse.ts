/** Reading `template.json`: what is wrong is named by its place. */
import { done, failed, type Outcome, problem } from '../outcome.ts';
import { isFromLater, migrated } from './migrate.ts';
import { templateSchema } from './schema.ts';
import type { Template } from './types.ts';

/** A template from the text of its file, of this version or an older one; `where` names the file. */
export function parseTemplate(text: string, where: string): Outcome<Template> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return failed(unreadable(where, 'JSON'));
  }
  if (isFromLater(data)) return failed(fromLater(where));
  return checkedTemplate(data, where);
}

/** The same from data that is parsed already, as a window sends it. */
export function checkedTemplate(data: unknown, where: string): Outcome<Template> {
  const read = templateSchema.safeParse(migrated(data));
  if (read.success) return done(read.data as unknown as Template);
  const issue = read.error.issues[0];
  return failed(unreadable(where, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`));
}

/** The text of a template's file, whole: it does not lean on what is usual in this version. */
export function writeTemplate(template: Template): string {
  return `${JSON.stringify(template, null, 2)}\n`;
}

/** A template that is there and of no use; `place` says what is wrong and where in its file. */
export function unreadable(where: string, place: string) {
  return problem(
    'template.unreadable',
    {
      en: `The template “${where}” cannot be read (${place}).`,
      fr: `Le modèle «\u00a0${where}\u00a0» ne peut pas être lu (${place}).`,
    },
    {
      en: 'It is left out; the other templates are there.',
      fr: 'Il est ignoré\u202f; les autres modèles sont disponibles.',
    },
    where,
  );
}

function fromLater(where: string) {
  return problem(
    'template.later',
    {
      en: `The template “${where}” was written by a later version of Casewright.`,
      fr: `Le modèle «\u00a0${where}\u00a0» a été écrit par une version plus récente de Casewright.`,
    },
    {
      en: 'It is left out. Update Casewright to use it.',
      fr: 'Il est ignoré. Mettez Casewright à jour pour l’utiliser.',
    },
    where,
  );
}
