/** Handlers of the exports: which formats there are, a file where the user wants it, pages for the pane beside the text. */
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { exporting } from '../../core/contract/exporting.ts';
import type { ExportEvent } from '../../core/contract/values.ts';
import type { Implementation } from '../../core/contract/wire/method.ts';
import { formatOf } from '../../core/export/options.ts';
import type { ExportedFile, ExportOptions } from '../../core/export/types.ts';
import { done, failed, type Outcome } from '../../core/outcome.ts';
import type { CaseReport } from '../../core/report/types.ts';
import type { Template } from '../../core/template/types.ts';
import { type Documents, notOpen } from '../documents/documents.ts';
import { writeChosen } from '../documents/files.ts';
import { createExporters } from '../export/exporters.ts';
import { besideFolder } from '../export/make-file.ts';
import type { Workshop } from '../export/tasks.ts';

export interface ExportServices {
  readonly documents: Documents;
  readonly workshop: Workshop;
  readonly templateOf: (report: CaseReport) => Promise<Template>;
  readonly version: string;
}

interface Wanted {
  readonly document: string;
  readonly format: string;
  readonly options?: ExportOptions | undefined;
  readonly folder: string;
}

export function createExportHandlers(services: ExportServices): Implementation<typeof exporting> {
  const { documents, workshop, templateOf, version } = services;

  async function make(wanted: Wanted, signal: AbortSignal): Promise<Outcome<ExportedFile>> {
    const { document, format, options, folder } = wanted;
    const report = documents.report(document);
    if (!report) return failed(notOpen());
    const [template, assets] = [await templateOf(report), await documents.assets(document)];
    const request = {
      format,
      ...(options ? { options } : {}),
      report,
      template,
      images: Object.fromEntries(assets),
      date: documents.changedAt(document),
      creator: `Casewright ${version}`,
      folder,
    };
    return workshop.file(request, signal);
  }

  return {
    'export.formats': () => createExporters({}).map(formatOf),
    'report.export': async function* ({ document, format, options, path }, signal): AsyncGenerator<ExportEvent> {
      yield { kind: 'progress', step: 'pages', done: 0, of: 2 };
      const folder = besideFolder(basename(path));
      const made = await make({ document, format, options, folder }, signal);
      if (!made.ok) {
        yield { kind: 'failed', problem: made.problem };
        return;
      }
      if (signal.aborted) return;
      yield { kind: 'progress', step: 'writing', done: 1, of: 2 };
      const written = await writeExported(path, folder, made.value);
      const { bytes, pages = null } = made.value;
      yield written.ok
        ? { kind: 'written', path, size: bytes.length, pages, beside: written.value }
        : { kind: 'failed', problem: written.problem };
    },
    'report.preview': async ({ document }, signal) => {
      const revision = documents.revision(document);
      const made = await make({ document, format: 'pdf', folder: besideFolder('') }, signal);
      return made.ok ? done({ bytes: made.value.bytes, revision }) : made;
    },
  };
}

/** What a file names is written before it, so that it never names what is not there. Gives the folder of those files. */
async function writeExported(path: string, folder: string, file: ExportedFile): Promise<Outcome<string | null>> {
  const { bytes, beside = [] } = file;
  const place = beside.length === 0 ? null : join(dirname(path), folder);
  if (place !== null) {
    // Where it cannot be made, writing into it says why.
    await mkdir(place, { recursive: true }).catch(() => undefined);
    for (const { name, bytes: inner } of beside) {
      const written = await writeChosen(join(place, name), inner);
      if (!written.ok) return written;
    }
  }
  const written = await writeChosen(path, bytes);
  return written.ok ? done(place) : written;
}
