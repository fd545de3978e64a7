/** The citation styles that a template can name: those of the program and of the CSL project. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StyleFound } from '../../core/contract/templates.ts';
import { HOUSE_STYLES, inWords } from '../../core/template/style-name.ts';
import type { Template } from '../../core/template/types.ts';
import { aliases } from './aliases.ts';
import { styleIds, styleNamed } from './styles.ts';
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

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '');

/** Words that abbreviated titles of journals leave out. */
const SMALL = new Set(['of', 'the', 'and', 'in', 'for', 'de', 'des', 'du', 'la', 'le', 'les', 'et', 'd', 'l']);

/** Whether `short` abbreviates `long`: its beginning ("dermatol"), or its first letter and others in their order ("natl"). */
function abbreviates(short: string, long: string): boolean {
  if (long.includes(short)) return true;
  if (short.length < 2 || short[0] !== long[0]) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}

interface Named extends StyleFound {
  readonly words: readonly string[];
}

/** Names by which authors ask for a style whose own name has none of their words. */
const CALLED: readonly (readonly [style: string, name: string, words: string])[] = [
  ...['vancouver', 'vancouver-brackets', 'vancouver-superscript'].map(
    style => [style, 'NLM, ICMJE', 'National Library of Medicine citation sequence citing medicine'] as const,
  ),
  ['apa', 'American Psychological Association', ''],
  ['american-medical-association', 'AMA, JAMA', ''],
  ['modern-language-association', 'MLA', ''],
];

let named: readonly Named[] | null = null;

/** Every style of the program by its name, and by the names of journals that use it. */
function all(): readonly Named[] {
  const as = (id: string, name: string, words = name): Named => ({ id, name, words: plain(words) });
  named ??= [
    ...aliases.map(({ journal, style }) => as(style, `${journal} (${inWords(style)})`, `${journal} ${style}`)),
    ...CALLED.map(([id, name, words]) => as(id, `${name} (${inWords(id)})`, `${name} ${words} ${id}`)),
    ...Object.entries(HOUSE_STYLES).flatMap(([id, { en, fr }]) => [
      as(id, en, `${en} ${id}`),
      as(id, fr, `${fr} ${id}`),
    ]),
    ...styleIds().map(id => as(id, inWords(id))),
  ];
  return named;
}

/**
 * Styles whose name, or a journal's that uses them, holds all of the words, whole or abbreviated, accents and case aside: names with
 * the words as they are written come before others, then short ones before long ones. `added` are those of the user.
 */
export function findStyles(words: string, added: readonly StyleFound[] = [], most = 50): readonly StyleFound[] {
  const wanted = plain(words).filter((word, _, { length }) => length === 1 || !SMALL.has(word));
  const first = wanted[0] ?? '';
  const weight = ({ words: own }: Named) => {
    const isWritten = wanted.every(word => own.some(each => each.startsWith(word)));
    return (isWritten ? 0 : 2) + (own[0]?.startsWith(first) ? 0 : 1);
  };
  const found = [...added.map(style => ({ ...style, words: plain(style.name) })), ...all()]
    .filter(({ words: own }) => wanted.every(word => own.some(each => abbreviates(word, each))))
    .map(style => ({ ...style, weight: weight(style) }))
    .sort((a, b) => a.weight - b.weight || a.words.length - b.words.length || (a.name < b.name ? -1 : 1));
  const seen = new Set<string>();
  return found
    .filter(({ name }) => !seen.has(name) && seen.add(name))
    .slice(0, most)
    .map(({ id, name }) => ({ id, name }));
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
