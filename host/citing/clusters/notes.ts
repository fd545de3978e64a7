/** Clusters that print otherwise when a work was cited before (notes, ibid.): where each stands, and its text with numbers of notes in it. */

import type { Engine, EngineCluster } from '../engine.ts';
import type { StyleElement } from '../styles/styles.ts';
import { type Cluster, textOf } from './clusters.ts';
import { type Cite, type Placed, type Position, positionsOf } from './positions.ts';

/** The number of a note stands for itself in texts that are kept: digits, so that punctuation falls as it does around a number. */
const SLUG = 8_080_808_080_000;
const slugs = /80808080800\d\d/g;

const FIRST_NOTE = 'first-reference-note-number';

/** Whether a style does nothing with the number of a first note but print it, and ask if there is one. */
function printsPlainly({ name, attrs, children }: StyleElement): boolean {
  const isNamed = attrs.variable === FIRST_NOTE || attrs['is-numeric'] === FIRST_NOTE;
  if (isNamed && !['text', 'if', 'else-if'].includes(name)) return false;
  return children.every(child => typeof child === 'string' || printsPlainly(child));
}

export interface Standing {
  /** The engine's items of the cluster with where they stand. */
  readonly items: EngineCluster['citationItems'];
  /** What of it decides the text. */
  readonly key: string;
  /** Puts the numbers of notes into a text. */
  filled(text: string): string;
}

/**
 * For an engine whose style looks at positions: finds where clusters stand. `notes` are the numbers of their notes, 0 in the text;
 * `read` gives a cluster's works as they print, where the engine has to be asked.
 */
export function createStandings(engine: Engine) {
  const isPlain = printsPlainly(engine.cslXml.dataObj);
  const nearNotes = Number(engine.citation.opt['near-note-distance'] ?? 5);
  const sorts = engine.citation_sort.tokens.length > 0;
  return (
    clusters: readonly Cluster[],
    notes: readonly number[],
    read: (cluster: Cluster, index: number) => readonly Cite[],
  ): readonly Standing[] => {
    const placed = clusters.map((cluster, index): Placed => {
      const isRead = cluster.items.some(({ locator }) => locator !== undefined) || (sorts && cluster.items.length > 1);
      const cites = isRead ? read(cluster, index) : cluster.references.map(id => ({ id }));
      return { note: notes[index] ?? 0, cites };
    });
    const positions = positionsOf(placed, nearNotes);
    return clusters.map((cluster, index) =>
      standing(cluster, placed[index]?.cites ?? [], positions[index] ?? [], isPlain),
    );
  };
}

function standing(
  { items, references }: Cluster,
  cites: readonly Cite[],
  positions: readonly Position[],
  isPlain: boolean,
) {
  // A work that a cluster cites twice stands at its first place first.
  const left = cites.map((cite, at) => ({ id: cite.id, position: positions[at] as Position }));
  const own = references.map(id => {
    const at = left.findIndex(each => each.id === id);
    return (left.splice(at, 1)[0] as (typeof left)[number]).position;
  });
  return {
    items: items.map((item, at) => {
      const { position, firstNote, isNear } = own[at] as Position;
      const note = firstNote > 0 && isPlain ? SLUG + at : firstNote;
      return {
        ...item,
        position,
        [FIRST_NOTE]: note,
        'first-container-reference-note-number': note,
        'near-note': isNear,
      };
    }),
    key: own
      .map(({ position, firstNote, isNear }) => `${position}${isNear ? 'n' : ''}${isPlain ? firstNote > 0 : firstNote}`)
      .join(),
    filled: (text: string) =>
      isPlain ? text.replace(slugs, slug => String(own[Number(slug) - SLUG]?.firstNote ?? slug)) : text,
  };
}

/** The works of a cluster as the engine reads and sorts them. */
export function citesOf(engine: Engine, cluster: EngineCluster): readonly Cite[] {
  textOf(engine, cluster);
  const [read] = engine.registry.citationreg.citationByIndex;
  return (read?.sortedItems ?? []).map(([, { id, locator, label, 'locator-extra': extra }]) => ({
    id: String(id),
    ...(locator && { locator }),
    ...(label && { label }),
    ...(extra && { extra }),
  }));
}
