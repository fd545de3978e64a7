/** The type of every entry: read when a list is first narrowed or ordered by it. */
import type { Database } from '../database.ts';
import { letter, letters, longAt, numberAt, packedText } from './packed.ts';
import { longer } from './words.ts';

export interface Types {
  /** By number of entry, the number of its type. */
  of(): Uint16Array;
  /** The number of a type; one that nothing has where it is not known. */
  number(name: string): number;
  put(n: number, name: string): void;
  /** Numbers of all types by their names; what has none last. */
  sorted(descending: boolean): Uint16Array;
}

/** Letters of a row. */
const ROW = 3;
/** The number of no type. */
export const UNKNOWN = 0xffff;

export function readTypes(database: Database): Types {
  const names = database.rows<readonly [string]>('select distinct type from entries').map(([name]) => name);
  const numbers = new Map(names.map((name, number) => [name, number]));
  const number = names.map((_, at) => `when ? then ${at}`).join(' ');
  const text =
    names.length === 0
      ? ''
      : packedText(database, `char(${letters('n')}, ${letter(`case type ${number} end`)})`, 'from entries', names);
  let of = new Uint16Array((database.value<number | null>('select max(n) from entries') ?? 0) + 1);
  for (let at = 0; at < text.length; at += ROW) of[longAt(text, at)] = numberAt(text, at + 2);

  return {
    of: () => of,
    number: name => numbers.get(name) ?? UNKNOWN,
    put(n, name) {
      if (n >= of.length) of = longer(of, 2 * n);
      let its = numbers.get(name);
      if (its === undefined) {
        its = numbers.size;
        numbers.set(name, its);
      }
      of[n] = its;
    },
    sorted(descending) {
      const known = [...numbers.keys()].filter(name => name !== '').sort();
      if (descending) known.reverse();
      if (numbers.has('')) known.push('');
      return Uint16Array.from(known, name => numbers.get(name) as number);
    },
  };
}
