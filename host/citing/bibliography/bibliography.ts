/**
 * The bibliography with every entry formatted once: what an entry prints beside its number depends on its item, on how it had to
 * be told apart from others, and, in styles that replace repeated authors, on the entry before it. Numbers are put in afterwards.
 */
import type { FormattedCitations, Run } from '../../../core/manuscript/types.ts';
import type { Language, Reference } from '../../../core/report/types.ts';
import type { Engine } from '../engine.ts';
import { withOutwardLinks } from '../links.ts';
import { entryOf, withLabelApart } from '../runs.ts';
import { spacedAs } from '../spaces.ts';

type Entry = FormattedCitations['bibliography'][number];

/** Printed where the number stands, then replaced: a number as any, so that all falls around it as it does around a number. */
const SLUG_NUMBER = 7_070_707_070_707;
const SLUG = String(SLUG_NUMBER);

/** More entries than this at once are cheaper in one go: picking single ones compares each with all. */
const FEW = 60;

/** `CSL.DESCENDING` of citeproc. */
const DESCENDING = 1;

/** An entry without its number. */
interface Bare {
  /** Cut where its number stands. */
  readonly label: readonly string[];
  readonly runs: readonly Run[];
  readonly isNumberInRuns: boolean;
}

/** What decides how an entry prints beside its number: its item, how it is told apart, and whether numbers are set apart. */
interface Decided {
  readonly text: string | undefined;
  readonly apart: string;
  readonly isNumbered: boolean;
}

/** An entry as it was made the last time. */
interface Kept {
  readonly own: Decided;
  /** Of the entry before it, where that counts. */
  readonly before: Decided | undefined;
  /** Null where the style prints nothing of it. */
  readonly bare: Bare | null;
  readonly number: number;
  readonly entry: Entry | null;
}

export interface BibliographyRequest {
  readonly engine: Engine;
  /** Ids in the order of the bibliography. */
  readonly order: readonly string[];
  /** What decides how an entry prints, besides its item. */
  readonly decided: (id: string) => string;
  /** Makes the engine know works, if it does not. */
  readonly register: (ids: readonly string[]) => void;
  /** An item as text, by its id. */
  readonly texts: ReadonlyMap<string, string>;
  readonly known: ReadonlyMap<string, Reference>;
  /** Whether numbers are set apart from their entries. */
  readonly isNumbered: boolean;
  /** Whether entries can be made one by one: see {@link canKeep}, {@link holdsSlug}. */
  readonly isOneByOne: boolean;
}

/** Before and after an entry's id, which stands in its text. */
const MARK = '\0';

/**
 * Entries with the ids of their works. The engine gives the ids of all works, and no entry for a work of which the style prints nothing;
 * citation-js lets each entry be marked.
 */
function entriesOf(engine: Engine, choice?: Parameters<Engine['makeBibliography']>[0]): readonly [string, string][] {
  engine.sys.wrapBibliographyEntry = id => (id === undefined ? ['', ''] : [`${MARK}${id}${MARK}`, '']);
  const made = engine.makeBibliography(choice);
  delete engine.sys.wrapBibliographyEntry;
  if (made === false) return [];
  const [{ entry_ids: ids }, entries] = made;
  return entries.map((html, index) => {
    const [before = '', id, after = ''] = html.split(MARK);
    // Where works have numbers each has an entry, if only one that says that nothing is printed of it.
    return id === undefined ? [ids[index]?.[0] ?? '', html] : [id, before + after];
  });
}

/** Whether a text holds what is printed in place of numbers. */
export const holdsSlug = (text: string): boolean => text.includes(SLUG);

/** Whether a style prints an entry alike by itself and among others, and its number can be put in later. */
export function canKeep(engine: Engine): boolean {
  const { opt } = engine.bibliography;
  const substitution = opt['subsequent-author-substitute-rule'];
  return (
    !opt.exclude_types &&
    !opt.exclude_with_fields &&
    // Counting down, an entry's number is not its place.
    engine.bibliography_sort.opt.citation_number_sort_direction !== DESCENDING &&
    // Replaced name by name, an entry depends on all before it.
    (opt['subsequent-author-substitute'] === undefined ||
      substitution === undefined ||
      substitution === 'complete-all' ||
      substitution === 'complete-each')
  );
}

/** A maker of bibliographies for one style and language, which remembers every entry of the last one. */
export function createBibliography(
  language: Language,
): (request: BibliographyRequest) => FormattedCitations['bibliography'] {
  const kept = new Map<string, Kept>();
  return ({ engine, order: ids, decided, register, texts, known, isNumbered, isOneByOne }) => {
    const entryFrom = (id: string, html: string): Omit<Entry, 'reference'> => {
      const entry = isNumbered ? withLabelApart(entryOf(html)) : entryOf(html);
      return { label: entry.label, runs: withOutwardLinks(spacedAs(language, entry.runs), known.get(id)?.item) };
    };
    if (!isOneByOne) {
      return entriesOf(engine).map(([reference, html]) => ({ reference, ...entryFrom(reference, html) }));
    }

    const followsAnother = engine.bibliography.opt['subsequent-author-substitute'] !== undefined;
    const own = ids.map((id): Decided => {
      const [text, apart, last] = [texts.get(id), decided(id), kept.get(id)?.own];
      const isAsBefore = last?.text === text && last?.apart === apart && last.isNumbered === isNumbered;
      return isAsBefore ? last : { text, apart, isNumbered };
    });
    const beforeOf = (index: number) => (followsAnother ? own[index - 1] : undefined);
    const isKept = (id: string, index: number) => {
      const last = kept.get(id);
      return last !== undefined && last.own === own[index] && isSame(last.before, beforeOf(index));
    };
    const fresh = ids.flatMap((id, index) => (isKept(id, index) ? [] : [index]));
    const made = new Map<string, Bare>();
    if (fresh.length > 0) {
      // Whoever is put after another has to be formatted after it.
      const wanted = followsAnother
        ? [...new Set(fresh.flatMap(index => (index > 0 ? [index - 1, index] : [index])))]
        : fresh;
      register(wanted.map(index => ids[index] as string));
      for (const index of wanted) {
        const entry = engine.registry.registry[ids[index] as string];
        if (entry) entry.seq = SLUG_NUMBER;
      }
      const include = wanted.map(index => ({ field: 'id', value: ids[index] as string }));
      for (const [id, html] of entriesOf(engine, wanted.length > FEW ? undefined : { include })) {
        const { label, runs } = entryFrom(id, html);
        made.set(id, { label: label.split(SLUG), runs, isNumberInRuns: runs.some(({ text }) => text.includes(SLUG)) });
      }
    }
    const isFresh = new Set(fresh);
    if (kept.size > 2 * ids.length + SPARE) keepOnly(kept, ids);
    const bibliography: Entry[] = [];
    ids.forEach((id, index) => {
      const last = isFresh.has(index) ? undefined : kept.get(id);
      const number = index + 1;
      let entry = last?.entry ?? null;
      if (last?.number !== number) {
        const bare = last ? last.bare : (made.get(id) ?? null);
        entry = bare && numbered(id, bare, number);
        kept.set(id, { own: own[index] as Decided, before: beforeOf(index), bare, number, entry });
      }
      if (entry) bibliography.push(entry);
    });
    return bibliography;
  };
}

/** Entries that went away and are still remembered, beside as many as there are. */
const SPARE = 1_000;

function keepOnly(kept: Map<string, unknown>, ids: readonly string[]): void {
  const wanted = new Set(ids);
  for (const id of kept.keys()) if (!wanted.has(id)) kept.delete(id);
}

const isSame = (a: Decided | undefined, b: Decided | undefined): boolean =>
  a === b || (a?.text === b?.text && a?.apart === b?.apart && a?.isNumbered === b?.isNumbered);

function numbered(reference: string, { label, runs, isNumberInRuns }: Bare, number: number): Entry {
  const written = String(number);
  return {
    reference,
    label: label.join(written),
    runs: isNumberInRuns ? runs.map(run => ({ ...run, text: run.text.replaceAll(SLUG, written) })) : runs,
  };
}
