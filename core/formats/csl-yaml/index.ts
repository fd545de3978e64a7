/**
 * CSL-YAML: a list of items, alone, under `references:`, or in the front matter of a Markdown file. The list is cut into its items
 * before it is parsed, so that a broken item costs itself only and a large file never becomes one tree.
 */
import { type Document, parseDocument, stringify } from 'yaml';
import type { Reference } from '../../report/types.ts';
import { cslEntry, cslReferencesOf, itemOf } from '../csl-json/index.ts';
import { isObject, type Json } from '../csl-json/normal.ts';
import { lineCounter, linesKnown } from '../lines.ts';
import { type EntryProblem, entryNotRead, entryReadInPart } from '../problems.ts';
import { PROSE } from '../spare.ts';
import { RESTS_EVERY, type Reading, type ReferenceFormat, throughout } from '../types.ts';
import { DATES } from '../variables.ts';
import { escaped, fromMarkdown, RICH, toMarkdown, unescaped } from './markdown.ts';

const BROKEN = { en: 'its YAML is broken', fr: 'son YAML est défectueux' };
const EMPTY = { en: 'it has neither a type nor a title', fr: 'elle n’a ni type ni titre' };

/** A piece of the text that is one item, with where it begins (from 1). */
interface Piece {
  readonly line: number;
  readonly source: string;
}

const FENCE = /^(?:---|\.\.\.)[ \t]*$/gm;
const LIST = /^references:[ \t]*(?:#.*)?$/m;
const ITEM = /^(?:[ \t]*(?:#.*)?\n)*[ \t]*-\s+(?:id|type|title|author|DOI|citation-key):(?:\s|$)/;

/**
 * What stands in YAML: the parts between fences that hold items, wherever in a Markdown file they are, else the front matter, else
 * the whole text; each with the line it begins on.
 */
function yamlParts(text: string): readonly Piece[] {
  const parts: (Piece & { readonly fence: string })[] = [];
  const lineAt = lineCounter(text);
  let [from, fence] = [0, ''];
  const add = (to: number) => parts.push({ line: lineAt(from), source: text.slice(from, to), fence });
  for (const found of text.matchAll(FENCE)) {
    add(found.index);
    from = found.index + found[0].length + 1;
    fence = found[0].trim();
  }
  if (from <= text.length) add(text.length);
  // A list in the words of a file does not stand directly below a fence.
  const holding = parts.filter(
    ({ source, fence: above }, index) =>
      LIST.test(source) || (above !== '...' && (index > 1 ? /^[ \t]*-/ : /^/).test(source) && ITEM.test(source)),
  );
  if (holding.length > 0) return holding;
  const [first, second] = parts;
  return [second !== undefined && first?.source.trim() === '' ? second : { line: 1, source: text }];
}

/** The items of a block list, or null where the text has none: a single item, or a list between brackets. */
function itemsOf({ line: start, source }: Piece): readonly Piece[] | null {
  const key = LIST.exec(source);
  const from = key ? key.index + key[0].length : 0;
  let line = start;
  for (let at = source.indexOf('\n'); at >= 0 && at < from; at = source.indexOf('\n', at + 1)) line++;
  const pieces: { line: number; source: string }[] = [];
  let indent: number | null = null;
  for (let at = from; at <= source.length; line++) {
    const found = source.indexOf('\n', at);
    const end = found < 0 ? source.length : found + 1;
    const text = source.slice(at, end);
    const bare = text.trim();
    if (bare !== '') {
      const depth = text.search(/\S/);
      const dash = /^\s*-(?:\s|$)/.test(text);
      const comment = bare.startsWith('#');
      if (indent === null && !comment) {
        if (!dash) return null;
        indent = depth;
      }
      const last = pieces.at(-1);
      if (dash && depth === indent) pieces.push({ line, source: text });
      else if (!comment && depth <= (indent ?? 0)) break;
      else if (last) last.source += text;
    } else if (pieces.length > 0) (pieces.at(-1) as { source: string }).source += text;
    if (found < 0) break;
    at = end;
  }
  return indent === null ? null : pieces;
}

/** "title: Calciphylaxis: a review": a colon in words that wanted quotation marks and means what it says. */
const UNQUOTED = /^(\s*(?:-[ ]+)?[\w-]+:[ ]+)([^\s"'[{|>&*!%#@`].*: .*?)[ ]*$/gm;

function parsed(source: string): { readonly value: unknown; readonly document: Document } {
  // Every scalar is text: "07" stays "07", and a version 1.10 does not become 1.1.
  const document = parseDocument(source, { schema: 'failsafe', prettyErrors: false, logLevel: 'error' });
  try {
    return { value: document.toJS({ maxAliasCount: 100 }), document };
  } catch {
    return { value: undefined, document };
  }
}

/** What only YAML lacks: numbers in dates, truth values, Markdown. */
function typed(variable: string, value: unknown): unknown {
  if (typeof value === 'string') {
    // A block ends with a line end of its own, and only paragraphs have others.
    const text = PROSE.has(variable) ? value.replace(/\n+$/, '') : value.replace(/\s*\n\s*/g, ' ').trimEnd();
    return RICH.has(variable) ? fromMarkdown(text) : VERBATIM.has(variable) ? text : unescaped(text);
  }
  if (VERBATIM.has(variable)) return value;
  if (!DATES.has(variable)) return everyText(value, unescaped);
  return numbered(everyText(value, unescaped));
}

/** What is nobody's prose: names of entries and types, and what other programs keep there. */
const VERBATIM: ReadonlySet<string> = new Set(['id', 'type', 'citation-key', 'custom']);

/** A value with all its texts made anew. */
function everyText(value: unknown, made: (text: string) => string): unknown {
  if (typeof value === 'string') return made(value);
  if (Array.isArray(value)) return value.map(each => everyText(each, made));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, everyText(each, made)]));
}

function numbered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(numbered);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, numbered(each)]));
  if (value === 'true' || value === 'false') return value === 'true';
  return typeof value === 'string' && /^-?\d{1,4}$/.test(value) ? Number(value) : value;
}

const typedItem = (item: unknown): unknown =>
  isObject(item)
    ? Object.fromEntries(
        Object.entries(item)
          .filter(([, value]) => value !== '~' && value !== 'null')
          .map(([name, value]) => [name, typed(name, value)]),
      )
    : item;

/** Reads every item; one that is no valid YAML gives what could be read of it, and is reported with its line. */
function* yamlReading(source: string): Reading {
  const parts = yamlParts(source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source);
  const references: Reference[] = [];
  const referenceOf = cslReferencesOf();
  const lines: number[] = [];
  const problems: EntryProblem[] = [];
  const take = (item: unknown, line: number, text: string, broken: boolean) => {
    const entry = cslEntry(typedItem(item));
    if (entry) {
      references.push(referenceOf(entry));
      lines.push(line);
    }
    if (!entry) problems.push(entryNotRead(line, broken ? BROKEN : EMPTY, text));
    else if (broken) problems.push(entryReadInPart(line, BROKEN, text));
  };
  for (const part of parts) {
    // An item that names a part of another one needs the whole list.
    const linked = /(?::|-)[ \t]+&\w|(?::|-)[ \t]+\*\w+[ \t]*$/m.test(part.source);
    const pieces = linked ? null : itemsOf(part);
    for (const { line, source: text } of pieces ?? []) {
      let { value, document } = parsed(text);
      if (document.errors.length > 0) {
        const quoted = parsed(text.replace(UNQUOTED, (_, name: string, words: string) => name + JSON.stringify(words)));
        if (quoted.document.errors.length === 0) ({ value, document } = quoted);
      }
      take(Array.isArray(value) ? value[0] : value, line, text.trimEnd(), document.errors.length > 0);
      if (references.length % RESTS_EVERY === 0) yield references.length;
    }
    if (pieces === null) {
      const { value, document } = parsed(part.source);
      const list = isObject(value) && Array.isArray(value.references) ? value.references : value;
      const broken = document.errors.length > 0;
      for (const item of Array.isArray(list) ? list : [list]) take(item, part.line, part.source.trim(), broken);
    }
  }
  return { references, problems, lineOf: linesKnown(lines) };
}

export const readCslYaml = throughout(yamlReading);

function yamlItem(reference: Reference): Json {
  return Object.fromEntries(
    Object.entries(itemOf(reference)).map(([name, value]) => [
      name,
      RICH.has(name) && typeof value === 'string'
        ? toMarkdown(value)
        : VERBATIM.has(name)
          ? value
          : everyText(value, escaped),
    ]),
  );
}

/** One document, as pandoc reads it: the items under `references`, rich text as Markdown. */
export function writeCslYaml(references: readonly Reference[]): string {
  return `---\n${stringify({ references: references.map(yamlItem) }, { lineWidth: 0 })}...\n`;
}

export const cslYaml: ReferenceFormat = {
  id: 'csl-yaml',
  name: 'CSL-YAML',
  extensions: ['yaml', 'yml', 'md'],
  recognises: text =>
    (/^references:[ \t]*(?:#.*)?$/m.test(text) && /^[ \t]*(?:-[ \t]+)?(?:id|type|title):\s/m.test(text)) ||
    /(?:^|(?:^|[\r\n])---[ \t]*\r?\n?)\s*-\s+(?:id|type|title|author|DOI|citation-key):(?:\s|$)/.test(text) ||
    (/^\s*(?:---[ \t]*[\r\n]\s*)?(?:id|type):\s/.test(text) && /^(?:title|author|issued):/m.test(text)),
  reading: yamlReading,
  read: readCslYaml,
  write: writeCslYaml,
};
