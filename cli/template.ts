import { done, failed, type Outcome } from '../core/outcome.ts';
import type { CaseReport } from '../core/report/types.ts';
import { templateOf } from '../core/template/choose.ts';
import type { Template } from '../core/template/types.ts';
import { noSuchTemplate } from '../host/services/packaging.ts';
import type { Shell } from './shell.ts';

/** The template that was named, or the report's own where none was. */
export async function templateNamed(
  shell: Shell,
  report: CaseReport,
  id: string | undefined,
): Promise<Outcome<Template>> {
  if (id === undefined || id === report.template) return done(await templateFor(shell, report));
  const templates = await (await shell.services()).templates();
  const named = templates.find(template => template.id === id);
  return named ? done(named) : failed(noSuchTemplate(id, templates));
}

export async function templateFor(shell: Shell, report: CaseReport): Promise<Template> {
  const found = templateOf(report, await (await shell.services()).templates());
  if (!found) throw new Error('no template is installed');
  return found;
}
