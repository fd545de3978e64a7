/**
 * How a style tells works apart that it would cite alike. The engine decides it among works with one undecorated citation (their
 * likeness), in the order in which they are cited; styles that spell given names out wherever a family name is shared look at names
 * besides. So what was decided is kept by these, and the engine is shown no more works than decide.
 */
import { emptied } from '../bibliography/comparing.ts';
import type { Engine } from '../engine.ts';
import { type Moments, momentsOf } from './moments.ts';
import { listened, type Named, NO_NAMESAKES, namesakesAmong, namesOf, type Told } from './namesakes.ts';
import { numberKeysOf } from './numbers-alone.ts';
import { rehearser } from './rehearsed.ts';

/** What the engine says of an item by itself. */
export interface Work {
  /** As it is cited before it is told apart. */
  readonly likeness: string;
  readonly sortkeys: readonly unknown[];
  /** With which namesakes its keys were made: names are spelt out in them, too. */
  readonly among: string;
  /** Names that it shares with others, as far as the style looks at namesakes. */
  readonly names: readonly Named[];
}

/** How a work is told apart: as a text, and as the engine has it. */
interface Apart {
  readonly text: string;
  readonly config: unknown;
}

/** How all works of a group are told apart from a moment on. */
interface Decision {
  readonly from: number;
  readonly works: ReadonlyMap<string, Apart>;
}

/** Works that would be cited alike, in the order in which they are cited. */
interface Group {
  readonly ids: readonly string[];
  /** In the order of their moments; none for a work alone. */
  decisions: readonly Decision[];
}

export interface Works {
  /** A short name for an item's text, never that of another. */
  nameOf(id: string): string;
  workOf(id: string): Work | undefined;
  /** What decides how a work prints besides its text: in the cluster that prints at a moment, or in the bibliography. */
  decided(id: string, moment?: number): string;
  /** Makes the engine know works, and those that decide how they print. */
  register(ids: readonly string[]): void;
  /** Makes the engine tell works apart as in the cluster that prints at a moment. */
  tell(ids: readonly string[], moment: number): void;
}

export const tellsApart = ({ opt }: Engine): boolean =>
  Boolean(
    opt['disambiguate-add-names'] ||
      opt['disambiguate-add-givenname'] ||
      opt['disambiguate-add-year-suffix'] ||
      opt.has_disambiguate,
  );

/** `CSL.POSITION` of citeproc. */
const POSITIONS = 2;

/** Whether how works are told apart depends on the notes that cite them. */
const changesWithNotes = ({ opt }: Engine): boolean =>
  opt.xclass === 'note' && Boolean(opt.has_disambiguate) && opt.update_mode === POSITIONS;

/**
 * Whether the style spells a name out where others bear it: anywhere, or (`by-cite`, where the engine keeps the names of each work by
 * themselves) in the work itself.
 */
const looksAtNames = ({ opt }: Engine): boolean => Boolean(opt['disambiguate-add-givenname']);

/**
 * Remembers what a style decided of works. Given items as texts by their ids in the order in which they are cited, and which of them
 * each cluster cites, it has decided all.
 */
export function createAlike(
  engine: Engine,
): (items: ReadonlyMap<string, string>, clusters: readonly (readonly string[])[]) => Works {
  const isTold = tellsApart(engine);
  const isSorted = engine.bibliography_sort.tokens.length > 0;
  const hasMoments = changesWithNotes(engine);
  const numberKeys = numberKeysOf(engine.cslXml.dataObj);
  const asksNames = looksAtNames(engine);
  const rehearse = rehearser(engine);
  // A number as a key says where the work stood when it was read: among equals that is their order anyway.
  const keysIn = ({ sortkeys }: { readonly sortkeys: readonly unknown[] }) =>
    isSorted ? sortkeys.map((key, at) => (numberKeys?.has(at) ? '' : key)) : [];
  let last = 0;
  const short = remembered(() => String(last++));
  let learned = new Map<string, Work>();
  let told = new Map<string, readonly Told[]>();
  let decisions = new Map<string, readonly Decision[]>();

  return (items, clusters) => {
    const ids = [...items.keys()];
    const nameOf = (id: string) => short(id, items.get(id) as string);
    const workOf = (id: string) => learned.get(nameOf(id));
    let registered: ReadonlySet<string> = new Set();
    if (isTold || isSorted) {
      const unknown = ids.filter(id => !workOf(id));
      if (unknown.length > 0) {
        emptied(engine);
        const names = asksNames ? listened(engine) : null;
        engine.updateItems(unknown);
        const found = new Map(unknown.map(id => [id, names ? namesOf(engine, id) : NO_NAMES] as const));
        const among = names ? namesakesAmong(unknown, id => found.get(id) ?? NO_NAMES) : NO_NAMESAKES;
        for (const id of unknown) {
          const entry = engine.registry.registry[id];
          if (!entry) continue;
          const sortkeys = keysIn(entry);
          const own = found.get(id) ?? NO_NAMES;
          learned.set(nameOf(id), { likeness: entry.ambig, sortkeys, among: among.of(id), names: own });
          if (names)
            told.set(
              nameOf(id),
              names.filter(([of]) => of === id),
            );
        }
      }
      if (learned.size > 2 * ids.length + SPARE) {
        learned = new Map(ids.map(id => [nameOf(id), workOf(id) as Work]));
        told = new Map(ids.map(id => [nameOf(id), told.get(nameOf(id)) ?? []]));
      }
    }

    const namesakes = asksNames ? namesakesAmong(ids, id => workOf(id)?.names ?? NO_NAMES) : NO_NAMESAKES;
    /** An emptied engine that knows the namesakes of some works. */
    const amongNamesakes = (of: ReadonlySet<string>) => {
      emptied(engine);
      const { registry } = engine;
      for (const id of namesakes.for(of)) {
        for (const each of told.get(nameOf(id)) ?? []) registry.namereg.addname(...each);
      }
      return registry;
    };
    const renamed = asksNames && isSorted ? ids.filter(id => workOf(id)?.among !== namesakes.of(id)) : [];
    if (renamed.length > 0) {
      const registry = amongNamesakes(new Set(renamed));
      registry.setdisambigs = () => undefined;
      engine.updateItems(renamed);
      for (const id of renamed) {
        const [work, entry] = [workOf(id), registry.registry[id]];
        if (work && entry) learned.set(nameOf(id), { ...work, sortkeys: keysIn(entry), among: namesakes.of(id) });
      }
    }
    const show = (shown: ReadonlySet<string>) => {
      const registry = amongNamesakes(shown);
      registry.setsortkeys = () => {
        for (const id of shown) {
          const entry = registry.registry[id];
          if (entry) entry.sortkeys = workOf(id)?.sortkeys ?? [];
        }
      };
      rehearse(id => `${nameOf(id)} ${namesakes.of(id)}`);
      engine.updateItems(shown.size === 1 ? [...shown] : ids.filter(id => shown.has(id)));
    };

    const groups = isTold ? groupsOf(ids, id => workOf(id)?.likeness ?? '') : NO_GROUPS;
    const moments = hasMoments ? momentsOf(clusters) : null;
    const keyOf = ({ ids: alike }: Group) =>
      JSON.stringify([alike.map(nameOf), asksNames && alike.map(namesakes.of), moments?.patternOf(alike)]);
    const kept = new Map<string, readonly Decision[]>();
    const undecided: [string, Group][] = [];
    for (const group of new Set(groups.values())) {
      if (group.ids.length < 2) continue;
      const key = keyOf(group);
      const known = decisions.get(key);
      if (known) group.decisions = moments ? inTime(known, moments, group.ids) : known;
      else undecided.push([key, group]);
      if (known) kept.set(key, known);
    }
    if (undecided.length > 0) {
      const all = new Set(undecided.flatMap(([, group]) => group.ids));
      show(all);
      for (const [key, group] of undecided) {
        group.decisions = moments
          ? replayed(engine, group.ids, moments)
          : [{ from: 0, works: apartNow(engine, group.ids) }];
        kept.set(key, group.decisions);
      }
    }
    decisions = kept;

    const apartOf = (id: string, moment: number) =>
      groups
        .get(id)
        ?.decisions.findLast(({ from }) => from <= moment)
        ?.works.get(id);
    const tell = (wanted: readonly string[], moment: number) => {
      if (!moments) return;
      for (const id of wanted) {
        const apart = apartOf(id, moment);
        const entry = engine.registry.registry[id];
        if (apart && entry) entry.disambig = structuredClone(apart.config);
      }
    };
    return {
      nameOf,
      workOf,
      decided: (id, moment = END) => `${namesakes.of(id)}\n${apartOf(id, moment)?.text ?? ''}`,
      register(wanted) {
        if (!wanted.every(id => registered.has(id))) {
          const all = new Set(wanted.flatMap(id => groups.get(id)?.ids ?? [id]));
          show(all);
          registered = all;
        }
        tell(wanted, END);
      },
      tell,
    };
  };
}

/** Works that went away and are still remembered, beside as many as there are. */
const SPARE = 1_000;

const END = Number.POSITIVE_INFINITY;
const NO_NAMES: readonly Named[] = [];
const NO_GROUPS: ReadonlyMap<string, Group> = new Map();

function groupsOf(ids: readonly string[], likenessOf: (id: string) => string): ReadonlyMap<string, Group> {
  const byLikeness = new Map<string, string[]>();
  for (const id of ids) {
    const likeness = likenessOf(id);
    const alike = byLikeness.get(likeness);
    if (alike) alike.push(id);
    else byLikeness.set(likeness, [id]);
  }
  const groups = new Map<string, Group>();
  for (const alike of byLikeness.values()) {
    const group: Group = { ids: alike, decisions: [] };
    for (const id of alike) groups.set(id, group);
  }
  return groups;
}

function apartNow(engine: Engine, ids: readonly string[]): ReadonlyMap<string, Apart> {
  return new Map(
    ids.map(id => {
      const config = structuredClone(engine.registry.registry[id]?.disambig);
      return [id, { text: JSON.stringify(config), config }] as const;
    }),
  );
}

/** The decisions of a group that the engine was shown, as each note that cites one of them for the first or second time changes them. */
function replayed(engine: Engine, ids: readonly string[], moments: Moments): readonly Decision[] {
  const { registry } = engine;
  const likeness = registry.registry[ids[0] as string]?.ambig ?? '';
  const cited: Record<string, readonly unknown[]> = {};
  registry.citationreg.citationsByItemId = cited;
  const decisions = moments.of(ids).map(({ at, cites }) => {
    for (const { id, times, firstOf } of cites) {
      const entry = registry.registry[id];
      if (!entry) continue;
      cited[id] = [id];
      entry['citation-count'] = times;
      if (times > 1) entry['first-reference-note-number'] = firstOf + 1;
    }
    engine.disambiguate.run(likeness);
    return { from: at, works: apartNow(engine, ids) };
  });
  delete registry.citationreg.citationsByItemId;
  return decisions;
}

/** Decisions made before, at the moments of now. */
function inTime(before: readonly Decision[], moments: Moments, ids: readonly string[]): readonly Decision[] {
  const now = moments.of(ids);
  return before.map(({ works }, index) => ({ from: now[index]?.at ?? 0, works }));
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
