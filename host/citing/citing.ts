/** Citation clusters and bibliography as the template's style prints them, in the document's language. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FormattedCitations } from '../../core/manuscript/types.ts';
import { narrativeNames } from '../../core/references/narrative.ts';
import type { Citation } from '../../core/report/document.ts';
import type { Language, Reference } from '../../core/report/types.ts';
import type { Template } from '../../core/template/types.ts';
import { canKeep, createBibliography } from './bibliography/bibliography.ts';
import { emptied } from './bibliography/comparing.ts';
import {
  type Cluster,
  clusterOf,
  forEngine,
  type Handing,
  type NoteOf,
  namingItself,
  withoutFirst,
} from './clusters/clusters.ts';
import { createAuthors, namesPrinted } from './clusters/narrative.ts';
import { createPieces, type PieceMaker, type Pieces } from './clusters/pieces.ts';
import type { Engine } from './engine.ts';
import { engineFor, localeOf } from './engine.ts';
import { handedItem, type Printing, printingOf } from './handed-items.ts';
import { createLinker } from './linker.ts';
import { isNothing } from './runs.ts';
import { styleFile, withKnownStyle } from './styles/catalogue.ts';
import { type StyleElement, styleNamed } from './styles/styles.ts';

export interface CitingRequest {
  /** In reading order. */
  readonly clusters: readonly Citation[];
  readonly references: readonly Reference[];
  readonly template: Template;
  readonly language: Language;
}

export interface Citing {
  /**
   * Formats all clusters and the bibliography of what they cite. References that the report does not hold are left out of their
   * cluster and named in `missing`; a cluster with nothing left is an empty list of runs.
   */
  format(request: CitingRequest): FormattedCitations;
}

/** An engine and what its parts remember, so that one changed cluster costs one cluster. */
interface Formatted {
  readonly engine: Engine;
  readonly pieces: PieceMaker | null;
  readonly bibliography: ReturnType<typeof createBibliography>;
  readonly linked: ReturnType<typeof createLinker>;
  readonly authors: ReturnType<typeof createAuthors>;
}

/** What was asked for last, so that asking for the same again costs nothing. */
interface Asked {
  readonly engineKey: string;
  readonly isNumbered: boolean;
  readonly items: ReadonlyMap<string, string>;
  readonly missing: readonly string[];
  readonly keys: readonly string[];
  readonly ids: readonly string[];
  readonly unknownStyle?: string;
}

const byReferences = new WeakMap<readonly Reference[], ReadonlyMap<string, Reference>>();

/** A report's references by their ids. */
function knownOf(references: readonly Reference[]): ReadonlyMap<string, Reference> {
  const before = byReferences.get(references);
  if (before) return before;
  const known = new Map(references.map(reference => [reference.id, reference] as const));
  byReferences.set(references, known);
  return known;
}

/** In styles of notes every citation is one, in the order of the text, also one whose references are not held. */
function notesOf(engine: Engine, citations: readonly Citation[]): Readonly<Record<string, number>> | undefined {
  if (engine.opt.xclass !== 'note') return undefined;
  const notes: Record<string, number> = Object.create(null);
  let last = 0;
  for (const { id } of citations) notes[id] ??= ++last;
  return notes;
}

/** All clusters at once, by an engine that remembers nothing: emptied item by item, it keeps who was once like whom. */
function whole(engine: Engine, clusters: readonly Cluster[], noteOf: NoteOf): Pieces {
  emptied(engine);
  const given = clusters.map(cluster => forEngine(cluster, noteOf(cluster.id)));
  const results = engine.rebuildProcessorState(given, 'html', []);
  return {
    texts: new Map(results.map(([id, , text]) => [id, text])),
    order: engine.registry.getSortedIds(),
    decided: id => JSON.stringify(engine.registry.registry[id]?.disambig),
    nameOf: () => null,
    register: () => undefined,
    isInPieces: false,
  };
}

/** citation-js keeps one engine a style and locale for the whole process, so what it holds is known for the whole process too. */
const formatted = new Map<string, Formatted>();

export interface CitingConfig {
  /** Of the templates that come with the program. */
  readonly templatesFolder: string;
}

interface Style {
  readonly id: string;
  readonly style: string | StyleElement;
  readonly printing: Printing;
}

/** Formatting by citeproc with the styles of a folder of templates, or those of the CSL project. Not for two threads at once. */
export function createCiting({ templatesFolder }: CitingConfig): Citing {
  const styles = new Map<string, Style>();
  let cached: { readonly asked: Asked; readonly value: FormattedCitations } | null = null;

  function styleOf(wanted: Template): Style {
    const template = withKnownStyle(wanted);
    const { style: name, csl } = template.citations;
    if (csl !== undefined) return styleOfText(name, csl);
    const file = styleFile(template, templatesFolder);
    const key = file ?? `csl:${name}`;
    const known = styles.get(key);
    if (known) return known;
    const style = file === null ? namedStyle(name) : styleOfFile(template.id, file);
    styles.set(key, style);
    return style;
  }

  return {
    format({ clusters: citations, references, template, language }) {
      const known = knownOf(references);
      const style = styleOf(template);
      const locale = localeOf(language, template.citations.english);
      const engineKey = `${style.id}|${locale}`;
      const last = formatted.get(engineKey);
      const engine = last?.engine ?? engineFor(style.id, style.style, locale);
      const isNumbered = template.citations.kind !== 'author-date';
      const narrative = engine.opt.xclass === 'note' ? 'in the note' : isNumbered ? 'in numbers' : 'left out';
      const clusters = citations.map(citation => handed(citation, known, { language, narrative }));
      const { items, missing, hasSlug } = citedIn(citations, known, style.printing);
      const asked: Asked = {
        engineKey,
        isNumbered,
        items,
        missing,
        keys: clusters.flatMap(cluster => (cluster.items.length > 0 ? cluster.key : [])),
        ids: clusters.map(({ id }) => id),
        ...(withKnownStyle(template) !== template && { unknownStyle: template.citations.style }),
      };
      if (cached && isSame(cached.asked, asked)) return cached.value;

      engine.sys.retrieveItem = id => {
        const reference = known.get(id);
        if (!reference) throw new Error('the engine asked for an item it was not given');
        return handedItem(reference, style.printing).item;
      };
      const pieces = last
        ? last.pieces
        : createPieces(engine, () => engineFor(`${style.id}-numbers`, style.style, locale));
      const isOneByOne = !hasSlug && canKeep(engine);
      const notes = notesOf(engine, citations);
      const noteOf = (id: string) => notes?.[id] ?? 0;
      const filled = (some: readonly Cluster[]) => some.filter(cluster => cluster.items.length > 0);
      const partsOf = (some: readonly Cluster[]): Pieces =>
        (pieces && isOneByOne ? pieces(filled(some), items, noteOf) : null) ?? whole(engine, filled(some), noteOf);
      const authors = last?.authors ?? createAuthors(engine);
      const first = { clusters, parts: partsOf(clusters), names: {} };
      const {
        clusters: said,
        parts: { texts, ...parts },
        names,
      } = clusters.some(({ isNarrative }) => isNarrative)
        ? inSentences(first, { engine, known, language, authors: narrative === 'left out' ? authors : null, partsOf })
        : first;
      const made = last?.bibliography ?? createBibliography(language);
      const bibliography =
        filled(said).length === 0 ? [] : made({ engine, ...parts, texts: items, known, isNumbered, isOneByOne });
      const linked = last?.linked ?? createLinker(language);
      const value: FormattedCitations = {
        clusters: linked({ bibliography, clusters: said, texts, known, areNotes: notes !== undefined }),
        bibliography,
        missing,
        ...(notes && { notes }),
        ...(Object.keys(names).length > 0 && { names }),
        ...(!style.printing.hasLocators && { hasNoLocators: true }),
        ...(asked.unknownStyle !== undefined && { unknownStyle: asked.unknownStyle }),
      };
      formatted.set(engineKey, { engine, pieces, bibliography: made, linked, authors });
      cached = { asked, value };
      return value;
    },
  };
}

/** A citation as the engine takes it; one whose work has nobody whom a sentence could name, says of it what it says elsewhere. */
function handed(citation: Citation, known: ReadonlyMap<string, Reference>, handing: Handing): Cluster {
  const cluster = clusterOf(citation, known, handing);
  if (!cluster.isNarrative) return cluster;
  const work = known.get(cluster.references[0] as string);
  return work && narrativeNames(work.item, handing.language) === '' ? namingItself(cluster) : cluster;
}

/** Clusters as they print, and the names that stand in sentences before some. */
interface InSentences {
  readonly clusters: readonly Cluster[];
  readonly parts: Pieces;
  readonly names: Readonly<Record<string, string>>;
}

interface Naming {
  readonly engine: Engine;
  readonly known: ReadonlyMap<string, Reference>;
  readonly language: Language;
  /** Authors as the style's own calls name them; null where these name none. */
  readonly authors: ReturnType<typeof createAuthors> | null;
  partsOf(clusters: readonly Cluster[]): Pieces;
}

/**
 * Names for the sentences of those clusters that have theirs there. One whose style cites its work by something else (its title) says so
 * itself; of one whose style cites by names alone nothing else is left.
 */
function inSentences(
  { clusters, parts }: InSentences,
  { engine, known, language, authors, partsOf }: Naming,
): InSentences {
  const own = clusters.filter(({ isNarrative }) => isNarrative);
  const workOf = ({ references: [id] }: Cluster) => known.get(id as string) as Reference;
  const ids = authors ? [...new Set(own.map(cluster => workOf(cluster).id))] : [];
  const cited = authors?.(ids, parts);
  const etAl = engine.getTerm('et-al') || 'et al.';
  const names = Object.fromEntries(
    own.map(cluster => {
      const work = workOf(cluster);
      return [cluster.id, namesPrinted(work, cited?.get(work.id), language, etAl)];
    }),
  );
  const silent = new Set(own.flatMap(({ id }) => (names[id] !== '' && isNothing(parts.texts.get(id) ?? '') ? id : [])));
  const now = clusters.map(cluster => {
    if (names[cluster.id] === '') return namingItself(cluster);
    return silent.has(cluster.id) && cluster.items.length > 1 ? withoutFirst(cluster) : cluster;
  });
  const isAsBefore = now.every((cluster, index) => cluster.key === clusters[index]?.key);
  // Asked for names, an engine that makes all at once has forgotten the clusters.
  const again = isAsBefore && (ids.length === 0 || parts.isInPieces) ? parts : partsOf(now);
  const alone = own.filter(({ id, items }) => silent.has(id) && items.length === 1).map(({ id }) => [id, ''] as const);
  return { clusters: now, names, parts: { ...again, texts: new Map([...again.texts, ...alone]) } };
}

/** Cited items as texts, by their ids: what decides whether an engine still knows them; and the ids of those not held. */
function citedIn(citations: readonly Citation[], known: ReadonlyMap<string, Reference>, printing: Printing) {
  const items = new Map<string, string>();
  const missing = new Set<string>();
  let hasSlug = false;
  for (const citation of citations) {
    for (const { reference: id } of citation.items) {
      if (items.has(id)) continue;
      const reference = known.get(id);
      if (!reference) {
        missing.add(id);
        continue;
      }
      const made = handedItem(reference, printing);
      items.set(id, made.text);
      hasSlug ||= made.holdsSlug;
    }
  }
  return { items, missing: [...missing], hasSlug };
}

const sameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((text, index) => text === b[index]);

function isSame(a: Asked, b: Asked): boolean {
  return (
    a.engineKey === b.engineKey &&
    a.isNumbered === b.isNumbered &&
    a.unknownStyle === b.unknownStyle &&
    sameList(a.keys, b.keys) &&
    sameList(a.ids, b.ids) &&
    sameList(a.missing, b.missing) &&
    a.items.size === b.items.size &&
    [...a.items].every(([id, text]) => b.items.get(id) === text)
  );
}

/** Templates are read only when their style is there: one that is gone since then is a bug. */
function namedStyle(name: string): Style {
  const style = styleNamed(name);
  if (!style) throw new Error(`no citation style ${name}`);
  return { id: `csl-${name}`, style, printing: printingOf(JSON.stringify(style)) };
}

function styleOfFile(template: string, path: string): Style {
  return styleOfText(template, readFileSync(path, 'utf8'));
}

function styleOfText(template: string, xml: string): Style {
  const id = `${template}-${createHash('sha256').update(xml).digest('hex').slice(0, 12)}`;
  return { id, style: xml, printing: printingOf(xml) };
}
