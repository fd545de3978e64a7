/** What the threads do while nothing is asked of them: they load what an opened report needs, and use it once. */
import { blankReport } from '../../core/report/blank.ts';
import type { CaseReport, Language } from '../../core/report/types.ts';
import type { Template } from '../../core/template/types.ts';
import { besideFolder } from './beside.ts';
import { citingOf } from './citing-of.ts';
import type { FileRequest } from './make-file.ts';
import type { Workshop } from './tasks.ts';

/** An invented report of one sentence and one citation. */
function smallest(template: Template, language: Language): CaseReport {
  const blank = blankReport({ id: 'prepared', language, template: template.id });
  const item = { id: 'a', type: 'article-journal', title: 'A work', author: [{ family: 'Name', given: 'A' }] } as const;
  return {
    ...blank,
    parts: blank.parts.map(part =>
      part.key === 'introduction'
        ? {
            ...part,
            children: [
              {
                type: 'paragraph',
                children: [
                  { text: 'A sentence' },
                  { type: 'citation', id: 'c', items: [{ reference: 'a' }], children: [{ text: '' }] },
                ],
              },
            ],
          }
        : part,
    ),
    references: [{ id: 'a', item }],
  };
}

/** Has the threads set a citation and, where pages are shown beside the text, a page. A failure here is nobody's: what is asked for later says what is wrong. */
export async function prepare(
  workshop: Workshop,
  { template, language, pages }: { readonly template: Template; readonly language: Language; readonly pages: boolean },
): Promise<void> {
  const report = smallest(template, language);
  const cited = workshop.citations(citingOf(report, template));
  if (!pages) return void (await cited.catch(() => {}));
  const request: FileRequest = {
    format: 'pdf',
    report,
    template,
    images: {},
    date: 0,
    creator: '',
    folder: besideFolder(''),
  };
  await Promise.allSettled([cited, workshop.file(request)]);
}
