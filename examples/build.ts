/** Makes the example cases from their sources: `npm run examples`. Same sources, same bytes. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readReferences } from '../core/formats/index.ts';
import { blankReport } from '../core/report/blank.ts';
import type { ChartSettings } from '../core/report/chart-settings.ts';
import type { Part } from '../core/report/document.ts';
import type { Asset, CaseReport, Figure, Front, Language, Panel } from '../core/report/types.ts';
import { forReport } from '../core/timeline/formats/for-report.ts';
import { readLabs } from '../core/timeline/formats/index.ts';
import { asks } from '../core/timeline/formats/warnings.ts';
import { makeSafe } from '../host/documents/images.ts';
import { type Assets, packReport } from '../host/documents/pack.ts';
import { readText } from './text.ts';

/** `case.json` of an example: what is data and neither text, references nor values. */
interface CaseData {
  readonly id: string;
  readonly language: Language;
  readonly template: string;
  readonly front: Front;
  readonly dayZeroIs: string;
  /** The clinical course; a part that is absent is empty. */
  readonly course?: Partial<Pick<CaseReport, 'treatments' | 'events' | 'stays' | 'phases' | 'patient'>>;
  /** How charts show it, by the id of their block. */
  readonly charts?: Readonly<Record<string, ChartSettings>>;
  /** Panels name their image by its file in figures/. */
  readonly figures: readonly (Omit<Figure, 'panels'> & {
    readonly panels: readonly (Omit<Panel, 'asset'> & { readonly file: string })[];
  })[];
}

export interface BuiltExample {
  readonly report: CaseReport;
  readonly assets: Assets;
}

/** Reads the sources in a folder into a report. Throws where a source cannot be read whole: an example has no faults. */
export async function buildExample(folder: string): Promise<BuiltExample> {
  const text = (name: string) => readFile(join(folder, name), 'utf8');
  const data = JSON.parse(await text('case.json')) as CaseData;
  const references = readReferences(await text('references.bib'), 'references.bib');
  if (!references.ok || references.value.problems.length > 0) throw new Error(`${folder}: references.bib is not sound`);
  const labs = readLabs(await text('labs.csv'), {}, 'labs.csv');
  if (!labs.ok || labs.value.warnings.some(asks)) throw new Error(`${folder}: labs.csv is not sound`);

  const assets = new Map<string, Uint8Array>();
  const records = new Map<string, Asset>();
  const figures: Figure[] = [];
  for (const { panels, ...figure } of data.figures) {
    const made: Panel[] = [];
    for (const { file, ...panel } of panels) {
      const safe = await makeSafe(await readFile(join(folder, 'figures', file)), file);
      if (!safe.ok) throw new Error(`${folder}: ${file} is no image`);
      const { asset, bytes } = safe.value;
      assets.set(asset.name, bytes);
      records.set(asset.name, asset);
      made.push({ ...panel, asset: asset.name });
    }
    figures.push({ ...figure, panels: made });
  }

  const parts = readText(await text('text.md')).map(part => withSettings(part, data.charts ?? {}));
  const blank = blankReport({ id: data.id, language: data.language, template: data.template, abstracts: ['fr', 'en'] });
  const written = new Map(parts.map(part => [part.key, part]));
  return {
    report: {
      ...blank,
      front: data.front,
      parts: blank.parts
        .filter(({ key }) => written.has(key) || !key.startsWith('abstract:'))
        .map(part => written.get(part.key) ?? part),
      references: references.value.references,
      figures,
      ...data.course,
      series: forReport(labs.value),
      time: { dayZeroIs: data.dayZeroIs, show: 'days' },
      assets: [...records.values()],
    },
    assets,
  };
}

/** A part whose charts have their settings. */
function withSettings(part: Part, charts: Readonly<Record<string, ChartSettings>>): Part {
  const children = part.children.map(block => {
    const settings = block.type === 'chart' ? charts[block.id] : undefined;
    return block.type === 'chart' && settings ? { ...block, settings } : block;
  });
  return { ...part, children };
}

/** Writes `<folder>/<name>.casereport` for every example. */
export async function writeExamples(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const written: string[] = [];
  for (const { name } of entries.filter(entry => entry.isDirectory())) {
    const { report, assets } = await buildExample(join(folder, name));
    const path = join(folder, name, `${basename(name)}.casereport`);
    await writeFile(path, packReport(report, assets));
    written.push(path);
  }
  return written;
}
