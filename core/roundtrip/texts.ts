/** Texts of the report laid beside the paragraphs that came for them: what was written, taken out, or marked otherwise. */
import type { Arrival, Arrivals } from './arrivals.ts';
import { type Atom, BREAK } from './atoms.ts';
import type { ExpectedText } from './expected.ts';
import type { Findings } from './findings.ts';
import { hunksOf } from './hunks.ts';
import { NOTES } from './notes.ts';
import type { Provenance } from './provenance.ts';
import type { Hunk } from './review.ts';

/** One text, or several of neighbouring blocks that run into each other, and all that came for them. */
export interface TextPair {
  readonly entries: readonly ExpectedText[];
  readonly group: readonly Arrival[];
}

/** Adds the changes of the texts, and how they are made, to what was found. */
export function compareTexts(found: Findings, arrivals: Arrivals, pair: TextPair): void {
  const { entries } = pair;
  const { unit } = entries[0] as ExpectedText;
  const hunks = textHunks(found, arrivals, pair);
  if (hunks.length === 0) return;
  const isInside = unit.kind === 'item' || unit.kind === 'caption' || unit.kind === 'cell';
  found.room(unit.part, unit.block, isInside ? 1 : entries.length).groups.push({
    units: entries.map(entry => entry.unit),
    held: joinAtoms(entries.map(({ held }) => held)),
    hunks,
  });
}

function textHunks(found: Findings, arrivals: Arrivals, { entries, group }: TextPair): readonly Hunk[] {
  const { part, kind: what } = (entries[0] as ExpectedText).unit;
  const printed = joinAtoms(entries.map(entry => entry.printed));
  const held = joinAtoms(entries.map(entry => entry.held));
  const steps = found.elements.trail(
    printed,
    group.map(({ paragraph }) => paragraph),
  );
  const known = entries.every(({ provenance }) => provenance !== null);
  const uncertain = arrivals.isUncertain(entries, group);
  // Heads of tables are bold by their place.
  const isPlainBold = what === 'cell' || what === 'heading';
  const drawn = hunksOf({ held, printed, provenance: joinProvenance(entries) }, steps, isPlainBold);
  return drawn.flatMap(({ change, hunk, empty, counted }): readonly Hunk[] => {
    if (counted && !change.hand) return [];
    const isNote = empty || !known;
    const id = found.add({
      ...change,
      ...(isNote ? { kind: 'note' as const, why: NOTES.made } : {}),
      place: { part, what },
      ...(uncertain && !change.hand ? { uncertain: true as const } : {}),
    });
    if (isNote) return [];
    return [{ change: id, ...hunk, insert: hunk.insert.map(atom => found.elements.arriving(atom, steps)) }];
  });
}

const joinAtoms = (texts: readonly (readonly Atom[])[]): readonly Atom[] =>
  texts.flatMap((atoms, index) => (index === 0 ? atoms : [BREAK, ...atoms]));

/** Of joined texts, with the breaks between them. */
function joinProvenance(entries: readonly ExpectedText[]): readonly Provenance[] {
  const joined: Provenance[] = [];
  let shift = 0;
  entries.forEach((entry, index) => {
    if (index > 0) joined.push({ at: shift - 1 });
    for (const one of entry.provenance ?? entry.printed.map(() => null))
      joined.push(
        one &&
          ('at' in one
            ? { at: one.at + shift, ...(one.through === undefined ? {} : { through: one.through + shift }) }
            : { moved: one.moved + shift }),
      );
    shift += entry.held.length + 1;
  });
  return joined;
}
