/** Which template a report is printed by. */
import type { CaseReport } from '../report/types.ts';
import { checkedTemplate } from './parse.ts';
import type { Template } from './types.ts';

/** Templates that a user made or imported are named so; no template that comes with the program is. */
const OWN = 'own-';

/** Whether a template is one of the user's. */
export const isOwn = ({ id }: Pick<Template, 'id'>): boolean => id.startsWith(OWN);

/** The name of a user's template from letters that are nobody else's. */
export const ownId = (unique: string): string => `${OWN}${unique}`;

const checked = new WeakMap<object, Template | null>();

/** The template that a report carries, brought up to this version; null where there is none, or none that can be read. */
export function carriedTemplate({
  template,
  ownTemplate,
}: Pick<CaseReport, 'template' | 'ownTemplate'>): Template | null {
  if (!ownTemplate) return null;
  const known = checked.get(ownTemplate);
  if (known !== undefined) return known;
  const read = checkedTemplate(ownTemplate, template);
  const carried = read.ok && read.value.id === template ? read.value : null;
  checked.set(ownTemplate, carried);
  return carried;
}

/**
 * The template of a report: the one of its name on this computer, else the one that it carries, else the first that is there in
 * its language. Null only where there are no templates at all.
 */
export function templateOf(
  report: Pick<CaseReport, 'template' | 'ownTemplate' | 'language'>,
  templates: readonly Template[],
): Template | null {
  return (
    templates.find(({ id }) => id === report.template) ??
    carriedTemplate(report) ??
    templates.find(({ languages }) => languages[0] === report.language) ??
    templates[0] ??
    null
  );
}

/** What a change to another template puts into a report: the user's own travel with it. */
export const carried = (template: Template): { readonly own?: Template } => (isOwn(template) ? { own: template } : {});
