/** Reports to manuscripts: citations formatted, then everything numbered and worded. */
import { numberReport } from '../../core/manuscript/number.ts';
import { resolve } from '../../core/manuscript/resolve.ts';
import type { Manuscript } from '../../core/manuscript/types.ts';
import type { CaseReport } from '../../core/report/types.ts';
import type { Template } from '../../core/template/types.ts';
import { createCiting } from '../citing/citing.ts';

export interface ManuscriptRequest {
  readonly report: CaseReport;
  readonly template: Template;
  /** Bytes by asset name; images that are not there are left out of their figure. */
  readonly images: Readonly<Record<string, Uint8Array>>;
}

export type ManuscriptMaker = (request: ManuscriptRequest) => Manuscript;

/** A maker with the styles of a folder of templates; kept alive, since its citations remember what they did. */
export function createManuscriptMaker(config: { readonly templatesFolder: string }): ManuscriptMaker {
  const citing = createCiting(config);
  return ({ report, template, images }) => {
    const { citations: clusters } = numberReport(report, template);
    const citations = citing.format({ clusters, references: report.references, template, language: report.language });
    const held = { ...report, assets: report.assets.filter(({ name }) => images[name] !== undefined) };
    return resolve(held, template, citations);
  };
}
