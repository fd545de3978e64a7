/** Citations as citeproc takes them, made once for each citation that a report holds. */
import type { Citation } from '../../../core/report/document.ts';
import type { Language, Reference } from '../../../core/report/types.ts';
import type { Engine, EngineCluster } from '../engine.ts';
import { ADDITIONS } from './numbers-alone.ts';

/** A citation without the references that its report does not hold. Never given to an engine, which would write into it. */
export interface Cluster {
  readonly id: string;
  /** The references cited, as they are written. */
  readonly references: readonly string[];
  readonly items: EngineCluster['citationItems'];
  /** Whether the authors of its first work stand in its sentence. */
  readonly isNarrative: boolean;
  /** Whether its works stand as they are written, whatever the style's order. */
  readonly isUnsorted: boolean;
  /** All that it says of itself, as a text. */
  readonly content: string;
  /** The same with its id. */
  readonly key: string;
  /** What it says beside its references; empty when nothing. */
  readonly additions: string;
}

/** What of a style and a language decides how a citation is handed to the engine. */
export interface Handing {
  readonly language: Language;
  /**
   * Of a citation whose authors stand in its sentence: an author–date style leaves them out of the call, which begins with their work; a
   * note names its work whole all the same, since the sentence has family names alone.
   */
  readonly narrative: 'left out' | 'in the note' | 'in numbers';
}

const made = new Map<string, WeakMap<Citation, Cluster>>();

/** The cluster of a citation, of what is `known` by its id. */
export function clusterOf(citation: Citation, known: ReadonlyMap<string, Reference>, handing: Handing): Cluster {
  const key = `${handing.language} ${handing.narrative}`;
  const all = made.get(key) ?? new WeakMap<Citation, Cluster>();
  made.set(key, all);
  const before = all.get(citation);
  if (before?.references.every(id => known.has(id))) return before;
  const held = citation.items.filter(({ reference }) => known.has(reference));
  if (held.length < citation.items.length) return clusterFrom(citation, held, handing);
  const cluster = clusterFrom(citation, citation.items, handing);
  all.set(citation, cluster);
  return cluster;
}

/** Suffixes that follow their word without a space: French has one before the high ones. */
const CLOSE = { en: /^[,;:.!?)]/, fr: /^[,.)]/ } as const;

function clusterFrom(
  { id, narrative, items: [first] }: Citation,
  cited: Citation['items'],
  { language, narrative: handed }: Handing,
): Cluster {
  const isNarrative = narrative === true && first?.reference === cited[0]?.reference;
  const isLeftOut = (at: number, own: true | undefined) =>
    isNarrative ? at === 0 && handed !== 'in the note' : own === true;
  const items: EngineCluster['citationItems'] = cited.map(
    ({ reference, suppressAuthor, label, locator, prefix, suffix }, at) => ({
      id: reference,
      ...(locator ? { locator, label: label ?? 'page' } : {}),
      ...(prefix ? { prefix: `${prefix.trim()} ` } : {}),
      ...(suffix ? { suffix: CLOSE[language].test(suffix) ? suffix : ` ${suffix.trim()}` } : {}),
      ...(isLeftOut(at, suppressAuthor) ? { 'suppress-author': true } : {}),
    }),
  );
  const references = cited.map(({ reference }) => reference);
  return cluster({ id, references, items, isNarrative, isUnsorted: isNarrative && handed === 'left out' });
}

function cluster(own: Pick<Cluster, 'id' | 'references' | 'items' | 'isNarrative' | 'isUnsorted'>): Cluster {
  const { id, items, isNarrative, isUnsorted } = own;
  const isBare = items.every(item => ADDITIONS.every(name => item[name] === undefined));
  const content = `${isUnsorted ? 'unsorted ' : ''}${JSON.stringify(items)}`;
  return {
    ...own,
    content,
    key: `${id}\n${isNarrative ? 'narrative ' : ''}${content}`,
    additions: isBare ? '' : JSON.stringify(items.map(item => ADDITIONS.map(name => item[name]))),
  };
}

/** A cluster that names the authors of its first work itself. */
export function namingItself(own: Cluster): Cluster {
  const [{ 'suppress-author': _, ...first } = {}, ...others] = own.items;
  return cluster({ ...own, items: [first, ...others], isUnsorted: false });
}

/** A cluster without its first work, of which nothing is left to say. */
export const withoutFirst = (own: Cluster): Cluster =>
  cluster({ ...own, references: own.references.slice(1), items: own.items.slice(1) });

/** A cluster for an engine to keep and write into; `note` is the number of its note, 0 where it stands in the text. */
export const forEngine = ({ id, items, isUnsorted }: Cluster, note = 0): EngineCluster => ({
  citationID: id,
  citationItems: items.map(item => ({ ...item })),
  properties: { noteIndex: note, ...(isUnsorted && { unsorted: true }) },
});

/** Numbers of notes by the ids of their clusters; in the text each has 0. */
export type NoteOf = (id: string) => number;

/** `CSL.NONE`, `CSL.POSITION` and `CSL.ASSUME_ALL_ITEMS_REGISTERED` of citeproc. */
const NO_POSITIONS = 0;
const POSITIONS = 2;
const ALL_REGISTERED = 2;

/** A cluster as it prints between no others, its works where they say that they stand. */
export function textOf(engine: Engine, cluster: EngineCluster): string {
  const mode = engine.opt.update_mode;
  // It would find positions itself, among no others.
  if (mode === POSITIONS) engine.opt.update_mode = NO_POSITIONS;
  const [, made] = engine.processCitationCluster(cluster, [], [], ALL_REGISTERED);
  engine.opt.update_mode = mode;
  const text = made.find(([, , id]) => id === cluster.citationID)?.[1];
  if (text === undefined) throw new Error('the engine printed no text for a cluster');
  return text;
}
