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

/** Texts longer than this are put aside while a record is parsed: the parser goes through a text letter by letter. */
const LONG = 16;

/** Letters for private use: each says that a text was put aside, and which. */
const [FIRST, LAST] = [0xe000, 0xf8ff];
const PRIVATE = /[\ue000-\uf8ff]/;

/** A record with such a letter in the place of each long text, and those texts. */
interface PutAside {
  readonly source: string;
  readonly texts: readonly string[];
  /** Whether every element that is opened is closed in its turn; null where that was not looked at. */
  readonly balanced: boolean | null;
}

/**
 * Puts long texts aside. A record is left as it is where it has letters for private use itself, and where only the parser can tell
 * text from anything else.
 */
function putAside(source: string): PutAside {
  const left = { source, texts: [], balanced: null };
  if (source.includes('<!') || source.includes('<?') || PRIVATE.test(source)) return left;
  const texts: string[] = [];
  const names: string[] = [];
  let balanced = true;
  let short = '';
  let from = 0;
  for (let open = source.indexOf('<'); open >= 0; ) {
    const end = source.indexOf('>', open);
    const closing = source.charCodeAt(open + 1) === SLASH;
    const name = nameAt(source, closing ? open + 2 : open + 1);
    // A tag may end only behind its quotation marks.
    if (end < 0 || name === '' || !isPlainTag(source, open + 1, end)) return left;
    if (source.charCodeAt(end - 1) !== SLASH) {
      if (!closing) names.push(name);
      else if (names.pop() !== name) balanced = false;
    }
    const next = source.indexOf('<', end);
    if (next - end > LONG && texts.length < LAST - FIRST) {
      short += source.slice(from, end + 1) + String.fromCharCode(FIRST + texts.length);
      texts.push(source.slice(end + 1, next));
      from = next;
    }
    open = next;
  }
  return {
    source: texts.length === 0 ? source : short + source.slice(from),
    texts,
    balanced: balanced && names.length === 0,
  };
}

const SLASH = 47;

/** The name that begins at a place, of ASCII's letters; empty where there is none. */
function nameAt(source: string, from: number): string {
  const first = source.charCodeAt(from) | 32;
  if (!(first >= 97 && first <= 122)) return '';
  let at = from + 1;
  for (; ; at++) {
    const code = source.charCodeAt(at);
    const letter = code | 32;
    // Digits and the colon follow one another, and so do the hyphen and the full stop.
    if (!((letter >= 97 && letter <= 122) || (code >= 48 && code <= 58) || code === 45 || code === 46 || code === 95))
      break;
  }
  return source.slice(from, at);
}

/** Whether a tag ends at a place for the parser too, and has no other tag in it. */
function isPlainTag(source: string, from: number, end: number): boolean {
  let quoted = false;
  for (let at = from; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code === 39 || code === 60) return false;
    if (code === 34) quoted = !quoted;
  }
  return !quoted;
}

/** The text that the parser gave, or the one that was put aside for it. */
function textAt(given: string, texts: readonly string[]): string {
  const code = texts.length > 0 && given.length === 1 ? given.charCodeAt(0) : 0;
  const text = code >= FIRST && code <= LAST ? texts[code - FIRST] : undefined;
  if (text === undefined) return decodeEntities(given);
  return decodeEntities(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
}

function element(node: Node, texts: readonly string[]): XmlElement | string {
  let name = '';
  for (const key in node) if (key !== ':@') name = key;
  const inside = node[name];
  if (name === '#text') return textAt(String(inside), texts);
  if (name === '#cdata') return String((inside as readonly Node[])[0]?.['#text'] ?? '');
  const attributes: Record<string, string> = {};
  const given = node[':@'] as Readonly<Record<string, string>> | undefined;
  for (const key in given) attributes[key] = decodeEntities(String(given[key]));
  return { name, attributes, children: (inside as readonly Node[]).map(child => element(child, texts)) };
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
  const { source: short, texts, balanced } = putAside(source);
  const whole = closed && ((balanced ?? isBalanced(source)) || isValid(source));
  try {
    for (const node of parser.parse(short) as readonly Node[]) {
      const root = element(node, texts);
      if (typeof root !== 'string') return { element: root, whole };
    }
    return { element: null, whole };
  } catch {
    return { element: null, whole: false };
  }
}

const TAG = /<(?:(\/?)([A-Za-z_][\w:.-]*)[^<>]*?(\/?)>|!--[\s\S]*?-->|!\[CDATA\[[\s\S]*?\]\]>|\?[\s\S]*?\?>)/g;

/** Whether every element that is opened is closed in its turn, at a quick look. */
function isBalanced(source: string): boolean {
  const open: string[] = [];
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(source); tag; tag = TAG.exec(source)) {
    const [, closing, name, empty] = tag;
    if (name === undefined || empty === '/') continue;
    if (closing !== '/') open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

/** What the validator says where that look doubts. A bare & is the commonest fault of hand-made XML and loses nothing. */
const isValid = (source: string): boolean =>
  XMLValidator.validate(source.replace(/&(?!#?\w{1,8};)/g, '&amp;')) === true;

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
