/**
 * Where printed letters come from. Around citations a style prints other white space and punctuation than the author wrote: a full
 * stop goes before a raised number, a space is left out, a comma stands between two calls. Elements keep their order, so text
 * between two of them is laid beside text between the same two.
 */
import { type Atom, textOfAtom } from './atoms.ts';
import { commonOf } from './diff.ts';
import { sayAlike } from './spaces.ts';

/**
 * `at`: the atom of the report that is printed here, up to `through` where one that follows it is part of what it prints; `moved`: one
 * that the report has further on; null: made by the style, in no report.
 */
export type Provenance = { readonly at: number; readonly through?: number } | { readonly moved: number } | null;

const isElement = (atom: Atom) => atom.kind !== 'letter';

/** What may be printed before the calls that it was written behind. */
const isStop = (atom: Atom | undefined) => atom?.kind === 'letter' && /^[.,;:!?…”’"»]$/u.test(atom.text);

/** Stretches between elements, as places [from, to). */
function gaps(atoms: readonly Atom[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  let from = 0;
  atoms.forEach((atom, index) => {
    if (!isElement(atom)) return;
    found.push([from, index]);
    from = index + 1;
  });
  return [...found, [from, atoms.length]];
}

/** One for each printed atom; null where printed and held elements are not the same ones. */
export function provenanceOf(held: readonly Atom[], printed: readonly Atom[]): readonly Provenance[] | null {
  const ours = gaps(held);
  const theirs = gaps(printed);
  if (ours.length !== theirs.length) return null;
  const made: Provenance[] = printed.map(() => null);
  const shown = new Set<number>();
  for (const [index, [from, to]] of theirs.entries()) {
    const [start, end] = ours[index] as readonly [number, number];
    const pairs = commonOf(held.slice(start, end), printed.slice(from, to), (a, b) =>
      sayAlike(textOfAtom(a), textOfAtom(b)),
    );
    for (const [a, b] of pairs) {
      made[from + b] = { at: start + a };
      shown.add(start + a);
    }
    const [mine, other] = [held[end], printed[to]];
    if (mine && other) {
      if (mine.kind === 'element' && other.kind === 'element' && mine.key !== other.key) return null;
      made[to] = { at: end };
      shown.add(end);
    }
  }
  // Stops that begin a stretch and are not printed there were printed before the calls that precede it, or within the last of them.
  for (const [index, [start, finish]] of ours.entries()) {
    const stop = held[start];
    if (index === 0 || stop?.kind !== 'letter') continue;
    let count = 0;
    while (start + count < finish && !shown.has(start + count) && isStop(held[start + count])) count++;
    if (count === 0) continue;
    const [, call] = theirs[index - 1] as readonly [number, number];
    const named = printed[call];
    if (named?.kind === 'element' && /^\D*/.exec(named.text)?.[0].includes(stop.text)) {
      made[call] = { at: start - 1, through: start };
      continue;
    }
    for (let before = index - 1; before >= 0; before--) {
      const [from, to] = theirs[before] as readonly [number, number];
      const places = Array.from({ length: count }, (_, place) => to - count + place);
      const isThere = (place: number, at: number) => {
        const [one, other] = [printed[place], held[start + at]];
        return (
          place >= from &&
          made[place] === null &&
          one?.kind === 'letter' &&
          other?.kind === 'letter' &&
          one.text === other.text &&
          !one.marks.includes('p')
        );
      };
      if (places.every(isThere)) {
        places.forEach((place, at) => {
          made[place] = { moved: start + at };
        });
        break;
      }
      if (made.slice(from, to).some(place => place !== null)) break;
    }
  }
  return made;
}
