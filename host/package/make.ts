/** Makes the files of a submission package in memory: all of them or, where one cannot be made, none. */
import { createHash } from 'node:crypto';
import { completeOptions } from '../../core/export/options.ts';
import type { Exporter, ExportOptions, ExportRequest } from '../../core/export/types.ts';
import { writeBibtex } from '../../core/formats/bibtex/write.ts';
import { writeRis } from '../../core/formats/ris/write.ts';
import { anonymised } from '../../core/manuscript/anonymous.ts';
import { arranged } from '../../core/manuscript/arranged.ts';
import type { Manuscript } from '../../core/manuscript/types.ts';
import { printedFloats } from '../../core/manuscript/walk.ts';
import { done, failed, type Outcome } from '../../core/outcome.ts';
import { courseCsv, valuesCsv, valuesFhir } from '../../core/package/data.ts';
import {
  checklistDocument,
  consentDocument,
  letterDocument,
  plainPage,
  tableDocument,
  titlePageDocument,
} from '../../core/package/documents.ts';
import { CHECKSUMS, type ListedFile, MANIFEST, writeChecksums, writeManifest } from '../../core/package/manifest.ts';
import { factsOf, planPackage } from '../../core/package/plan.ts';
import type { FileRole, PackagePlan, PackageRole, PlannedFile } from '../../core/package/types.ts';
import type { CaseReport } from '../../core/report/types.ts';
import { floatPlaces, inForm } from '../../core/template/form.ts';
import type { Template } from '../../core/template/types.ts';
import { illustrated, picturesOf } from '../../core/timeline/drawing/pictures.ts';
import { drawingAsPng } from '../documents/drawings.ts';
import { encodeFigure } from '../documents/figures.ts';
import { createThumbnails } from '../documents/thumbnails.ts';
import { createDrawingPrinter } from '../export/drawing-pdf.ts';
import { createExporters, type ExportersConfig } from '../export/exporters.ts';
import { createManuscriptMaker } from '../export/manuscripts.ts';

export interface PackageRequest {
  readonly report: CaseReport;
  readonly template: Template;
  /** Bytes by asset name; those that are missing are left out of their figure. */
  readonly images: Readonly<Record<string, Uint8Array>>;
  /** Milliseconds; written into the files. */
  readonly date: number;
  /** "Casewright 0.1.0". */
  readonly creator: string;
  /** What is to go in; absent: `usualRoles` of the template. */
  readonly include?: readonly PackageRole[];
}

/** How far the making is: `name` is begun, or it is made and has this size. */
export type PackageStep =
  | { readonly kind: 'begun'; readonly name: string; readonly done: number; readonly of: number }
  | { readonly kind: 'made'; readonly name: string; readonly size: number };

export interface PackedFile {
  readonly role: FileRole;
  /** Path inside the package. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface MadePackage {
  readonly files: readonly PackedFile[];
  readonly findings: PackagePlan['findings'];
}

export interface PackageMaker {
  /** What would be made, and what does not fit: nothing is made. */
  plan(request: PackageRequest): PackagePlan;
  /** Same request, same bytes. Rejects with the signal's reason where that is aborted. */
  make(
    request: PackageRequest,
    step?: (step: PackageStep) => void,
    signal?: AbortSignal,
  ): Promise<Outcome<MadePackage>>;
}

const encoder = new TextEncoder();

const DATA = { values: valuesCsv, course: courseCsv, fhir: valuesFhir } as const;

/** Points of a drawing to an inch. */
const POINTS = 72;

/** Everything that a step of the making reads. */
interface Work {
  /** A drawing as pixels; the manuscript and its copy for reviewers show the same ones. */
  readonly png: typeof drawingAsPng;
  readonly request: PackageRequest;
  readonly manuscript: Manuscript;
  readonly anonymous: Manuscript;
}

/** A maker with the styles of a folder of templates. */
export function createPackageMaker(config: ExportersConfig & { readonly templatesFolder: string }): PackageMaker {
  const manuscriptOf = createManuscriptMaker(config);
  const exporters = createExporters(config);
  const printDrawing = createDrawingPrinter(config);
  const thumbnails = createThumbnails();

  function planned(request: PackageRequest, manuscript: Manuscript): Work & { readonly plan: PackagePlan } {
    const { report, template, include } = request;
    const anonymous = anonymised(manuscript, template.anonymous?.value);
    const formats = exporters.map(({ id }) => id);
    const asked = { report, template, manuscript, anonymous, formats, ...(include ? { include } : {}) };
    return { png: remembered(drawingAsPng), request, manuscript, anonymous, plan: planPackage(asked) };
  }

  async function begin(request: PackageRequest): Promise<Work & { readonly plan: PackagePlan }> {
    const plain = manuscriptOf(request);
    const pictures = await thumbnails(request.images, picturesOf(plain));
    return planned(
      request,
      illustrated(plain, asset => pictures.get(asset)),
    );
  }

  /** A manuscript in a format, with nothing of its authors where it is for reviewers. */
  async function written(
    format: string,
    manuscript: Manuscript,
    template: Template,
    { request, png }: Work,
    options: ExportOptions = {},
  ): Promise<Outcome<Uint8Array>> {
    const exporter = exporters.find(({ id }) => id === format) as Exporter;
    const { images, date, creator } = request;
    const file = await exporter.write({
      manuscript,
      template,
      report: options.anonymous === true ? withoutAuthors(request.report) : request.report,
      options: completeOptions(exporter, options),
      images,
      date: new Date(date),
      creator,
      folder: 'files',
      png,
      pdf: printDrawing,
      // None of the formats of a package asks for it.
      style: async () => '',
    } satisfies ExportRequest);
    return file.ok ? done(file.value.bytes) : file;
  }

  function document(file: Extract<PlannedFile, { make: 'document' }>, work: Work): Promise<Outcome<Uint8Array>> {
    const { manuscript, anonymous, request } = work;
    const { template } = request;
    const small = (of: Manuscript) => written(file.format, of, plainPage(template), work);
    const facts = () => factsOf({ ...request, manuscript });
    switch (file.document) {
      case 'manuscript':
        return written(file.format, ...forReview(manuscript, template), work, { form: 'manuscript' });
      case 'anonymous':
        return written(file.format, ...forReview(anonymous, template), work, { form: 'manuscript', anonymous: true });
      case 'titlePage':
        return small(titlePageDocument(facts()));
      case 'coverLetter':
        return small(letterDocument(facts()));
      case 'consent':
        return small(consentDocument(manuscript));
      case 'checklist':
        return small(checklistDocument(manuscript));
    }
  }

  async function bytesOf(file: PlannedFile, work: Work): Promise<Outcome<Uint8Array>> {
    const { manuscript, request } = work;
    switch (file.make) {
      case 'document':
        return document(file, work);
      case 'table': {
        const table = tableDocument(manuscript, file.anchor);
        if (!table) throw new Error('a table that is not of this manuscript');
        return written(file.format, table, plainPage(request.template), work);
      }
      case 'image':
        return done(await encodeFigure(request.images[file.asset] as Uint8Array, file.format, file.dpi));
      case 'chart':
        return done(await chartBytes(file, work));
      case 'references': {
        const { references } = manuscript;
        return done(encoder.encode(file.format === 'ris' ? writeRis(references) : writeBibtex(references, 'bibtex')));
      }
      case 'data':
        return done(encoder.encode(DATA[file.of](request.report)));
    }
  }

  async function chartBytes(
    file: Extract<PlannedFile, { make: 'chart' }>,
    { manuscript, png }: Work,
  ): Promise<Uint8Array> {
    const chart = printedFloats(manuscript).find(float => float.anchor === file.anchor);
    if (chart?.kind !== 'chart') throw new Error('a chart that is not of this manuscript');
    if (file.format === 'svg') return encoder.encode(chart.svg);
    if (file.format === 'pdf') return printDrawing(chart);
    const pixels = await png(chart.svg, Math.round((chart.width / POINTS) * file.dpi));
    return encodeFigure(pixels, file.format, file.dpi);
  }

  return {
    plan: request => planned(request, manuscriptOf(request)).plan,
    make: async (request, step = () => {}, signal) => {
      const work = await begin(request);
      const { plan, manuscript } = work;
      const files: PackedFile[] = [];
      for (const file of plan.files) {
        signal?.throwIfAborted();
        const { name, role } = file;
        step({ kind: 'begun', name, done: files.length, of: plan.files.length });
        const bytes = await bytesOf(file, work);
        if (!bytes.ok) return failed(bytes.problem);
        files.push({ role, name, bytes: bytes.value });
        step({ kind: 'made', name, size: bytes.value.length });
      }
      signal?.throwIfAborted();
      const listed = files.map(listedFile);
      const manifest = writeManifest({
        manuscript,
        template: request.template,
        files: listed,
        findings: plan.findings,
        date: new Date(request.date),
        creator: request.creator,
      });
      const about: PackedFile = { role: 'manifest', name: MANIFEST, bytes: encoder.encode(manifest) };
      const checksums = writeChecksums([...listed, listedFile(about)]);
      return done({
        files: [...files, about, { role: 'checksums', name: CHECKSUMS, bytes: encoder.encode(checksums) }],
        findings: plan.findings,
      });
    },
  };
}

/** What draws, drawing nothing twice. */
function remembered(draw: typeof drawingAsPng): typeof drawingAsPng {
  const drawn = new Map<string, Promise<Uint8Array>>();
  return (svg, width) => {
    const key = `${width} ${svg}`;
    const made = drawn.get(key) ?? draw(svg, width);
    drawn.set(key, made);
    return made;
  };
}

/** Spaced and numbered, with figures and tables where the journal wants them. */
function forReview(manuscript: Manuscript, template: Template): readonly [Manuscript, Template] {
  return [arranged(manuscript, floatPlaces(template, 'manuscript')), inForm(template, 'manuscript')];
}

function listedFile({ role, name, bytes }: PackedFile): ListedFile {
  return { name, role, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** The report behind the copy for reviewers: a format may keep some of it inside its file. */
function withoutAuthors(report: CaseReport): CaseReport {
  const { extra: _, ...rest } = report;
  return { ...rest, front: { ...report.front, authors: [], affiliations: [] } };
}
