/** Citations that co-authors copy, move, edit with Zotero or add: each stands once under an id of its own. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Citation } from '../../../core/report/document.ts';
import { applyAll } from '../../../core/report/ops.ts';
import { parseReport } from '../../../core/report/parse.ts';
import { citationsOf } from '../../../core/report/parts.ts';
import type { CaseReport } from '../../../core/report/types.ts';
import { writeReport } from '../../../core/report/write.ts';
import { acceptChange, opsOf, standing } from '../../../core/roundtrip/accept.ts';
import type { Review } from '../../../core/roundtrip/review.ts';
import { createReviewer } from '../../../host/roundtrip/reviewer.ts';
import { cite, house, p, references, reportOf } from '../../core/fixtures.ts';
import { change, newParagraph, paragraphWith } from './edited.ts';
import { sent, templatesFolder } from './sent.ts';

const reviewer = createReviewer({ templatesFolder });

const report = reportOf(
  'fr',
  { discussion: [p('Rare ', cite('c1', 'r1'), '. Grave ', cite('c2', 'r2'), '.'), p('Une suite sans appel.')] },
  { references },
);

function reviewed(bytes: Uint8Array, of: CaseReport = report): Review {
  const template = house(of.template);
  const read = reviewer({ report: of, template, templates: [template], bytes });
  if (!read.ok) throw new Error(read.problem.message.en);
  return read.value;
}

/** The report with every change made; undone it must be what it was. */
function accepted(review: Review): CaseReport {
  let now = report;
  const made: string[] = [];
  const back = [];
  for (const { id } of review.changes) {
    const edit = acceptChange(review, now, made, id);
    if (!edit.ok) throw new Error(edit.problem.message.en);
    const applied = applyAll(now, opsOf(now, edit.value));
    now = applied.report;
    back.unshift(...applied.inverse);
    made.push(id);
  }
  expect(standing(review, now, made)).toEqual(made);
  expect(writeReport(applyAll(now, back).report)).toBe(writeReport(report));
  const parsed = parseReport(writeReport(now), 'review');
  expect(parsed.ok && parsed.value.warnings).toEqual([]);
  return now;
}

/** A citation that names its authors in the sentence. */
const named: CaseReport = reportOf(
  'en',
  {
    discussion: [
      p('As ', { ...(cite('c1', 'r1') as Citation), narrative: true }, ' found. Later ', cite('c2', 'r2'), '.'),
    ],
  },
  { references },
);

/** What is cited, and whether each citation has an id that no other has. */
function cited(of: CaseReport): readonly string[] {
  const all: readonly Citation[] = citationsOf(of.parts);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  return all.map(({ items }) => items.map(({ reference, locator = '' }) => reference + locator).join('+'));
}

/** The first citation: its control or, where citations are live, the field. */
const firstOf = (document: string): string =>
  /<w:sdt>(?:(?!<\/w:sdt>).)*"cw:c(?:(?!<\/w:sdt>).)*<\/w:sdt>/s.exec(document)?.[0] ?? fieldOf(document);
function fieldOf(document: string): string {
  const code = document.indexOf('ADDIN ZOTERO_ITEM');
  const start = document.lastIndexOf('<w:r>', document.lastIndexOf('w:fldCharType="begin"', code));
  const end = document.indexOf('</w:r>', document.indexOf('w:fldCharType="end"', code)) + '</w:r>'.length;
  return document.slice(start, end);
}
const pasted = (document: string, after: string, what: string): string => {
  const whole = paragraphWith(document, after);
  return document.replace(
    whole,
    whole.replace(/<\/w:p>$/, () => `${what}</w:p>`),
  );
};
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inside: string) => newParagraph('', 'BodyText').replace(/<w:r>.*<\/w:r>/, () => inside);

let plain: Uint8Array;
let live: Uint8Array;
beforeAll(async () => {
  plain = await sent(report);
  live = await sent(report, { options: { zotero: true } });
});

describe('a citation that was copied', () => {
  it('twice in one change stands three times, each under its own id', () => {
    const review = reviewed(
      change(plain, document => {
        const one = firstOf(document);
        return pasted(document, 'Rare', run(' Encore') + one + run(' et encore') + one);
      }),
    );
    expect(review.changes).toHaveLength(1);
    expect(cited(accepted(review))).toEqual(['r1', 'r2', 'r1', 'r1']);
  });

  it('into another paragraph, old or new, can be taken over while it stays where it was', () => {
    const review = reviewed(
      change(plain, document => {
        const one = firstOf(document);
        const last = paragraphWith(document, 'Une suite');
        return pasted(
          document.replace(last, () => last + paragraph(run('Un ajout') + one + run(' à part.'))),
          'Une suite',
          run(' Aussi') + one,
        );
      }),
    );
    expect(cited(accepted(review))).toEqual(['r1', 'r2', 'r1', 'r1']);
  });

  it('and is moved at once stays itself once', () => {
    const review = reviewed(
      change(plain, document => {
        const one = firstOf(document);
        return pasted(document.replace(one, ''), 'Grave', run(' Encore') + one + run(' et encore') + one);
      }),
    );
    const now = accepted(review);
    expect(cited(now)).toEqual(['r2', 'r1', 'r1']);
    expect(citationsOf(now.parts).filter(({ id }) => id === 'c1')).toHaveLength(1);
  });
});

describe('a live citation', () => {
  /** The field of the first citation with another page. */
  const edited = (document: string, page: string): string =>
    firstOf(document).replace(/&quot;uris&quot;|"uris"/, whole => {
      const mark = whole.startsWith('&') ? '&quot;' : '"';
      return `${mark}locator${mark}:${mark}${page}${mark},${mark}label${mark}:${mark}page${mark},${whole}`;
    });

  it('edited where it stands comes as edited', () => {
    const bytes = change(live, document => document.replace(firstOf(document), () => edited(document, '12')));
    const now = accepted(reviewed(bytes));
    expect(cited(now)).toEqual(['r112', 'r2']);
    expect(reviewed(bytes, now).changes).toEqual([]);
  });

  it('of another reference comes, though its number stays', () => {
    const bytes = change(live, document => {
      const one = firstOf(document);
      const other = one
        .replace(/("|&quot;)uris\1:\[[^\]]*\]/, '$1uris$1:[]')
        .replace(/("|&quot;)(DOI|title)\1:\1[^"&]*/g, '$1$2$1:$1x');
      return document.replace(one, () => other);
    });
    const review = reviewed(bytes);
    const now = accepted(review);
    expect(now.references).toHaveLength(report.references.length + 1);
    expect(cited(now)).toEqual([now.references.at(-1)?.id, 'r2']);
    // Its list of references was not made anew.
    expect(reviewed(bytes, now).changes.map(({ kind, place }) => [kind, place.what])).toEqual([['note', 'line']]);
  });

  it('edited in a new paragraph comes as edited, and twice as two', () => {
    const review = reviewed(
      change(live, document => {
        const last = paragraphWith(document, 'Une suite');
        const one = edited(document, '12');
        return document.replace(last, () => last + paragraph(run('Un ajout') + one + run(' et') + one + run('.')));
      }),
    );
    expect(cited(accepted(review))).toEqual(['r1', 'r2', 'r112', 'r112']);
  });

  it('of a co-author’s own, pasted in two paragraphs, stands twice under two ids', () => {
    const review = reviewed(
      change(live, document => {
        const theirs = firstOf(document).replace(/(citationID(?:&quot;|"):(?:&quot;|"))c1/, '$1Xy9');
        const last = paragraphWith(document, 'Une suite');
        return pasted(
          document.replace(last, () => last + paragraph(run('Un ajout') + theirs + run('.'))),
          'Une suite',
          run(' Aussi') + theirs,
        );
      }),
    );
    expect(cited(accepted(review))).toEqual(['r1', 'r2', 'r1', 'r1']);
  });
});

describe('authors named in the sentence', () => {
  it.each([{ zotero: false }, { zotero: true }])(
    'are part of their citation when a file comes back, %o',
    async options => {
      const bytes = await sent(named, { options });
      expect(reviewed(bytes, named).changes).toEqual([]);
      const review = reviewed(await change(bytes, xml => xml.replace(' found', ' have found')), named);
      const [edit] = review.changes.map(({ id }) => acceptChange(review, named, [], id));
      if (!edit?.ok) throw new Error('no change');
      const now = applyAll(named, opsOf(named, edit.value)).report;
      expect(JSON.stringify(now.parts)).toBe(JSON.stringify(named.parts).replace(' found', ' have found'));
    },
  );

  it('keep the stop between them and a raised number: what is written behind it comes behind it', async () => {
    const child = { ...(cite('c1', 'r1') as Citation), narrative: true as const };
    const raised = reportOf(
      'en',
      { discussion: [p('As ', child, ', found. Later ', cite('c2', 'r2'), ', too.')] },
      { references, template: 'plain-fr' },
    );
    const bytes = await sent(raised);
    expect(reviewed(bytes, raised).changes).toEqual([]);
    const made = async (from: RegExp, to: string) => {
      const review = reviewed(await change(bytes, xml => xml.replace(from, to)), raised);
      let now = raised;
      review.changes.forEach(({ id }, index) => {
        const edit = acceptChange(
          review,
          now,
          review.changes.slice(0, index).map(one => one.id),
          id,
        );
        if (!edit.ok) throw new Error(edit.problem.message.en);
        now = applyAll(now, opsOf(now, edit.value)).report;
      });
      return JSON.stringify(now.parts.find(({ key }) => key === 'discussion')?.children[0]);
    };
    const was = JSON.stringify(raised.parts.find(({ key }) => key === 'discussion')?.children[0]);
    expect(await made(/ found\. Later/, ' once found. Later')).toBe(was.replace(', found', ', once found'));
    expect(await made(/As <\/w:t><\/w:r><w:sdt>.*?<\/w:sdt>/, 'As</w:t></w:r>')).toContain('"As found. Later ');
  });
});
