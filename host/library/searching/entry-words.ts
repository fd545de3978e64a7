/**
 * The words of entries taken from their JSON as it stands in the tables, without making the entries of it: what is asked for is found
 * by going over the bytes once, and its words are read where they stand. The same words in the same places as `eachText` gives
 * (core/library/texts.ts), which says what an entry is found by.
 */
import { HEAD_VARIABLES, PLACES, type Place, REST_VARIABLES, yearOf } from '../../../core/library/texts.ts';
import type { CslDate } from '../../../core/references/csl.ts';
import type { Inverted } from './inverted.ts';
import { type Parted, scan, scanJson } from './scanning.ts';

/** Entries as they are handed over, in UTF-8: on each line the number of an entry, a space, and the entry as JSON. */
export type EntryLines = Uint8Array;

const QUOTE = '"'.charCodeAt(0);
const ESCAPE = '\\'.charCodeAt(0);
const COMMA = ','.charCodeAt(0);
const ZERO = '0'.charCodeAt(0);
const MINUS = '-'.charCodeAt(0);
const SPACE = ' '.charCodeAt(0);
const OBJECT = '{'.charCodeAt(0);
const LIST = '['.charCodeAt(0);
const OBJECT_END = '}'.charCodeAt(0);
const LIST_END = ']'.charCodeAt(0);
const LINE = '\n'.charCodeAt(0);
/** How null begins, and nothing else. */
const NULL = 'n'.charCodeAt(0);

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= ZERO + 9;

/** Names of a JSON object that are looked for, by how long they are. */
type Names<Kind> = readonly (readonly { readonly bytes: Uint8Array; readonly kind: Kind }[])[];

function namesOf<Kind>(kinds: Readonly<Record<string, Kind>>): Names<Kind> {
  const names: { bytes: Uint8Array; kind: Kind }[][] = [];
  for (const [name, kind] of Object.entries(kinds)) {
    const bytes = Buffer.from(name);
    names[bytes.length] ??= [];
    names[bytes.length]?.push({ bytes, kind });
  }
  return Array.from(names, some => some ?? []);
}

type Part = 'item' | 'text' | 'texts' | 'notes';
const ENTRY = namesOf<Part>({
  item: 'item',
  key: 'text',
  aliases: 'texts',
  tags: 'texts',
  notes: 'notes',
});
type Variable = Place | 'authors' | 'editors' | 'issued';
const ITEM = namesOf<Variable>({
  author: 'authors',
  editor: 'editors',
  issued: 'issued',
  title: PLACES.title,
  ...Object.fromEntries(HEAD_VARIABLES.map(name => [name, PLACES.head])),
  ...Object.fromEntries(REST_VARIABLES.map(name => [name, PLACES.rest])),
});
const NAME = namesOf({ family: 0, literal: 1, given: 2, 'non-dropping-particle': 3 });
const NOTE = namesOf({ text: 0 });

/** A string shorter than this is gone over byte by byte, a longer one by what Node has for it. */
const SHORT = 48;

const YEAR_FIRST = Buffer.from('{"date-parts":[[');

/** Puts the words of entries into an index. */
export function readLines(lines: EntryLines, index: Inverted): void {
  const bytes = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength);
  let at = 0;
  /** Where texts begin and end, by place. */
  const texts: readonly number[][] = [[], [], [], []];
  /** A year that is not told as most are. */
  let oddYear: number | null = null;

  /** Goes on behind a string; `at` is at its quote. */
  function passString(): void {
    at++;
    for (const most = at + SHORT; at < most; at++) {
      const byte = bytes[at] as number;
      if (byte === QUOTE) {
        at++;
        return;
      }
      if (byte === ESCAPE) at++;
    }
    for (;;) {
      const end = bytes.indexOf(QUOTE, at);
      if (end < 0) throw new Error('a string without end');
      let escapes = 0;
      while (end - 1 - escapes >= at && bytes[end - 1 - escapes] === ESCAPE) escapes++;
      at = end + 1;
      if (escapes % 2 === 0) return;
    }
  }

  function passValue(): void {
    const byte = bytes[at] as number;
    if (byte === QUOTE) passString();
    else if (byte === OBJECT || byte === LIST) {
      let depth = 0;
      do {
        const inner = bytes[at] as number;
        if (inner === QUOTE) passString();
        else {
          if (inner === OBJECT || inner === LIST) depth++;
          else if (inner === OBJECT_END || inner === LIST_END) depth--;
          at++;
        }
      } while (depth > 0);
    } else
      while (bytes[at] !== COMMA && bytes[at] !== OBJECT_END && bytes[at] !== LIST_END) {
        if (at >= bytes.length) throw new Error('a value without end');
        at++;
      }
  }

  /** Gives every value of an object that has one of these names; `take` goes on behind it. */
  function eachValue<Kind>(names: Names<Kind>, take: (kind: Kind) => void): void {
    at++;
    while (bytes[at] !== OBJECT_END) {
      const from = at + 1;
      passString();
      const kind = kindOf(bytes, from, at - 1, names);
      // Behind the colon.
      at++;
      if (kind === null) passValue();
      else take(kind);
      if (bytes[at] === COMMA) at++;
    }
    at++;
  }

  /** Gives every value of a list, and passes what is none; `take` goes on behind it. */
  function eachOf(take: () => void): void {
    if (bytes[at] !== LIST) {
      passValue();
      return;
    }
    at++;
    while (bytes[at] !== LIST_END) {
      take();
      if (bytes[at] === COMMA) at++;
    }
    at++;
  }

  /** A string or number, as a text of a place; other values are none. */
  function takeText(place: Place): void {
    const from = at;
    const byte = bytes[at] as number;
    passValue();
    if (byte === QUOTE) texts[place]?.push(from + 1, at - 1);
    else if (byte === MINUS || isDigit(byte)) texts[place]?.push(from, at);
  }

  function takeObject<Kind>(names: Names<Kind>, take: (kind: Kind) => void): void {
    if (bytes[at] === OBJECT) eachValue(names, take);
    else passValue();
  }

  /** An editor is found by one name and a particle, as it is listed. */
  function takeEditor(): void {
    const parts = [-1, -1, -1, -1];
    takeObject(NAME, part => {
      parts[part] = at;
      passValue();
    });
    const end = at;
    const [family = -1, literal = -1, given = -1, particle = -1] = parts;
    const isThere = (from: number) => from >= 0 && bytes[from] !== NULL;
    for (const from of [[family, literal, given].find(isThere) ?? -1, particle])
      if (from >= 0) {
        at = from;
        takeText(PLACES.head);
      }
    at = end;
  }

  function takeYear(): void {
    const from = at;
    passValue();
    const digits = from + YEAR_FIRST.length;
    let to = digits;
    while (isDigit(bytes[to] as number)) to++;
    if (to - digits === 4 && bytes.compare(YEAR_FIRST, 0, YEAR_FIRST.length, from, digits) === 0) {
      texts[PLACES.head]?.push(digits, to);
      return;
    }
    const issued = JSON.parse(bytes.toString('utf8', from, at)) as CslDate | null;
    oddYear = issued === null ? null : yearOf({ id: '', type: '', issued });
  }

  function takeVariable(variable: Variable): void {
    if (variable === 'authors') eachOf(() => takeObject(NAME, () => takeText(PLACES.author)));
    else if (variable === 'editors') eachOf(takeEditor);
    else if (variable === 'issued') takeYear();
    else takeText(variable);
  }

  function takePart(part: Part): void {
    if (part === 'item') takeObject(ITEM, takeVariable);
    else if (part === 'text') takeText(PLACES.head);
    else if (part === 'texts') eachOf(() => takeText(PLACES.head));
    else eachOf(() => takeObject(NOTE, () => takeText(PLACES.rest)));
  }

  function giveWords(take: (text: Parted, place: Place) => void): void {
    // A word counts where it first stands.
    for (const place of [PLACES.author, PLACES.title, PLACES.head, PLACES.rest]) {
      const its = texts[place] as number[];
      for (let text = 0; text < its.length; text += 2)
        take(scanJson(bytes, its[text] as number, its[text + 1] as number), place);
      if (place === PLACES.head && oddYear !== null) take(scan(String(oddYear)), place);
    }
  }

  while (at < bytes.length) {
    let n = 0;
    for (; bytes[at] !== SPACE; at++) n = 10 * n + (bytes[at] as number) - ZERO;
    at++;
    for (const its of texts) its.length = 0;
    oddYear = null;
    eachValue(ENTRY, takePart);
    if (at < bytes.length && bytes[at] !== LINE) throw new Error('not the JSON of an entry');
    at++;
    index.fill(n, giveWords);
  }
}

/** What a name stands for, null where it is none of these. */
function kindOf<Kind>(bytes: Uint8Array, from: number, to: number, names: Names<Kind>): Kind | null {
  for (const name of names[to - from] ?? []) {
    let index = 0;
    while (index < to - from && bytes[from + index] === name.bytes[index]) index++;
    if (index === to - from) return name.kind;
  }
  return null;
}
