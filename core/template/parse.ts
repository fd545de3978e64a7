/** Reading `template.json`: what is wrong is named by its place. */
import type { z } from 'zod';
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
  return failed(unreadable(where, issue ? wrongPlace(issue, data) : ''));
}

/** What is wrong at a place, in both languages: the validator itself speaks English only, and so do the rules beside it. */
function wrongPlace(issue: z.core.$ZodIssue, data: unknown): { readonly en: string; readonly fr: string } {
  const place = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const keys = [place, issue.keys.join(', ')].filter(each => each !== '').join(': ');
    return { en: `${keys}: not known here`, fr: `${keys}\u00a0: inconnu ici` };
  }
  let value: unknown = data;
  for (const key of issue.path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return value === undefined
    ? { en: `${place}: missing`, fr: `${place}\u00a0: absent` }
    : {
        en: `${place}: ${issue.code === 'custom' ? issue.message : 'a value that does not fit'}`,
        fr: `${place}\u00a0: valeur qui ne convient pas`,
      };
}

/** The text of a template's file, whole: it does not lean on what is usual in this version. */
export function writeTemplate(template: Template): string {
  return `${JSON.stringify(template, null, 2)}\n`;
}

/** A template that is there and of no use; `place` says what is wrong and where in its file. */
export function unreadable(where: string, place: string | { readonly en: string; readonly fr: string }) {
  const { en, fr } = typeof place === 'string' ? { en: place, fr: place } : place;
  return problem(
    'template.unreadable',
    {
      en: `The template “${where}” cannot be read (${en}).`,
      fr: `Le modèle «\u00a0${where}\u00a0» ne peut pas être lu (${fr}).`,
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
