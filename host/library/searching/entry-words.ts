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

/** Names of a JSON object that are looked for, by how long they are, and the number of each. */
type Names = readonly (readonly { readonly bytes: Uint8Array; readonly kind: number }[])[];

function namesOf(kinds: Readonly<Record<string, number>>): Names {
  const names: { bytes: Uint8Array; kind: number }[][] = [];
  for (const [name, kind] of Object.entries(kinds)) {
    const bytes = Buffer.from(name);
    names[bytes.length] ??= [];
    names[bytes.length]?.push({ bytes, kind });
  }
  return Array.from(names, some => some ?? []);
}

/** Where an object ends, or a list; no kind is less. */
const DONE = -1;

const PART = { item: 0, text: 1, texts: 2, notes: 3 } as const;
const ENTRY = namesOf({ item: PART.item, key: PART.text, aliases: PART.texts, tags: PART.texts, notes: PART.notes });
/** Beside the places of texts (PLACES). */
const OTHER = { authors: 4, editors: 5, issued: 6 } as const;
const ITEM = namesOf({
  author: OTHER.authors,
  editor: OTHER.editors,
  issued: OTHER.issued,
  title: PLACES.title,
  ...Object.fromEntries(HEAD_VARIABLES.map(name => [name, PLACES.head])),
  ...Object.fromEntries(REST_VARIABLES.map(name => [name, PLACES.rest])),
});
const NAME = namesOf({ family: 0, literal: 1, given: 2, 'non-dropping-particle': 3 });
const NOTE = namesOf({ text: 0 });

/** A string shorter than this is gone over byte by byte, a longer one by what Node has for it. */
const SHORT = 48;

const YEAR_FIRST = Buffer.from('{"date-parts":[[');

// What is read, and where: all functions below go on from there. They are no closures, and are given none: those would be compiled
// again for every one that they are given.
let bytes: Buffer = Buffer.alloc(0);
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

/** Goes into an object, and gives whether it is one; what is none is passed. */
function enterObject(): boolean {
  if (bytes[at] !== OBJECT) {
    passValue();
    return false;
  }
  at++;
  return true;
}

/** Goes on to the next value of an object that has one of these names and gives its kind; behind the object where there is none. */
function nextNamed(names: Names): number {
  for (;;) {
    if (bytes[at] === COMMA) at++;
    if (bytes[at] === OBJECT_END) {
      at++;
      return DONE;
    }
    const from = at + 1;
    passString();
    const kind = kindOf(from, at - 1, names);
    // Behind the colon.
    at++;
    if (kind !== DONE) return kind;
    passValue();
  }
}

/** Goes into a list, and gives whether it is one; what is none is passed. */
function enterList(): boolean {
  if (bytes[at] !== LIST) {
    passValue();
    return false;
  }
  at++;
  return true;
}

/** Goes on to the next value of a list; behind the list where there is none. */
function isNext(): boolean {
  if (bytes[at] === COMMA) at++;
  if (bytes[at] !== LIST_END) return true;
  at++;
  return false;
}

/** A string or number, as a text of a place; other values are none. */
function takeText(place: number): void {
  const from = at;
  const byte = bytes[at] as number;
  passValue();
  if (byte === QUOTE) texts[place]?.push(from + 1, at - 1);
  else if (byte === MINUS || isDigit(byte)) texts[place]?.push(from, at);
}

function takeAuthors(): void {
  if (enterList()) while (isNext()) if (enterObject()) while (nextNamed(NAME) !== DONE) takeText(PLACES.author);
}

/** An editor is found by one name and a particle, as it is listed. */
function takeEditor(): void {
  const parts = [-1, -1, -1, -1];
  if (enterObject())
    for (let part = nextNamed(NAME); part !== DONE; part = nextNamed(NAME)) {
      parts[part] = at;
      passValue();
    }
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
  if (to - digits === 4 && isAt(from, YEAR_FIRST)) {
    texts[PLACES.head]?.push(digits, to);
    return;
  }
  const issued = JSON.parse(bytes.toString('utf8', from, at)) as CslDate | null;
  oddYear = issued === null ? null : yearOf({ id: '', type: '', issued });
}

function takeItem(): void {
  if (!enterObject()) return;
  for (let variable = nextNamed(ITEM); variable !== DONE; variable = nextNamed(ITEM))
    if (variable === OTHER.authors) takeAuthors();
    else if (variable === OTHER.issued) takeYear();
    else if (variable !== OTHER.editors) takeText(variable);
    else if (enterList()) while (isNext()) takeEditor();
}

function takeNotes(): void {
  if (enterList()) while (isNext()) if (enterObject()) while (nextNamed(NOTE) !== DONE) takeText(PLACES.rest);
}

function takeEntry(): void {
  // What is no object is no entry.
  at++;
  for (let part = nextNamed(ENTRY); part !== DONE; part = nextNamed(ENTRY))
    if (part === PART.item) takeItem();
    else if (part === PART.text) takeText(PLACES.head);
    else if (part === PART.notes) takeNotes();
    else if (enterList()) while (isNext()) takeText(PLACES.head);
}

/** A word counts where it first stands. */
const IN_ORDER = [PLACES.author, PLACES.title, PLACES.head, PLACES.rest] as const;

function giveWords(take: (text: Parted, place: Place) => void): void {
  for (const place of IN_ORDER) {
    const its = texts[place] as number[];
    for (let text = 0; text < its.length; text += 2)
      take(scanJson(bytes, its[text] as number, its[text + 1] as number), place);
    if (place === PLACES.head && oddYear !== null) take(scan(String(oddYear)), place);
  }
}

/** Puts the words of entries into an index; gives how many entries they are. */
export function readLines(lines: EntryLines, index: Inverted): number {
  let count = 0;
  bytes = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength);
  at = 0;
  while (at < bytes.length) {
    let n = 0;
    for (; bytes[at] !== SPACE; at++) n = 10 * n + (bytes[at] as number) - ZERO;
    at++;
    for (const its of texts) its.length = 0;
    oddYear = null;
    takeEntry();
    if (at < bytes.length && bytes[at] !== LINE) throw new Error('not the JSON of an entry');
    at++;
    index.fill(n, giveWords);
    count++;
  }
  return count;
}

/** What a name stands for, {@link DONE} where it is none of these. */
function kindOf(from: number, to: number, names: Names): number {
  const some = names[to - from];
  if (some !== undefined) for (const name of some) if (isAt(from, name.bytes)) return name.kind;
  return DONE;
}

function isAt(from: number, others: Uint8Array): boolean {
  for (let index = 0; index < others.length; index++) if (bytes[from + index] !== others[index]) return false;
  return true;
}
