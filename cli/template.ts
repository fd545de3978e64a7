import type { CaseReport } from '../core/report/types.ts';
import { templateOf } from '../core/template/choose.ts';
import type { Template } from '../core/template/types.ts';
import type { Shell } from './shell.ts';

export async function templateFor(shell: Shell, report: CaseReport): Promise<Template> {
  const found = templateOf(report, await (await shell.services()).templates());
  if (!found) throw new Error('no template is installed');
  return found;
}
