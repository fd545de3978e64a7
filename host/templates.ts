/** The templates on this computer: a folder each. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../core/outcome.ts';
import { parseTemplate } from '../core/template/parse.ts';
import type { Template } from '../core/template/types.ts';

export interface TemplatesRead {
  /** By name of folder. */
  readonly templates: readonly Template[];
  readonly problems: readonly Problem[];
}

/** Reads every `<folder>/<id>/template.json`. One that cannot be read is a problem, not an end. */
export async function readTemplates(folder: string): Promise<TemplatesRead> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name);
  const templates: Template[] = [];
  const problems: Problem[] = [];
  for (const name of names.sort()) {
    const text = await readFile(join(folder, name, 'template.json'), 'utf8').catch(() => null);
    if (text === null) continue;
    const read = parseTemplate(text, `${name}/template.json`);
    if (read.ok) templates.push(read.value);
    else problems.push(read.problem);
  }
  return { templates, problems };
}
