/**
 * A number of 53 bits for what a part of the text or a series of values holds. Two that say the same have the same one, whatever order
 * their keys came in; it tells whether a change was made on this one or on another. What stands in a list is kept by identity: after
 * a key one paragraph is read anew, after a value typed one value.
 *
 * Journals hold these numbers: what one version of this file gave for a text, every later one gives.
 */
import type { Part } from './document.ts';
import type { Series } from './types.ts';

const known = new WeakMap<object, number>();

/** Two sums of 32 bits, after bryc's cyrb53 (public domain), turned at each step so that every bit counts for those before it. */
let one = 0;
let two = 0;

function take(code: number): void {
  one = Math.imul(((one << 13) | (one >>> 19)) ^ code, 0x9e3779b1);
  two = Math.imul(((two << 17) | (two >>> 15)) ^ code, 0x5f356495);
}

function takeLetters(text: string): void {
  take(text.length);
  for (let at = 0; at < text.length; at++) take(text.charCodeAt(at));
}

const KINDS = { absent: 1, false: 2, true: 3, number: 4, text: 5, list: 6, record: 7, item: 8 } as const;

const binary = new DataView(new ArrayBuffer(8));

/** By its 64 bits as IEEE 754 has them, high half first: quicker than its digits. */
function takeNumber(value: number): void {
  take(KINDS.number);
  // Zero is written without its sign in JSON.
  binary.setFloat64(0, value === 0 ? 0 : value);
  take(binary.getInt32(0));
  take(binary.getInt32(4));
}

/** Of each key that was seen: there are some dozens, and every value has the same few. */
const keys = new Map<string, number>();

function sumOfKey(key: string): number {
  let sum = keys.get(key);
  if (sum === undefined) {
    [one, two] = [0, 0];
    takeLetters(key);
    sum = mixed(one, two);
    keys.set(key, sum);
  }
  return sum;
}

function takeValue(value: unknown): void {
  if (value === null || value === undefined) take(KINDS.absent);
  else if (typeof value === 'boolean') take(value ? KINDS.true : KINDS.false);
  else if (typeof value === 'number') takeNumber(value);
  else if (typeof value === 'string') {
    take(KINDS.text);
    takeLetters(value);
  } else if (Array.isArray(value)) {
    take(KINDS.list);
    take(value.length);
    for (const item of value) takeItem(item);
  } else takeFields(value);
}

function takeItem(item: unknown): void {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    takeValue(item);
    return;
  }
  take(KINDS.item);
  const sum = sumOf(item);
  take(sum | 0);
  take(Math.floor(sum / 2 ** 32));
}

/** Each field by itself, then all of them added up: so their order does not matter. */
function takeFields(of: object): void {
  const record = of as Readonly<Record<string, unknown>>;
  const first = one;
  const second = two;
  let sum = 0;
  let other = 0;
  for (const key in record) {
    const value = record[key];
    // Absent is the same as undefined, as in JSON.
    if (value === undefined) continue;
    const name = sumOfKey(key);
    one = name;
    two = ~name;
    takeValue(value);
    sum = (sum + mixed(one, two)) | 0;
    other = (other + mixed(two, one)) | 0;
  }
  one = first;
  two = second;
  take(KINDS.record);
  take(sum);
  take(other);
}

function mixed(sum: number, other: number): number {
  const first = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b) ^ Math.imul(other ^ (other >>> 13), 0xc2b2ae35);
  return first ^ (first >>> 16);
}

function sumOf(record: object): number {
  const before = known.get(record);
  if (before !== undefined) return before;
  const outer = [one, two] as const;
  [one, two] = [0x2545f491, 0x6c078965];
  takeFields(record);
  const sum = 2 ** 32 * (mixed(two, one) & 0x1fffff) + (mixed(one, two) >>> 0);
  [one, two] = outer;
  known.set(record, sum);
  return sum;
}

/** The number of a part or a series: a whole one from 0 to 2⁵³ − 1. */
export function fingerprint(of: Part | Series): number {
  return sumOf(of);
}

/** Reads a part a block at a time, a step for each: its {@link fingerprint} is then at hand. */
export function* fingerprintInSteps({ children }: Part): Generator<void> {
  for (const block of children) {
    sumOf(block);
    yield;
  }
}
