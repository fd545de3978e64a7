/**
 * Works as the engine cites them while it decides how to tell them apart. It does so some dozens of times for every work of a group, most
 * often as it did before: what it got is remembered, with all that it read and left behind.
 */
import CSL from '../citeproc.ts';
import type { Engine } from '../engine.ts';

/** `CSL.AmbigConfig` of citeproc: how many names are asked for and how they are spelt; the engine writes into it. */
interface Asked {
  names: unknown[];
  givens: unknown[][];
}

/** What citing leaves behind in the engine. */
interface Left {
  readonly text: string;
  readonly asked: Asked;
  readonly mostNames: readonly unknown[];
  readonly count: number;
  readonly countMax: number;
}

interface State {
  readonly tmp: {
    area: string;
    root: string;
    disambig_request: Asked | false;
    disambig_settings: Asked;
    disambiguate_count: number;
    disambiguate_maxMax: number;
    names_max: { mystack: readonly unknown[] };
  };
}

type Cite = (this: State, item: { readonly id: string }, asked?: Asked, isVisual?: boolean) => string;

/** Texts remembered for a style; more are forgotten together. */
const MOST = 20_000;

/**
 * For an engine: makes it remember while it decides, until it is emptied. `nameOf` says what a work prints beside what is asked for: its
 * item, and whom it shares its names with.
 */
export function rehearser(engine: Engine): (nameOf: (id: string) => string) => void {
  const library = CSL as { getAmbiguousCite: Cite };
  const all = new Map<string, Left>();
  const countsNotes = engine.citation.opt['givenname-disambiguation-rule'] === 'by-cite';
  return nameOf => {
    const { registry } = engine.registry;
    const { disambiguate } = engine;
    const cite = library.getAmbiguousCite;
    function rehearsed(this: State, item: { readonly id: string }, asked?: Asked, isVisual?: boolean): string {
      const id = String(item.id);
      const entry = registry[id];
      if (!entry) return cite.call(this, item, asked, isVisual);
      const config = asked || (entry.disambig as Asked);
      const note = isVisual && countsNotes && engine.registry.citationreg.citationsByItemId?.[id]?.length;
      const key = `${nameOf(id)}\n${isVisual ? 1 : 0}${note ? entry['first-reference-note-number'] : ''}\n${JSON.stringify(config)}`;
      const known = all.get(key);
      if (!known) {
        const text = cite.call(this, item, asked, isVisual);
        const { names_max, disambiguate_count: count, disambiguate_maxMax: countMax } = this.tmp;
        if (all.size >= MOST) all.clear();
        // It has written into what it was asked and asks no more: what prints next asks for itself.
        if (this.tmp.disambig_settings === config && this.tmp.disambig_request === false) {
          all.set(key, { text, asked: structuredClone(config), mostNames: [...names_max.mystack], count, countMax });
        }
        return text;
      }
      const { names, givens, ...rest } = structuredClone(known.asked);
      Object.assign(config, rest);
      config.names.splice(0, config.names.length, ...names);
      config.givens.splice(0, config.givens.length, ...givens);
      Object.assign(this.tmp, {
        area: 'citation',
        root: 'citation',
        disambig_request: false,
        disambig_settings: config,
        disambiguate_count: known.count,
        disambiguate_maxMax: known.countMax,
      });
      this.tmp.names_max.mystack = [...known.mostNames];
      return known.text;
    }
    const { run } = Object.getPrototypeOf(disambiguate) as Engine['disambiguate'];
    disambiguate.run = likeness => {
      library.getAmbiguousCite = rehearsed;
      try {
        run.call(disambiguate, likeness);
      } finally {
        library.getAmbiguousCite = cite;
      }
    };
  };
}
