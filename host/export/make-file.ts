/** A report to a file of any format: manuscript, then what the format writes. One maker is kept alive; its parts remember. */
import { completeOptions, floatsWanted, formOf, noFormat } from '../../core/export/options.ts';
import type { ExportedFile, ExportOptions } from '../../core/export/types.ts';
import { anonymised } from '../../core/manuscript/anonymous.ts';
import { arranged } from '../../core/manuscript/arranged.ts';
import type { FormattedCitations } from '../../core/manuscript/types.ts';
import { failed, type Outcome } from '../../core/outcome.ts';
import type { CaseReport } from '../../core/report/types.ts';
import { floatPlaces, inForm } from '../../core/template/form.ts';
import type { Template } from '../../core/template/types.ts';
import { illustrated, picturesOf } from '../../core/timeline/drawing/pictures.ts';
import { styleText } from '../citing/styles/catalogue.ts';
import { drawingAsPng } from '../documents/drawings.ts';
import { createThumbnails } from '../documents/thumbnails.ts';
import { createDrawingPrinter } from './drawing-pdf.ts';
import { createExporters, type ExportersConfig } from './exporters.ts';
import { createManuscriptMaker } from './manuscripts.ts';

export interface FileRequest {
  /** Of the format. */
  readonly format: string;
  readonly options?: ExportOptions;
  readonly report: CaseReport;
  readonly template: Template;
  /** Bytes by asset name; those that are missing are left out of their figure. */
  readonly images: Readonly<Record<string, Uint8Array>>;
  /** As they were set already for this report and template; absent, they are set here. */
  readonly citations?: FormattedCitations;
  /** Milliseconds; written into the file. */
  readonly date: number;
  /** "Casewright 0.1.0". */
  readonly creator: string;
  /** Of the files beside it; see `besideFolder`. */
  readonly folder: string;
}

export type FileMaker = (request: FileRequest) => Promise<Outcome<ExportedFile>>;

/** A maker with the styles of a folder of templates. */
export function createFileMaker(config: ExportersConfig): FileMaker {
  const manuscriptOf = createManuscriptMaker(config);
  const exporters = createExporters(config);
  const pdf = createDrawingPrinter(config);
  const thumbnails = createThumbnails();
  return async request => {
    const { format, report, images, citations, date, creator, folder } = request;
    const exporter = exporters.find(({ id }) => id === format);
    if (!exporter) return failed(noFormat(exporters, format));
    const options = completeOptions(exporter, request.options ?? {});
    const form = formOf(options);
    const template = inForm(request.template, form);
    const plain = manuscriptOf({ report, template, images, ...(citations && { citations }) });
    const pictures = await thumbnails(images, picturesOf(plain));
    const whole = arranged(
      illustrated(plain, asset => pictures.get(asset)),
      floatPlaces(template, form, floatsWanted(options)),
    );
    const manuscript = options.anonymous === true ? anonymised(whole, template.anonymous?.value) : whole;
    return exporter.write({
      manuscript,
      template,
      report,
      options,
      images,
      date: new Date(date),
      creator,
      folder,
      png: drawingAsPng,
      pdf,
      style: () => styleText(template, config.templatesFolder),
    });
  };
}
