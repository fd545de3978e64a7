/** Parting texts into folded words without making a string of each: what costs most when a large library is taken in. */
import { fold } from '../../../core/library/folding.ts';

/** The words of one text, from 0 up to `count`; made over by the next one. */
export interface Parted {
  count: number;
  /** Folded letters (UTF-16 code units), and where in them each word begins and ends. */
  units: Uint16Array;
  begins: Int32Array;
  ends: Int32Array;
  /** What each word is told by: see {@link nameOf}. */
  ones: Int32Array;
  twos: Int32Array;
}

/** The first number of a word that its two numbers do not spell. */
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
const MARKUP = '<'.charCodeAt(0);

let own = new Uint16Array(1 << 10);
let ownBytes = Buffer.from(own.buffer);
const parted: Parted = {
  count: 0,
  units: own,
  begins: new Int32Array(1 << 9),
  ends: new Int32Array(1 << 9),
  ones: new Int32Array(1 << 9),
  twos: new Int32Array(1 << 9),
};

/** Gives the words of a text, the same as `foldedWords` does. */
export function scan(text: string): Parted {
  const length = write(text);
  if (scanLetters(own, 0, length, true)) return parted;
  scanLetters(own, 0, write(fold(text)), false);
  return parted;
}

/** The same for a text that is a stretch of code units; they are made over. */
export function scanUnits(units: Uint16Array, from: number, to: number): Parted {
  if (scanLetters(units, from, to, true)) return parted;
  const text = Buffer.from(units.buffer, units.byteOffset + 2 * from, 2 * (to - from)).toString('utf16le');
  scanLetters(own, 0, write(fold(text)), false);
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

/** Whether it came to the end: a text that is to be folded first is left at the first letter that says so. */
function scanLetters(units: Uint16Array, from: number, to: number, isPlain: boolean): boolean {
  // Words have a letter and what parts them.
  const most = ((to - from) >> 1) + 1;
  if (most > parted.begins.length)
    for (const name of ['begins', 'ends', 'ones', 'twos'] as const) parted[name] = new Int32Array(2 * most);
  const { begins, ends, ones, twos } = parted;
  let count = 0;
  let begin = from;
  let one = 0;
  let two = 0;
  let isSpelled = true;
  for (let at = from; at <= to; at++) {
    const code = at < to ? (units[at] as number) : 0;
    if (code >= 128 || code === MARKUP) {
      if (isPlain) return false;
      // What is no ASCII is a letter once it was folded.
      if (code >= 128) {
        isSpelled = false;
        continue;
      }
    }
    const digit = DIGIT[code] as number;
    if (digit !== 0) {
      if (at - begin < SPELLED) one = (Math.imul(one, BASE) + digit) | 0;
      else two = (Math.imul(two, BASE) + digit) | 0;
      units[at] = LOWER[code] as number;
      continue;
    }
    if (at > begin) {
      if (!isSpelled || at - begin > 2 * SPELLED) {
        one = LONG;
        two = hashOf(units, begin, at);
      }
      begins[count] = begin;
      ends[count] = at;
      ones[count] = one;
      twos[count] = two;
      count++;
      one = 0;
      two = 0;
      isSpelled = true;
    }
    begin = at + 1;
  }
  parted.units = units;
  parted.count = count;
  return true;
}

/** FNV-1a over code units. */
function hashOf(units: Uint16Array, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (units[at] as number), 0x01000193);
  return hash;
}

/**
 * The two numbers that a folded word is told by. Twelve ASCII letters and digits are spelled by them, so that words that have
 * the same are the same; for any other the first is {@link LONG} and the second a hash.
 */
export function nameOf(units: Uint16Array, from: number, to: number): readonly [one: number, two: number] {
  let [one, two] = [0, 0];
  for (let at = from; at < to; at++) {
    const digit = DIGIT[units[at] as number] ?? 0;
    if (digit === 0 || at - from >= 2 * SPELLED) return [LONG, hashOf(units, from, to)];
    if (at - from < SPELLED) one = (Math.imul(one, BASE) + digit) | 0;
    else two = (Math.imul(two, BASE) + digit) | 0;
  }
  return [one, two];
}
