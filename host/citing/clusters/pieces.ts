/**
 * Citations made piece by piece. What a cluster prints is decided by its own works, by those that they must be told apart from and by
 * where it stands to those before it (author–date styles, notes), or by its numbers alone (numeric ones). So each is formatted by an
 * engine that was given these and nothing else, and what was decided alike before is taken from before: nothing is carried over that a
 * full rebuild would not decide again.
 */

import { sorter } from '../bibliography/ranking.ts';
import type { Engine } from '../engine.ts';
import { createAlike, tellsApart } from './alike.ts';
import { type Cluster, forEngine, textOf } from './clusters.ts';
import { momentsOf } from './moments.ts';
import { citesOf, createStandings } from './notes.ts';
import { numbered } from './numbered.ts';
import { numberKeysOf, printsNumbersAlone, sortsByNumberAlone } from './numbers-alone.ts';
import type { Cite } from './positions.ts';

/** `CSL.NUMERIC` and `CSL.POSITION` of citeproc. */
const NUMBERS = 1;
const POSITIONS = 2;

export interface Pieces {
  /** By the cluster's id. */
  readonly texts: ReadonlyMap<string, string>;
  /** Ids in the order of the bibliography. */
  readonly order: readonly string[];
  /** What decides how an entry prints, besides its item. */
  decided(id: string): string;
  /** A short name for a work's text, never that of another; null where nothing may be kept. */
  nameOf(id: string): string | null;
  /** Makes the engine know these works, and those that decide how they print. */
  register(ids: readonly string[]): void;
  /** Whether the engine can be asked for more in between. */
  readonly isInPieces: boolean;
}

/**
 * Formats clusters of `items`: texts of items by their ids, in the order in which they are cited; `noteOf` gives the number of a
 * cluster's note, 0 in the text. Null where it cannot.
 */
export type PieceMaker = (
  clusters: readonly Cluster[],
  items: ReadonlyMap<string, string>,
  noteOf: (id: string) => number,
) => Pieces | null;

/** Whether the style can be printed piece by piece at all. */
function isInPieces({ opt, cslXml }: Engine): boolean {
  const text = JSON.stringify(cslXml.dataObj);
  if (text.includes('"citation-label"') || text.includes('check-ambiguity-and-backreference')) return false;
  return numberKeysOf(cslXml.dataObj) !== null && !opt.parallel.enable;
}

/** Works that the engine puts together with others, beyond what is known here of where clusters stand. */
const isTogether = (text: string) => /"(?:type":"legal_case|legislation_id":|container_id":)/.test(text);

/**
 * A maker for the engine's style; null for styles that label works by letters of their authors. `numbersEngine` gives another engine
 * of the same style, which is shown numbers only.
 */
export function createPieces(engine: Engine, numbersEngine: () => Engine): PieceMaker | null {
  if (!isInPieces(engine)) return null;
  const { opt, cslXml } = engine;
  const style = cslXml.dataObj;
  const isNumbers =
    opt.xclass !== 'note' && printsNumbersAlone(style) && !tellsApart(engine) && sortsByNumberAlone(style);
  const isSorted = engine.bibliography_sort.tokens.length > 0;
  const hasPositions = !isNumbers && opt.update_mode === POSITIONS;
  /** Whether clusters print numbers beside what they say of works. */
  const hasNumbers =
    opt.update_mode === NUMBERS || (hasPositions && JSON.stringify(style).includes('"citation-number"'));
  const alike = createAlike(engine);
  const standings = hasPositions ? createStandings(engine) : null;
  const numberTexts = isNumbers ? numbered(numbersEngine) : null;
  const ranked = sorter();
  let printed: ReadonlyMap<string, string> = new Map();
  let read: ReadonlyMap<string, readonly Cite[]> = new Map();

  return (clusters, items, noteOf) => {
    if (hasPositions && [...items.values()].some(isTogether)) return null;
    const ids = [...items.keys()];
    const cited = clusters.map(({ references }) => references);
    const works = alike(items, cited);
    const order = isSorted ? ranked(ids, works.workOf, engine.registry.sorter.compareKeys) : ids;
    const made = {
      order,
      decided: works.decided,
      nameOf: works.nameOf,
      register: works.register,
      isInPieces: true,
    };

    const numbers = new Map(order.map((id, index) => [id, index + 1] as const));
    const texts = new Map<string, string>();
    if (numberTexts) {
      for (const cluster of clusters) texts.set(cluster.id, numberTexts(cluster, numbers));
      return { ...made, texts };
    }

    const moments = hasPositions ? momentsOf(cited) : null;
    const momentOf = (index: number) => moments?.lastPrinted(index) ?? 0;
    const numberOf = (id: string) => (hasNumbers ? (numbers.get(id) as number) : '');
    /** Makes the engine know of the works of a cluster what is known of them when it prints. */
    const tell = (references: readonly string[], index: number) => {
      works.tell(references, momentOf(index));
      for (const id of hasNumbers ? references : []) {
        const entry = engine.registry.registry[id];
        if (entry) entry.seq = numbers.get(id) as number;
      }
    };
    const keys = clusters.map(({ content, references }, index) => {
      const moment = momentOf(index);
      return `${content}\n${references.map(id => `${works.nameOf(id)} ${numberOf(id)} ${works.decided(id, moment)}`).join('\n')}`;
    });
    const known = new Map<string, readonly Cite[]>();
    const readOf = (cluster: Cluster, index: number) => {
      const key = keys[index] as string;
      let cites = known.get(key) ?? read.get(key);
      if (!cites) {
        works.register(cluster.references);
        tell(cluster.references, index);
        cites = citesOf(engine, forEngine(cluster, noteOf(cluster.id)));
      }
      known.set(key, cites);
      return cites;
    };
    const stand = standings?.(
      clusters,
      clusters.map(({ id }) => noteOf(id)),
      readOf,
    );
    const wholeKeys = keys.map((key, index) => `${key}\n${stand?.[index]?.key ?? ''}`);
    const wanted = clusters.filter((_, index) => !printed.has(wholeKeys[index] as string));
    works.register(wanted.flatMap(({ references }) => references));
    const kept = new Map<string, string>();
    clusters.forEach((cluster, index) => {
      const key = wholeKeys[index] as string;
      let text = printed.get(key) ?? kept.get(key);
      if (text === undefined) {
        tell(cluster.references, index);
        text = textOf(
          engine,
          forEngine({ ...cluster, items: stand?.[index]?.items ?? cluster.items }, noteOf(cluster.id)),
        );
      }
      kept.set(key, text);
      texts.set(cluster.id, stand?.[index]?.filled(text) ?? text);
    });
    printed = kept;
    read = known;
    return { ...made, texts };
  };
}
