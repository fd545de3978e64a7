/**
 * Citations made piece by piece. What a cluster prints is decided by its own works and by those that they must be told apart from
 * (author–date styles), or by its numbers alone (numeric ones). So each is formatted by an engine that was given these and nothing
 * else, and what was decided alike before is taken from before: nothing is carried over that a full rebuild would not decide again.
 */
import type { CslItem } from '../../core/references/csl.ts';
import { type Cluster, forEngine } from './clusters.ts';
import { emptied } from './comparing.ts';
import type { Engine, EngineCluster, Sortable } from './engine.ts';
import { kinship } from './kinship.ts';
import { printsNumbersAlone, sortsByNumberAlone } from './numbers-alone.ts';

/** `CSL.NONE`, `CSL.NUMERIC` and `CSL.ASSUME_ALL_ITEMS_REGISTERED` of citeproc. */
const NO_NUMBERS = 0;
const ALL_REGISTERED = 2;

export interface Pieces {
  /** By the cluster's id. */
  readonly texts: ReadonlyMap<string, string>;
  /** Ids in the order of the bibliography. */
  readonly order: readonly string[];
  /** What decides how an entry prints, besides its item. */
  decided(id: string): string;
  /** Makes the engine know these works, and those that decide how they print. */
  register(ids: readonly string[]): void;
}

/** Formats clusters of `items`: texts of items by their ids, in the order in which they are cited. Null where it cannot. */
export type PieceMaker = (clusters: readonly Cluster[], items: ReadonlyMap<string, string>) => Pieces | null;

/** An item among those it is told apart from. */
interface Place {
  /** What decided it. */
  readonly decided: string;
  readonly sortkeys: readonly unknown[] | undefined;
  /** As it is cited before it is told apart. */
  readonly likeness: string;
  /** How it is told apart, as a text. */
  readonly apart: string;
}

/**
 * A maker for the engine's style; null for styles whose clusters depend on where they stand (ibid., notes). `numbersEngine` gives
 * another engine of the same style, which is shown numbers only.
 */
export function createPieces(engine: Engine, numbersEngine: () => Engine): PieceMaker | null {
  const { opt } = engine;
  const style = engine.cslXml.dataObj;
  const isNumbers = printsNumbersAlone(style);
  if (isNumbers && (tellsApart(engine) || !sortsByNumberAlone(style))) return null;
  if (!isNumbers && (opt.update_mode !== NO_NUMBERS || JSON.stringify(style).includes('"citation-label"'))) return null;
  if (opt.xclass === 'note') return null;

  const isSorted = engine.bibliography_sort.tokens.length > 0;
  const kin = tellsApart(engine) ? kinship(engine) : null;
  const numberTexts = isNumbers ? numbered(numbersEngine) : null;
  const kinOf = remembered(text => kin?.(JSON.parse(text) as CslItem) ?? []);
  let named = 0;
  /** A short name for an item's text, never that of another. */
  const nameOf = remembered(() => String(named++));
  const ranked = sorter();
  // Where numbers stand in the order of the text, works decide nothing.
  const isDecided = isSorted || kin !== null || !isNumbers;
  let places: ReadonlyMap<string, Place> = new Map();
  let printed: ReadonlyMap<string, string> = new Map();

  return (clusters, items) => {
    const ids = [...items.keys()];
    const families = kin ? grouped(ids, id => kinOf(id, items.get(id) as string)) : null;
    const decided = isDecided ? decidedBy(ids, families, id => nameOf(id, items.get(id) as string)) : NOTHING;
    const known = new Map(places);
    const placeOf = (id: string) => {
      const place = known.get(id);
      return place?.decided === decided.get(id) ? place : undefined;
    };

    let registered: ReadonlySet<string> = new Set();
    const register = (wanted: readonly string[]): void => {
      if (wanted.every(id => registered.has(id))) return;
      const all = new Set(families ? wanted.flatMap(id => families.get(id) as readonly string[]) : wanted);
      registered = all;
      emptied(engine);
      engine.updateItems(all.size === 1 ? [...all] : ids.filter(id => all.has(id)));
      for (const id of all) {
        const place = engine.registry.registry[id];
        if (isDecided && place && !placeOf(id))
          known.set(id, {
            decided: decided.get(id) as string,
            sortkeys: isSorted ? place.sortkeys : undefined,
            likeness: place.ambig,
            apart: JSON.stringify(place.disambig),
          });
      }
    };

    const keys = numberTexts
      ? []
      : clusters.map(({ content, references }) => `${content}\n${references.map(id => decided.get(id)).join('\n')}`);
    const wanted = numberTexts ? [] : clusters.filter((_, index) => !printed.has(keys[index] as string));
    register([
      ...(isSorted || families ? ids.filter(id => !placeOf(id)) : []),
      ...wanted.flatMap(({ references }) => references),
    ]);
    if (families && likeStrangers(ids, families, id => placeOf(id)?.likeness)) return null;

    const order = isSorted ? ranked(ids, placeOf, engine.registry.sorter.compareKeys) : ids;

    const texts = new Map<string, string>();
    if (numberTexts) {
      const numbers = new Map(order.map((id, index) => [id, index + 1] as const));
      for (const cluster of clusters) texts.set(cluster.id, numberTexts(cluster, numbers));
    } else {
      const kept = new Map<string, string>();
      clusters.forEach((cluster, index) => {
        const key = keys[index] as string;
        const text = printed.get(key) ?? kept.get(key) ?? textOf(engine, forEngine(cluster));
        kept.set(key, text);
        texts.set(cluster.id, text);
      });
      printed = kept;
    }
    if (isDecided) places = placesOf(ids, placeOf);
    return { texts, order, decided: id => (families && placeOf(id)?.apart) ?? '', register };
  };
}

const NOTHING: ReadonlyMap<string, string> = new Map();

function placesOf(ids: readonly string[], placeOf: (id: string) => Place | undefined): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const id of ids) {
    const place = placeOf(id);
    if (place) places.set(id, place);
  }
  return places;
}

export const tellsApart = ({ opt }: Engine): boolean =>
  Boolean(
    opt['disambiguate-add-names'] ||
      opt['disambiguate-add-givenname'] ||
      opt['disambiguate-add-year-suffix'] ||
      opt.has_disambiguate,
  );

/** A cluster as it prints between no others. */
function textOf(engine: Engine, cluster: EngineCluster): string {
  const [, made] = engine.processCitationCluster(cluster, [], [], ALL_REGISTERED);
  const text = made.find(([, , id]) => id === cluster.citationID)?.[1];
  if (text === undefined) throw new Error('the engine printed no text for a cluster');
  return text;
}

/** Texts of clusters by their numbers, made by an engine that knows works by their number only. */
function numbered(makeEngine: () => Engine) {
  let engine: Engine | null = null;
  let most = 0;
  const texts = new Map<string | number, string>();
  return ({ references, items, additions }: Cluster, numbers: ReadonlyMap<string, number>): string => {
    const own = references.map(id => numbers.get(id) as number);
    // Most clusters are one number, which needs no text to be found by.
    const key = own.length === 1 && additions === '' ? (own[0] as number) : `${own.join()},${additions}`;
    const before = texts.get(key);
    if (before !== undefined) return before;
    if (!engine) {
      engine = makeEngine();
      engine.sys.retrieveItem = id => ({ id, type: 'article-journal', title: 'A work' });
      emptied(engine);
    }
    if (numbers.size > most) {
      most = numbers.size + SPARE;
      engine.updateItems(Array.from({ length: most }, (_, index) => String(index + 1)));
    }
    const text = textOf(engine, {
      citationID: 'cluster',
      citationItems: items.map((item, index) => ({ ...item, id: String(own[index]) })),
      properties: { noteIndex: 0 },
    });
    if (texts.size >= MOST) texts.clear();
    texts.set(key, text);
    return text;
  };
}

/** Numbers that an engine is shown beyond those in use, since each time it looks at all of them. */
const SPARE = 100;

/** Texts remembered for a style; more are forgotten together. */
const MOST = 20_000;

/**
 * Sorts by the style's keys, then by the order of `ids`. The engine's comparison is slow (it asks for the locale's each time), so that
 * keys sorted before stay sorted, and a new one is put among them.
 */
function sorter() {
  /** Places with equal keys together. */
  let known: Place[][] = [];
  return (
    ids: readonly string[],
    placeOf: (id: string) => Place | undefined,
    compareKeys: (a: Sortable, b: Sortable) => number,
  ): readonly string[] => {
    const places = ids.flatMap(id => placeOf(id) ?? []);
    const present = new Set(places);
    known = known.map(equal => equal.filter(place => present.has(place))).filter(({ length }) => length > 0);
    const seen = new Set(known.flat());
    for (const place of places) {
      if (seen.has(place)) continue;
      seen.add(place);
      let [from, to] = [0, known.length];
      while (from < to) {
        const middle = (from + to) >> 1;
        const equal = known[middle] as Place[];
        const compared = compareKeys(
          { sortkeys: place.sortkeys, seq: 0 },
          { sortkeys: (equal[0] as Place).sortkeys, seq: 0 },
        );
        if (compared === 0) {
          equal.push(place);
          break;
        }
        if (compared < 0) to = middle;
        else from = middle + 1;
      }
      if (from === to) known.splice(from, 0, [place]);
    }
    const ranks = new Map(known.flatMap((equal, rank) => equal.map(place => [place, rank] as const)));
    const rankOf = (id: string) => ranks.get(placeOf(id) as Place) ?? 0;
    return ids
      .map((id, index) => ({ id, index, rank: rankOf(id) }))
      .sort((a, b) => a.rank - b.rank || a.index - b.index)
      .map(({ id }) => id);
  };
}

/** A function of an item's text, remembered by its id as long as the text stays. */
function remembered<T>(make: (text: string) => T): (id: string, text: string) => T {
  const made = new Map<string, { readonly text: string; readonly value: T }>();
  return (id, text) => {
    const before = made.get(id);
    if (before?.text === text) return before.value;
    const value = make(text);
    made.set(id, { text, value });
    return value;
  };
}

/** What decides how each work is told apart: itself and its family, as a text. */
function decidedBy(
  ids: readonly string[],
  families: ReadonlyMap<string, readonly string[]> | null,
  nameOf: (id: string) => string,
): ReadonlyMap<string, string> {
  if (!families) return new Map(ids.map(id => [id, nameOf(id)] as const));
  const decided = new Map<string, string>();
  for (const family of new Set(families.values())) {
    const names = family.map(nameOf).join();
    for (const id of family) decided.set(id, names);
  }
  return decided;
}

/** Each id with all that share a mark with it, directly or through others, in the order of `ids`. */
function grouped(
  ids: readonly string[],
  marksOf: (id: string) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    if (root !== id) parents.set(id, root);
    return root;
  };
  const byMark = new Map<string, string>();
  for (const id of ids) {
    for (const mark of marksOf(id)) {
      const other = byMark.get(mark);
      if (other === undefined) byMark.set(mark, id);
      else {
        const [a, b] = [rootOf(other), rootOf(id)];
        if (a !== b) parents.set(b, a);
      }
    }
  }
  const members = new Map<string, string[]>();
  for (const id of ids) {
    const root = rootOf(id);
    const group = members.get(root);
    if (group) group.push(id);
    else members.set(root, [id]);
  }
  return new Map(ids.map(id => [id, members.get(rootOf(id)) as readonly string[]]));
}

/** Whether two works that were taken for unlike would be cited alike after all. */
function likeStrangers(
  ids: readonly string[],
  families: ReadonlyMap<string, readonly string[]>,
  likenessOf: (id: string) => string | undefined,
): boolean {
  const seen = new Map<string, readonly string[]>();
  return ids.some(id => {
    const family = families.get(id) as readonly string[];
    const likeness = likenessOf(id) ?? '';
    const other = seen.get(likeness);
    seen.set(likeness, family);
    return other !== undefined && other !== family;
  });
}
