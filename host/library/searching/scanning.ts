/** Parting texts into folded words without making a string of each: what costs most when a large library is taken in. */
import { fold } from '../../../core/library/folding.ts';

/** The words of one text, from 0 up to `count`; made over by the next one. */
export interface Parted {
  count: number;
  /** What each word is told by: see {@link nameOf}. */
  ones: Int32Array;
  twos: Int32Array;
  threes: Int32Array;
  /** Folded letters (UTF-16 code units), and where in them each word begins and ends whose numbers do not spell it. */
  units: Uint16Array;
  begins: Int32Array;
  ends: Int32Array;
}

/** The first number of a word that its numbers do not spell. */
export const LONG = -1;

/** ASCII letters and digits as they are searched by; 0 parts words. */
const LOWER = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code);
  return /[a-z0-9]/i.test(letter) ? letter.toLowerCase().charCodeAt(0) : 0;
});
/** The same as digits of a number, 1 to 36; 0 parts words. */
const DIGIT = LOWER.map(code => (code === 0 ? 0 : code < 58 ? code - 47 : code - 86));
const BASE = 37;
/** Digits of one number: 37 to the sixth is less than 2 to the 32nd, and no such number is {@link LONG}. */
const SPELLED = 6;
/** Letters of the longest word that three numbers spell. */
export const LONGEST = 3 * SPELLED;
const MARKUP = '<'.charCodeAt(0);

let own = new Uint16Array(1 << 10);
let ownBytes = Buffer.from(own.buffer);
const parted: Parted = {
  count: 0,
  ones: new Int32Array(1 << 9),
  twos: new Int32Array(1 << 9),
  threes: new Int32Array(1 << 9),
  units: own,
  begins: new Int32Array(1 << 9),
  ends: new Int32Array(1 << 9),
};

/** Gives the words of a text, the same as `foldedWords` does. */
export function scan(text: string): Parted {
  const length = write(text);
  if (!scanLetters(length, true)) scanLetters(write(fold(text)), false);
  return parted;
}

/** Writes a text as code units; gives how many. */
function write(text: string): number {
  if (text.length > own.length) {
    own = new Uint16Array(2 * text.length);
    ownBytes = Buffer.from(own.buffer);
  }
  ownBytes.write(text, 'utf16le');
  return text.length;
}

function makeRoom(words: number): void {
  if (words > parted.ones.length)
    for (const name of ['ones', 'twos', 'threes', 'begins', 'ends'] as const) parted[name] = new Int32Array(2 * words);
}

/** Whether it came to the end: a text that is to be folded first is left at the first letter that says so. */
function scanLetters(length: number, isPlain: boolean): boolean {
  // Words have a letter and what parts them.
  makeRoom((length >> 1) + 1);
  let count = 0;
  let begin = 0;
  for (let at = 0; at <= length; at++) {
    const code = at < length ? (own[at] as number) : 0;
    if (code >= 128 || code === MARKUP) {
      if (isPlain) return false;
      // What is no ASCII is a letter once it was folded.
      if (code >= 128) continue;
    }
    const lower = LOWER[code] as number;
    if (lower !== 0) {
      own[at] = lower;
      continue;
    }
    if (at > begin) name(count++, begin, at);
    begin = at + 1;
  }
  parted.units = own;
  parted.count = count;
  return true;
}

/** Names a word that is written as code units. */
function name(word: number, begin: number, end: number): void {
  const [one, two, three] = nameOf(own, begin, end);
  parted.ones[word] = one;
  parted.twos[word] = two;
  parted.threes[word] = three;
  parted.begins[word] = begin;
  parted.ends[word] = end;
}

/** FNV-1a over code units. */
function hashOf(units: Uint16Array, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (units[at] as number), 0x01000193);
  return hash;
}

/**
 * The three numbers that a folded word is told by. Eighteen ASCII letters and digits are spelled by them, six by each, so that words
 * that have the same are the same; for any other the first is {@link LONG} and the second a hash.
 */
export function nameOf(
  units: Uint16Array,
  from: number,
  to: number,
): readonly [one: number, two: number, three: number] {
  let [one, two, three] = [0, 0, 0];
  for (let at = from; at < to; at++) {
    const digit = DIGIT[units[at] as number] ?? 0;
    const length = at - from;
    if (digit === 0 || length >= LONGEST) return [LONG, hashOf(units, from, to), 0];
    if (length < SPELLED) one = (Math.imul(one, BASE) + digit) | 0;
    else if (length < 2 * SPELLED) two = (Math.imul(two, BASE) + digit) | 0;
    else three = (Math.imul(three, BASE) + digit) | 0;
  }
  return [one, two, three];
}

/** Writes the letters that a number spells; gives where they end. */
export function spell(number: number, into: Uint16Array, from: number): number {
  let length = 0;
  for (let left = number >>> 0; left > 0; left = Math.floor(left / BASE)) length++;
  let left = number >>> 0;
  for (let at = from + length - 1; at >= from; at--) {
    const digit = left % BASE;
    into[at] = digit + (digit <= 10 ? 47 : 86);
    left = Math.floor(left / BASE);
  }
  return from + length;
}

/** Of a byte: less is the digit of a letter, 1 to 36; {@link PARTS} parts words, and {@link ASKED} is looked at. */
const NO_LETTER = 64;
const PARTS = NO_LETTER;
const ASKED = NO_LETTER + 1;
const QUOTE = '"'.charCodeAt(0);
const ESCAPE = '\\'.charCodeAt(0);
const ESCAPED_UNIT = 'u'.charCodeAt(0);
const SLASH = '/'.charCodeAt(0);
const KIND = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 128 || byte === MARKUP || byte === QUOTE || byte === ESCAPE ? ASKED : DIGIT[byte] || PARTS,
);
const isLetter = (kind: number): boolean => kind < NO_LETTER;

/**
 * Gives the words of a text that is a stretch of JSON in UTF-8, between its quotes, or a number: the same as {@link scan} does of the
 * text, and without making a string where it has no markup, and no letters but those that fold to ASCII.
 */
export function scanJson(bytes: Uint8Array, from: number, to: number): Parted {
  if (!scanBytes(bytes, from, to)) scan(JSON.parse(`"${utf8(bytes, from, to)}"`) as string);
  return parted;
}

const utf8 = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('utf8');

/** Units written for words of the text at hand that their numbers do not spell, or that have letters beyond ASCII. */
let written = 0;

/** Whether it came to the end. */
function scanBytes(bytes: Uint8Array, from: number, to: number): boolean {
  makeRoom(EXPANDED * (to - from) + 1);
  const { ones, twos, threes } = parted;
  let count = 0;
  written = 0;
  let at = from;
  while (at < to) {
    let kind = KIND[bytes[at] as number] as number;
    if (kind === PARTS) {
      at++;
      continue;
    }
    // What follows the text is no letter.
    const begin = at;
    let one = 0;
    let two = 0;
    let three = 0;
    for (let left = SPELLED; left > 0 && kind < NO_LETTER; left--) {
      one = (Math.imul(one, BASE) + kind) | 0;
      kind = KIND[bytes[++at] as number] as number;
    }
    for (let left = SPELLED; left > 0 && kind < NO_LETTER; left--) {
      two = (Math.imul(two, BASE) + kind) | 0;
      kind = KIND[bytes[++at] as number] as number;
    }
    for (let left = SPELLED; left > 0 && kind < NO_LETTER; left--) {
      three = (Math.imul(three, BASE) + kind) | 0;
      kind = KIND[bytes[++at] as number] as number;
    }
    if (kind >= NO_LETTER) {
      const parting = kind === PARTS || at >= to ? 1 : partingAt(bytes, at);
      if (parting > 0) {
        if (at > begin) {
          ones[count] = one;
          twos[count] = two;
          threes[count] = three;
          count++;
        }
        at += parting;
        continue;
      }
    }
    parted.count = count;
    at = spellOut(bytes, begin, to);
    if (at < 0) return false;
    count = parted.count;
  }
  parted.count = count;
  parted.units = own;
  return true;
}

/** How many bytes part words here; 0 where they are letters, or say more. */
function partingAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] as number;
  if (byte === ESCAPE) return bytes[at + 1] === ESCAPED_UNIT ? 0 : 2;
  // What is no letter after it makes it "less than".
  if (byte === MARKUP) return isLetter(KIND[bytes[at + 1] as number] as number) || bytes[at + 1] === SLASH ? 0 : 1;
  if (byte < 128) return 1;
  return expansionOf(bytes, at) === PARTING ? lengthOf(byte) : 0;
}

/** Writes the words up to what parts them and is ASCII or {@link PARTING}; gives where that is, -1 where it has other letters. */
function spellOut(bytes: Uint8Array, from: number, to: number): number {
  if (written + EXPANDED * (to - from) > own.length) {
    const more = new Uint16Array(2 * (written + EXPANDED * (to - from)));
    more.set(own);
    own = more;
    ownBytes = Buffer.from(own.buffer);
  }
  let begin = written;
  const end = () => {
    if (written > begin) name(parted.count++, begin, written);
    begin = written;
  };
  let at = from;
  while (at < to) {
    const byte = bytes[at] as number;
    const kind = KIND[byte] as number;
    if (isLetter(kind)) {
      own[written++] = LOWER[byte] as number;
      at++;
      continue;
    }
    if (kind === PARTS || partingAt(bytes, at) > 0) break;
    const expansion = byte < 128 ? null : expansionOf(bytes, at);
    if (expansion === null) return -1;
    for (const unit of expansion)
      if (unit === 0) end();
      else own[written++] = unit;
    at += lengthOf(byte);
  }
  end();
  return at;
}

/** Units that a letter beyond ASCII has at most for each of its bytes. */
const EXPANDED = 3;
const PARTING = Uint16Array.of(0);
/** By letter what it folds to, 0 for what parts words; null where it is more than ASCII. */
const expansions = new Map<number, Uint16Array | null>();

/** Bytes of a letter in UTF-8 by its first. */
const lengthOf = (byte: number): number => (byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4);

function expansionOf(bytes: Uint8Array, at: number): Uint16Array | null {
  const [byte, next, last] = [bytes[at] as number, bytes[at + 1] as number, bytes[at + 2] as number];
  const length = lengthOf(byte);
  if (length === 4) return null;
  const code = length === 2 ? ((byte & 31) << 6) | (next & 63) : ((byte & 15) << 12) | ((next & 63) << 6) | (last & 63);
  const known = expansions.get(code);
  if (known !== undefined) return known;
  // Between letters, so that it is seen whether it parts them.
  const letters = fold(`a${String.fromCharCode(code)}a`).slice(1, -1);
  const isPlain = /^[a-z0-9 ]*$/.test(letters) && letters.length <= EXPANDED * length;
  const units = Uint16Array.from(letters, letter => (letter === ' ' ? 0 : letter.charCodeAt(0)));
  const made = !isPlain ? null : letters === ' ' ? PARTING : units;
  expansions.set(code, made);
  return made;
}
