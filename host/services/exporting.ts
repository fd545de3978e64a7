/** Handlers of the exports: which formats there are, a file where the user wants it, pages for the pane beside the text. */
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import type { exporting } from '../../core/contract/exporting.ts';
import type { ExportEvent } from '../../core/contract/values.ts';
import type { Implementation } from '../../core/contract/wire/method.ts';
import { formatOf, isArchive } from '../../core/export/options.ts';
import type { ExportedFile, ExportOptions } from '../../core/export/types.ts';
import { done, failed, type Outcome } from '../../core/outcome.ts';
import type { CaseReport } from '../../core/report/types.ts';
import type { Template } from '../../core/template/types.ts';
import type { Documents } from '../documents/documents.ts';
import { REPORT_SAFE, writeChosen } from '../documents/files.ts';
import type { PreviewImages } from '../documents/preview-images.ts';
import { notOpen } from '../documents/problems.ts';
import { besideFolder } from '../export/beside.ts';
import { citingOf } from '../export/citing-of.ts';
import { createExporters } from '../export/exporters.ts';
import type { Workshop } from '../export/tasks.ts';

/** The first moment that a zip archive can name (APPNOTE 4.4.6), as local time. */
const ZIP_EPOCH = new Date(1980, 0, 1);

export interface ExportServices {
  readonly documents: Documents;
  readonly workshop: Workshop;
  readonly templateOf: (report: CaseReport) => Promise<Template>;
  readonly templatesFolder: string;
  readonly version: string;
  readonly previewImages: PreviewImages;
}

interface Wanted {
  readonly document: string;
  readonly format: string;
  readonly options?: ExportOptions | undefined;
  readonly folder: string;
  /** To be looked at on a screen, not kept. */
  readonly isPreview?: boolean;
}

export function createExportHandlers(services: ExportServices): Implementation<typeof exporting> {
  const { documents, workshop, templateOf, templatesFolder, version, previewImages } = services;
  const exporters = createExporters({ templatesFolder });
  const endings = new Map(exporters.map(({ id, extension }) => [id, extension]));

  async function make(wanted: Wanted, signal: AbortSignal): Promise<Outcome<ExportedFile>> {
    const { document, format, options, folder, isPreview = false } = wanted;
    const report = documents.report(document);
    if (!report) return failed(notOpen());
    const template = await templateOf(report);
    // Set where the window's citations are: the same ones are not set a second time.
    const [images, citations] = await Promise.all([
      isPreview
        ? previewImages(report.assets, name => documents.asset(document, name))
        : documents.assets(document).then(assets => Object.fromEntries(assets)),
      workshop.citations(citingOf(report, template), signal),
    ]);
    const request = {
      format,
      ...(options ? { options } : {}),
      report,
      template,
      images,
      citations,
      date: documents.changedAt(document),
      creator: `Casewright ${version}`,
      folder,
    };
    return workshop.file(request, signal);
  }

  return {
    'export.formats': () => exporters.map(formatOf),
    'report.export': async function* ({ document, format, options, path }, signal): AsyncGenerator<ExportEvent> {
      yield { kind: 'progress', step: 'pages', done: 0, of: 2 };
      const main = isArchive(path) ? unzipped(path, endings.get(format)) : path;
      const folder = besideFolder(basename(main));
      const made = await make({ document, format, options, folder }, signal);
      if (!made.ok) {
        yield { kind: 'failed', problem: made.problem };
        return;
      }
      if (signal.aborted) return;
      yield { kind: 'progress', step: 'writing', done: 1, of: 2 };
      const file = isArchive(path) ? archived(basename(main), folder, made.value) : made.value;
      const written = await writeExported(path, folder, file);
      const { bytes, pages = null } = file;
      yield written.ok
        ? { kind: 'written', path, size: bytes.length, pages, beside: written.value }
        : { kind: 'failed', problem: written.problem };
    },
    'report.preview': async ({ document }, signal) => {
      const revision = documents.revision(document);
      const made = await make({ document, format: 'pdf', folder: besideFolder(''), isPreview: true }, signal);
      if (!made.ok) return made;
      const { bytes, places = [] } = made.value;
      return done({ bytes, revision, places });
    },
  };
}

/** The file inside an archive: "case.tex" in "case.tex.zip" as in "case.zip", so that it opens where it is unpacked. */
function unzipped(path: string, ending: string | undefined): string {
  const name = path.slice(0, -'.zip'.length);
  return ending === undefined || name.toLowerCase().endsWith(`.${ending}`) ? name : `${name}.${ending}`;
}

/** A file and what lies beside it as one archive. Same files, same bytes: an archive's entries have no date here. */
function archived(name: string, folder: string, { bytes, pages, beside = [] }: ExportedFile): ExportedFile {
  const inside = [
    [name, bytes] as const,
    ...beside.map(({ name: inner, bytes: of }) => [`${folder}/${inner}`, of] as const),
  ];
  const archive = zipSync(Object.fromEntries(inside), { mtime: ZIP_EPOCH });
  return { bytes: archive, ...(pages === undefined ? {} : { pages }) };
}

/** What a file names is written before it, so that it never names what is not there. Gives the folder of those files. */
async function writeExported(path: string, folder: string, file: ExportedFile): Promise<Outcome<string | null>> {
  const { bytes, beside = [] } = file;
  const place = beside.length === 0 ? null : join(dirname(path), folder);
  if (place !== null) {
    // Where it cannot be made, writing into it says why.
    await mkdir(place, { recursive: true }).catch(() => undefined);
    for (const { name, bytes: inner } of beside) {
      const written = await writeChosen(join(place, name), inner, REPORT_SAFE);
      if (!written.ok) return written;
    }
  }
  const written = await writeChosen(path, bytes, REPORT_SAFE);
  return written.ok ? done(place) : written;
}
