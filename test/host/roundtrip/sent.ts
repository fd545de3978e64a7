/** A report as the Word file that is sent to co-authors. */
import { join } from 'node:path';
import type { ExportOptions } from '../../../core/export/types.ts';
import type { CaseReport } from '../../../core/report/types.ts';
import { createFileMaker } from '../../../host/export/make-file.ts';
import { house } from '../../core/fixtures.ts';

export const templatesFolder = join(import.meta.dirname, '..', '..', '..', 'templates');
const make = createFileMaker({ templatesFolder });

interface Sending {
  readonly options?: ExportOptions;
  /** Name of the template; absent: the report's own. */
  readonly template?: string;
  readonly images?: Readonly<Record<string, Uint8Array>>;
}

export async function sent(
  report: CaseReport,
  { options, template = report.template, images = {} }: Sending = {},
): Promise<Uint8Array> {
  const made = await make({
    format: 'docx',
    ...(options && { options }),
    report,
    template: house(template),
    images,
    date: 0,
    creator: 'Casewright',
    folder: 'f',
  });
  if (!made.ok) throw new Error(made.problem.message.en);
  return made.value.bytes;
}
