import type { Words } from '../../outcome.ts';
import { textOf } from '../../report/text.ts';
import type { CaseReport } from '../../report/types.ts';
import type { Rule } from '../../template/types.ts';
import { basisWords } from '../../template/wording.ts';
import { paragraph, withPart } from '../examples.ts';
import type { Check } from '../types.ts';

/** Letter case, accents and hyphens make no difference to whether words are there. */
const plain = (text: string) =>
  ` ${text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}!?]+/gu, ' ')
    .replace(/([!?])/g, ' $1 ')
    .replace(/\s+/g, ' ')
    .trim()} `;

const quoted = (words: readonly string[]): Words => ({
  en: words.map(word => `“${word}”`).join(' or '),
  fr: words.map(word => `«\u00a0${word}\u00a0»`).join(' ou '),
});

const titleOf = (report: CaseReport) => {
  const part = report.parts.find(({ key }) => key === 'title');
  return part ? textOf(part) : '';
};

const severityOf = ({ confidence }: Rule<unknown>) => (confidence === 'confirmed' ? 'error' : 'warning');

/** Words that the title must hold, and words that it may not. */
export const title: Check = {
  id: 'journal.title',
  area: 'journal',
  about: {
    en: 'The title holds the words that the journal asks for, and none that it does not want.',
    fr: 'Le titre contient les mots demandés par la revue, et aucun de ceux qu’elle refuse.',
  },
  run: ({ report, template }) => {
    const text = titleOf(report);
    // A title that is not written yet lacks everything: other checks say so.
    if (text.trim() === '') return [];
    const letters = plain(text);
    const holds = (word: string) => letters.includes(plain(word));
    const { contains, avoids } = template.title;
    const wanted = contains?.value[report.language] ?? [];
    const unwanted = (avoids?.value[report.language] ?? []).filter(holds);
    return [
      ...(contains && wanted.length > 0 && !wanted.some(holds)
        ? [
            {
              severity: severityOf(contains),
              message: {
                en: `The title should say ${quoted(wanted).en}.`,
                fr: `Le titre doit comporter ${quoted(wanted).fr}.`,
              },
              hint: basisWords(contains),
              place: { part: 'title' },
            } as const,
          ]
        : []),
      ...(avoids && unwanted.length > 0
        ? [
            {
              severity: severityOf(avoids),
              message: {
                en: `The journal does not want ${quoted(unwanted).en} in a title.`,
                fr: `La revue ne veut pas de ${quoted(unwanted).fr} dans un titre.`,
              },
              hint: basisWords(avoids),
              place: { part: 'title' },
            } as const,
          ]
        : []),
    ];
  },
  examples: {
    silent: report => withPart(report, 'title', paragraph('Calciphylaxis: a case report')),
    finds: report => withPart(report, 'title', paragraph('Calciphylaxis!')),
    template: template => ({
      ...template,
      title: {
        contains: {
          value: { en: ['case report'], fr: ['case report', 'cas clinique'] },
          source: 'an invented journal',
          read: '2026-01-02',
          confidence: 'confirmed',
        },
        avoids: { value: { en: ['!'], fr: ['!'] }, source: 'an invented journal', read: '', confidence: 'likely' },
      },
    }),
  },
};
