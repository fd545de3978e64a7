/**
 * Where citations stand to those before them: first, again, or right after (ibid.), and in which note the work was cited first. As
 * `CSL.Engine.processCitationCluster` of citeproc 2.4 finds it.
 */

/** A work in a cluster, as it prints. */
export interface Cite {
  readonly id: string;
  readonly locator?: string;
  readonly label?: string;
  /** What follows the locator (`locator-extra`). */
  readonly extra?: string;
}

export interface Placed {
  /** The number of its note; 0 in the text. */
  readonly note: number;
  /** In the order in which they print. */
  readonly cites: readonly Cite[];
}

/** `CSL.POSITION_…` of citeproc. */
export const FIRST = 0;
const SUBSEQUENT = 1;
const IBID = 2;
const IBID_WITH_LOCATOR = 3;

export interface Position {
  readonly position: number;
  /** The note that cited the work first; 0 where there is none before. */
  readonly firstNote: number;
  readonly isNear: boolean;
}

const placeIn = ({ locator, label }: Cite) => (locator ? `${locator}${label ?? ''}` : '');

/** Positions of every cite of every cluster; a note is near when it is at most `nearNotes` after the last that cites the work. */
export function positionsOf(clusters: readonly Placed[], nearNotes: number): readonly (readonly Position[])[] {
  const firsts = new Map<string, number>();
  const lasts = new Map<string, number>();
  return clusters.map(({ note, cites }, index) => {
    const before = clusters[index - 1];
    return cites.map((cite, at) => {
      const first = firsts.get(cite.id);
      const last = lasts.get(cite.id) ?? 0;
      lasts.set(cite.id, note);
      if (first === undefined) {
        firsts.set(cite.id, note);
        return { position: FIRST, firstNote: 0, isNear: false };
      }
      const repeated =
        at > 0 ? sameCite(cites[at - 1], cite) : index > 0 && at === 0 && before && follows(before, note, cite);
      return {
        position: repeated ? repeatedPosition(repeated, cite) : SUBSEQUENT,
        firstNote: first === note ? 0 : first,
        isNear: note === 0 || note - last <= nearNotes,
      };
    });
  });
}

const sameCite = (one: Cite | undefined, other: Cite) =>
  one && one.id === other.id && one.extra === other.extra ? one : null;

/** The cite that one at the beginning of a cluster repeats, of the cluster before. */
function follows({ note: noteBefore, cites }: Placed, note: number, cite: Cite): Cite | null {
  const [first] = cites;
  if (!first) return null;
  if (noteBefore === note) return sameCite(cites.at(-1), cite) && first;
  return noteBefore >= note - 1 && cites.length === 1 ? sameCite(first, cite) : null;
}

function repeatedPosition(before: Cite, cite: Cite): number {
  const [one, other] = [placeIn(before), placeIn(cite)];
  if (one === other) return IBID;
  return other === '' ? SUBSEQUENT : IBID_WITH_LOCATOR;
}
