/**
 * The bibliography with every entry formatted once: what an entry prints beside its number depends on its item, on how it had to
 * be told apart from others, and, in styles that replace repeated authors, on the entry before it. Numbers are put in afterwards.
 */
import type { FormattedCitations, Run } from '../../core/manuscript/types.ts';
import type { Reference } from '../../core/report/types.ts';
import type { Engine } from './engine.ts';
import { withOutwardLinks } from './links.ts';
import { entryOf, withLabelApart } from './runs.ts';

type Entry = FormattedCitations['bibliography'][number];

/** Printed where the number stands, then replaced. Digits, so that the style's punctuation falls as it does around a number. */
const SLUG = '7070707070707';

/** More entries than this at once are cheaper in one go: picking single ones compares each with all. */
const FEW = 60;

/** `CSL.DESCENDING` of citeproc. */
const DESCENDING = 1;

/** An entry without its number. */
interface Kept {
  readonly label: string;
  readonly runs: readonly Run[];
  readonly isNumbered: boolean;
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
}

/** Whether an entry can be formatted by itself and numbered later. */
export function canKeep(engine: Engine, texts: ReadonlyMap<string, string>): boolean {
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
      substitution === 'complete-each') &&
    ![...texts.values()].some(text => text.includes(SLUG))
  );
}

/** A maker of bibliographies for one style and language, which remembers every entry of the last one. */
export function createBibliography(): (request: BibliographyRequest) => FormattedCitations['bibliography'] {
  let kept = new Map<string, Kept>();
  return ({ engine, order: ids, decided, register, texts, known, isNumbered }) => {
    const entryFrom = (id: string, html: string): Kept => {
      const entry = isNumbered ? withLabelApart(entryOf(html)) : entryOf(html);
      const runs = withOutwardLinks(entry.runs, known.get(id)?.item);
      return { label: entry.label, runs, isNumbered: html.includes(SLUG) };
    };
    if (!canKeep(engine, texts)) {
      const made = engine.makeBibliography();
      if (made === false) return [];
      return made[1].map((html, index) => {
        const reference = made[0].entry_ids[index]?.[0] ?? '';
        const { label, runs } = entryFrom(reference, html);
        return { reference, label, runs };
      });
    }

    const followsAnother = engine.bibliography.opt['subsequent-author-substitute'] !== undefined;
    const own = ids.map(id => `${isNumbered}${decided(id)}\n${texts.get(id)}`);
    const keys = followsAnother ? own.map((key, index) => `${own[index - 1] ?? ''}\n${key}`) : own;
    const fresh = keys.flatMap((key, index) => (kept.has(key) ? [] : [index]));
    if (fresh.length > 0) {
      // Whoever is put after another has to be formatted after it.
      const wanted = followsAnother
        ? [...new Set(fresh.flatMap(index => (index > 0 ? [index - 1, index] : [index])))]
        : fresh;
      register(wanted.map(index => ids[index] as string));
      const include = wanted.map(index => ({ field: 'id', value: ids[index] as string }));
      engine.opt.citation_number_slug = SLUG;
      const made = engine.makeBibliography(wanted.length > FEW ? SLUG : { include });
      engine.opt.citation_number_slug = false;
      if (made === false) return [];
      const htmls = new Map(made[1].map((html, index) => [made[0].entry_ids[index]?.[0] ?? '', html] as const));
      for (const index of fresh) {
        const id = ids[index] as string;
        const html = htmls.get(id);
        if (html !== undefined) kept.set(keys[index] as string, entryFrom(id, html));
      }
    }
    const next = new Map<string, Kept>();
    const bibliography = ids.flatMap((reference, index): Entry[] => {
      const key = keys[index] as string;
      const entry = kept.get(key);
      // The style prints nothing of it.
      if (!entry) return [];
      next.set(key, entry);
      return [numbered(reference, entry, index + 1)];
    });
    kept = next;
    return bibliography;
  };
}

function numbered(reference: string, { label, runs, isNumbered }: Kept, number: number): Entry {
  if (!isNumbered) return { reference, label, runs };
  const put = (text: string) => text.replaceAll(SLUG, String(number));
  const isInText = runs.some(({ text }) => text.includes(SLUG));
  return {
    reference,
    label: put(label),
    runs: isInText ? runs.map(run => ({ ...run, text: put(run.text) })) : runs,
  };
}
