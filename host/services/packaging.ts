/** Handlers of the submission package. */
import { basename } from 'node:path';
import type { PackageEvent, packaging } from '../../core/contract/packaging.ts';
import type { Implementation } from '../../core/contract/wire/method.ts';
import { isArchive } from '../../core/export/options.ts';
import { done, failed, type Outcome, problem } from '../../core/outcome.ts';
import type { PackageRole } from '../../core/package/types.ts';
import { createQueue } from '../../core/streams.ts';
import type { Template } from '../../core/template/types.ts';
import { notOpen } from '../documents/problems.ts';
import type { PackageRequest, PackageStep } from '../package/make.ts';
import type { ExportServices } from './exporting.ts';

export interface PackageServices extends Pick<ExportServices, 'documents' | 'workshop' | 'templateOf' | 'version'> {
  readonly templates: () => Promise<readonly Template[]>;
}

interface Wanted {
  readonly document: string;
  readonly template?: string | undefined;
  readonly include?: readonly PackageRole[] | undefined;
}

export function createPackageHandlers(services: PackageServices): Implementation<typeof packaging> {
  const { documents, workshop, templateOf, templates, version } = services;

  async function requestFor({ document, template: id, include }: Wanted): Promise<Outcome<PackageRequest>> {
    const report = documents.report(document);
    if (!report) return failed(notOpen());
    // A template that the report carries is known by its own name as well.
    const template =
      id === undefined || id === report.template
        ? await templateOf(report)
        : (await templates()).find(candidate => candidate.id === id);
    if (!template) return failed(noSuchTemplate(id ?? '', await templates()));
    const assets = await documents.assets(document);
    return done({
      report,
      template,
      images: Object.fromEntries(assets),
      date: documents.changedAt(document),
      creator: `Casewright ${version}`,
      ...(include ? { include } : {}),
    });
  }

  return {
    'package.plan': async (wanted, signal) => {
      const request = await requestFor(wanted);
      return request.ok ? done(await workshop.plan(request.value, signal)) : request;
    },
    'package.make': async function* ({ path, alsoFolder, ...wanted }, signal): AsyncGenerator<PackageEvent> {
      const request = await requestFor(wanted);
      if (!request.ok) {
        yield { kind: 'failed', problem: request.problem };
        return;
      }
      const steps = createQueue<PackageStep>();
      const making = workshop.package(request.value, steps.add, signal).finally(steps.end);
      // It is awaited below; until then its failure belongs to nobody.
      making.catch(() => {});
      for await (const step of steps.all())
        yield step.kind === 'made' ? step : { ...step, kind: 'progress', step: 'making' };
      const made = await making;
      if (!made.ok) {
        yield { kind: 'failed', problem: made.problem };
        return;
      }
      const { files } = made.value;
      yield { kind: 'progress', step: 'writing', name: basename(path), done: files.length, of: files.length };
      if (signal.aborted) return;
      const folder = alsoFolder && isArchive(path) ? path.slice(0, -'.zip'.length) : null;
      // The folder first: it is what may be refused, and then nothing is written at all.
      const { writePackage } = await import('../package/write.ts');
      const beside = folder === null ? null : await writePackage(folder, files, signal);
      const written = beside?.ok === false ? beside : await writePackage(path, files, signal);
      yield written.ok
        ? {
            kind: 'written',
            path,
            folder,
            size: written.value,
            files: files.map(({ name, bytes }) => ({ name, size: bytes.length })),
          }
        : { kind: 'failed', problem: written.problem };
    },
  };
}

export function noSuchTemplate(id: string, templates: readonly Template[]) {
  const known = templates.map(template => template.id).join(', ');
  return problem(
    'package.template',
    {
      en: `There is no template “${id}” on this computer.`,
      fr: `Il n’y a pas de modèle «\u00a0${id}\u00a0» sur cet ordinateur.`,
    },
    {
      en: `Nothing was written. Templates: ${known}.`,
      fr: `Rien n’a été écrit. Modèles\u00a0: ${known}.`,
    },
  );
}
