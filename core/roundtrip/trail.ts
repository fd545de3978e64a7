/** One text as it was sent and as it came back, atom by atom: kept, gone or new, and by whom. */
import { type Atom, type Letter, lettersAsAtoms, textOfAtom } from './atoms.ts';
import { commonOf } from './diff.ts';
import { byHand, type Hand, type ReturnedParagraph, type Tracked } from './returned.ts';
import { evenSpaces, sayAlike } from './spaces.ts';

/** `base` is the place among the atoms that were printed. */
export type Step =
  | { readonly state: 'kept'; readonly base: number; readonly atom: Atom; readonly came: Atom }
  | { readonly state: 'gone'; readonly base: number; readonly atom: Atom; readonly hand?: Hand }
  | { readonly state: 'new'; readonly atom: Atom; readonly hand?: Hand };

interface Arrived {
  readonly atom: Atom;
  readonly change?: Tracked;
  readonly edited?: Hand;
}

/** What a new paragraph is, by its style. */
function opened(style: string): 'paragraph' | 'heading-1' | 'heading-2' {
  if (/^(?:heading|titre|überschrift) ?2$/.test(style)) return 'heading-1';
  if (/^(?:heading|titre|überschrift) ?3$/.test(style)) return 'heading-2';
  return 'paragraph';
}

function arrivedIn(paragraphs: readonly ReturnedParagraph[]): readonly Arrived[] {
  return paragraphs.flatMap((paragraph, index) => {
    const atoms = paragraph.pieces.flatMap((piece): readonly Arrived[] => {
      const change = piece.change ? { change: piece.change } : {};
      if (piece.kind === 'text')
        return lettersAsAtoms(piece.text, piece.marks, piece.link).map(atom => ({ atom, ...change }));
      const { key, text, cites, edited } = piece;
      const atom: Atom = { kind: 'element', key, text, ...(cites ? { cites } : {}) };
      return [{ atom, ...change, ...(edited ? { edited } : {}) }];
    });
    const before = paragraphs[index - 1];
    if (!before) return atoms;
    // The mark that came with a break is that of the paragraph above it, or of the new one where all of it is new.
    const all =
      atoms.length > 0 && atoms.every(({ change }) => change?.state === 'inserted') ? atoms[0]?.change : undefined;
    const change = before.end ?? (paragraph.end?.state === 'inserted' ? paragraph.end : undefined) ?? all;
    const between: Arrived = { atom: { kind: 'break', opens: opened(paragraph.style) }, ...(change ? { change } : {}) };
    return [between, ...atoms];
  });
}

interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const WORD = /[\p{L}\p{N}\p{M}]/u;

/** Words whole, all else letter by letter; all spaces are one. */
function tokensOf(atoms: readonly Atom[]): readonly Token[] {
  const tokens: Token[] = [];
  for (let from = 0; from < atoms.length; ) {
    const isWord = (at: number) => {
      const atom = atoms[at];
      return atom?.kind === 'letter' && WORD.test(atom.text);
    };
    let to = from + 1;
    if (isWord(from)) while (isWord(to)) to++;
    const [first] = atoms.slice(from, from + 1) as [Atom];
    const text =
      first.kind === 'element' ? `\u0000${first.key}` : evenSpaces(atoms.slice(from, to).map(textOfAtom).join(''));
    tokens.push({ text, from, to });
    from = to;
  }
  return tokens;
}

/** Every atom that was sent or came back, in order. */
export function trailOf(printed: readonly Atom[], paragraphs: readonly ReturnedParagraph[]): readonly Step[] {
  const arrived = reframed(printed, arrivedIn(paragraphs));
  const before = arrived.filter(({ change }) => change?.state !== 'inserted');
  const [sent, came] = [tokensOf(printed), tokensOf(before.map(({ atom }) => atom))];
  /** Place of the printed atom by that of the arrived one. */
  const partner = new Map<Arrived, number>();
  for (const [a, b] of commonOf(sent, came, (x, y) => x.text === y.text)) {
    const [ours, theirs] = [sent[a] as Token, came[b] as Token];
    for (let at = 0; at < ours.to - ours.from; at++) partner.set(before[theirs.from + at] as Arrived, ours.from + at);
  }
  const steps: Step[] = [];
  let next = 0;
  const goneUntil = (place: number) => {
    for (; next < place; next++) steps.push({ state: 'gone', base: next, atom: printed[next] as Atom });
  };
  for (const entry of arrived) {
    const { atom, change, edited } = entry;
    const base = partner.get(entry);
    if (base !== undefined) {
      goneUntil(base);
      next = base + 1;
      const ours = printed[base] as Atom;
      if (change?.state === 'deleted') steps.push({ state: 'gone', base, atom: ours, ...byHand(change) });
      else if (isEdited(ours, atom)) {
        steps.push({ state: 'gone', base, atom: ours, ...byHand(edited) });
        for (const letter of lettersAsAtoms(textOfAtom(atom), ''))
          steps.push({ state: 'new', atom: letter, ...byHand(edited) });
      } else steps.push({ state: 'kept', base, atom: ours, came: atom });
    } else if (change?.state !== 'deleted') steps.push({ state: 'new', atom, ...byHand(change) });
  }
  goneUntil(printed.length);
  return joined(withoutMade(steps));
}

/** A quoted value whose letters a co-author changed. Citations and mentions are numbered anew by Word and Zotero themselves. */
const isEdited = (ours: Atom, theirs: Atom): boolean =>
  ours.kind === 'element' && ours.key.startsWith('v') && theirs.kind === 'element' && !sayAlike(ours.text, theirs.text);

const untracked = (step: Step) => step.state !== 'kept' && step.hand === undefined;

/** Letters beside an element that tell it from others that read alike, and how many of them must agree. */
const BESIDE = 12;
const LEAST_BESIDE = 4;

const shared = (a: string, b: string): number => {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count++;
  return count;
};

const backwards = (text: string) => [...text].reverse().join('');

/** Elements that lost their frame on the way and still say the same, in the same place, are what they were. */
function reframed(printed: readonly Atom[], arrived: readonly Arrived[]): readonly Arrived[] {
  const present = new Map<string, number>();
  for (const { atom } of arrived) if (atom.kind === 'element') present.set(atom.key, (present.get(atom.key) ?? 0) + 1);
  let out = arrived;
  printed.forEach((atom, at) => {
    if (atom.kind !== 'element' || atom.text === '') return;
    const left = present.get(atom.key) ?? 0;
    present.set(atom.key, left - 1);
    if (left <= 0) out = framed(atom, printed, at, out);
  });
  return out;
}

function framed(
  element: Extract<Atom, { kind: 'element' }>,
  printed: readonly Atom[],
  at: number,
  arrived: readonly Arrived[],
): readonly Arrived[] {
  const text = (atoms: readonly Atom[]) => evenSpaces(atoms.map(textOfAtom).join(''));
  const before = backwards(text(printed.slice(Math.max(0, at - BESIDE), at)));
  const after = text(printed.slice(at + 1, at + 1 + BESIDE));
  const wanted = [...element.text];
  let best: { readonly from: number; readonly score: number } | undefined;
  for (let from = 0; from + wanted.length <= arrived.length; from++) {
    const fits = wanted.every((letter, index) => {
      const entry = arrived[from + index];
      return (
        entry?.atom.kind === 'letter' &&
        sayAlike(entry.atom.text, letter) &&
        entry.change?.state === arrived[from]?.change?.state
      );
    });
    if (!fits) continue;
    const around = (start: number, end: number) => text(arrived.slice(start, end).map(({ atom }) => atom));
    const score =
      shared(before, backwards(around(Math.max(0, from - BESIDE), from))) +
      shared(after, around(from + wanted.length, from + wanted.length + BESIDE));
    const isSure = score >= Math.min(LEAST_BESIDE, before.length + after.length);
    if (isSure && score > (best?.score ?? -1)) best = { from, score };
  }
  if (!best) return arrived;
  const { change } = arrived[best.from] as Arrived;
  return [
    ...arrived.slice(0, best.from),
    { atom: element, ...(change ? { change } : {}) },
    ...arrived.slice(best.from + wanted.length),
  ];
}

const isGone = (step: Step): step is Extract<Step, { state: 'gone' }> => step.state === 'gone';
const isNew = (step: Step): step is Extract<Step, { state: 'new' }> => step.state === 'new';

/** Whether what came says what went. A live citation of other references may print the same number. */
function isSame(gone: readonly Step[], fresh: readonly Step[]): boolean {
  const keys = new Set(gone.flatMap(({ atom }) => (atom.kind === 'element' ? atom.key : [])));
  const isOther = ({ atom }: Step) => atom.kind === 'element' && atom.cites !== undefined && !keys.has(atom.key);
  const said = (list: readonly Step[]) => evenSpaces(list.map(({ atom }) => textOfAtom(atom)).join(''));
  const named = (list: readonly Step[]) =>
    list
      .map(({ atom }) => (atom.kind === 'element' ? `\u0000${atom.key}\u0000` : evenSpaces(textOfAtom(atom))))
      .join('');
  return named(gone) === named(fresh) || (said(gone) === said(fresh) && !fresh.some(isOther));
}

/** A tracked insertion that the report holds already, since it was accepted, is no change any more. */
function withoutMade(steps: readonly Step[]): readonly Step[] {
  const out: Step[] = [];
  for (let at = 0; at < steps.length; ) {
    let end = at;
    while (end < steps.length && steps[end]?.state !== 'kept') end++;
    const stretch = steps.slice(at, end);
    const [allGone, allFresh] = [stretch.filter(isGone), stretch.filter(isNew)];
    // What is taken out and put in alike is nothing: of two spaces around a word it may be either that went.
    const isNothing = allGone.length > 0 && isSame(allGone, allFresh);
    const gone = isNothing ? allGone : allGone.filter(({ hand }) => hand === undefined);
    const fresh = isNothing ? allFresh : allFresh.filter(({ hand }) => hand !== undefined);
    const isMade = gone.length > 0 && isSame(gone, fresh);
    for (const step of stretch) {
      if (!isMade || !(gone as readonly Step[]).concat(fresh).includes(step)) out.push(step);
      else if (step.state === 'gone') out.push({ state: 'kept', base: step.base, atom: step.atom, came: step.atom });
    }
    if (end < steps.length) out.push(steps[end] as Step);
    at = end + 1;
  }
  return out;
}

/** Changes that nobody tracked and that only a space parts are one. */
function joined(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step, at): readonly Step[] => {
    const [before, after] = [steps[at - 1], steps[at + 1]];
    const isSpace = step.state === 'kept' && step.atom.kind === 'letter' && /^\s$/u.test(step.atom.text);
    if (!isSpace || !before || !after || !untracked(before) || !untracked(after)) return [step];
    return [
      { state: 'gone', base: step.base, atom: step.atom },
      { state: 'new', atom: step.came as Letter },
    ];
  });
}
