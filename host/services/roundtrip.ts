/** Handlers of files that come back from co-authors. */
import type { roundtrip } from '../../core/contract/roundtrip.ts';
import type { Implementation } from '../../core/contract/wire/method.ts';
import { done, failed, type Outcome } from '../../core/outcome.ts';
import type { Review } from '../../core/roundtrip/review.ts';
import type { Template } from '../../core/template/types.ts';
import { readChosen } from '../documents/files.ts';
import { notOpen } from '../documents/problems.ts';
import type { ExportServices } from './exporting.ts';

interface RoundtripServices extends Pick<ExportServices, 'documents' | 'workshop' | 'templateOf'> {
  readonly templates: () => Promise<readonly Template[]>;
}

export function createRoundtripHandlers(services: RoundtripServices): Implementation<typeof roundtrip> {
  const { documents, workshop, templateOf, templates } = services;

  async function review(document: string, bytes: Uint8Array, signal: AbortSignal): Promise<Outcome<Review>> {
    const report = documents.report(document);
    if (!report) return failed(notOpen());
    const template = await templateOf(report);
    const read = await workshop.review({ report, template, templates: await templates(), bytes }, signal);
    if (!read.ok) return read;
    // Pictures wait beside the report's own: a change that is accepted names them, and saving leaves out what nothing names.
    for (const [name, picture] of Object.entries(read.value.bytes)) await documents.addAsset(document, name, picture);
    return done(read.value.review);
  }

  return {
    'review.read': async ({ document, path }, signal) => {
      const bytes = await readChosen(path);
      return bytes.ok ? review(document, bytes.value, signal) : bytes;
    },
    'review.readBytes': ({ document, bytes }, signal) => review(document, bytes, signal),
  };
}
