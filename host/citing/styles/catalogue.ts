/** The citation styles that a template can name: those of the program and of the CSL project. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HOUSE_STYLES } from '../../../core/template/style-name.ts';
import type { Template } from '../../../core/template/types.ts';
import { styleNamed } from './styles.ts';
import { inPlainCsl, styleXml } from './writing.ts';

/** What names of the program's own styles begin with. */
const HOUSE = 'casewright-';

/** Where the file of a style is; null for a style of the CSL project. */
export function styleFile(
  { id, citations: { style } }: Pick<Template, 'id' | 'citations'>,
  folder: string,
): string | null {
  if (style.endsWith('.csl')) return join(folder, id, style);
  return Object.hasOwn(HOUSE_STYLES, style) ? join(folder, style.slice(HOUSE.length), 'style.csl') : null;
}

/** The name by which a copy of a template uses its style: a copy has no file beside it. */
export function namedStyle({ id, citations: { style } }: Pick<Template, 'id' | 'citations'>): string {
  return style.endsWith('.csl') ? `${HOUSE}${id}` : style;
}

/** Whether a template that has no file beside it may name this style. */
export const isStyle = (name: string): boolean => Object.hasOwn(HOUSE_STYLES, name) || styleNamed(name) !== null;

/**
 * The template with a style that is here: its own, or where that is unknown (a template that came with a report), one that cites in the
 * same way. A style that a template holds whole is always here.
 */
export function withKnownStyle<T extends Pick<Template, 'citations'>>(template: T): T {
  const { style, kind, csl } = template.citations;
  if (csl !== undefined || style.endsWith('.csl') || isStyle(style)) return template;
  const usual = {
    'author-date': `${HOUSE}author-date`,
    superscript: 'vancouver-superscript',
    bracket: 'vancouver-brackets',
  };
  return { ...template, citations: { ...template.citations, style: usual[kind] } };
}

/** The address by which a style is known to reference managers. */
export function styleAddress(wanted: Pick<Template, 'id' | 'citations'>, folder: string): string {
  const template = withKnownStyle(wanted);
  const { csl } = template.citations;
  if (csl !== undefined) return addressIn(csl);
  const file = styleFile(template, folder);
  if (file === null) return `http://www.zotero.org/styles/${template.citations.style}`;
  return addressIn(readFileSync(file, 'utf8'));
}

const addressIn = (csl: string) =>
  /<id>\s*([^<\s]+)\s*<\/id>/.exec(csl)?.[1] ?? 'http://www.zotero.org/styles/vancouver';

/** The text of a template's style, as a .csl file for other programs. */
export async function styleText(wanted: Pick<Template, 'id' | 'citations'>, folder: string): Promise<string> {
  const template = withKnownStyle(wanted);
  if (template.citations.csl !== undefined) return template.citations.csl;
  const file = styleFile(template, folder);
  if (file !== null) return readFile(file, 'utf8');
  const { style } = template.citations;
  const found = styleNamed(style);
  if (!found) throw new Error(`no citation style ${style}`);
  return styleXml(inPlainCsl(found), style);
}
