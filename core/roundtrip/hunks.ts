/** The steps of a text as changes to be decided on, and how each is made in what the report holds. */
import { type Atom, textOfAtom } from './atoms.ts';
import type { Provenance } from './provenance.ts';
import type { Hand } from './returned.ts';
import type { Change, Hunk } from './review.ts';
import type { Step } from './trail.ts';

/** Letters shown on either side of a change. */
const AROUND = 40;

export interface TextOf {
  readonly held: readonly Atom[];
  readonly printed: readonly Atom[];
  readonly provenance: readonly Provenance[];
}

export interface Drawn {
  readonly change: Pick<Change, 'kind' | 'before' | 'after' | 'around' | 'hand'>;
  readonly hunk: Omit<Hunk, 'change'>;
  /** Nothing of the report is in it: letters that a template or style makes. */
  readonly empty: boolean;
  /** In no text, but the numbers of captions and mentions, which Word counts anew. */
  readonly counted: boolean;
}

const sameHand = (a: Hand | undefined, b: Hand | undefined) => a?.author === b?.author;

/** `bold` is left out of marks where the look of a place makes its letters bold. */
export function hunksOf(text: TextOf, steps: readonly Step[], plainBold: boolean): readonly Drawn[] {
  const drawn: Drawn[] = [];
  const said = (from: number, to: number) =>
    steps
      .slice(Math.max(0, from), to)
      .flatMap(step => (step.state === 'new' ? [] : [textOfAtom(step.atom)]))
      .join('');
  const marksDiffer = (step: Step) => {
    if (step.state !== 'kept' || step.atom.kind !== 'letter' || step.came.kind !== 'letter') return false;
    if (text.provenance[step.base] === null) return false;
    const [ours, theirs] = [step.atom.marks, step.came.marks];
    return plainBold ? ours.replace('b', '') !== theirs.replace('b', '') : ours !== theirs;
  };
  const kindOf = (step: Step) => (step.state === 'kept' ? (marksDiffer(step) ? 'marks' : 'kept') : 'changed');
  let base = 0;
  for (let at = 0; at < steps.length; ) {
    const first = steps[at] as Step;
    const kind = kindOf(first);
    let end = at + 1;
    if (kind !== 'kept') {
      const handAt = (index: number) => {
        const step = steps[index] as Step;
        return step.state === 'kept' ? undefined : step.hand;
      };
      const marksAt = (index: number) => {
        const step = steps[index] as Step;
        return step.state === 'kept' && step.came.kind === 'letter' ? step.came.marks : '';
      };
      while (
        end < steps.length &&
        kindOf(steps[end] as Step) === kind &&
        sameHand(handAt(end), handAt(at)) &&
        (kind !== 'marks' || marksAt(end) === marksAt(at))
      )
        end++;
      const around = {
        before: at > AROUND ? `…${said(at - AROUND, at).replace(/^\S*\s/u, '')}` : said(0, at),
        after:
          end + AROUND < steps.length ? `${said(end, end + AROUND).replace(/\s\S*$/u, '')}…` : said(end, steps.length),
      };
      // Marks of white space alone are not seen.
      if (kind !== 'marks' || steps.slice(at, end).some(({ atom }) => textOfAtom(atom).trim() !== ''))
        drawn.push(
          kind === 'marks'
            ? restyled(text, steps.slice(at, end), around)
            : rewritten(text, steps.slice(at, end), base, around),
        );
    }
    for (const step of steps.slice(at, end)) if (step.state !== 'new') base = step.base + 1;
    at = end;
  }
  return drawn;
}

function restyled(text: TextOf, steps: readonly Step[], around: Change['around']): Drawn {
  const said = steps.map(({ atom }) => textOfAtom(atom)).join('');
  const restyle = steps.flatMap(step => {
    const place = step.state === 'kept' ? text.provenance[step.base] : null;
    if (!place || step.state !== 'kept' || step.came.kind !== 'letter') return [];
    return [{ at: 'at' in place ? place.at : place.moved, marks: step.came.marks }];
  });
  return {
    change: { kind: 'marks', before: said, after: said, around },
    hunk: { remove: [], at: 0, insert: [], restyle },
    empty: restyle.length === 0,
    counted: false,
  };
}

/** `base` is the place of the first printed atom after what stands before the change. */
function rewritten(text: TextOf, steps: readonly Step[], base: number, around: Change['around']): Drawn {
  const gone = steps.filter(step => step.state === 'gone');
  const fresh = steps.filter(step => step.state === 'new').map(({ atom }) => atom);
  const [before, after] = [gone.map(({ atom }) => textOfAtom(atom)).join(''), fresh.map(textOfAtom).join('')];
  const { remove, at, insert } = placed(
    text,
    gone.map(step => step.base),
    base,
    fresh,
  );
  const first = steps[0] as Step;
  const hand = first.state === 'kept' ? undefined : first.hand;
  const isEmpty = remove.length === 0 && insert.length === 0;
  return {
    change: {
      kind: gone.length === 0 ? 'insertion' : fresh.length === 0 ? 'deletion' : 'replacement',
      before,
      after,
      around,
      ...(hand ? { hand } : {}),
    },
    hunk: { remove, at, insert, restyle: [] },
    empty:
      isEmpty || (gone.length > 0 && gone.every(step => text.provenance[step.base] === null) && remove.length === 0),
    counted: isCounted(text, gone, fresh),
  };
}

const isCounted = ({ provenance }: TextOf, gone: readonly Extract<Step, { state: 'gone' }>[], fresh: readonly Atom[]) =>
  gone.length > 0 &&
  gone.every(step => provenance[step.base] === null && /^\d$/.test(textOfAtom(step.atom))) &&
  fresh.every(atom => /^\d$/.test(textOfAtom(atom)));

/** Places in what the report holds. */
function placed(
  { held, printed, provenance }: TextOf,
  gone: readonly number[],
  base: number,
  fresh: readonly Atom[],
): Pick<Hunk, 'remove' | 'at' | 'insert'> {
  const remove = new Set<number>();
  const shown = new Set(provenance.flatMap(place => (place === null ? [] : ['at' in place ? place.at : place.moved])));
  for (const index of gone) {
    const place = provenance[index];
    if (!place) continue;
    const own = 'at' in place ? place.at : place.moved;
    remove.add(own);
    if ('at' in place && place.through !== undefined) remove.add(place.through);
    // The space before a call is printed in some styles only; without the call it would stand before a stop.
    if (held[own]?.kind === 'element')
      for (let before = own - 1; before >= 0 && !shown.has(before); before--) remove.add(before);
  }
  const start = gone[0] ?? base;
  let insert = fresh;
  let before = start - 1;
  while (before >= 0 && !('at' in (provenance[before] ?? {}))) before--;
  const mapped = provenance[before];
  let at = mapped && 'at' in mapped ? (mapped.through ?? mapped.at) + 1 : 0;
  // A stop that is printed before the call and held after it stays with what is written behind it.
  const stops = range(before + 1, start).flatMap(index => {
    const place = provenance[index];
    return place && 'moved' in place ? [{ index, held: place.moved }] : [];
  });
  const stop = stops[0];
  if (stop && fresh.length > 0 && !remove.has(stop.held)) {
    insert = [printed[stop.index] as Atom, ...fresh];
    remove.add(stop.held);
  }
  const moved = new Set(provenance.slice(0, start).flatMap(place => (place && 'moved' in place ? [place.moved] : [])));
  while (moved.has(at)) at++;
  return { remove: [...remove].sort((a, b) => a - b), at, insert };
}

const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
