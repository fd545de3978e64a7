/** Citation clusters and bibliography as the template's style prints them, in the document's language. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormattedCitations, Run } from '../../core/manuscript/types.ts';
import type { CslItem } from '../../core/references/csl.ts';
import type { Citation } from '../../core/report/document.ts';
import type { Language, Reference } from '../../core/report/types.ts';
import type { Template } from '../../core/template/types.ts';
import type { Engine, EngineCluster } from './engine.ts';
import { engineFor } from './engine.ts';
import { withInwardLinks, withOutwardLinks } from './links.ts';
import { entryOf, runsOf, withLabelApart } from './runs.ts';
import { type StyleElement, styleNamed } from './styles.ts';

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

/** An engine and what it was last asked for, so that one changed cluster costs one cluster. */
interface Formatted {
  readonly engine: Engine;
  readonly items: string;
  readonly keys: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
}

/** More changed clusters than this at once are formatted anew together. */
const FEW = 4;

/** citeproc prints neither; they are the bulk of an item. */
function printed(item: CslItem): CslItem {
  const { abstract: _, note: __, ...rest } = item;
  return rest as CslItem;
}

function clusterOf(citation: Citation, known: ReadonlyMap<string, CslItem>): EngineCluster {
  const citationItems = citation.items
    .filter(item => known.has(item.reference))
    .map(({ reference, suppressAuthor, label, locator, prefix, suffix }) => ({
      id: reference,
      ...(locator ? { locator, label: label ?? 'page' } : {}),
      ...(prefix ? { prefix: `${prefix.trim()} ` } : {}),
      ...(suffix ? { suffix: /^[,;.)]/.test(suffix) ? suffix : ` ${suffix.trim()}` } : {}),
      ...(suppressAuthor ? { 'suppress-author': true } : {}),
    }));
  return { citationID: citation.id, citationItems, properties: { noteIndex: 0 } };
}

const neighbours = (clusters: readonly EngineCluster[]) => clusters.map(cluster => [cluster.citationID, 0] as const);

/** Texts after the change from `last` to `clusters`, or null when too much changed. */
function incremental(last: Formatted, clusters: readonly EngineCluster[], keys: readonly string[]) {
  let start = 0;
  while (start < keys.length && start < last.keys.length && keys[start] === last.keys[start]) start++;
  let end = 0;
  while (end < keys.length - start && end < last.keys.length - start && keys.at(-1 - end) === last.keys.at(-1 - end))
    end++;
  let changed = clusters.slice(start, clusters.length - end);
  // Where clusters only went away, formatting a neighbour tells the engine so.
  if (changed.length === 0 && last.keys.length > keys.length)
    changed = clusters.slice(Math.max(start - 1, 0), Math.max(start, 1));
  if (changed.length === 0 || changed.length > FEW) return null;
  const texts = new Map(last.texts);
  const first = clusters.indexOf(changed[0] as EngineCluster);
  changed.forEach((cluster, index) => {
    const before = neighbours(clusters.slice(0, first + index));
    const after = neighbours(clusters.slice(first + changed.length));
    for (const [, text, id] of last.engine.processCitationCluster(cluster, before, after)[1]) texts.set(id, text);
  });
  return texts;
}

function rebuilt(engine: Engine, clusters: readonly EngineCluster[]): Map<string, string> {
  const results = engine.rebuildProcessorState(clusters, 'html', []);
  return new Map(results.map(([id, , text]) => [id, text]));
}

/** citation-js keeps one engine a style and locale for the whole process, so what it holds is known for the whole process too. */
const formatted = new Map<string, Formatted>();

export interface CitingConfig {
  /** Of the templates that come with the program. */
  readonly templatesFolder: string;
  /** Of those that the user made or imported; may not be there. */
  readonly ownTemplatesFolder?: string;
}

interface Style {
  readonly id: string;
  readonly style: string | StyleElement;
}

/** Formatting by citeproc with the styles of folders of templates, or those of the CSL project. Not for two threads at once. */
export function createCiting({ templatesFolder, ownTemplatesFolder }: CitingConfig): Citing {
  const styles = new Map<string, Style>();
  let cached: { key: string; value: FormattedCitations } | null = null;

  function fileOf({ id, citations }: Template): string {
    const own = ownTemplatesFolder === undefined ? null : join(ownTemplatesFolder, id, citations.style);
    return own !== null && existsSync(own) ? own : join(templatesFolder, id, citations.style);
  }

  function styleOf(template: Template): Style {
    const { style: name } = template.citations;
    const key = name.endsWith('.csl') ? fileOf(template) : `csl:${name}`;
    const known = styles.get(key);
    if (known) return known;
    const style = key.startsWith('csl:') ? namedStyle(name) : styleOfFile(template.id, key);
    styles.set(key, style);
    return style;
  }

  return {
    format({ clusters: citations, references, template, language }) {
      const cited = new Set(citations.flatMap(citation => citation.items.map(item => item.reference)));
      // All that the report holds, cited or not: the first mention of one more reference is then no reason to start anew.
      const known = new Map(references.map(({ id, item }) => [id, printed({ ...item, id })] as const));
      const missing = [...cited].filter(id => !known.has(id));
      const clusters = citations.map(citation => clusterOf(citation, known));
      const filled = clusters.filter(cluster => cluster.citationItems.length > 0);
      const keys = filled.map(cluster => JSON.stringify(cluster));
      const style = styleOf(template);
      const engineKey = `${style.id}|${language}`;
      const items = JSON.stringify([...known.values()]);
      const key = JSON.stringify([engineKey, items, keys, missing, clusters.length]);
      if (cached?.key === key) return cached.value;

      const last = formatted.get(engineKey);
      // Asking citation-js for the engine empties it, so only when what it holds is of no use.
      const reusable = last?.items === items ? last : null;
      const engine = reusable?.engine ?? filledEngine(style, language, known);
      const texts = (reusable && incremental(reusable, filled, keys)) ?? rebuilt(engine, filled);
      formatted.set(engineKey, { engine, items, keys, texts });

      const bibliography =
        filled.length === 0 ? [] : bibliographyOf(engine, known, template.citations.kind !== 'author-date');
      const byLabel = new Map(
        bibliography.flatMap(entry => {
          const number = /\d+/.exec(entry.label)?.[0];
          return number === undefined ? [] : [[number, entry.reference] as const];
        }),
      );
      const value: FormattedCitations = {
        clusters: Object.fromEntries(
          clusters.map(cluster => {
            const ids = cluster.citationItems.map(item => String(item.id));
            const runs: readonly Run[] = ids.length === 0 ? [] : runsOf(texts.get(cluster.citationID) ?? '');
            return [cluster.citationID, withInwardLinks(runs, ids, byLabel)];
          }),
        ),
        bibliography,
        missing,
      };
      cached = { key, value };
      return value;
    },
  };
}

/** Templates are read only when their style is there: one that is gone since then is a bug. */
function namedStyle(name: string): Style {
  const style = styleNamed(name);
  if (!style) throw new Error(`no citation style ${name}`);
  return { id: `csl-${name}`, style };
}

function styleOfFile(template: string, path: string): Style {
  const xml = readFileSync(path, 'utf8');
  return { id: `${template}-${createHash('sha256').update(xml).digest('hex').slice(0, 12)}`, style: xml };
}

function filledEngine(style: Style, language: Language, known: ReadonlyMap<string, CslItem>): Engine {
  const engine = engineFor(style.id, style.style, language);
  engine.sys.retrieveItem = id => {
    const item = known.get(id);
    if (!item) throw new Error('the engine asked for an item it was not given');
    return item;
  };
  return engine;
}

function bibliographyOf(
  engine: Engine,
  known: ReadonlyMap<string, CslItem>,
  isNumbered: boolean,
): FormattedCitations['bibliography'] {
  const made = engine.makeBibliography();
  if (made === false) return [];
  const [{ entry_ids }, entries] = made;
  return entries.map((html, index) => {
    const reference = entry_ids[index]?.[0] ?? '';
    const entry = entryOf(html);
    const { label, runs } = isNumbered ? withLabelApart(entry) : entry;
    return { reference, label, runs: withOutwardLinks(runs, known.get(reference)) };
  });
}
