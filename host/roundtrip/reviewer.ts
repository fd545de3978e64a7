/** A returned Word file to a review: read, and laid beside the report as it was printed into that file. */
import { floatsWanted, formOf } from '../../core/export/options.ts';
import { anonymised } from '../../core/manuscript/anonymous.ts';
import { arranged } from '../../core/manuscript/arranged.ts';
import { done, type Outcome } from '../../core/outcome.ts';
import type { CaseReport } from '../../core/report/types.ts';
import { compareReturned } from '../../core/roundtrip/compare.ts';
import type { Review } from '../../core/roundtrip/review.ts';
import { floatPlaces, inForm } from '../../core/template/form.ts';
import type { Template } from '../../core/template/types.ts';
import { createManuscriptMaker } from '../export/manuscripts.ts';
import { readWord } from '../word/read/index.ts';

export interface ReviewRequest {
  readonly report: CaseReport;
  /** Of the report now; the file may say that it was printed with another. */
  readonly template: Template;
  readonly templates: readonly Template[];
  /** The .docx. */
  readonly bytes: Uint8Array;
}

export type Reviewer = (request: ReviewRequest) => Outcome<Review>;

const NO_BYTES = new Uint8Array();

/** A reviewer with the styles of a folder of templates. */
export function createReviewer(config: { readonly templatesFolder: string }): Reviewer {
  const manuscriptOf = createManuscriptMaker(config);
  return ({ report, template: own, templates, bytes }) => {
    const read = readWord(bytes);
    if (!read.ok) return read;
    const { origin } = read.value;
    const stated = templates.find(({ id }) => id === origin?.template) ?? own;
    const options = { form: origin?.form ?? '', floats: origin?.floats ?? '' };
    const form = formOf(options);
    const template = inForm(stated, form);
    // Images are not looked at: only that they are there.
    const images = Object.fromEntries(report.assets.map(({ name }) => [name, NO_BYTES]));
    const made = manuscriptOf({ report, template, images });
    const placed = arranged(made, floatPlaces(template, form, floatsWanted(options)));
    const manuscript = origin?.anonymous ? anonymised(placed, template.anonymous?.value) : placed;
    return done(compareReturned({ report, manuscript, returned: read.value }));
  };
}
