/** The templates on this computer: a folder each. */
import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failed, type Outcome, type Problem } from '../core/outcome.ts';
import { parseTemplate, unreadable } from '../core/template/parse.ts';
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
    const read = await checked(folder, name, parseTemplate(text, `${name}/template.json`));
    if (read.ok) templates.push(read.value);
    else problems.push(read.problem);
  }
  return { templates, problems };
}

/**
 * A template lies in the folder of its name. Its style is a file beside it, or one of the CSL project: those are looked for
 * when a template is made or imported, since looking for all at every start would take a second.
 */
async function checked(folder: string, name: string, read: Outcome<Template>): Promise<Outcome<Template>> {
  if (!read.ok) return read;
  const { id, citations } = read.value;
  if (id !== name) return failed(unreadable(`${name}/template.json`, `id: ${id}`));
  if (!citations.style.endsWith('.csl')) return read;
  const style = `${name}/${citations.style}`;
  return access(join(folder, style)).then(
    () => read,
    () => failed(unreadable(style, 'CSL')),
  );
}
