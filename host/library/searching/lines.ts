/** Many lines of letters sorted at once, letter by letter from the last (radix sort): no line is compared with another. */

export interface TextLines {
  /** Numbers of entries, those first that are to stand first among equals. */
  readonly ns: Int32Array;
  /**
   * The lines of all, `width` code units each, 0 behind their ends: the first units of all lines, then the second ones, as they are
   * gone through in this order. A line that has nothing stands last, whichever way.
   */
  readonly units: Uint16Array;
  readonly width: number;
}

/** Numbers of entries both ways: neither is the other turned round, as equals and those without stand alike in both. */
export interface BothWays {
  readonly ascending: Int32Array;
  readonly descending: Int32Array;
}

/** Texts by number, of those that are asked for. */
export type Wholes = (ns: readonly number[]) => ReadonlyMap<number, string>;

/** Letters are sorted by two at a time where there are no more different ones. */
const PAIRED = 255;

/** Numbers of entries in the order of their lines. `wholes` tells lines apart that are the beginnings of texts; null where they are all. */
export function sortedLines(lines: TextLines, wholes: Wholes | null): BothWays {
  const { ns, units, width } = lines;
  const size = ns.length;
  const order = byUnits(lines);
  const begins = beginsOf(order, lines);
  const ascending = new Int32Array(size);
  const descending = new Int32Array(size);
  let empty = 0;
  while (empty < size && units[order[empty] as number] === 0) empty++;
  let [into, until] = [0, size - empty];
  const take = (n: number, place: number) => {
    ascending[into++] = n;
    descending[place] = n;
  };
  for (let from = empty; from < size; ) {
    let to = from + 1;
    while (to < size && begins[to] === 0) to++;
    until -= to - from;
    const isCut = units[(width - 1) * size + (order[from] as number)] !== 0;
    if (to - from > 1 && wholes !== null && isCut) {
      const some = Array.from({ length: to - from }, (_, at) => ns[order[from + at] as number] as number);
      let last = until + some.length;
      for (const equals of byWholes(some, wholes)) {
        last -= equals.length;
        for (const [at, n] of equals.entries()) take(n, last + at);
      }
    } else for (let at = from; at < to; at++) take(ns[order[at] as number] as number, until + at - from);
    from = to;
  }
  for (let at = 0; at < empty; at++) take(ns[order[at] as number] as number, into);
  return { ascending, descending };
}

/** By place in the order, 1 where a line is another than the one before. */
function beginsOf(order: Uint32Array, { units, width }: TextLines): Uint8Array {
  const size = order.length;
  const begins = new Uint8Array(size).fill(1);
  for (let place = 1; place < size; place++) {
    let one = order[place - 1] as number;
    let other = order[place] as number;
    let left = width;
    while (left > 0 && units[one] === units[other]) {
      one += size;
      other += size;
      left--;
    }
    if (left === 0) begins[place] = 0;
  }
  return begins;
}

/** Those of equal texts together. */
function byWholes(ns: readonly number[], wholes: Wholes): readonly (readonly number[])[] {
  const texts = wholes(ns);
  const groups = new Map<string, number[]>();
  for (const n of ns) {
    const text = texts.get(n) ?? '';
    const group = groups.get(text);
    if (group) group.push(n);
    else groups.set(text, [n]);
  }
  return [...groups.keys()].sort().map(text => groups.get(text) as readonly number[]);
}

/** TextLines sorted letter by letter from the last; equal ones stay as they are. */
function byUnits({ ns, units, width }: TextLines): Uint32Array {
  const { ranks, size } = alphabet(units);
  let order = new Uint32Array(ns.length);
  for (let line = 0; line < order.length; line++) order[line] = line;
  let next = new Uint32Array(order.length);
  const step = size <= PAIRED ? 2 : 1;
  const counts = new Uint32Array(size ** step);
  const keys = new Uint16Array(order.length);
  for (let at = width - 1 - ((width - 1) % step); at >= 0; at -= step) {
    const ones = units.subarray(at * keys.length, (at + 1) * keys.length);
    for (let line = 0; line < keys.length; line++) keys[line] = ranks[ones[line] as number] as number;
    if (step === 2) {
      // Behind the last unit of a line of odd width there is nothing.
      const others = units.subarray((at + 1) * keys.length, (at + 2) * keys.length);
      for (let line = 0; line < keys.length; line++)
        keys[line] = (keys[line] as number) * size + (ranks[others[line] ?? 0] as number);
    }
    counts.fill(0);
    for (let line = 0; line < keys.length; line++) {
      const key = keys[line] as number;
      counts[key] = (counts[key] as number) + 1;
    }
    // All have the same: mostly nothing, behind the end of the longest.
    if (counts[keys[0] ?? 0] === keys.length) continue;
    for (let key = 0, sum = 0; key < counts.length; key++) {
      const count = counts[key] as number;
      counts[key] = sum;
      sum += count;
    }
    for (let place = 0; place < order.length; place++) {
      const line = order[place] as number;
      const key = keys[line] as number;
      const into = counts[key] as number;
      next[into] = line;
      counts[key] = into + 1;
    }
    [order, next] = [next, order];
  }
  return order;
}

/** The place of every code unit among those that there are; that of 0 is 0. */
function alphabet(units: Uint16Array): { readonly ranks: Uint16Array; readonly size: number } {
  const ranks = new Uint16Array(0x10000);
  for (let at = 0; at < units.length; at++) ranks[units[at] as number] = 1;
  let size = 1;
  for (let unit = 1; unit < ranks.length; unit++) if (ranks[unit] === 1) ranks[unit] = size++;
  ranks[0] = 0;
  return { ranks, size };
}
