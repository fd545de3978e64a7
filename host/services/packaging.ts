/** Handlers of the submission package. */
import type { PackageEvent, packaging } from '../../core/contract/packaging.ts';
import type { Implementation } from '../../core/contract/wire/method.ts';
import { done, failed, type Outcome, problem } from '../../core/outcome.ts';
import type { Template } from '../../core/template/types.ts';
import { notOpen } from '../documents/documents.ts';
import type { PackageRequest } from '../package/make.ts';
import { writePackage } from '../package/write.ts';
import type { ExportServices } from './exporting.ts';

export interface PackageServices extends Pick<ExportServices, 'documents' | 'workshop' | 'templateOf' | 'version'> {
  readonly templates: () => Promise<readonly Template[]>;
}

interface Wanted {
  readonly document: string;
  readonly template?: string | undefined;
}

export function createPackageHandlers(services: PackageServices): Implementation<typeof packaging> {
  const { documents, workshop, templateOf, templates, version } = services;

  async function requestFor({ document, template: id }: Wanted): Promise<Outcome<PackageRequest>> {
    const report = documents.report(document);
    if (!report) return failed(notOpen());
    const template =
      id === undefined ? await templateOf(report) : (await templates()).find(candidate => candidate.id === id);
    if (!template) return failed(noSuchTemplate(id ?? '', await templates()));
    const assets = await documents.assets(document);
    return done({
      report,
      template,
      images: Object.fromEntries(assets),
      date: documents.changedAt(document),
      creator: `Casewright ${version}`,
    });
  }

  return {
    'package.plan': async (wanted, signal) => {
      const request = await requestFor(wanted);
      return request.ok ? done(await workshop.plan(request.value, signal)) : request;
    },
    'package.make': async function* ({ path, ...wanted }, signal): AsyncGenerator<PackageEvent> {
      yield { kind: 'progress', step: 'making' };
      const request = await requestFor(wanted);
      const made = request.ok ? await workshop.package(request.value, signal) : request;
      if (!made.ok) {
        yield { kind: 'failed', problem: made.problem };
        return;
      }
      if (signal.aborted) return;
      yield { kind: 'progress', step: 'writing' };
      const { files } = made.value;
      const written = await writePackage(path, files);
      yield written.ok
        ? {
            kind: 'written',
            path,
            size: written.value,
            files: files.map(({ name, bytes }) => ({ name, size: bytes.length })),
          }
        : { kind: 'failed', problem: written.problem };
    },
  };
}

function noSuchTemplate(id: string, templates: readonly Template[]) {
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
