/**
 * XML files of many records, read one record at a time: each is cut out of the text and parsed by itself, so that a broken one
 * costs itself only and a large file never becomes one tree. Entities are decoded here and only here, the five of XML, numeric
 * ones and a few of HTML: no declared entity is ever expanded and nothing outside of the text is ever fetched.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { writable } from '../writable.ts';
import { decodeEntities } from './entities.ts';
import { lineCounter } from './lines.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

export interface XmlRecord {
  /** From 1. */
  readonly line: number;
  readonly source: string;
  /** Null where nothing could be read. */
  readonly element: XmlElement | null;
  /** Whether the record is well-formed; one that is not may have lost something. */
  readonly whole: boolean;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  cdataPropName: '#cdata',
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  // Where an element stands, as text, is asked for by nobody.
  jPath: false,
});

/** What fast-xml-parser gives with `preserveOrder`: one key, its children; attributes beside it. */
type Node = Readonly<Record<string, readonly Node[] | string | Readonly<Record<string, string>>>>;

/** Text as it stands in an element or between the quotes of an attribute; letters that XML cannot hold are left out. */
export function encodeEntities(text: string): string {
  const held = writable(text);
  if (!/[&<>"]/.test(held)) return held;
  return held.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function element(node: Node): XmlElement | string {
  let name = '';
  for (const key in node) if (key !== ':@') name = key;
  const inside = node[name];
  if (name === '#text') return decodeEntities(String(inside));
  if (name === '#cdata') return String((inside as readonly Node[])[0]?.['#text'] ?? '');
  const attributes: Record<string, string> = {};
  const given = node[':@'] as Readonly<Record<string, string>> | undefined;
  for (const key in given) attributes[key] = decodeEntities(String(given[key]));
  return { name, attributes, children: (inside as readonly Node[]).map(element) };
}

/** Every element of one of these names, in the order of the text; `plainer` may leave out of a record's text what says nothing. */
export function* xmlRecords(
  text: string,
  names: readonly string[],
  plainer: (source: string) => string = source => source,
): Generator<XmlRecord> {
  const start = new RegExp(`<(${names.join('|')})(?=[\\s>])`, 'g');
  const lineAt = lineCounter(text);
  let found = start.exec(text);
  while (found) {
    const next = start.exec(text);
    const piece = text.slice(found.index, next?.index ?? text.length);
    const end = `</${found[1]}>`;
    const closed = piece.lastIndexOf(end);
    const source = closed < 0 ? piece.trimEnd() : piece.slice(0, closed + end.length);
    yield { line: lineAt(found.index), source, ...parsed(plainer(source), closed >= 0) };
    found = next;
  }
}

function parsed(source: string, closed: boolean): Pick<XmlRecord, 'element' | 'whole'> {
  const whole = closed && isWhole(source);
  try {
    const [root] = (parser.parse(source) as readonly Node[]).map(element).filter(node => typeof node !== 'string');
    return { element: (root as XmlElement | undefined) ?? null, whole };
  } catch {
    return { element: null, whole: false };
  }
}

const TAG = /<(?:(\/?)([A-Za-z_][\w:.-]*)[^<>]*?(\/?)>|!--[\s\S]*?-->|!\[CDATA\[[\s\S]*?\]\]>|\?[\s\S]*?\?>)/g;

/** Whether every element that is opened is closed in its turn. The full validator is asked only where a quick look doubts it. */
function isWhole(source: string): boolean {
  const open: string[] = [];
  let balanced = true;
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(source); tag && balanced; tag = TAG.exec(source)) {
    const [, closing, name, empty] = tag;
    if (name === undefined || empty === '/') continue;
    if (closing === '/') balanced = open.pop() === name;
    else open.push(name);
  }
  if (balanced && open.length === 0) return true;
  // A bare & is the commonest fault of hand-made XML and loses nothing.
  return XMLValidator.validate(source.replace(/&(?!#?\w{1,8};)/g, '&amp;')) === true;
}

/** The child elements of a name. */
export function childrenOf(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  if (!parent) return [];
  return parent.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

/** The first element along a path of names. */
export function childOf(parent: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let at = parent;
  for (const name of path) {
    at = at?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);
    if (!at) return undefined;
  }
  return at;
}

/** All text inside, as it stands; `mark` may put something around what an element holds. */
export function allText(
  node: XmlElement | string | undefined,
  mark: (element: XmlElement, inside: string) => string = (_, inside) => inside,
): string {
  if (node === undefined) return '';
  if (typeof node === 'string') return node;
  let inside = '';
  for (const child of node.children) inside += allText(child, mark);
  return mark(node, inside);
}

/** All text along a path, on one line. */
export function textOf(parent: XmlElement | undefined, ...path: readonly string[]): string {
  return allText(childOf(parent, ...path))
    .replace(/\s+/g, ' ')
    .trim();
}
