/** Manuscripts to export in tests: the examples as they are printed, and one made by hand. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { numberReport } from '../../../core/manuscript/number.ts';
import { resolve } from '../../../core/manuscript/resolve.ts';
import type { Manuscript } from '../../../core/manuscript/types.ts';
import type { CaseReport } from '../../../core/report/types.ts';
import type { Template } from '../../../core/template/types.ts';
import { createCiting } from '../../../host/citing/citing.ts';
import { readPack } from '../../../host/documents/pack.ts';
import { complete, house, plainCitations } from '../fixtures.ts';

const root = join(import.meta.dirname, '..', '..', '..');
export const EXAMPLES: readonly string[] = readdirSync(join(root, 'examples'), { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name);
export const TEMPLATES: readonly string[] = readdirSync(join(root, 'templates'), { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name);

export interface Printed {
  readonly report: CaseReport;
  readonly manuscript: Manuscript;
  readonly template: Template;
  readonly images: Readonly<Record<string, Uint8Array>>;
}

const citing = createCiting({ templatesFolder: join(root, 'templates') });

type Pack = Pick<Printed, 'report' | 'images'>;
const packs = new Map<string, Pack>();
const examples = new Map<string, Printed>();

function pack(name: string): Pack {
  const known = packs.get(name);
  if (known) return known;
  const read = readPack(readFileSync(join(root, 'examples', name, `${name}.casereport`)), name);
  if (!read.ok) throw new Error(read.problem.message.en);
  const { report, assets } = read.value;
  const made = { report, images: Object.fromEntries(assets) };
  packs.set(name, made);
  return made;
}

/** An example as a template prints it; its own template unless another is named. Made once for all files of tests of a thread. */
export function example(name: string, templateId?: string): Printed {
  const { report, images } = pack(name);
  const id = templateId ?? report.template;
  const known = examples.get(`${name} ${id}`);
  if (known) return known;
  const template = house(id);
  const { citations: clusters } = numberReport(report, template);
  const { references, language } = report;
  const citations = citing.format({ clusters, references, template, language });
  const printed = { report, template, manuscript: resolve(report, template, citations), images };
  examples.set(`${name} ${id}`, printed);
  return printed;
}

/** The report made by hand that holds one of everything. */
export function oneOfEverything(change: Partial<CaseReport> = {}): Printed {
  const report = { ...complete, ...change };
  const template = house(report.template);
  return {
    report,
    template,
    manuscript: resolve(report, template, plainCitations(report)),
    images: Object.fromEntries(report.assets.map(({ name }) => [name, new Uint8Array([0xff, 0xd8, 0xff, 0xd9])])),
  };
}
