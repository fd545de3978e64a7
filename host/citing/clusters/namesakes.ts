/**
 * Who shares names with whom. A style that spells given names out asks of a name no more than this: whether its family name is borne
 * with other initials, and whether its initials stand for another given name (`CSL.NameRegistry.evalname` of citeproc 2.4).
 */
import type { Engine } from '../engine.ts';

/** A name as the engine keeps it. */
export interface Named {
  readonly family: string;
  readonly initials: string;
  readonly given: string;
}

/** What the engine was told of names while it read an item. */
export type Told = Parameters<Engine['registry']['namereg']['addname']>;

export interface Namesakes {
  /** What decides how a work's names are spelt out, beside the names themselves. */
  of(id: string): string;
  /** Works enough for all that the engine asks about names of these. */
  for(ids: Iterable<string>): ReadonlySet<string>;
}

/** What an emptied engine will be told of names. */
export function listened({ registry: { namereg } }: Engine): readonly Told[] {
  const told: Told[] = [];
  const { addname } = namereg;
  namereg.addname = (...name) => {
    told.push(name);
    return addname.apply(namereg, name);
  };
  return told;
}

/** The names of an item as the engine keeps them. */
export const namesOf = ({ registry: { namereg } }: Engine, id: string): readonly Named[] =>
  Object.keys(namereg.nameind[id] ?? {}).map(name => {
    const [family = '', initials = '', given = ''] = name.split('::');
    return { family, initials, given };
  });

/** The first two that bear a name in different ways; more say nothing more. */
type Two = Map<string, string>;

function bears(all: Map<string, Two>, name: string, way: string, id: string): void {
  if (way === '') return;
  const two = all.get(name);
  if (!two) all.set(name, new Map([[way, id]]));
  else if (two.size < 2 && !two.has(way)) two.set(way, id);
}

/** Namesakes among works, given the names of each. */
export function namesakesAmong(ids: readonly string[], read: (id: string) => readonly Named[]): Namesakes {
  const byFamily = new Map<string, Two>();
  const byInitials = new Map<string, Two>();
  const spelt = ({ family, initials }: Named) => `${family}::${initials}`;
  for (const id of ids) {
    for (const name of read(id)) {
      bears(byFamily, name.family, name.initials, id);
      if (name.initials !== '') bears(byInitials, spelt(name), name.given, id);
    }
  }
  return {
    of: id =>
      read(id)
        .map(name => `${byFamily.get(name.family)?.size ?? 0}${byInitials.get(spelt(name))?.size ?? 0}`)
        .join(),
    for(wanted) {
      const found = new Set<string>();
      for (const id of wanted) {
        for (const name of read(id)) {
          for (const bearer of byFamily.get(name.family)?.values() ?? []) found.add(bearer);
          for (const bearer of byInitials.get(spelt(name))?.values() ?? []) found.add(bearer);
        }
      }
      return found;
    },
  };
}

/** Of works whose style asks for no namesakes. */
export const NO_NAMESAKES: Namesakes = { of: () => '', for: () => new Set() };
