/**
 * Reads the objects of a PDF file as our printer writes it (one cross-reference table, no object streams), for tests
 * that look at what is in the file rather than at what a viewer makes of it.
 */
import { inflateSync } from 'node:zlib';

export interface Ref {
  readonly ref: number;
}
export type Value = null | boolean | number | string | Name | Ref | readonly Value[] | Dict;
export interface Name {
  readonly name: string;
}
export interface Dict {
  readonly [key: string]: Value;
}

interface PdfObject {
  readonly value: Value;
  readonly stream: Buffer | null;
}

export class PdfFile {
  readonly #objects = new Map<number, PdfObject>();
  readonly trailer: Dict;

  constructor(bytes: Uint8Array) {
    const text = Buffer.from(bytes).toString('latin1');
    for (const match of text.matchAll(/^(\d+) 0 obj\n/gm)) {
      const parser = new Parser(text, match.index + match[0].length);
      const value = parser.value();
      const stream = parser.streamStart();
      const length = isDict(value) ? value.Length : undefined;
      const data =
        stream !== null && typeof length === 'number'
          ? Buffer.from(text.slice(stream, stream + length), 'latin1')
          : null;
      this.#objects.set(Number(match[1]), { value, stream: data });
    }
    this.trailer = new Parser(text, text.lastIndexOf('trailer\n') + 8).value() as Dict;
  }

  /** What a reference refers to; any other value itself. */
  get(value: Value | undefined): Value {
    if (value === undefined) return null;
    return isRef(value) ? (this.#objects.get(value.ref)?.value ?? null) : value;
  }

  dict(value: Value | undefined): Dict {
    const found = this.get(value);
    if (!isDict(found)) throw new Error('not a dictionary');
    return found;
  }

  array(value: Value | undefined): readonly Value[] {
    const found = this.get(value);
    if (found === null) return [];
    return Array.isArray(found) ? (found as readonly Value[]) : [found];
  }

  /** A stream's bytes, inflated. */
  stream(value: Value | undefined): Buffer {
    const object = value !== undefined && isRef(value) ? this.#objects.get(value.ref) : undefined;
    if (!object?.stream) throw new Error('not a stream');
    const isDeflated = nameOf((object.value as Dict).Filter) === 'FlateDecode';
    return isDeflated ? inflateSync(object.stream) : object.stream;
  }

  get catalog(): Dict {
    return this.dict(this.trailer.Root);
  }

  get pages(): readonly { readonly ref: number; readonly page: Dict }[] {
    const kids = this.array(this.dict(this.catalog.Pages).Kids) as readonly Ref[];
    return kids.map(kid => ({ ref: kid.ref, page: this.dict(kid) }));
  }

  /** The values of all objects. */
  get values(): readonly Value[] {
    return [...this.#objects.values()].map(object => object.value);
  }
}

export function isRef(value: Value): value is Ref {
  return typeof value === 'object' && value !== null && 'ref' in value && typeof value.ref === 'number';
}

export function isDict(value: Value | undefined): value is Dict {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('ref' in value) && !isName(value);
}

function isName(value: object): value is Name {
  return 'name' in value && Object.keys(value).length === 1 && typeof value.name === 'string';
}

export function nameOf(value: Value | undefined): string | undefined {
  return typeof value === 'object' && value !== null && isName(value) ? value.name : undefined;
}

/** A text string: UTF-16 with a byte order mark, or Latin-1. */
export function textOf(value: Value | undefined): string {
  if (typeof value !== 'string') throw new Error('not a string');
  if (!value.startsWith('\xfe\xff')) return value;
  return Buffer.from(value.slice(2), 'latin1').swap16().toString('utf16le');
}

class Parser {
  readonly #text: string;
  #at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  /** Where the bytes of a stream begin, if one follows. */
  streamStart(): number | null {
    this.#match(/\s*/y);
    return this.#match(/stream\n/y) === null ? null : this.#at;
  }

  value(): Value {
    this.#match(/\s*/y);
    if (this.#match(/<</y) !== null) return this.#dictionary();
    if (this.#match(/\[/y) !== null) return this.#list();
    if (this.#match(/\(/y) !== null) return this.#string();
    const hex = this.#match(/<([0-9a-fA-F\s]*)>/y);
    if (hex !== null) return Buffer.from(hex.replace(/[<>\s]/g, ''), 'hex').toString('latin1');
    const name = this.#match(/\/[^\s<>[\]()/]*/y);
    if (name !== null) return { name: name.slice(1) };
    const ref = this.#match(/\d+ 0 R/y);
    if (ref !== null) return { ref: Number.parseInt(ref, 10) };
    const word = this.#match(/[^\s<>[\]()/]+/y);
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null' || word === null) return null;
    return Number(word);
  }

  #dictionary(): Dict {
    const entries: Record<string, Value> = {};
    while (this.#match(/\s*>>/y) === null) {
      const key = nameOf(this.value());
      if (key === undefined) throw new Error('a dictionary without keys');
      entries[key] = this.value();
    }
    return entries;
  }

  #list(): readonly Value[] {
    const values: Value[] = [];
    while (this.#match(/\s*\]/y) === null) values.push(this.value());
    return values;
  }

  #string(): string {
    const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
    let string = '';
    for (let depth = 1; ; ) {
      const character = this.#text[this.#at++] ?? '';
      if (character === '\\') {
        const next = this.#text[this.#at++] ?? '';
        string += escapes[next] ?? next;
        continue;
      }
      if (character === '(') depth++;
      if (character === ')' && --depth === 0) return string;
      string += character;
    }
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (!match) return null;
    this.#at = pattern.lastIndex;
    return match[0];
  }
}
