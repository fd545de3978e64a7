/** What two lists have in common, in order (Myers, "An O(ND) difference algorithm and its variations", 1986). */

/** More differences than this are not looked for: what is left is one replacement. */
const MOST = 1500;

/** Pairs of places of equal items, ascending in both. */
export function commonOf<T>(
  a: readonly T[],
  b: readonly T[],
  equal: (a: T, b: T) => boolean,
): readonly [number, number][] {
  let start = 0;
  while (start < a.length && start < b.length && equal(a[start] as T, b[start] as T)) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && equal(a[endA - 1] as T, b[endB - 1] as T)) {
    endA--;
    endB--;
  }
  const pairs: [number, number][] = [];
  for (let at = 0; at < start; at++) pairs.push([at, at]);
  for (const [x, y] of shortest(a.slice(start, endA), b.slice(start, endB), equal)) pairs.push([x + start, y + start]);
  for (let at = 0; endA + at < a.length; at++) pairs.push([endA + at, endB + at]);
  return pairs;
}

function shortest<T>(a: readonly T[], b: readonly T[], equal: (a: T, b: T) => boolean): readonly [number, number][] {
  const n = a.length;
  const m = b.length;
  if (n === 0 || m === 0) return [];
  const most = Math.min(n + m, MOST);
  // The furthest place reached on each diagonal, and how it stood before each step.
  const furthest = new Map<number, number>([[1, 0]]);
  const steps: ReadonlyMap<number, number>[] = [];
  for (let d = 0; d <= most; d++) {
    steps.push(new Map(furthest));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1));
      let x = down ? (furthest.get(k + 1) ?? 0) : (furthest.get(k - 1) ?? 0) + 1;
      while (x < n && x - k < m && x - k >= 0 && equal(a[x] as T, b[x - k] as T)) x++;
      furthest.set(k, x);
      if (x >= n && x - k >= m) return walkedBack(steps, n, m);
    }
  }
  return [];
}

function walkedBack(steps: readonly ReadonlyMap<number, number>[], n: number, m: number): readonly [number, number][] {
  const pairs: [number, number][] = [];
  let x = n;
  let y = m;
  for (let d = steps.length - 1; d >= 0; d--) {
    const before = steps[d] as ReadonlyMap<number, number>;
    const k = x - y;
    const down = k === -d || (k !== d && (before.get(k - 1) ?? -1) < (before.get(k + 1) ?? -1));
    const from = down ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : (before.get(from) ?? 0);
    const fromY = d === 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY) {
      x--;
      y--;
      pairs.push([x, y]);
    }
    x = fromX;
    y = fromY;
  }
  return pairs.reverse();
}
