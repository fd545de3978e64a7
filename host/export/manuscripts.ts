/** Reports to manuscripts: citations formatted, then everything numbered and worded. */
import { resolve } from '../../core/manuscript/resolve.ts';
import type { FormattedCitations, Manuscript } from '../../core/manuscript/types.ts';
import type { CaseReport } from '../../core/report/types.ts';
import type { Template } from '../../core/template/types.ts';
import { createCiting } from '../citing/citing.ts';
import { citingOf } from './citing-of.ts';

export interface ManuscriptRequest {
  readonly report: CaseReport;
  readonly template: Template;
  /** Bytes by asset name; images that are not there are left out of their figure. */
  readonly images: Readonly<Record<string, Uint8Array>>;
  /** As they were set already for this report and template; absent, they are set here. */
  readonly citations?: FormattedCitations;
}

export type ManuscriptMaker = (request: ManuscriptRequest) => Manuscript;

/** A maker with the styles of a folder of templates; kept alive, since its citations remember what they did. */
export function createManuscriptMaker(config: { readonly templatesFolder: string }): ManuscriptMaker {
  const citing = createCiting(config);
  return ({ report, template, images, citations: given }) => {
    const citations = given ?? citing.format(citingOf(report, template));
    const held = { ...report, assets: report.assets.filter(({ name }) => images[name] !== undefined) };
    return resolve(held, template, citations);
  };
}
