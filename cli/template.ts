import type { CaseReport } from '../core/report/types.ts';
import type { Template } from '../core/template/types.ts';
import type { Shell } from './shell.ts';

/** The report's template, else the first there is in its language. */
export async function templateFor(shell: Shell, report: CaseReport): Promise<Template> {
  const templates = await shell.services.templates();
  const found =
    templates.find(({ id }) => id === report.template) ??
    templates.find(({ languages }) => languages.includes(report.language));
  if (!found) throw new Error('no template is installed');
  return found;
}
