/**
 * Clusters as runs that point at the entries they cite (numbers of a numeric cluster, "1–3,5"; in author–date styles and notes all of
 * one that cites a single reference), made anew only where a text or what its numbers stand for changed.
 */
import { referenceAnchor } from '../../core/manuscript/resolve.ts';
import type { FormattedCitations, Run } from '../../core/manuscript/types.ts';
import type { CslItem } from '../../core/references/csl.ts';
import type { Language, Reference } from '../../core/report/types.ts';
import type { Cluster } from './clusters/clusters.ts';
import { withOutwardLinks } from './links.ts';
import { runsOf } from './runs.ts';
import { spacedAs } from './spaces.ts';

/** A text of the engine, read. */
interface Read {
  readonly runs: readonly Run[];
  /** The text of each run cut at its numbers, which stand at the odd places. */
  readonly cut: readonly (readonly string[])[];
  readonly numbers: readonly string[];
}

/** A cluster as it was linked before. */
interface Linked {
  readonly text: string;
  readonly isByNumber: boolean;
  /** What its numbers stood for; in a style without numbers the only reference cited. */
  readonly targets: readonly (string | undefined)[];
  /** Of a note the works whose addresses in it are links. */
  readonly works: readonly CslItem[];
  readonly runs: readonly Run[];
}

/** Texts remembered; more are forgotten together. */
const MOST = 20_000;

/** Clusters that went away and are still remembered, beside as many as there are. */
const SPARE = 1_000;

export interface LinkingRequest {
  readonly bibliography: FormattedCitations['bibliography'];
  readonly clusters: readonly Cluster[];
  /** The engine's, by the ids of clusters. */
  readonly texts: ReadonlyMap<string, string>;
  readonly known: ReadonlyMap<string, Reference>;
  /** Whether the texts are notes: they have addresses in them, and not every work is in the bibliography. */
  readonly areNotes: boolean;
}

/** A linker for one style and language: gives clusters by their ids. */
export function createLinker(language: Language): (request: LinkingRequest) => FormattedCitations['clusters'] {
  const reads = new Map<string, Read>();
  const before = new Map<string, Linked>();

  function readOf(text: string): Read {
    const known = reads.get(text);
    if (known) return known;
    const runs = spacedAs(language, runsOf(text));
    const cut = runs.map(run => run.text.split(/(\d+)/));
    const read = { runs, cut, numbers: cut.flatMap(pieces => pieces.filter((_, at) => at % 2 === 1)) };
    if (reads.size >= MOST) reads.clear();
    reads.set(text, read);
    return read;
  }

  return ({ bibliography, clusters, texts, known, areNotes }) => {
    const byLabel = new Map<string, string>();
    const entries = areNotes ? new Set(bibliography.map(({ reference }) => reference)) : null;
    for (const { label, reference } of bibliography) {
      const number = /\d+/.exec(label)?.[0];
      if (number !== undefined) byLabel.set(number, reference);
    }
    const isByNumber = byLabel.size > 0 && !areNotes;
    if (before.size > 2 * clusters.length + SPARE) before.clear();
    const runsFor = ({ id, references }: Cluster): readonly Run[] => {
      if (references.length === 0) return [];
      const text = texts.get(id) ?? '';
      const read = readOf(text);
      // Other numbers are of pages, or the writer's own.
      const cited = (number: string) => {
        const one = byLabel.get(number);
        return one !== undefined && references.includes(one) ? one : undefined;
      };
      const targets = isByNumber
        ? read.numbers.map(cited)
        : [references.length === 1 && entries?.has(references[0] as string) !== false ? references[0] : undefined];
      const works = areNotes ? references.flatMap(one => known.get(one)?.item ?? []) : [];
      const last = before.get(id);
      const isAsBefore =
        last?.text === text &&
        last.isByNumber === isByNumber &&
        sameList(last.targets, targets) &&
        sameList(last.works, works);
      if (isAsBefore) return last.runs;
      const runs = isByNumber ? numbersLinked(read, cited) : allLinked(outward(read.runs, works), targets[0]);
      before.set(id, { text, isByNumber, targets, works, runs });
      return runs;
    };
    // Without a prototype it is a table from the start, filled ten times as fast as `Object.fromEntries` would.
    const linked: Record<string, readonly Run[]> = Object.create(null);
    for (const cluster of clusters) linked[cluster.id] = runsFor(cluster);
    return linked;
  };
}

const sameList = <T>(a: readonly T[], b: readonly T[]) =>
  a.length === b.length && a.every((one, index) => one === b[index]);

function numbersLinked({ runs, cut }: Read, cited: (number: string) => string | undefined): readonly Run[] {
  const linked: Run[] = [];
  runs.forEach((run, index) => {
    let text = '';
    cut[index]?.forEach((piece, at) => {
      const reference = at % 2 === 1 ? cited(piece) : undefined;
      if (reference === undefined) text += piece;
      else {
        if (text !== '') linked.push({ ...run, text });
        linked.push({ ...run, text: piece, to: referenceAnchor(reference) });
        text = '';
      }
    });
    if (text !== '') linked.push({ ...run, text });
  });
  return linked;
}

const outward = (runs: readonly Run[], works: readonly CslItem[]): readonly Run[] =>
  works.reduce((linked, item) => withOutwardLinks(linked, item), runs);

const allLinked = (runs: readonly Run[], reference: string | undefined): readonly Run[] =>
  reference === undefined
    ? runs
    : runs.map(run => (run.link === undefined ? { ...run, to: referenceAnchor(reference) } : run));
