/** Citations as citeproc takes them, made once for each citation that a report holds. */
import type { Citation } from '../../core/report/document.ts';
import type { Reference } from '../../core/report/types.ts';
import type { Engine, EngineCluster } from './engine.ts';
import { ADDITIONS } from './numbers-alone.ts';

/** A citation without the references that its report does not hold. Never given to an engine, which would write into it. */
export interface Cluster {
  readonly id: string;
  /** The references cited, as they are written. */
  readonly references: readonly string[];
  readonly items: EngineCluster['citationItems'];
  /** All that it says of itself, as a text. */
  readonly content: string;
  /** The same with its id. */
  readonly key: string;
  /** What it says beside its references; empty when nothing. */
  readonly additions: string;
}

const made = new WeakMap<Citation, Cluster>();

/** The cluster of a citation, of what is `known` by its id. */
export function clusterOf(citation: Citation, known: ReadonlyMap<string, Reference>): Cluster {
  const before = made.get(citation);
  if (before?.references.every(id => known.has(id))) return before;
  const held = citation.items.filter(({ reference }) => known.has(reference));
  if (held.length < citation.items.length) return clusterFrom(citation.id, held);
  const cluster = clusterFrom(citation.id, citation.items);
  made.set(citation, cluster);
  return cluster;
}

function clusterFrom(id: string, cited: Citation['items']): Cluster {
  const items: EngineCluster['citationItems'] = cited.map(
    ({ reference, suppressAuthor, label, locator, prefix, suffix }) => ({
      id: reference,
      ...(locator ? { locator, label: label ?? 'page' } : {}),
      ...(prefix ? { prefix: `${prefix.trim()} ` } : {}),
      ...(suffix ? { suffix: /^[,;.)]/.test(suffix) ? suffix : ` ${suffix.trim()}` } : {}),
      ...(suppressAuthor ? { 'suppress-author': true } : {}),
    }),
  );
  const isBare = items.every(item => ADDITIONS.every(name => item[name] === undefined));
  const content = JSON.stringify(items);
  return {
    id,
    references: cited.map(({ reference }) => reference),
    items,
    content,
    key: `${id}\n${content}`,
    additions: isBare ? '' : JSON.stringify(items.map(item => ADDITIONS.map(name => item[name]))),
  };
}

/** A cluster for an engine to keep and write into; `note` is the number of its note, 0 where it stands in the text. */
export const forEngine = ({ id, items }: Cluster, note = 0): EngineCluster => ({
  citationID: id,
  citationItems: items.map(item => ({ ...item })),
  properties: { noteIndex: note },
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
