/** The citeproc engine, obtained through citation-js, one a style and locale, kept alive. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { CslItem } from '../../core/references/csl.ts';
import type { Language } from '../../core/report/types.ts';
import type { English } from '../../core/template/types.ts';
import CSL from './citeproc.ts';
import { localeNamed, type StyleElement, withStandInsInARow } from './styles/styles.ts';

/** A citation cluster as citeproc takes it. */
export interface EngineCluster {
  readonly citationID: string;
  readonly citationItems: readonly Readonly<Record<string, unknown>>[];
  readonly properties: {
    readonly noteIndex: number;
    /** Its works stand as they are written, whatever the style's order. */
    readonly unsorted?: true;
  };
}

type Neighbour = readonly [id: string, noteIndex: number];

/** What is sorted: by keys, where they are equal by place. */
export interface Sortable {
  readonly sortkeys?: readonly unknown[] | undefined;
  readonly seq?: number;
}

interface SortOptions {
  readonly citation_number_sort_direction?: number;
  /** Of each key: what it gives for before and for after. */
  readonly sort_directions: readonly (readonly [before: number, after: number])[];
}

/** A cited item as the engine reads it. */
interface Cited {
  readonly id: string;
  readonly locator?: string;
  readonly label?: string;
  readonly 'locator-extra'?: string;
}

/** What the engine knows of an item. */
interface Registered {
  /** How it is told apart from others that would be cited alike. */
  disambig: unknown;
  sortkeys: readonly unknown[];
  /** As it is cited before it is told apart. */
  readonly ambig: string;
  /** Its number. */
  seq: number;
  'citation-count'?: number;
  'first-reference-note-number'?: number;
}

/** The part of `CSL.Engine` (citeproc 2.4) that we call. */
export interface Engine {
  readonly sys: {
    retrieveItem(id: string): CslItem;
    /** What citation-js puts before and after an entry. */
    wrapBibliographyEntry?: (id: string | undefined) => readonly [before: string, after: string];
  };
  /** A term in the engine's language, the style's own where it has one. */
  getTerm(name: 'et-al'): string;
  updateItems(ids: readonly string[]): void;
  /** Formats one cluster between its neighbours; gives every cluster whose text changed. */
  processCitationCluster(
    cluster: EngineCluster,
    before: readonly Neighbour[],
    after: readonly Neighbour[],
    /** `CSL.ASSUME_ALL_ITEMS_REGISTERED`: the items are known. */
    flag?: 2,
  ): [data: { bibchange: boolean }, changed: [index: number, text: string, id: string][]];
  /** Given nothing, forgets all that it has read and decided. */
  restoreProcessorState(clusters: readonly []): void;
  /** Formats all clusters, after `restoreProcessorState` as if they were the first. */
  rebuildProcessorState(
    clusters: readonly EngineCluster[],
    mode: 'html',
    uncited: readonly string[],
  ): [id: string, noteIndex: number, text: string][];
  /** All entries, or a choice of them; an entry of which nothing is printed is in the ids alone. */
  makeBibliography(choice?: {
    readonly include: readonly { readonly field: string; readonly value: string }[];
  }): false | [parameters: { entry_ids: string[][] }, entries: string[]];
  readonly registry: {
    readonly registry: Readonly<Record<string, Registered | undefined>>;
    /** Names by which items may be cited. */
    readonly namereg: {
      addname(id: string, name: unknown, at: number): unknown;
      /** Of each item, its names as "family::initials::given". */
      readonly nameind: Readonly<Record<string, Readonly<Record<string, true>> | undefined>>;
    };
    /** Makes the keys by which items are sorted. */
    setsortkeys(): void;
    /** Decides how items are told apart. */
    setdisambigs(): void;
    readonly sorter: { compareKeys(a: Sortable, b: Sortable): number };
    /** In the order of the bibliography. */
    getSortedIds(): string[];
    /** Clusters in reading order: as they were given, and in the order in which they print. */
    readonly citationreg: {
      readonly citationByIndex: readonly {
        readonly sortedItems: readonly (readonly [item: CslItem, cited: Cited])[];
      }[];
      /** Which clusters cite an item. */
      citationsByItemId?: Readonly<Record<string, readonly unknown[]>>;
    };
  };
  readonly output: {
    startTag(name: string, token: unknown): unknown;
    /** How deep in brackets a note is. */
    readonly checkNestedBrace?: { depth?: number };
  };
  /** Decides anew how the items of one `ambig` are told apart. */
  readonly disambiguate: { run(ambig: string): void };
  /** The style as the engine was given it. */
  readonly cslXml: { readonly dataObj: StyleElement };
  readonly opt: {
    /** Whether clusters print numbers (1), depend on where they stand (2), or neither (0). */
    update_mode: 0 | 1 | 2;
    /** Whether the style prints works of one case together. */
    readonly parallel: { readonly enable: boolean };
    readonly 'default-locale-sort'?: string;
    readonly xclass: 'in-text' | 'note';
    readonly 'disambiguate-add-names'?: boolean;
    readonly 'disambiguate-add-givenname'?: boolean;
    readonly 'disambiguate-add-year-suffix'?: boolean;
    /** Whether the style asks anywhere if it must tell works apart. */
    readonly has_disambiguate?: boolean;
  };
  readonly citation: {
    readonly opt: Readonly<Record<string, unknown>>;
    readonly srt: {
      compareCompositeKeys(a: readonly [unknown, Sortable], b: readonly [unknown, Sortable]): number;
    };
  };
  readonly citation_sort: { readonly opt: SortOptions; readonly tokens: readonly unknown[] };
  readonly bibliography: { readonly opt: Readonly<Record<string, unknown>> };
  readonly bibliography_sort: { readonly opt: SortOptions; readonly tokens: readonly unknown[] };
}

/** What citation-js registers under `@csl`. */
export interface CslPlugin {
  readonly styles: { has(id: string): boolean; add(id: string, style: string | StyleElement): void };
  readonly locales: { has(tag: string): boolean; add(tag: string, locale: string | StyleElement): void };
  engine(items: readonly CslItem[], style: string, locale: string, format: 'html'): Engine;
}

export type CitingLocale = 'fr-FR' | English;

/** The locale of citations in a report's language, whatever the style's own: an English one is as its template says. */
export function localeOf(language: Language, english: English = 'en-US'): CitingLocale {
  return language === 'fr' ? 'fr-FR' : english;
}

/**
 * An engine for a style (XML, or its elements), with no items. `id` must name this very style: citation-js keeps engines by it.
 * Throws on a style that is no CSL.
 */
export function engineFor(id: string, style: string | StyleElement, locale: CitingLocale): Engine {
  const csl = plugins.config.get('@csl');
  // citeproc works what it needs into the elements of a style it is given: each engine has its own.
  const own = typeof style === 'string' ? withStandInsInARow((CSL as Library).parseXml(style)) : structuredClone(style);
  csl.styles.add(id, own);
  if (!csl.locales.has(locale)) {
    // citation-js brings American English and French.
    const terms = localeNamed(locale);
    if (!terms) throw new Error(`no CSL locale ${locale}`);
    csl.locales.add(locale, terms);
  }
  const engine = csl.engine([], id, locale, 'html');
  if (!Object.hasOwn(engine.output, 'startTag')) {
    countsBracketsAnew(engine);
    learnsNoNamesInPrint(engine);
  }
  return engine;
}

/** The part of the library that we use or change beside its engines. */
interface Library {
  /** A style's elements, out of its text. */
  parseXml(text: string): StyleElement;
  checkIgnorePredecessor(state: { readonly tmp: { in_cite_predecessor: boolean } }, prefix: string): boolean;
}

/**
 * A number after words that end in punctuation ("see also: 3") is taken for another in a row, and parted from them by a comma: the
 * library forgets these words, so that a sentence can begin after them.
 */
function remembersPrefixes(library: Library): void {
  const { checkIgnorePredecessor: check } = library;
  library.checkIgnorePredecessor = (state, prefix) => {
    const isSentence = check.call(library, state, prefix);
    if (isSentence) state.tmp.in_cite_predecessor = true;
    return isSentence;
  };
}
remembersPrefixes(CSL as Library);

/**
 * Makes the engine know the names by which works are cited and sorted, and none that it meets while it prints (a translator's in a note):
 * how a given name is spelt would depend on what happened to be printed before.
 */
function learnsNoNamesInPrint(engine: Engine): void {
  let isPrinting = false;
  const during =
    <Args extends unknown[], Result>(does: (...args: Args) => Result, prints: boolean) =>
    (...args: Args): Result => {
      const before = isPrinting;
      isPrinting = prints;
      try {
        return does.apply(engine, args);
      } finally {
        isPrinting = before;
      }
    };
  const { restoreProcessorState: restore } = engine;
  engine.updateItems = during(engine.updateItems, false);
  engine.processCitationCluster = during(engine.processCitationCluster, true);
  engine.makeBibliography = during(engine.makeBibliography, true);
  // Emptied, it has a new register of names.
  engine.restoreProcessorState = clusters => {
    restore.call(engine, clusters);
    const { namereg } = engine.registry;
    const { addname } = namereg;
    namereg.addname = (...name) => (isPrinting ? undefined : addname.apply(namereg, name));
  };
}

/** Makes brackets within brackets count from the start in each entry: one that an entry leaves open would turn those of the next. */
function countsBracketsAnew({ output }: Engine): void {
  const { startTag } = output;
  output.startTag = (name, token) => {
    if (name === 'bib_entry' && output.checkNestedBrace) output.checkNestedBrace.depth = 0;
    return startTag.call(output, name, token);
  };
}
